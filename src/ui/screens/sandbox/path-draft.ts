import { least } from '../../../simulator/amount.ts';
import type { NetworkSpec } from '../../../simulator/network-spec.ts';
import type { Move, Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { stepNumber } from '../../layout/choice.ts';
import { networkAt } from './path-text.ts';

/** One direction of the network, in the values the form steps through. */
export interface PathDraft {
  /** One way, ms: the least, and how much more it may be. */
  readonly delay: number;
  readonly jitter: number;
  /** Probabilities 0..1. */
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly mark: number;
}

/** Each direction by whose segments take it. */
export type PathsDraft = Readonly<Record<HostName, PathDraft>>;

export const PATH_ROWS = ['delay', 'jitter', 'loss', 'duplicate', 'reorder', 'mark'] as const;
export type PathRow = (typeof PATH_ROWS)[number];

/** What is shown and changed: one direction, or both alike. */
export const DIRECTIONS = ['both', 'client', 'server'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const VALUES = {
  delay: [0, 1, 5, 10, 20, 50, 100, 200, 300, 500, 1000],
  jitter: [0, 5, 10, 20, 50, 100, 200, 500],
  share: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1],
} as const;

/** Both directions as they are at virtual time `ms`. */
export function pathsAt(sandbox: Sandbox, ms: number): PathsDraft {
  return { client: pathAt(sandbox, ms, 'client'), server: pathAt(sandbox, ms, 'server') };
}

function pathAt(sandbox: Sandbox, ms: number, from: HostName): PathDraft {
  const { delayMs, loss, duplicate, reorder, mark } = networkAt(sandbox, ms, from);
  return {
    delay: least(delayMs),
    jitter: typeof delayMs === 'number' ? 0 : delayMs.max - delayMs.min,
    ...{ loss, duplicate, reorder, mark },
  };
}

/** With the next or previous value of a row; both directions get the same, counted from the client's. */
export function steppedPaths(paths: PathsDraft, direction: Direction, row: PathRow, by: 1 | -1): PathsDraft {
  const values = row === 'delay' || row === 'jitter' ? VALUES[row] : VALUES.share;
  const value = stepNumber(values, paths[direction === 'server' ? 'server' : 'client'][row], by);
  const set = (host: HostName) =>
    direction === 'both' || direction === host ? { ...paths[host], [row]: value } : paths[host];
  return { client: set('client'), server: set('server') };
}

/** What of the network has to be done for it to be as in `after`: one move where both directions change alike. */
export function pathMoves(before: PathsDraft, after: PathsDraft): Move[] {
  const sets = HOST_NAMES.map((host) => ({ from: host, set: changeOf(before[host], after[host]) }));
  const [one, other] = sets.map(({ set }) => JSON.stringify(set));
  if (one === other) return sets.slice(0, 1).flatMap(({ set }) => moveOf('both', set));
  return sets.flatMap(({ from, set }) => moveOf(from, set));
}

function moveOf(from: HostName | 'both', set: Partial<NetworkSpec>): Move[] {
  return Object.keys(set).length === 0 ? [] : [{ kind: 'network', change: { from, set } }];
}

function changeOf(before: PathDraft, after: PathDraft): Partial<NetworkSpec> {
  const set: { -readonly [Name in keyof NetworkSpec]?: NetworkSpec[Name] } = {};
  if (before.delay !== after.delay || before.jitter !== after.jitter) {
    set.delayMs = after.jitter === 0 ? after.delay : { min: after.delay, max: after.delay + after.jitter };
  }
  for (const name of ['loss', 'duplicate', 'reorder', 'mark'] as const) {
    if (before[name] !== after[name]) set[name] = after[name];
  }
  if ((set.reorder ?? 0) > 0 || (set.duplicate ?? 0) > 0) set.reorderMs = Math.max(10, after.delay);
  return set;
}
