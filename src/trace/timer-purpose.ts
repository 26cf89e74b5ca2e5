import type { RunningTimer, TraceEvent } from './trace.ts';

/**
 * What a timer that expired was for. A probe of a shut window that carries a byte waits for its ACK like other data, so
 * the retransmission timer sends it again; what it does is probe (RFC 9293 §3.8.6.1).
 */
export function purposeOf({ timer, after }: Extract<TraceEvent, { kind: 'timer' }>): RunningTimer['name'] {
  if (timer !== 'retransmission' || after === null || after.sndWnd > 0) return timer;
  const windowKnown = after.state !== 'SYN-SENT' && after.state !== 'SYN-RECEIVED' && after.state !== 'CLOSED';
  return windowKnown ? 'persist' : timer;
}
