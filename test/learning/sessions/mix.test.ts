import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyState } from '../../../src/learning/account/state.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { type SkillState, type Standing, standingsOf } from '../../../src/learning/progress/standing.ts';
import { AT_ONCE, nextSkill } from '../../../src/learning/sessions/mix.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { mapOrder } from '../../../src/questions/skill-map.ts';
import { randomFrom } from '../../../src/simulator/random.ts';
import { answer, applied, MINUTE, NOON } from '../events.ts';

function standing(skill: string, state: SkillState): Standing {
  const latest = { asked: 0, right: 0, missed: 0 };
  return { skill, state, known: false, needs: [], latest, byRule: false, hold: null, lastAt: null, dueAt: null };
}

const standings: fc.Arbitrary<Standing[]> = fc
  .array(fc.constantFrom<SkillState>('locked', 'new', 'weak', 'due', 'learning', 'strong'), { maxLength: 12 })
  .map((states) => states.map((state, at) => standing(`s${at}`, state)));
const recents = fc.array(
  fc.nat({ max: 14 }).map((at) => `s${at}`),
  { maxLength: 5 },
);
const seeds = fc.string({ minLength: 1 });

/** How often each skill is chosen of `draws`, each drawn afresh. */
function counts(all: readonly Standing[], recent: readonly string[] = [], draws = 4000): ReadonlyMap<string, number> {
  const random = randomFrom('counts');
  const chosen = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    const skill = nextSkill(all, recent, random)?.skill ?? '';
    chosen.set(skill, (chosen.get(skill) ?? 0) + 1);
  }
  return chosen;
}

describe('the next skill of a mixed practice', () => {
  it('never asks what is set aside', () => {
    fc.assert(
      fc.property(standings, recents, seeds, (all, recent, seed) => {
        const held = all.map((one, at): Standing => (at % 2 === 0 ? { ...one, hold: 'suspended' } : one));
        expect(nextSkill(held, recent, randomFrom(seed))?.hold ?? null).toBeNull();
      }),
    );
  });

  it('is an open one, and not the last one while another is open; none only where none is open', () => {
    fc.assert(
      fc.property(standings, recents, seeds, (all, recent, seed) => {
        const open = all.filter(({ state }) => state !== 'locked').map(({ skill }) => skill);
        const chosen = nextSkill(all, recent, randomFrom(seed));
        if (open.length === 0) expect(chosen).toBeNull();
        else expect(open).toContain(chosen?.skill);
        if (open.length > 1) expect(chosen?.skill).not.toBe(recent.at(-1));
      }),
    );
  });

  it('is a new one only as the first of the map, and while few others are being learned', () => {
    fc.assert(
      fc.property(standings, recents, seeds, (all, recent, seed) => {
        const chosen = nextSkill(all, recent, randomFrom(seed));
        if (chosen?.state !== 'new') return;
        const before = all.slice(0, all.indexOf(chosen));
        for (const { skill, state } of before) if (state === 'new') expect(skill).toBe(recent.at(-1));
        const underWay = all.filter(({ state }) => state === 'weak' || state === 'learning').length;
        expect(underWay).toBeLessThan(AT_ONCE);
      }),
    );
  });

  it('is the same for the same chance', () => {
    fc.assert(
      fc.property(standings, recents, seeds, (all, recent, seed) => {
        const draw = () => nextSkill(all, recent, randomFrom(seed));
        expect(draw()).toEqual(draw());
      }),
    );
  });

  it('is any that was begun and is open, sooner or later', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const begun = all.filter(({ state }) => state !== 'locked' && state !== 'new');
        const chosen = counts(all, [], 3000);
        for (const { skill } of begun) expect(chosen.get(skill) ?? 0, skill).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  it('is a weak one more often than a due one, that more often than one being learned, and a strong one least', () => {
    const chosen = counts((['strong', 'learning', 'due', 'weak'] as const).map((state) => standing(state, state)));
    const of = (state: string) => chosen.get(state) ?? 0;
    expect(of('weak')).toBeGreaterThan(of('due'));
    expect(of('due')).toBeGreaterThan(of('learning'));
    expect(of('learning')).toBeGreaterThan(of('strong'));
    expect(of('strong')).toBeGreaterThan(0);
  });

  it('is a weak one most of the time however many are strong, and each strong one less than the weak one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (many) => {
        const strong = Array.from({ length: many }, (_, at) => standing(`s${at}`, 'strong'));
        const chosen = counts([...strong, standing('weak', 'weak')], [], 1000);
        expect(chosen.get('weak') ?? 0).toBeGreaterThan(600);
      }),
      { numRuns: 15 },
    );
  });

  it('is one asked a moment ago less often than another as weak', () => {
    const weak = ['a', 'b', 'c'].map((skill) => standing(skill, 'weak'));
    const chosen = counts(weak, ['b', 'a']);
    expect(chosen.get('a')).toBeUndefined();
    expect(chosen.get('c') ?? 0).toBeGreaterThan(1.5 * (chosen.get('b') ?? 0));
  });
});

