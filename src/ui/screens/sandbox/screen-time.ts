import type { Move, Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { TraceEvent } from '../../../trace/trace.ts';
import type { Playback } from '../../components/ladder/playback.ts';

/** The screen time at which virtual time `ms` is reached: between two steps as far along as it lies between them. */
export function screenTime({ steps, endAt }: Playback, ms: number): number {
  const next = steps.findIndex((step) => step.ms > ms);
  if (next === -1) return endAt;
  const [before, after] = [steps[next - 1], steps[next]];
  if (after === undefined) return endAt;
  if (before === undefined) return 0;
  return before.at + ((after.at - before.at) * (ms - before.ms)) / (after.ms - before.ms);
}

/** The screen time at which the last of these moves, made at `ms`, is seen; null where none of them is an event itself. */
export function moveSeenAt({ trace }: Sandbox, { steps }: Playback, ms: number, moves: readonly Move[]): number | null {
  const last = moves.findLast(isEvent);
  if (last === undefined) return null;
  const own = steps.findLast(({ ms: at, event }) => {
    const what = trace.events[event];
    return at === ms && what !== undefined && isOf(what, last);
  });
  return own?.at ?? null;

  function isOf(event: TraceEvent, move: Move): boolean {
    if (move.kind === 'call' || move.kind === 'endpoint') return event.kind === 'call' && event.host === move.host;
    return event.kind === 'send' && trace.segments[event.segment - 1]?.origin !== 'tcp';
  }
}

/** Whether a move is recorded in the trace: what is arranged with the network, or for the next connection, is not. */
function isEvent(move: Move): boolean {
  if (move.kind === 'endpoint') return move.change.window !== undefined;
  return move.kind === 'call' || move.kind === 'forge';
}
