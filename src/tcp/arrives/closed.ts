import type { Segment } from '../segment.ts';
import { resetFor } from '../sending/transmit.ts';
import type { Tcb } from '../tcb.ts';

/** §3.10.7.1, CLOSED: all data is discarded, a RST is discarded, anything else is answered with a RST. */
export function arrivesClosed(tcb: Tcb, segment: Segment): void {
  const reset = resetFor(segment);
  if (reset === null) {
    tcb.notes.push('rst-ignored');
    return;
  }
  tcb.notes.push('no-connection', 'rst-sent');
  tcb.settings.emit({ kind: 'send', segment: reset, repeats: false });
}
