import { describe, expect, test } from 'vitest';
import { skillLines } from '../../src/cli/commands/skills.ts';
import { emptyState } from '../../src/learning/account/state.ts';
import { standingsOf } from '../../src/learning/progress/standing.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { skillSteps } from '../../src/questions/skill-map.ts';
import { cells } from '../../src/ui/layout/width.ts';

const standings = standingsOf(emptyState(), Date.UTC(2026, 2, 2), skills);
const lines = (language: 'ko' | 'en', columns: number) => skillLines(skillSteps(skills), standings, language, columns);

describe.each(['en', 'ko'] as const)('the plain map in %s', (language) => {
  test.each([60, 80, 120])('at %d columns has all there is to say, and no line that is wider', (columns) => {
    const printed = lines(language, columns);
    for (const text of printed) expect(cells(text), text).toBeLessThanOrEqual(columns);
    const all = printed.join('\n');
    const squeezed = all.replace(/\s/g, '');
    for (const { id, title, after } of skills) {
      expect(all).toContain(`  ${id}`);
      expect(all).toContain(title[language]);
      expect(squeezed).toContain(after.join(','));
    }
  });

  test('without a width has a line for each skill', () => {
    const printed = lines(language, Number.POSITIVE_INFINITY);
    expect(printed.filter((text) => text.startsWith('  '))).toHaveLength(skills.length);
  });
});
