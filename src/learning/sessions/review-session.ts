import type { Grade, ItemId } from '../events/event.ts';
import { siblingsOf } from '../schedule/interleave.ts';
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
      /** As in the phase 'leech', which comes next; null when the item is none. */
      readonly leech: number | null;
    }
  /** The item was just forgotten for the `lapses`th time: what to do about it is up to the learner. */
  | { readonly kind: 'leech'; readonly item: ItemId; readonly lapses: number }
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
  /** The state before the last grade or setting aside, and when that was; what undo goes back to. */
  readonly undo: { readonly state: ReviewState<V>; readonly at: number } | null;
}

/**
 * Times are ms since the epoch. `dueAt` is when the schedule brings the item back, and `leech` how often it was forgotten
 * if that makes it a leech, both read after the grade is logged. An action that does not fit the phase changes nothing.
 */
export type ReviewAction<V extends Judged> =
  | { readonly type: 'revealed' }
  /** A flip card graded by the learner. */
  | {
      readonly type: 'graded';
      /** null when the grade did not reach the schedule. */
      readonly grade: Grade | null;
      readonly dueAt: number;
      readonly leech: number | null;
      readonly now: number;
    }
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'hinted' }
  /** A skill's answer, checked; the grade is the machine's. */
  | {
      readonly type: 'judged';
      readonly verdict: V;
      readonly grade: Grade | null;
      readonly dueAt: number;
      readonly leech: number | null;
      readonly now: number;
    }
  | { readonly type: 'next'; readonly now: number }
  /** The item on the screen is buried or suspended: it leaves the session. */
  | { readonly type: 'set-aside'; readonly now: number }
  /** The item on the screen is taken up again: it stays where it is, but the step can be taken back. */
  | { readonly type: 'resumed'; readonly now: number }
  /** What was done in an earlier session was taken back: its item comes now, the one on the screen after it. */
  | { readonly type: 'shown-again'; readonly item: ItemId; readonly now: number }
  /** The last grade or setting aside is taken back: a card shows its answer again, a skill its question. */
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

/**
 * Shows the item that should come next: one whose waiting is over, then the queue, then the one due soonest. One that
 * would give away, or be given away by, the item before it lets the next one pass.
 */
function advance<V extends Judged>(state: ReviewState<V>, now: number): ReviewState<V> {
  const { queue, waiting, phase } = state;
  const soonest = [...waiting].sort((a, b) => a.dueAt - b.dueAt);
  const ready = soonest.filter(({ dueAt }) => dueAt <= now).map(({ item }) => item);
  const before = 'item' in phase ? siblingsOf(phase.item) : null;
  const candidates = [...ready, ...queue];
  const apart = before === null ? undefined : candidates.find((item) => siblingsOf(item) !== before);
  const next = apart ?? candidates[0] ?? soonest[0]?.item;
  return next === undefined ? { ...state, phase: { kind: 'finished' } } : show(without(state, next), next, now);
}

/** The session without an item that was still to come. */
function without<V extends Judged>(state: ReviewState<V>, item: ItemId): ReviewState<V> {
  const waiting = state.waiting.filter((entry) => entry.item !== item);
  const at = waiting.length < state.waiting.length ? -1 : state.queue.indexOf(item);
  return { ...state, waiting, queue: at < 0 ? state.queue : state.queue.toSpliced(at, 1) };
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

/** After a grade: what to do about a leech is asked first. */
function goOn<V extends Judged>(
  state: ReviewState<V>,
  item: ItemId,
  leech: number | null,
  now: number,
): ReviewState<V> {
  return leech === null ? advance(state, now) : { ...state, phase: { kind: 'leech', item, lapses: leech } };
}

/** The session without the item; the one on the screen, if it is that, gives way to the next. */
function setAside<V extends Judged>(state: ReviewState<V>, item: ItemId, now: number): ReviewState<V> {
  const rest = { ...without(state, item), undo: { state, at: now } };
  return 'item' in state.phase && state.phase.item === item ? advance(rest, now) : rest;
}

/** The session with an item at once; what is on the screen unanswered comes after it. */
function showFirst<V extends Judged>(state: ReviewState<V>, item: ItemId, now: number): ReviewState<V> {
  const { phase } = state;
  const interrupted = 'shownAt' in phase && phase.item !== item ? [phase.item] : [];
  const rest = without(state, item);
  return show({ ...rest, queue: [...interrupted, ...rest.queue] }, item, now);
}

/** The state after an action. */
export function reduce<V extends Judged>(state: ReviewState<V>, action: ReviewAction<V>): ReviewState<V> {
  const { phase } = state;
  switch (action.type) {
    case 'revealed':
      return phase.kind === 'front' ? { ...state, phase: { ...phase, kind: 'revealed' } } : state;
    case 'graded': {
      if (phase.kind !== 'revealed') return state;
      const { now, grade, dueAt, leech } = action;
      const answer = { item: phase.item, question: null, grade, tookMs: itemMs(state, now), dueAt };
      return goOn(record(state, answer, now), phase.item, leech, now);
    }
    case 'typed':
      if (phase.kind !== 'question') return state;
      return { ...state, phase: { ...phase, typed: { ...phase.typed, [action.field]: action.value } } };
    case 'hinted':
      return phase.kind === 'question' ? { ...state, phase: { ...phase, hinted: true } } : state;
    case 'judged': {
      if (phase.kind !== 'question') return state;
      const { now, grade, dueAt, verdict, leech } = action;
      const { item, question, typed: given, hinted } = phase;
      const tookMs = itemMs(state, now);
      const recorded = record(state, { item, question, grade, tookMs, dueAt }, now);
      return { ...recorded, phase: { kind: 'judged', item, question, given, verdict, hinted, tookMs, leech } };
    }
    case 'next':
      if (phase.kind === 'judged') return goOn(state, phase.item, phase.leech, action.now);
      return phase.kind === 'leech' ? advance(state, action.now) : state;
    case 'set-aside':
      if (phase.kind === 'finished') return state;
      // An answer that has its verdict is not asked again when the setting aside is taken back: it goes on from there.
      return setAside(
        phase.kind === 'judged' ? goOn(state, phase.item, phase.leech, action.now) : state,
        phase.item,
        action.now,
      );
    case 'resumed':
      return phase.kind === 'finished' ? state : { ...state, undo: { state, at: action.now } };
    case 'shown-again':
      return showFirst(state, action.item, action.now);
    case 'undone':
      return takeBack(state, action.now);
    case 'left':
      return { ...state, phase: { kind: 'finished' } };
  }
}
