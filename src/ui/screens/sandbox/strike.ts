import { act, type Move, openSandbox, type Sandbox, type TimedMove } from '../../../simulator/sandbox/sandbox.ts';
import type { HostName, TracedSegment } from '../../../trace/trace.ts';
import type { Moment, Strike } from './moment.ts';

/** A sandbox with what was arranged for segments in it. */
export interface Made {
  readonly sandbox: Sandbox;
  readonly strikes: readonly Strike[];
}

type NextSegment = Extract<Move, { kind: 'next-segment' }>;

/**
 * The network does something to the next segment of a side that has not been seen yet. One that leaves at this very time,
 * but is still to be shown, is met too: the move then stands before what sends it, and counts past what has been seen.
 */
export function struck(made: Made, move: NextSegment, moment: Moment): Made {
  const { from, effect } = move;
  const { actMs } = moment;
  const { sent } = moment.hosts[from];
  const next = sentBy(made.sandbox, from)[sent];
  const before = next !== undefined && next.sentMs <= actMs ? beforeIt(made.sandbox, move, moment, next) : null;
  const strikes = made.strikes.filter(({ ms }) => ms <= actMs);
  if (before !== null) return { sandbox: before, strikes: [...strikes, { from, nth: sent + 1, effect, ms: actMs }] };
  const sandbox = act(made.sandbox, actMs, move);
  const gone = sentBy(sandbox, from).filter(({ sentMs }) => sentMs <= actMs).length;
  return { sandbox, strikes: [...strikes, { from, nth: gone + 1, effect, ms: actMs }] };
}

function sentBy({ trace }: Pick<Sandbox, 'trace'>, host: HostName): readonly TracedSegment[] {
  return trace.segments.filter(({ from, origin }) => from === host && origin === 'tcp');
}

/** With the move in the ms before a segment that is next to be seen; null where it would not meet that one. */
function beforeIt(
  { base, seed, moves, trace }: Sandbox,
  move: NextSegment,
  { actMs, hosts }: Moment,
  next: TracedSegment,
): Sandbox | null {
  const kept = moves.filter(({ ms }) => ms <= actMs);
  const at = Math.ceil(next.sentMs) - 1;
  const seen = sentBy({ trace }, move.from).slice(0, hosts[move.from].sent);
  if (at >= 0) {
    const nth = 1 + seen.filter(({ sentMs }) => sentMs > at).length;
    return replayed(base, seed, [...kept, { ms: at, move: { ...move, nth } }]);
  }
  // At the very beginning no ms lies before: it stands before all other moves, which send some of what was seen.
  for (let nth = 1; nth <= seen.length + 1; nth++) {
    const tried = replayed(base, seed, [{ ms: 0, move: { ...move, nth } }, ...kept]);
    if (firstChanged(trace.segments, tried.trace.segments) === next.n) return tried;
  }
  return null;
}

/** Number of the first segment that is otherwise, or has got a copy; null where there is none. */
function firstChanged(before: readonly TracedSegment[], after: readonly TracedSegment[]): number | null {
  for (const [index, one] of before.entries()) {
    const other = after[index];
    if (other?.origin === 'copy' && one.origin !== 'copy') return other.repeats;
    if (other === undefined || other.fate !== one.fate || other.arrivedMs !== one.arrivedMs) return one.n;
  }
  return after[before.length]?.repeats ?? null;
}

/** The sandbox with these moves made by hand and no others; those of one time in this order. */
function replayed(base: Sandbox['base'], seed: string, moves: readonly TimedMove[]): Sandbox {
  const made = moves.map(({ ms, move }) => ({ when: { kind: 'time' as const, ms }, afterMs: 0, move }));
  return openSandbox({ ...base, moves: [...base.moves, ...made] }, seed);
}
