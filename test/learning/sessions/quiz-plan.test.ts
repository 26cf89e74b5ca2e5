import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planQuiz } from '../../../src/learning/sessions/quiz-plan.ts';

const skills = ['ack.in-order', 'close.fin-ack', 'handshake.flags', 'seq.next', 'state.next'];
const skillsOf = (names: readonly string[]): string[] => names.map((name) => name.slice(0, name.indexOf('@')));

describe('a quiz plan', () => {
  it('is the same on every machine', () => {
    // Written down once: a change here changes every quiz a class has been given by its seed.
    expect(planQuiz({ seed: 'class-7', count: 8, skills })).toMatchInlineSnapshot(`
      [
        "close.fin-ack@class-7-1",
        "state.next@class-7-2",
        "seq.next@class-7-3",
        "ack.in-order@class-7-4",
        "handshake.flags@class-7-5",
        "close.fin-ack@class-7-6",
        "seq.next@class-7-7",
        "handshake.flags@class-7-8",
      ]
    `);
  });

  it('has variants: the same skills in the same order, under other names', () => {
    const plan = planQuiz({ seed: 'class-7', count: 8, skills });
    const [ann, bob] = ['ann', 'bob'].map((variant) => planQuiz({ seed: 'class-7', count: 8, skills, variant }));
    expect(ann?.[0]).toBe('close.fin-ack@class-7-ann-1');
    for (const other of [ann, bob]) expect(skillsOf(other ?? [])).toEqual(skillsOf(plan));
    expect(new Set([...plan, ...(ann ?? []), ...(bob ?? [])]).size).toBe(24);
  });

  it('asks every skill before any comes again, and none twice running', () => {
    const seeds = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
    fc.assert(
      fc.property(seeds, fc.nat({ max: 40 }), fc.subarray(skills, { minLength: 1 }), (seed, count, some) => {
        const plan = planQuiz({ seed, count, skills: some });
        expect(plan.length).toBe(count);
        expect(plan.every((name, index) => name.endsWith(`@${seed}-${index + 1}`))).toBe(true);
        const order = skillsOf(plan);
        for (let round = 0; round + some.length <= count; round += some.length) {
          expect(new Set(order.slice(round, round + some.length)).size).toBe(some.length);
        }
        if (some.length > 1) expect(order.some((skill, index) => skill === order[index + 1])).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on how the skills are listed, and a longer quiz begins like a shorter one', () => {
    const plan = planQuiz({ seed: 's', count: 12, skills });
    expect(planQuiz({ seed: 's', count: 12, skills: [...skills, ...skills].reverse() })).toEqual(plan);
    expect(planQuiz({ seed: 's', count: 7, skills })).toEqual(plan.slice(0, 7));
  });

  it('differs by seed, and is empty without skills', () => {
    expect(planQuiz({ seed: 'a', count: 20, skills })).not.toEqual(planQuiz({ seed: 'b', count: 20, skills }));
    expect(planQuiz({ seed: 'a', count: 5, skills: [] })).toEqual([]);
  });

  it('refuses a seed that cannot name a question', () => {
    expect(() => planQuiz({ seed: 'a b@c', count: 1, skills })).toThrow(/seed/i);
  });
});
