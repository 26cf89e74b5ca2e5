import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { type MapSkill, mapOrder, openedBy, skillSteps } from '../../src/questions/skill-map.ts';

const ids = (steps: readonly (readonly MapSkill[])[]) => steps.map((step) => step.map(({ id }) => id));
const skill = (id: string, ...after: string[]): MapSkill => ({ id, after });

/** Maps in which a skill builds only on those before it. */
const maps: fc.Arbitrary<MapSkill[]> = fc
  .array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 25 })
  .map((all) =>
    all.map((before, at) => ({
      id: `s${at}`,
      after: at === 0 ? [] : [...new Set(before.map((number) => `s${number % at}`))],
    })),
  );

describe('the steps of the map', () => {
  it('stand one after the last of what they build on, in the order given', () => {
    const map = [skill('d', 'b', 'c'), skill('c', 'b'), skill('b', 'a'), skill('x'), skill('a')];
    expect(ids(skillSteps(map))).toEqual([['x', 'a'], ['b'], ['c'], ['d']]);
  });

  it('hold every skill once, each after all it builds on', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const steps = skillSteps([...map].reverse());
        const stepOf = new Map(steps.flatMap((step, at) => step.map(({ id }) => [id, at] as const)));
        expect(steps.flat()).toHaveLength(map.length);
        expect(stepOf.size).toBe(map.length);
        for (const { id, after } of map) {
          const before = after.map((one) => stepOf.get(one) ?? Number.NaN);
          expect(stepOf.get(id)).toBe(before.length === 0 ? 0 : Math.max(...before) + 1);
        }
      }),
    );
  });

  it('do not wait for a name that no skill has, and end even where skills go round in a circle', () => {
    expect(ids(skillSteps([skill('a', 'none')]))).toEqual([['a']]);
    expect(ids(skillSteps([skill('a', 'b'), skill('b', 'a'), skill('c'), skill('d', 'a')]))).toEqual([
      ['c'],
      ['a', 'b', 'd'],
    ]);
  });

  it('know what a skill opens', () => {
    expect(openedBy('a', [skill('a'), skill('b', 'a'), skill('c', 'b'), skill('d', 'c', 'a')])).toMatchObject([
      { id: 'b' },
      { id: 'd' },
    ]);
  });
});

describe('the map of the skills there are', () => {
  it('has no circle: every skill comes after all it builds on', () => {
    const met = new Set<string>();
    for (const { id, after } of mapOrder(skills)) {
      for (const before of after) expect(met, `${id} after ${before}`).toContain(before);
      met.add(id);
    }
    expect(met.size).toBe(skills.length);
  });

  it('begins with what is easy: all that is harder builds on something', () => {
    for (const { id, level, after } of skills) {
      if (after.length === 0) expect(level, id).toBe('easy');
      expect(new Set(after).size, id).toBe(after.length);
      expect(after, id).not.toContain(id);
    }
  });

  it('builds nothing on what is harder by two levels', () => {
    const LEVELS = ['easy', 'medium', 'hard', 'expert'];
    const levels = new Map(skills.map(({ id, level }) => [id, LEVELS.indexOf(level)]));
    for (const { id, after } of skills) {
      for (const before of after)
        expect((levels.get(before) ?? 0) - (levels.get(id) ?? 0), `${id} after ${before}`).toBeLessThan(2);
    }
  });
});
