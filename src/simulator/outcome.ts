import type { FinalState, HostName, Trace } from '../trace/trace.ts';
import type { Host } from './host.ts';

/** How a run came out, without what happened in it. The first three as in its Trace. */
export interface Outcome {
  readonly final: Trace['final'];
  readonly endMs: number;
  readonly ended: Trace['ended'];
  /** Segments of both ends, network copies included; how many of them were such copies, and how many were lost. */
  readonly segments: number;
  readonly copies: number;
  readonly lost: number;
  readonly events: number;
}

/** How both ends stand. */
export function finalStates({ client, server }: Readonly<Record<HostName, Host>>): Trace['final'] {
  return { client: finalState(client), server: finalState(server) };
}

function finalState({ tcb, sentBytes, receivedBytes }: Host): FinalState {
  return { state: tcb?.state ?? 'CLOSED', sentBytes, receivedBytes };
}
