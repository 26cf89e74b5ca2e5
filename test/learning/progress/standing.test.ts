import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { AnswerEvent } from '../../../src/learning/events/event.ts';
import { type Standing, standingsOf } from '../../../src/learning/progress/standing.ts';
import { defaultSchedule } from '../../../src/learning/schedule/schedule.ts';
import { answer, DAY, MINUTE, NOON, setAside, undo } from '../events.ts';

const MAP = [
  { id: 'base', after: [] },
  { id: 'next', after: ['base'] },
  { id: 'top', after: ['next', 'base'] },
];

/** One answer a letter, the newest last: Right, Hinted, Wrong, wrong by a rUle; a minute apart, ending at `end`. */
function answers(skill: string, letters: string, end = NOON): AnswerEvent[] {
  return [...letters].map((letter, at) => {
    const correct = letter === 'R' || letter === 'H';
    return answer(end - (letters.length - 1 - at) * MINUTE, {
      question: `${skill}@${at}`,
      correct,
      hinted: letter === 'H',
      rules: letter === 'U' ? ['M01'] : [],
      grade: correct ? 3 : 1,
    });
  });
}

const standing = (events: readonly AnswerEvent[], skill: string, now = NOON): Standing | undefined =>
  standingsOf(foldEvents(events, undefined, now + DAY), now, MAP).get(skill);
const stateAfter = (letters: string) => standing(answers('base', letters), 'base')?.state;

describe('the standing of a skill', () => {
  it('is new, then being learned until three answers were right, then strong', () => {
    expect(['', 'R', 'RR', 'RRR'].map(stateAfter)).toEqual(['new', 'learning', 'learning', 'strong']);
    expect(standing([], 'base')).toEqual({
      skill: 'base',
      state: 'new',
      known: false,
      needs: [],
      latest: { asked: 0, right: 0, missed: 0 },
      byRule: false,
      hold: null,
      lastAt: null,
      dueAt: null,
    });
  });

  it('tells what is set aside, and lets nothing wait for what is suspended', () => {
    const having = (what: 'suspended' | 'buried') =>
      standingsOf(foldEvents([setAside(NOON, 'skill:base', what)]), NOON, MAP);
    expect(having('suspended').get('base')?.hold).toBe('suspended');
    expect(having('buried').get('base')?.hold).toBe('buried');
    const waiting = MAP.filter(({ after: base }) => base.includes('base')).map(({ id }) => id);
    expect(waiting).not.toEqual([]);
    for (const id of waiting) {
      expect(having('suspended').get(id)?.needs).not.toContain('base');
      expect(having('buried').get(id)?.needs).toContain('base');
    }
  });

  it('counts no answer for known that took a hint', () => {
    expect(['HHHHH', 'RRH', 'RRHR', 'RHRHR'].map(stateAfter)).toEqual(['learning', 'learning', 'strong', 'strong']);
  });

  it('forgives one slip of the latest five, and only those count', () => {
    expect(['W', 'RRRRW', 'RRRWW', 'WW', 'WWR', 'WWRRRR', 'WWWWWRRRRR'].map(stateAfter)).toEqual([
      'learning',
      'strong',
      'weak',
      'weak',
      'weak',
      'strong',
      'strong',
    ]);
  });

  it('is weak at once when a wrong rule was followed, until three answers later', () => {
    expect(['U', 'RRRRU', 'RRRRUR', 'RRRRURR', 'RRRRURRR'].map(stateAfter)).toEqual([
      'weak',
      'weak',
      'weak',
      'weak',
      'strong',
    ]);
    expect(standing(answers('base', 'RRU'), 'base')).toMatchObject({
      byRule: true,
      known: false,
      latest: { asked: 3, right: 2, missed: 1 },
    });
  });

  it('is locked, naming what is needed, until all it builds on are known', () => {
    const known = answers('base', 'RRR');
    expect(standing([], 'top')).toMatchObject({ state: 'locked', needs: ['next', 'base'] });
    expect(standing(known, 'next')).toMatchObject({ state: 'new', needs: [] });
    expect(standing(known, 'top')).toMatchObject({ state: 'locked', needs: ['next'] });
    expect(standing([...known, ...answers('next', 'RRR')], 'top')).toMatchObject({ state: 'new', needs: [] });
  });

  it('is locked again when its base is weak, unless the skill itself is known', () => {
    const base = answers('base', 'RRRWW');
    expect(standing([...base, ...answers('next', 'WR')], 'next')?.state).toBe('locked');
    expect(standing([...base, ...answers('next', 'RRR')], 'next')?.state).toBe('strong');
    expect(standing(base, 'base')?.state).toBe('weak');
  });

  it('is due when the schedule brings it back on a later day, and what builds on it stays open', () => {
    const events = answers('base', 'RRR');
    const dueAt = standing(events, 'base')?.dueAt ?? Number.NaN;
    expect(standing(events, 'base', NOON + 60 * MINUTE)?.state).toBe('strong');
    expect(standing(events, 'base', dueAt + DAY)).toMatchObject({ state: 'due', known: true, lastAt: NOON });
    expect(standing(events, 'next', dueAt + DAY)?.state).toBe('new');
    expect(standing(answers('base', 'WW'), 'base', NOON + 90 * DAY)?.state).toBe('weak');
    expect(standing(answers('base', 'R'), 'base', NOON + 90 * DAY)?.state).toBe('due');
  });

  it('takes back what was undone, and waits with what a wrong clock wrote for the far future', () => {
    const events = answers('base', 'RRR');
    expect(standingsOf(foldEvents([...events, undo(NOON, events[2]?.id ?? '')]), NOON, MAP).get('base')).toMatchObject({
      state: 'learning',
      latest: { asked: 2 },
    });
    expect(standing(answers('base', 'RRR', NOON + 900 * DAY), 'base')?.state).toBe('new');
  });

  it('waits for no name that no skill has', () => {
    expect(standingsOf(foldEvents([]), NOON, [{ id: 'a', after: ['none'] }]).get('a')?.state).toBe('new');
  });

  it('leaves what builds on nothing open, and says of no skill two things at once', () => {
    const letters = fc.string({ unit: fc.constantFrom('R', 'H', 'W', 'U'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, letters, (base, next, top) => {
        const state = foldEvents([...answers('base', base), ...answers('next', next), ...answers('top', top)]);
        const all = [...standingsOf(state, NOON, MAP, defaultSchedule).values()];
        expect(all[0]?.state).not.toBe('locked');
        for (const one of all) {
          expect(one.state === 'locked').toBe(one.needs.length > 0 && !one.known);
          expect(one.latest.asked).toBeLessThanOrEqual(5);
          if (one.state === 'strong') expect(one.known).toBe(true);
          if (one.state === 'weak' || one.state === 'learning') expect(one.known).toBe(false);
        }
      }),
    );
  });
});
