import { describe, expect, it } from 'vitest';
import { NEW_ITEM } from '../../../src/learning/account/account.ts';
import { emptyState, foldEvents } from '../../../src/learning/account/state.ts';
import { stateBefore } from '../../../src/learning/account/state-before.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { reviewSteps, stepOf } from '../../../src/learning/sessions/session-steps.ts';
import { sessionSummary } from '../../../src/learning/sessions/session-summary.ts';
import { answer, card, DAY, MINUTE, NOON, setAside } from '../events.ts';

const skills = [
  { id: 'a', after: [] },
  { id: 'b', after: ['a'] },
];
const catalogue: Catalogue = {
  modules: [
    { id: 'one', cards: ['card:one/x', 'card:one/y'], skills: ['skill:a'] },
    { id: 'two', cards: [], skills: ['skill:b'] },
  ],
};

/** The summary of the events from `since` on, told at `now`. */
function summaryOf(events: readonly LearningEvent[], since: number, now = since + MINUTE) {
  const after = foldEvents(events);
  const steps = events
    .filter(({ at }) => at >= since)
    .flatMap((event) => (event.kind === 'undo' ? [] : (stepOf(event) ?? [])));
  return sessionSummary(stateBefore(after, since), after, steps, now, { catalogue, skills });
}

const right = (at: number, question = 'a@1') => answer(at, { question, tookMs: 2000 });
const wrong = (at: number, rules: readonly string[], question = 'a@1') =>
  answer(at, { question, correct: false, rules, grade: 1, tookMs: 3000 });

describe('what a session came to', () => {
  it('counts what was done and names the skills that stand better', () => {
    const told = summaryOf([right(NOON), right(NOON + 1), right(NOON + 2), right(NOON + 3, 'b@1')], NOON);
    expect(told).toMatchObject({ answered: 4, correct: 4, tookMs: 8000 });
    expect(told.risen).toEqual([
      { skill: 'a', from: 'new', to: 'strong' },
      { skill: 'b', from: 'locked', to: 'learning' },
    ]);
    expect(told.met).toEqual(['skill:a', 'skill:b']);
  });

  it('tells against the state at its beginning, and of nothing it did not ask', () => {
    const earlier = [right(NOON - DAY), right(NOON - DAY + 1)];
    const told = summaryOf([...earlier, right(NOON), right(NOON + 1, 'a@2')], NOON);
    expect(told.risen).toMatchObject([{ skill: 'a', to: 'strong' }]);
    expect(told.met).toEqual([]);
    expect(told.answered).toBe(2);
    const other = summaryOf([...earlier, right(NOON), card(NOON + 5, 3, 'card:one/x')], NOON + 5);
    expect(other.risen).toEqual([]);
    expect(other.met).toEqual(['card:one/x']);
  });

  it('calls nothing learned that is weak now', () => {
    expect(summaryOf([wrong(NOON, ['M01'])], NOON).risen).toEqual([]);
  });

  it('says of each wrong rule whether it was put right afterwards', () => {
    const corrected = summaryOf([wrong(NOON, ['M01']), wrong(NOON + 1, ['M01', 'M02']), right(NOON + 2)], NOON);
    expect(corrected.rules).toEqual([
      { rule: 'M01', times: 2, corrected: true },
      { rule: 'M02', times: 1, corrected: true },
    ]);
    const again = summaryOf([wrong(NOON, ['M01']), right(NOON + 1), wrong(NOON + 2, ['M01'])], NOON);
    expect(again.rules).toEqual([{ rule: 'M01', times: 2, corrected: false }]);
    const elsewhere = summaryOf([wrong(NOON, ['M01']), right(NOON + 1, 'b@1')], NOON);
    expect(elsewhere.rules).toEqual([{ rule: 'M01', times: 1, corrected: false }]);
    const hinted = summaryOf([wrong(NOON, ['M01']), answer(NOON + 1, { question: 'a@2', hinted: true })], NOON);
    expect(hinted.rules).toMatchObject([{ corrected: false }]);
  });

  it('tells what comes back when, and of today the time of the next', () => {
    const events = [card(NOON, 1, 'card:one/x'), card(NOON + 1, 4, 'card:one/y'), right(NOON + 2)];
    const { back } = summaryOf(events, NOON, NOON + 10);
    const state = foldEvents(events);
    expect(state.items.get('card:one/x')).not.toEqual(NEW_ITEM);
    expect(back.now).toBe(0);
    expect(back.today).toBeGreaterThan(0);
    expect(back.nextAt).toBeGreaterThan(NOON);
    const later = summaryOf(events, NOON, NOON + DAY);
    expect(later.back.now).toBeGreaterThan(0);
    const held = [...events, setAside(NOON + 3, 'card:one/x', 'suspended')];
    expect(summaryOf(held, NOON, NOON + 10).back.today).toBe(back.today - 1);
  });

  it('tells how much better a concept is known', () => {
    const [gain] = summaryOf([card(NOON, 3, 'card:one/x')], NOON).gains;
    expect(gain).toMatchObject({ module: 'one', from: 0 });
    expect(gain?.to).toBeCloseTo(1 / 3, 1);
  });
});

describe('the state before a time', () => {
  it('is what the events until then make of it', () => {
    const events = [right(NOON), card(NOON + 10, 3), wrong(NOON + 20, ['M01'])];
    const state = foldEvents(events);
    const { recent: _, ...account } = stateBefore(state, NOON + 20);
    const { recent: __, ...expected } = foldEvents(events.slice(0, 2));
    expect(account).toEqual(expected);
    expect(stateBefore(state, NOON).totals).toEqual(emptyState().totals);
  });
});

describe('what was done in a review', () => {
  it('is its newest grades, in order', () => {
    const events = [card(NOON, 3), right(NOON + 5), card(NOON + 9, 1, 'card:one/x')];
    const { steps, since } = reviewSteps(foldEvents(events), 2);
    expect(steps.map(({ item, correct }) => [item, correct])).toEqual([
      ['skill:a', true],
      ['card:one/x', false],
    ]);
    expect(since).toBe(NOON + 5);
    expect(reviewSteps(emptyState(), 0)).toEqual({ steps: [], since: Number.POSITIVE_INFINITY });
  });
});
