import type { LearningEvent } from '../events/event.ts';
import { DAY_MS } from '../study-day.ts';
import type { Bytes } from './log-bytes.ts';
import type { Place } from './log-index.ts';
import { createLogUnion, type Taken } from './merge-logs.ts';
import type { Damage } from './read-line.ts';

/** Something about a line that a learner may want to know. `log` says which of the logs it stands in, from 0. */
export type Finding = { readonly log: number; readonly line: number } & (
  | { readonly what: 'damaged'; readonly damage: Damage }
  /** Two lines of one id say different things; the other one came first. */
  | { readonly what: 'conflict'; readonly id: string; readonly first: Place }
  | { readonly what: 'newer' | 'torn' | 'mended' }
  | { readonly what: 'future'; readonly at: number }
  /** It takes back an event that is in none of the logs. */
  | { readonly what: 'undoes-nothing'; readonly undoes: string }
);

/** What a record holds. Points in time are ms since the epoch. */
export interface LogCounts {
  /** Lines that are not empty. */
  readonly lines: number;
  /** Events, each counted once. */
  readonly events: number;
  /** The same by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Lines that say again what another line says. */
  readonly repeated: number;
  readonly newer: number;
  /** Damaged lines and conflicts. */
  readonly damaged: number;
  /** Times of the first and the last event; null when there is none. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

/** What is dated later than this does not count before its time (store.ts), ms. */
const AHEAD = DAY_MS;

class Tally {
  lines = 0;
  repeated = 0;
  newer = 0;
  damaged = 0;
  readonly kinds: Record<string, number> = {};
  firstAt = Number.POSITIVE_INFINITY;
  lastAt = Number.NEGATIVE_INFINITY;

  count({ kind, at }: LearningEvent): void {
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    this.firstAt = Math.min(this.firstAt, at);
    this.lastAt = Math.max(this.lastAt, at);
  }
}

function findingOf(taken: Taken, now: number): Finding | null {
  const place = { log: taken.log, line: taken.line.number };
  switch (taken.is) {
    case 'new':
      return taken.event.at > now + AHEAD ? { ...place, what: 'future', at: taken.event.at } : null;
    case 'known':
      return null;
    case 'conflict':
      return { ...place, what: 'conflict', id: taken.event.id, first: taken.first };
    case 'damaged':
      return { ...place, what: 'damaged', damage: taken.damage };
    case 'newer':
    case 'torn':
    case 'mended':
      return { ...place, what: taken.is };
  }
}

/**
 * Reads logs that together are a record, tells what it finds line by line, and gives the counts at the end. `now` is
 * ms since the epoch.
 */
export function* checkLogs(logs: readonly Bytes[], now: number): Generator<Finding, LogCounts> {
  const union = createLogUnion();
  const tally = new Tally();
  const undos: { readonly log: number; readonly line: number; readonly undoes: string }[] = [];
  for (const log of logs) {
    for (const taken of union.take(log)) {
      tally.lines++;
      if (taken.is === 'known') tally.repeated++;
      else if (taken.is === 'newer') tally.newer++;
      else if (taken.is === 'damaged' || taken.is === 'conflict') tally.damaged++;
      else if (taken.is === 'new') {
        tally.count(taken.event);
        const { event, line } = taken;
        if (event.kind === 'undo') undos.push({ log: taken.log, line: line.number, undoes: event.undoes });
      }
      const finding = findingOf(taken, now);
      if (finding !== null) yield finding;
    }
  }
  for (const undo of undos) if (!union.has(undo.undoes)) yield { what: 'undoes-nothing', ...undo };
  const { lines, repeated, newer, damaged, kinds } = tally;
  const times = union.size === 0 ? { firstAt: null, lastAt: null } : { firstAt: tally.firstAt, lastAt: tally.lastAt };
  return { lines, events: union.size, kinds, repeated, newer, damaged, ...times };
}
