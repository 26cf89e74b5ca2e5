/** Anything that happened at a time and can be told apart from everything else. */
export interface Dated {
  readonly id: string;
  readonly at: number;
}

/**
 * Events in order of time, newest at hand. Nodes are shared and never change: adding the newest event costs the same
 * however long the history is, and an unchanged history is the same object, so that results can be kept by identity.
 */
export interface History<Event extends Dated> {
  readonly event: Event;
  readonly before: History<Event> | null;
  readonly length: number;
}

/** The order of a history: by time, then by id, so that it does not depend on the order in which files were read. */
export function compareEvents(a: Dated, b: Dated): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function push<Event extends Dated>(history: History<Event> | null, event: Event): History<Event> {
  return { event, before: history, length: (history?.length ?? 0) + 1 };
}

/** The history with these events, given in any order; an event it already holds is not held twice. */
export function withEvents<Event extends Dated>(
  history: History<Event> | null,
  events: readonly Event[],
): History<Event> | null {
  const incoming = events.length > 1 ? [...events].sort(compareEvents) : events;
  const earliest = incoming[0];
  if (earliest === undefined) return history;

  const later: Event[] = [];
  let kept = history;
  while (kept !== null && compareEvents(kept.event, earliest) > 0) {
    later.push(kept.event);
    kept = kept.before;
  }

  let result = kept;
  const add = (event: Event): void => {
    if (result === null || compareEvents(result.event, event) !== 0) result = push(result, event);
  };
  let next = later.pop();
  for (const event of incoming) {
    while (next !== undefined && compareEvents(next, event) < 0) {
      add(next);
      next = later.pop();
    }
    add(event);
  }
  while (next !== undefined) {
    add(next);
    next = later.pop();
  }
  return result?.length === history?.length ? history : result;
}

/** The history without the events of these ids, and the events taken out. */
export function withoutEvents<Event extends Dated>(
  history: History<Event> | null,
  ids: ReadonlySet<string>,
): { readonly history: History<Event> | null; readonly removed: readonly Event[] } {
  const removed: Event[] = [];
  const later: Event[] = [];
  let node = history;
  while (node !== null && removed.length < ids.size) {
    if (ids.has(node.event.id)) removed.push(node.event);
    else later.push(node.event);
    node = node.before;
  }
  if (removed.length === 0) return { history, removed };
  let result = node;
  for (let event = later.pop(); event !== undefined; event = later.pop()) result = push(result, event);
  return { history: result, removed };
}

/** The history as it stood at a time: only events at or before it. */
export function until<Event extends Dated>(history: History<Event> | null, at: number): History<Event> | null {
  let node = history;
  while (node !== null && node.event.at > at) node = node.before;
  return node;
}

/** The events, newest first; stops early when the reader does. */
export function* newestFirst<Event extends Dated>(history: History<Event> | null): Generator<Event> {
  for (let node = history; node !== null; node = node.before) yield node.event;
}
