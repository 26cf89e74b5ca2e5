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
 * but is still to be shown, is met too: the move then stands before what sends it.
 */
export function struck({ sandbox, strikes }: Made, move: NextSegment, moment: Moment): Made {
  const { from, effect } = move;
  const next = sentBy(sandbox, from)[moment.hosts[from].sent];
  const due = next !== undefined && next.sentMs <= moment.actMs;
  const changed = due ? beforeIt(sandbox, move, next.sentMs) : act(sandbox, moment.actMs, move);
  const at = changed.moves.findLast((one) => one.move === move)?.ms ?? moment.actMs;
  const nth = due ? moment.hosts[from].sent + 1 : 1 + sentBy(sandbox, from).filter(({ sentMs }) => sentMs <= at).length;
  return { sandbox: changed, strikes: [...strikes, { from, nth, effect }] };
}

function sentBy({ trace }: Sandbox, host: HostName): readonly TracedSegment[] {
  return trace.segments.filter(({ from, origin }) => from === host && origin === 'tcp');
}

/** With the move before the last call made by hand at `ms`, or else in the ms before. */
function beforeIt(sandbox: Sandbox, move: NextSegment, ms: number): Sandbox {
  const { moves } = sandbox;
  const call = moves.findLastIndex((one) => one.ms === ms && one.move.kind === 'call' && one.move.host === move.from);
  const [kept, later] = call === -1 ? [moves, []] : [moves.slice(0, call), moves.slice(call)];
  const at = call === -1 ? Math.max(0, Math.ceil(ms) - 1) : ms;
  const all: readonly TimedMove[] = [...kept, { ms: at, move }, ...later];
  return [...all]
    .sort((a, b) => a.ms - b.ms)
    .reduce((done, one) => act(done, one.ms, one.move), openSandbox(sandbox.base, sandbox.seed));
}
