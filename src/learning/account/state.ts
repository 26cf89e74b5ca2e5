import { isUndoable, type UndoEvent } from '../events/event.ts';
import { type Account, emptyAccount, type Place } from './account.ts';
import { accountAfter, type CountedEvent } from './accounting.ts';
import { defaultRules, type FoldRules } from './fold-rules.ts';
import { compareEvents, type History, newestFirst, withEvents, withoutEvents } from './history.ts';

/** An event as the state takes it in. */
export type FoldedEvent = CountedEvent | UndoEvent;

/**
 * Everything the log says about a learner. It depends on the SET of events only, not on the order of lines or on
 * repeated ones, so that logs of two programs or two machines can be put together in any way.
 *
 * The state is the account of all events. The newest ones are also kept one by one, on top of an account of all before
 * them: one more answer only adds to the account, and an answer taken back or come a little late only needs the newest
 * ones to be added up again, however long the log is.
 */
export interface LearnerState extends Account {
  readonly rulesOfFold: FoldRules;
  /** What all events before `recent` add up to. */
  readonly base: Account;
  /** The newest events that count, in order. */
  readonly recent: History<CountedEvent> | null;
  /** Events that a wrong clock wrote for the far future: they wait for their time. */
  readonly ahead: readonly CountedEvent[];
  /** Ids of events taken back; with the place of the event, or null while it has not been seen. */
  readonly undone: ReadonlyMap<string, Place | null>;
}

/** Events kept one by one: at least KEPT and at most twice as many, once there are so many. */
export const KEPT = 512;

/** The state before anything has happened. */
export function emptyState(rules: FoldRules = defaultRules): LearnerState {
  const empty = emptyAccount();
  return { ...empty, rulesOfFold: rules, base: empty, recent: null, ahead: [], undone: new Map() };
}

/**
 * The state after these events, which may come in any order and more than once. What is dated after `horizon` waits
 * until a later call lets it in. null when an event is older than what is kept one by one, or takes back one that is:
 * the whole log then has to be folded again.
 */
export function applyEvents(
  state: LearnerState,
  events: readonly FoldedEvent[],
  horizon = Number.POSITIVE_INFINITY,
): LearnerState | null {
  return advance(state, events, horizon, false);
}

/** The state a whole log stands for. */
export function foldEvents(
  events: readonly FoldedEvent[],
  rules: FoldRules = defaultRules,
  horizon = Number.POSITIVE_INFINITY,
): LearnerState {
  const state = advance(emptyState(rules), events, horizon, true);
  if (state === null) throw new RangeError('nothing can be older than an empty state');
  return state;
}

function advance(
  state: LearnerState,
  events: readonly FoldedEvent[],
  horizon: number,
  isWhole: boolean,
): LearnerState | null {
  const incoming = [...state.ahead, ...events];
  const { undone, left, isComplete } = withUndos(state, incoming);
  if (!isComplete && !isWhole && state.base.newest !== null) return null;

  const fresh: CountedEvent[] = [];
  const ahead: CountedEvent[] = [];
  for (const event of incoming) {
    // The newest comes again when its line is read that this program has just written.
    if (event.kind === 'undo' || event.id === state.newest?.id || (isUndoable(event) && undone.has(event.id))) continue;
    (event.at > horizon ? ahead : fresh).push(event);
  }
  if (!isInOrder(fresh)) fresh.sort(compareEvents);
  const first = fresh[0];
  if (first !== undefined && state.base.newest !== null && compareEvents(first, state.base.newest) <= 0) return null;

  const rest = { rulesOfFold: state.rulesOfFold, ahead, undone };
  const { newest, recent } = state;
  if (left === recent && (first === undefined || newest === null || compareEvents(first, newest) > 0)) {
    const added = isInOrder(fresh) ? fresh : withoutRepeats(fresh);
    if ((recent?.length ?? 0) + added.length <= 2 * KEPT) {
      const account = added.length === 0 ? state : accountAfter(state, added, state.rulesOfFold);
      return { ...account, ...rest, base: state.base, recent: withEvents(recent, added) };
    }
    return addedUp(state.base, [...oldestFirst(recent), ...added], rest);
  }
  return addedUp(state.base, oldestFirst(withEvents(left, fresh)), rest);
}

type Rest = Pick<LearnerState, 'rulesOfFold' | 'ahead' | 'undone'>;

/** The state of a base and the events after it, in order; all but the newest go into the base when there are many. */
function addedUp(base: Account, events: readonly CountedEvent[], rest: Rest): LearnerState {
  const { rulesOfFold } = rest;
  const settled = events.length > 2 * KEPT ? events.length - KEPT : 0;
  const grown = settled === 0 ? base : accountAfter(base, events.slice(0, settled), rulesOfFold);
  const kept = settled === 0 ? events : events.slice(settled);
  return {
    ...accountAfter(grown, kept, rulesOfFold),
    ...rest,
    undone: settled === 0 ? rest.undone : stillNeeded(rest.undone, grown.newest),
    base: grown,
    recent: withEvents<CountedEvent>(null, kept),
  };
}

/** An event older than the base cannot come again without the whole log being folded again: no need to know of its undo. */
function stillNeeded(undone: LearnerState['undone'], newest: Place | null): LearnerState['undone'] {
  return new Map(
    [...undone].filter(([, place]) => place === null || newest === null || compareEvents(place, newest) > 0),
  );
}

/**
 * What is taken back with these events, the recent events without it, and whether every event newly taken back was
 * found. Only answers, card grades and settings aside can be taken back: an undo of anything else changes nothing.
 */
function withUndos(
  { undone, recent }: LearnerState,
  incoming: readonly FoldedEvent[],
): {
  readonly undone: LearnerState['undone'];
  readonly left: History<CountedEvent> | null;
  readonly isComplete: boolean;
} {
  const targets = new Set<string>();
  for (const event of incoming) if (event.kind === 'undo' && !undone.has(event.undoes)) targets.add(event.undoes);
  const hasUnseen = undone.size > 0 && [...undone.values()].includes(null);
  if (targets.size === 0 && !hasUnseen) return { undone, left: recent, isComplete: true };

  const all = new Map<string, Place | null>([...undone, ...[...targets].map((id) => [id, null] as const)]);
  for (const event of incoming) if (all.get(event.id) === null) all.set(event.id, { at: event.at, id: event.id });
  const removable = new Set<string>();
  if (targets.size > 0) {
    for (const event of newestFirst(recent)) {
      if (!targets.has(event.id)) continue;
      all.set(event.id, { at: event.at, id: event.id });
      if (isUndoable(event)) removable.add(event.id);
    }
  }
  return {
    undone: all,
    left: removable.size === 0 ? recent : withoutEvents(recent, removable).history,
    isComplete: [...targets].every((id) => all.get(id) !== null),
  };
}

/** Whether each event comes after the one before it. */
function isInOrder(events: readonly CountedEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    const [before, event] = [events[i - 1], events[i]];
    if (before !== undefined && event !== undefined && compareEvents(before, event) >= 0) return false;
  }
  return true;
}

/** Sorted events, each once. */
function withoutRepeats(events: readonly CountedEvent[]): CountedEvent[] {
  return events.filter((event, at) => events[at - 1]?.id !== event.id);
}

function oldestFirst(history: History<CountedEvent> | null): CountedEvent[] {
  return [...newestFirst(history)].reverse();
}
