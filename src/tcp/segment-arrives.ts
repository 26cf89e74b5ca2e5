import { arrivesClosed } from './arrives/closed.ts';
import { arrivesListen } from './arrives/listen.ts';
import { arrivesSynSent } from './arrives/syn-sent.ts';
import { arrivesSynchronized } from './arrives/synchronized.ts';
import type { Note } from './note.ts';
import type { Segment } from './segment.ts';
import { keepAliveOnArrival } from './sending/keep-alive.ts';
import type { Tcb } from './tcb.ts';

/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7). Returns what was done, in order. Data and acknowledgements that the segment
 * calls for are sent by `output`, to be called once the user has had the chance to react.
 */
export function segmentArrives(tcb: Tcb, segment: Segment, now: number): readonly Note[] {
  tcb.notes = [];
  switch (tcb.state) {
    case 'CLOSED':
      arrivesClosed(tcb, segment); // §3.10.7.1
      break;
    case 'LISTEN':
      arrivesListen(tcb, segment, now); // §3.10.7.2
      break;
    case 'SYN-SENT':
      arrivesSynSent(tcb, segment, now); // §3.10.7.3
      break;
    default:
      arrivesSynchronized(tcb, segment, now); // §3.10.7.4
  }
  if (tcb.keepAlive.on) keepAliveOnArrival(tcb, now);
  return tcb.notes;
}
