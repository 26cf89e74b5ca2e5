import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/learning/events/event.ts';
import {
  currentItem,
  itemMs,
  LEARN_AHEAD_MS,
  type ReviewAction,
  type ReviewState,
  reduce,
  remaining,
  start,
} from '../../../src/learning/sessions/review-session.ts';
import { DAY, MINUTE, NOON } from '../events.ts';

interface Verdict {
  readonly correct: boolean;
}

const CARD: ItemId = 'card:a/1';
const OTHER: ItemId = 'card:a/2';
const SKILL: ItemId = 'skill:ack.in-order';

const play = (items: readonly ItemId[], actions: readonly ReviewAction<Verdict>[]): ReviewState<Verdict> =>
  actions.reduce((state, action) => reduce(state, action), start<Verdict>(items, 's', NOON));

const graded = (grade: 1 | 2 | 3 | 4, now: number, dueAt: number): ReviewAction<Verdict> => ({
  type: 'graded',
  grade,
  now,
  dueAt,
  leech: null,
});

describe('a review', () => {
  it('turns a card, takes its grade and goes on', () => {
    const front = start<Verdict>([CARD, OTHER], 's', NOON);
    expect(front.phase).toEqual({ kind: 'front', item: CARD, shownAt: NOON });
    expect(remaining(front)).toBe(1);
    expect(reduce(front, graded(3, NOON, NOON + DAY))).toBe(front);
    const revealed = reduce(front, { type: 'revealed' });
    expect(revealed.phase.kind).toBe('revealed');
    const next = reduce(revealed, graded(3, NOON + 4000, NOON + 4 * DAY));
    expect(currentItem(next)).toBe(OTHER);
    expect(next.answers).toEqual([{ item: CARD, question: null, grade: 3, tookMs: 4000, dueAt: NOON + 4 * DAY }]);
  });

  it('takes a grade back: the card shows its answer again, and only the time spent on it counts', () => {
    const slipped = play([CARD, OTHER], [{ type: 'revealed' }, graded(1, NOON + 4000, NOON + MINUTE)]);
    expect(remaining(slipped)).toBe(1);
    const back = reduce(slipped, { type: 'undone', now: NOON + 64_000 });
    expect(back.phase.kind).toBe('revealed');
    expect(currentItem(back)).toBe(CARD);
    expect(itemMs(back, NOON + 64_000)).toBe(4000);
    expect(back.answers).toEqual([]);
    expect(back.waiting).toEqual([]);
    const again = reduce(back, graded(3, NOON + 65_000, NOON + 4 * DAY));
    expect(again.answers).toEqual([{ item: CARD, question: null, grade: 3, tookMs: 5000, dueAt: NOON + 4 * DAY }]);
    expect(currentItem(again)).toBe(OTHER);
  });

  it('takes back one grade after another, also from its end, and nothing before the first', () => {
    const done = play(
      [CARD, OTHER],
      [
        { type: 'revealed' },
        graded(3, NOON + 1000, NOON + DAY),
        { type: 'revealed' },
        graded(3, NOON + 2000, NOON + DAY),
      ],
    );
    expect(done.phase.kind).toBe('finished');
    const once = reduce(done, { type: 'undone', now: NOON + 3000 });
    expect(currentItem(once)).toBe(OTHER);
    const twice = reduce(once, { type: 'undone', now: NOON + 3000 });
    expect(currentItem(twice)).toBe(CARD);
    expect(reduce(twice, { type: 'undone', now: NOON + 3000 })).toBe(twice);
  });

  it('asks a skill with a question its seed names, and shows the verdict before going on', () => {
    const judged = play(
      [SKILL, CARD, SKILL],
      [
        { type: 'hinted' },
        { type: 'typed', field: 'ack', value: '12' },
        { type: 'judged', verdict: { correct: true }, grade: 2, dueAt: NOON + DAY, leech: null, now: NOON + 7000 },
      ],
    );
    expect(judged.phase).toEqual({
      kind: 'judged',
      item: SKILL,
      question: 'ack.in-order@s-1',
      given: { ack: '12' },
      verdict: { correct: true },
      hinted: true,
      tookMs: 7000,
      leech: null,
    });
    const onCard = reduce(judged, { type: 'next', now: NOON + 9000 });
    expect(onCard.phase).toEqual({ kind: 'front', item: CARD, shownAt: NOON + 9000 });
    const later = reduce(reduce(onCard, { type: 'revealed' }), graded(3, NOON + 10_000, NOON + DAY));
    expect(later.phase).toMatchObject({ kind: 'question', question: 'ack.in-order@s-2' });
  });

  it('takes a checked answer back to its question', () => {
    const judged = play(
      [SKILL],
      [{ type: 'judged', verdict: { correct: false }, grade: 1, dueAt: NOON + MINUTE, leech: null, now: NOON + 9 }],
    );
    const back = reduce(judged, { type: 'undone', now: NOON + 100 });
    expect(back.phase).toMatchObject({ kind: 'question', question: 'ack.in-order@s-1', typed: {} });
    expect(back.answers).toEqual([]);
  });

  it('brings an item back when its minutes are over, before the rest of the queue', () => {
    const first = play([CARD, OTHER, SKILL], [{ type: 'revealed' }, graded(1, NOON + 1000, NOON + 61_000)]);
    expect(currentItem(first)).toBe(OTHER);
    const early = reduce(reduce(first, { type: 'revealed' }), graded(3, NOON + 30_000, NOON + DAY));
    expect(currentItem(early)).toBe(SKILL);
    const late = reduce(reduce(first, { type: 'revealed' }), graded(3, NOON + 61_000, NOON + DAY));
    expect(currentItem(late)).toBe(CARD);
    expect(remaining(late)).toBe(1);
  });

  it('does not make anyone wait: what is due soon comes early, soonest first, when nothing else is left', () => {
    const state = play(
      [CARD, OTHER],
      [
        { type: 'revealed' },
        graded(3, NOON + 1000, NOON + 10 * MINUTE),
        { type: 'revealed' },
        graded(1, NOON + 2000, NOON + MINUTE),
      ],
    );
    expect(currentItem(state)).toBe(OTHER);
    const next = reduce(reduce(state, { type: 'revealed' }), graded(3, NOON + 3000, NOON + DAY));
    expect(currentItem(next)).toBe(CARD);
    const done = reduce(reduce(next, { type: 'revealed' }), graded(3, NOON + 4000, NOON + 5000 + LEARN_AHEAD_MS));
    expect(done.phase.kind).toBe('finished');
    expect(done.answers.length).toBe(4);
  });

  it('lets an item that is set aside go, and brings it back when that is undone', () => {
    const aside = play([CARD, OTHER, SKILL], [{ type: 'set-aside', now: NOON + 1000 }]);
    expect(currentItem(aside)).toBe(OTHER);
    expect(remaining(aside)).toBe(1);
    expect(aside.answers).toEqual([]);
    const back = reduce(aside, { type: 'undone', now: NOON + 5000 });
    expect(currentItem(back)).toBe(CARD);
    expect(remaining(back)).toBe(2);
  });

  it('set aside with its verdict on the screen, does not ask the item again, and undone goes on from there', () => {
    const wrong: ReviewAction<Verdict> = {
      type: 'judged',
      verdict: { correct: false },
      grade: 1,
      dueAt: NOON + MINUTE,
      leech: null,
      now: NOON,
    };
    const aside = play([SKILL, CARD], [wrong, { type: 'set-aside', now: NOON }]);
    expect(currentItem(aside)).toBe(CARD);
    expect(aside.waiting).toEqual([]);
    const back = reduce(aside, { type: 'undone', now: NOON });
    expect(currentItem(back)).toBe(CARD);
    expect(back.waiting).toEqual([{ item: SKILL, dueAt: NOON + MINUTE }]);
    // The next undo is of the answer.
    expect(reduce(back, { type: 'undone', now: NOON }).phase).toMatchObject({ kind: 'question', item: SKILL });
  });

  it('asks what to do about a leech: a card at once, a question after its verdict', () => {
    const leech: ReviewAction<Verdict> = { type: 'graded', grade: 1, now: NOON, dueAt: NOON + DAY, leech: 8 };
    const asked = play([CARD, OTHER], [{ type: 'revealed' }, leech]);
    expect(asked.phase).toEqual({ kind: 'leech', item: CARD, lapses: 8 });
    expect(currentItem(reduce(asked, { type: 'next', now: NOON }))).toBe(OTHER);
    expect(currentItem(reduce(asked, { type: 'set-aside', now: NOON }))).toBe(OTHER);
    expect(reduce(asked, { type: 'undone', now: NOON }).phase).toMatchObject({ kind: 'revealed', item: CARD });
    const judged = play(
      [SKILL],
      [{ type: 'judged', verdict: { correct: false }, grade: 1, dueAt: NOON + DAY, leech: 12, now: NOON }],
    );
    expect(judged.phase.kind).toBe('judged');
    expect(reduce(judged, { type: 'next', now: NOON }).phase).toEqual({ kind: 'leech', item: SKILL, lapses: 12 });
  });

  it('shows again what was taken back of an earlier session, and after it what it interrupted', () => {
    const state = play([CARD, SKILL], [{ type: 'shown-again', item: OTHER, now: NOON }]);
    expect(currentItem(state)).toBe(OTHER);
    expect(state.queue).toEqual([CARD, SKILL]);
    const known = play([CARD, OTHER], [{ type: 'shown-again', item: OTHER, now: NOON }]);
    expect(known.queue).toEqual([CARD]);
    expect(play([], [{ type: 'shown-again', item: CARD, now: NOON }]).phase.kind).toBe('front');
  });

  it('does not show two cards made of one text side by side when another is there', () => {
    const one: ItemId = 'card:d/steps-1';
    const two: ItemId = 'card:d/steps-2';
    const next = play([one, two, OTHER], [{ type: 'revealed' }, graded(3, NOON, NOON + DAY)]);
    expect(currentItem(next)).toBe(OTHER);
    const alone = play([one, two], [{ type: 'revealed' }, graded(3, NOON, NOON + DAY)]);
    expect(currentItem(alone)).toBe(two);
  });

  it('is over at once without items, and can be left', () => {
    expect(play([], []).phase.kind).toBe('finished');
    expect(play([CARD], [{ type: 'left' }]).phase.kind).toBe('finished');
  });
});
