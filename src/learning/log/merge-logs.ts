import { createHash } from 'node:crypto';
import type { LearningEvent } from '../events/event.ts';
import type { Bytes } from './log-bytes.ts';
import { createLogIndex, type Place } from './log-index.ts';
import { type LogLine, linesOf } from './log-lines.ts';
import { type Damage, readLine } from './read-line.ts';

/** What came of a line that was taken in. `line.bytes` is good until the next one. */
export type Taken = { readonly line: LogLine; readonly log: number } & (
  | { readonly is: 'new'; readonly event: LearningEvent }
  | { readonly is: 'known'; readonly event: LearningEvent }
  /** An event of an id that another line has for other content: one of the two was changed or damaged. */
  | { readonly is: 'conflict'; readonly event: LearningEvent; readonly first: Place }
  /** Of a later version. */
  | { readonly is: 'newer'; readonly isNew: boolean }
  | { readonly is: 'damaged'; readonly damage: Damage }
  /** The start of a line that was cut short, then written whole: nothing is missing. */
  | { readonly is: 'mended' }
  /** The last line, cut short: its writer was stopped, or is still at it. */
  | { readonly is: 'torn' }
);

/** Logs being put together, by event id. */
export interface LogUnion {
  /** Takes in the next log, and gives what comes of each of its lines. */
  take(log: Bytes): Generator<Taken>;
  /** Events so far, each counted once. */
  readonly size: number;
  has(id: string): boolean;
  /**
   * The union as lines: events by time, then by id; then the lines of later versions. It depends on the set of lines
   * taken in only, not on the order of lines or logs. A line is good until the next one.
   */
  lines(): Generator<Buffer>;
}

/** Of two lines of one id, the one a union keeps, whichever came first: the longer, as keys may have been added. */
function isPreferred(line: Buffer, other: Buffer): boolean {
  return line.length === other.length ? Buffer.compare(line, other) > 0 : line.length > other.length;
}

/** The same event, whatever else the lines hold and in whatever order. */
function isSameEvent(event: LearningEvent, line: Buffer): boolean {
  const other = readLine(line);
  return other.is === 'event' && JSON.stringify(other.event) === JSON.stringify(event);
}

/** When a line of a later version says it happened; 0 when it does not say so in a way known here. */
function timeOf(line: Buffer): number {
  const value: unknown = JSON.parse(line.toString('utf8'));
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : null;
  return typeof at === 'number' && Number.isFinite(at) ? at : 0;
}

/** An empty union. */
export function createLogUnion(): LogUnion {
  const logs: Bytes[] = [];
  const events = createLogIndex(logs);
  /** By a digest of their bytes: what their ids mean is not known here. */
  const newer = createLogIndex(logs);

  const takeEvent = (event: LearningEvent, line: LogLine, bytes: Buffer, log: number): Taken => {
    const place = { log, number: line.number, start: line.start };
    const first = events.placeOf(event.id);
    if (first === null) {
      events.set(event.id, event.at, place);
      return { is: 'new', event, line, log };
    }
    const other = events.lineAt(first);
    if (bytes.equals(other)) return { is: 'known', event, line, log };
    const isSame = isSameEvent(event, other);
    if (isPreferred(bytes, other)) events.set(event.id, event.at, place);
    return isSame ? { is: 'known', event, line, log } : { is: 'conflict', event, first, line, log };
  };

  const takeNewer = (line: LogLine, bytes: Buffer, log: number): Taken => {
    const key = createHash('sha256').update(bytes).digest('base64');
    const isNew = newer.placeOf(key) === null;
    if (isNew) newer.set(key, timeOf(bytes), { log, number: line.number, start: line.start });
    return { is: 'newer', isNew, line, log };
  };

  return {
    get size() {
      return events.size;
    },
    has: (id) => events.placeOf(id) !== null,
    *take(source) {
      const log = logs.push(source) - 1;
      /** A damaged line whose successor has not been seen yet. */
      let fragment: (Taken & { readonly is: 'damaged' }) | null = null;
      for (const line of linesOf(source)) {
        const content = readLine(line.bytes);
        if (fragment !== null) {
          const start: Buffer | null = fragment.line.bytes;
          const isWholeNow =
            content.is === 'event' && start !== null && line.bytes?.subarray(0, start.length).equals(start);
          yield isWholeNow ? { is: 'mended', line: fragment.line, log } : fragment;
          fragment = null;
        }
        if (content.is === 'damaged' && !line.isEnded) yield { is: 'torn', line, log };
        else if (content.is === 'damaged') {
          const bytes = line.bytes === null ? null : Buffer.from(line.bytes);
          fragment = { is: 'damaged', damage: content.damage, line: { ...line, bytes }, log };
        } else if (line.bytes !== null) {
          yield content.is === 'newer'
            ? takeNewer(line, line.bytes, log)
            : takeEvent(content.event, line, line.bytes, log);
        }
      }
      if (fragment !== null) yield fragment;
    },
    *lines() {
      yield* events.sorted();
      yield* newer.sorted();
    },
  };
}

/** The union of whole logs as the bytes of one. */
export function mergeLogs(logs: readonly Bytes[]): Buffer {
  const union = createLogUnion();
  for (const log of logs) for (const _ of union.take(log));
  const lines: Buffer[] = [];
  for (const line of union.lines()) lines.push(Buffer.from(line), Buffer.from('\n'));
  return Buffer.concat(lines);
}
