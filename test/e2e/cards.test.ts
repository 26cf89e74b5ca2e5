import { describe, expect } from 'vitest';
import type { Grade, LearningEvent } from '../../src/learning/events/event.ts';
import { test } from './learner.ts';
import { KEYS, type Terminal } from './terminal.ts';

const WORDS = [
  { language: 'en', think: 'Answer in your head', left: (n: number) => `${n} left`, good: '3 good', undo: 'u undo' },
  {
    language: 'ko',
    think: '머릿속으로 답한 다음',
    left: (n: number) => `${n}개 남음`,
    good: '3 알맞음',
    undo: 'u 되돌리기',
  },
] as const;

/** The question side: what stands below the concept's name and above the first blank line after it. */
function front(app: Terminal): string {
  const lines = app.lines().slice(4);
  return lines.slice(0, lines.indexOf('')).join('\n');
}

function grades(log: readonly LearningEvent[]): Grade[] {
  return log.flatMap((event) => (event.kind === 'card' ? [event.grade] : []));
}

describe.each(WORDS)('flip cards ($language)', (words) => {
  test('are revealed and graded from 1 to 4; u brings the last one back, which the log says', async ({ learner }) => {
    const app = await learner.open(['--lang', words.language, 'learn', 'tcp']);
    app.type('c');
    await app.waitFor(words.think);
    const [, count] = /(\d+)개? (left|남음)/.exec(app.screen()) ?? [];
    const cards = Number(count);
    const first = front(app);
    expect(app.screen()).not.toContain(words.undo);

    // A digit before the answer is shown grades nothing.
    app.type('3', ' ');
    const revealed = await app.waitFor(words.good);
    expect(revealed).toContain('RFC ');
    expect(front(app)).toBe(first);
    expect(learner.log().filter(({ kind }) => kind === 'card')).toEqual([]);

    app.type('4');
    await app.waitFor((screen) => screen.includes(words.left(cards - 1)) && screen.includes(words.think));
    expect(front(app)).not.toBe(first);
    const graded = learner.log().at(-1);
    expect(graded).toMatchObject({ kind: 'card', grade: 4 });

    app.type('u');
    // Its answer was seen already, so it waits for the grade.
    await app.waitFor((screen) => screen.includes(words.left(cards)) && screen.includes(words.good));
    expect(front(app)).toBe(first);
    expect(app.screen()).not.toContain(words.undo);
    expect(learner.log().at(-1)).toMatchObject({ kind: 'undo', undoes: graded?.id });

    // Fast hands: four cards revealed and graded in one write.
    app.type('1', ' 2', ' 3', ' 4');
    await app.waitFor((screen) => screen.includes(words.undo) && grades(learner.log()).length === 5);
    expect(grades(learner.log())).toEqual([4, 1, 2, 3, 4]);
    const asked = learner.log().flatMap((event) => (event.kind === 'card' ? [event.item] : []));
    expect(new Set(asked.slice(1)).size).toBe(4);
    expect(asked[1]).toBe(asked[0]);
    app.type(KEYS.escape);
    await app.waitFor('[');
  });
});
