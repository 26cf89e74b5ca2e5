import type { RunningTimer, Snapshot, TraceEvent } from './trace.ts';

/** What a timer that expired was for. */
export function purposeOf({ timer, after }: Extract<TraceEvent, { kind: 'timer' }>): RunningTimer['name'] {
  return after === null ? timer : purposeWith(timer, after);
}

/**
 * What a timer of an end with these variables is for. A probe of a shut window that carries a byte waits for its ACK like
 * other data, so the retransmission timer sends it again; what it does is probe (RFC 9293 §3.8.6.1).
 */
export function purposeWith(timer: RunningTimer['name'], { sndWnd, state }: Snapshot): RunningTimer['name'] {
  if (timer !== 'retransmission' || sndWnd > 0) return timer;
  const windowKnown = state !== 'SYN-SENT' && state !== 'SYN-RECEIVED' && state !== 'CLOSED';
  return windowKnown ? 'persist' : timer;
}
