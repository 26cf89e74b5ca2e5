import type { Random } from '../../src/simulator/random.ts';
import type { Scope } from './scope.ts';

/** What a part of the torture works with. */
export interface World {
  /** The built program, or whatever stands in its place. */
  readonly program: string;
  /** A compiled writer.ts: appends through the real store until it is killed. */
  readonly writer: string;
  readonly scope: Scope;
  readonly random: Random;
  /** How many kills, or answers of each writer; null: the part's own number. */
  readonly count: number | null;
  /** How many programs run at once. */
  readonly jobs: number;
  /** Tells that something goes on; a line that the next one may overwrite. */
  readonly progress: (text: string) => void;
}

/** A line of the table: what was counted, and whether it is as it has to be. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** 'told': a figure for information, nothing to hold it against. */
  readonly verdict: 'ok' | 'WRONG' | 'told' | 'skipped';
  /** What exactly was wrong, a line each. */
  readonly details: readonly string[];
}

export type Part = (world: World) => Promise<readonly Row[]>;

/** A count that has to have one value. */
export function counted(what: string, count: number, wanted: number, details: readonly string[] = []): Row {
  const figure = count === wanted ? grouped(count) : `${grouped(count)}, not ${grouped(wanted)}`;
  return { what, figure, verdict: count === wanted ? 'ok' : 'WRONG', details };
}

/** A count for information. */
export function told(what: string, count: number): Row {
  return { what, figure: grouped(count), verdict: 'told', details: [] };
}

/** Something that has to hold; `details` say what was seen instead. */
export function holds(what: string, isSo: boolean, details: readonly string[] = []): Row {
  return { what, figure: isSo ? 'yes' : 'no', verdict: isSo ? 'ok' : 'WRONG', details: isSo ? [] : details };
}

/** What could not be tried here, and why. */
export function skipped(what: string, why: string): Row {
  return { what, figure: why, verdict: 'skipped', details: [] };
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
