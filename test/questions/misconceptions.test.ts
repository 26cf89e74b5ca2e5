import { describe, expect, it } from 'vitest';
import { isMisconceptionId, MISCONCEPTION_IDS, misconception } from '../../src/questions/misconceptions.ts';

describe('misconceptions', () => {
  it.each(MISCONCEPTION_IDS)('%s is complete in both languages', (id) => {
    const { name, mistake, correction, rfc } = misconception(id);
    expect(id).toMatch(/^[MN]\d{2,3}$/);
    expect(rfc).toMatch(/^RFC \d{3,4} §\d+(\.\d+)*$/);
    for (const text of [name, mistake, correction]) {
      expect(text.ko).toMatch(/[가-힣]/);
      expect(text.en).not.toMatch(/[가-힣]/);
    }
    expect(name.ko.length).toBeLessThanOrEqual(30);
    expect(name.en.length).toBeLessThanOrEqual(45);
    expect(mistake.ko).toMatch(/습니다\.$/);
    expect(mistake.en).toMatch(/\.$/);
    expect(correction.ko).toMatch(/(니다|시오)\.$/);
  });

  it('has a name of its own for each', () => {
    for (const language of ['ko', 'en'] as const) {
      const names = MISCONCEPTION_IDS.map((id) => misconception(id).name[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('recognises ids of a log', () => {
    expect(isMisconceptionId('M01')).toBe(true);
    expect(isMisconceptionId('M99')).toBe(false);
    expect(isMisconceptionId('toString')).toBe(false);
  });
});
