import type { Bytes } from './log-bytes.ts';
import { lineReader } from './log-lines.ts';

/** Where a line is. */
export interface Place {
  /** Which of the logs, from 0. */
  readonly log: number;
  /** The line's number, from 1. */
  readonly number: number;
  /** Where its first byte is. */
  readonly start: number;
}

/** Lines by key, each with a time and its place: what is known of logs without their text being held in memory. */
export interface LogIndex {
  readonly size: number;
  /** The place of the line of that key; null when there is none. */
  placeOf(key: string): Place | null;
  /** Puts a line in, in place of the one of that key when there is one. */
  set(key: string, at: number, place: Place): void;
  /** The text of the line at a place. Good until the next one is asked for. */
  lineAt(place: Place): Buffer;
  /** All lines, by time and then by key. */
  sorted(): Generator<Buffer>;
}

/** An empty index of lines in these logs; more logs may be pushed later. Columns, as a million objects would be large. */
export function createLogIndex(logs: readonly Bytes[]): LogIndex {
  const rows = new Map<string, number>();
  const keys: string[] = [];
  const times: number[] = [];
  const inLog: number[] = [];
  const numbers: number[] = [];
  const starts: number[] = [];
  const readers: ((start: number) => Buffer)[] = [];

  const placeAt = (row: number): Place => ({
    log: inLog[row] ?? 0,
    number: numbers[row] ?? 0,
    start: starts[row] ?? 0,
  });
  const lineAt = ({ log, start }: Place): Buffer => {
    const source = logs[log];
    if (source === undefined) throw new RangeError(`there is no log ${log}`);
    const reader = readers[log] ?? lineReader(source);
    readers[log] = reader;
    return reader(start);
  };
  const compare = (a: number, b: number): number => {
    const apart = (times[a] ?? 0) - (times[b] ?? 0);
    if (apart !== 0) return apart;
    return (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1;
  };

  return {
    get size() {
      return keys.length;
    },
    placeOf(key) {
      const row = rows.get(key);
      return row === undefined ? null : placeAt(row);
    },
    set(key, at, { log, number, start }) {
      const known = rows.get(key);
      const row = known ?? keys.length;
      if (known === undefined) {
        rows.set(key, row);
        keys.push(key);
      }
      times[row] = at;
      inLog[row] = log;
      numbers[row] = number;
      starts[row] = start;
    },
    lineAt,
    *sorted() {
      const order = Uint32Array.from(keys, (_, row) => row).sort(compare);
      for (const row of order) yield lineAt(placeAt(row));
    },
  };
}
