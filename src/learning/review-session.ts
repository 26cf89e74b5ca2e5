import type { Grade, ItemId } from './event.ts';
import type { Judged } from './judged.ts';

/** An item due again within this time, ms, comes back in the same session, early when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;

/** One graded item. */
export interface ReviewAnswer {
  readonly item: ItemId;
  /** The question of a skill; null for a flip card. */
  readonly question: string | null;
  /** null when the answer did not count for the schedule. */
  readonly grade: Grade | null;
  readonly tookMs: number;
  /** When the schedule brings it back, ms since the epoch. */
  readonly dueAt: number;
}

export type ReviewPhase<V extends Judged> =
  | { readonly kind: 'front'; readonly item: ItemId; readonly shownAt: number }
  | { readonly kind: 'revealed'; readonly item: ItemId; readonly shownAt: number }
  | {
      readonly kind: 'question';
      readonly item: ItemId;
      /** `skill@seed` */
      readonly question: string;
      readonly shownAt: number;
      readonly typed: Readonly<Record<string, string>>;
      readonly hinted: boolean;
    }
  /** A checked answer with its verdict; the item's grade is already among the answers. */
  | {
      readonly kind: 'judged';
      readonly item: ItemId;
      readonly question: string;
      readonly given: Readonly<Record<string, string>>;
      readonly verdict: V;
      readonly hinted: boolean;
      readonly tookMs: number;
    }
  | { readonly kind: 'finished' };

interface Waiting {
  readonly item: ItemId;
  readonly dueAt: number;
}

export interface ReviewState<V extends Judged> {
  /** Names the questions asked: the same seed and queue give the same questions. */
  readonly seed: string;
  /** Not shown yet, in order; the item on the screen is no longer in it. */
  readonly queue: readonly ItemId[];
  /** In the middle of being learned: they come back in this session. */
  readonly waiting: readonly Waiting[];
  readonly answers: readonly ReviewAnswer[];
  readonly phase: ReviewPhase<V>;
  /** Questions asked so far. */
  readonly asked: number;
  /** The state before the last grade, and when that was; what undo goes back to. */
  readonly undo: { readonly state: ReviewState<V>; readonly at: number } | null;
}

/**
 * Times are ms since the epoch. `dueAt` is when the schedule brings the item back, read after the grade is logged. An
 * action that does not fit the phase changes nothing.
 */
export type ReviewAction<V extends Judged> =
  | { readonly type: 'revealed' }
  /** A flip card graded by the learner. */
  | { readonly type: 'graded'; readonly grade: Grade; readonly dueAt: number; readonly now: number }
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'hinted' }
  /** A skill's answer, checked; the grade is the machine's. */
  | {
      readonly type: 'judged';
      readonly verdict: V;
      readonly grade: Grade | null;
      readonly dueAt: number;
      readonly now: number;
    }
  | { readonly type: 'next'; readonly now: number }
  /** The last grade is taken back: a card shows its answer again, a skill its question. */
  | { readonly type: 'undone'; readonly now: number }
  | { readonly type: 'left' };

/** A session over these items in this order; without items it is finished. */
export function start<V extends Judged>(items: readonly ItemId[], seed: string, now: number): ReviewState<V> {
  const empty: ReviewState<V> = {
    seed,
    queue: items,
    waiting: [],
    answers: [],
    phase: { kind: 'finished' },
    asked: 0,
    undo: null,
  };
  return advance(empty, now);
}

/** The item on the screen; null once finished. */
export function currentItem<V extends Judged>({ phase }: ReviewState<V>): ItemId | null {
  return phase.kind === 'finished' ? null : phase.item;
}

/** Items still to come after the one on the screen, those that come back included. */
export function remaining<V extends Judged>({ queue, waiting }: ReviewState<V>): number {
  return queue.length + waiting.length;
}

/** Time since the item's first frame, ms; 0 when none is being answered. */
export function itemMs<V extends Judged>({ phase }: ReviewState<V>, now: number): number {
  return 'shownAt' in phase ? Math.max(0, now - phase.shownAt) : 0;
}

function show<V extends Judged>(state: ReviewState<V>, item: ItemId, now: number): ReviewState<V> {
  if (item.startsWith('card:')) return { ...state, phase: { kind: 'front', item, shownAt: now } };
  const asked = state.asked + 1;
  const question = `${item.slice('skill:'.length)}@${state.seed}-${asked}`;
  return { ...state, asked, phase: { kind: 'question', item, question, shownAt: now, typed: {}, hinted: false } };
}

/** Shows the item that should come next: one whose waiting is over, then the queue, then the one due soonest. */
function advance<V extends Judged>(state: ReviewState<V>, now: number): ReviewState<V> {
  const { queue, waiting } = state;
  const soonest = waiting.reduce<Waiting | null>((a, b) => (a === null || b.dueAt < a.dueAt ? b : a), null);
  const first = queue[0];
  if (soonest !== null && (soonest.dueAt <= now || first === undefined)) {
    return show({ ...state, waiting: waiting.filter((entry) => entry !== soonest) }, soonest.item, now);
  }
  if (first !== undefined) return show({ ...state, queue: queue.slice(1) }, first, now);
  return { ...state, phase: { kind: 'finished' } };
}

function record<V extends Judged>(state: ReviewState<V>, answer: ReviewAnswer, now: number): ReviewState<V> {
  const { item, dueAt } = answer;
  const returns = dueAt <= now + LEARN_AHEAD_MS;
  return {
    ...state,
    answers: [...state.answers, answer],
    waiting: returns ? [...state.waiting, { item, dueAt }] : state.waiting,
    undo: { state, at: now },
  };
}

function takeBack<V extends Judged>(state: ReviewState<V>, now: number): ReviewState<V> {
  if (state.undo === null) return state;
  const { state: before, at } = state.undo;
  const { phase } = before;
  if (!('shownAt' in phase)) return before;
  // The time between the grade and its undo was not spent on the item.
  return { ...before, phase: { ...phase, shownAt: phase.shownAt + Math.max(0, now - at) } };
}

/** The state after an action. */
export function reduce<V extends Judged>(state: ReviewState<V>, action: ReviewAction<V>): ReviewState<V> {
  const { phase } = state;
  switch (action.type) {
    case 'revealed':
      return phase.kind === 'front' ? { ...state, phase: { ...phase, kind: 'revealed' } } : state;
    case 'graded': {
      if (phase.kind !== 'revealed') return state;
      const { now, grade, dueAt } = action;
      const answer = { item: phase.item, question: null, grade, tookMs: itemMs(state, now), dueAt };
      return advance(record(state, answer, now), now);
    }
    case 'typed':
      if (phase.kind !== 'question') return state;
      return { ...state, phase: { ...phase, typed: { ...phase.typed, [action.field]: action.value } } };
    case 'hinted':
      return phase.kind === 'question' ? { ...state, phase: { ...phase, hinted: true } } : state;
    case 'judged': {
      if (phase.kind !== 'question') return state;
      const { now, grade, dueAt, verdict } = action;
      const { item, question, typed: given, hinted } = phase;
      const tookMs = itemMs(state, now);
      const recorded = record(state, { item, question, grade, tookMs, dueAt }, now);
      return { ...recorded, phase: { kind: 'judged', item, question, given, verdict, hinted, tookMs } };
    }
    case 'next':
      return phase.kind === 'judged' ? advance(state, action.now) : state;
    case 'undone':
      return takeBack(state, action.now);
    case 'left':
      return { ...state, phase: { kind: 'finished' } };
  }
}