/** A learner who goes on and on, and is right with the chance that `right` gives for a skill and how often it was asked. */
function practise(questions: number, right: (skill: string, times: number) => number, seed = 'learner') {
  const order = mapOrder(skills);
  const random = randomFrom(seed);
  let state = emptyState();
  let now = NOON;
  const asked: { readonly skill: string; readonly state: SkillState }[] = [];
  for (let at = 0; at < questions; at++) {
    const all = standingsOf(state, now, order);
    const next = nextSkill(
      order.flatMap(({ id }) => all.get(id) ?? []),
      asked.slice(-3).map(({ skill }) => skill),
      random,
    );
    if (next === null) break;
    const times = asked.filter(({ skill }) => skill === next.skill).length;
    const correct = random.chance(right(next.skill, times));
    now += MINUTE;
    const event: LearningEvent = answer(now, {
      question: `${next.skill}@${at}`,
      correct,
      rules: correct || random.chance(0.5) ? [] : ['M01'],
      grade: correct ? 3 : 1,
    });
    state = applied(state, event);
    asked.push(next);
  }
  return { asked, standings: standingsOf(state, now, order) };
}

describe('a learner who practises with it', () => {
  it('meets every skill there is, each after what it builds on, and comes to know them all', () => {
    const { asked, standings: end } = practise(skills.length * 9, (_, times) => 0.6 + 0.15 * times);
    const first = new Map<string, number>();
    for (const [at, { skill }] of asked.entries()) if (!first.has(skill)) first.set(skill, at);
    for (const { id, after } of skills) {
      for (const before of after) expect(first.get(id), id).toBeGreaterThan(first.get(before) ?? Number.NaN);
    }
    expect([...end.values()].filter(({ known }) => !known)).toEqual([]);
  });

  it('is asked the skill that goes wrong again and again, but never twice running', () => {
    const root = mapOrder(skills)[0]?.id ?? '';
    const bad = mapOrder(skills).find(({ after }) => after.includes(root))?.id ?? '';
    const { asked } = practise(200, (skill) => (skill === bad ? 0.2 : 0.95));
    const times = new Map<string, number>();
    for (const { skill } of asked) times.set(skill, (times.get(skill) ?? 0) + 1);
    expect([...times].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe(bad);
    const twice = asked.filter(({ skill }, at) => at > 0 && skill === asked[at - 1]?.skill);
    // Only where nothing else was open yet, at the very beginning.
    for (const { skill } of twice) expect(skill).toBe(root);
  });

  it('is not given more than a few at once to learn', () => {
    const { asked } = practise(60, () => 0.3);
    const fresh = asked.filter(({ state }) => state === 'new');
    expect(fresh.length).toBeLessThanOrEqual(AT_ONCE + 2);
  });
});
