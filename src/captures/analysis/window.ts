import { seqGe } from '../../tcp/sequence.ts';
import type { Passing } from './passing.ts';
import { agreeOnScaling } from './side.ts';

/** The window a segment offers, bytes; that of a SYN is never scaled (RFC 7323 §2.2). Null where the scaling is not known. */
export function windowBytesOf({ segment, sender, receiver, syn }: Passing): number | null {
  if (syn) agreeOnScaling(sender, receiver);
  if (syn || segment.window === 0) return segment.window;
  return sender.scale === null ? null : segment.window * sender.scale;
}

/** What a segment says of its sender's window, and whether its data fills that of the receiver. Before `keepWindow`. */
export function takeWindow(passing: Passing, repeatsAck: boolean, bytes: number | null): void {
  const { segment, receiver, findings } = passing;
  if (passing.syn || passing.rst) return;
  if (segment.window === 0) findings.push({ kind: 'zero-window' });
  else if (passing.length === 0 && repeatsAck && changed(passing, bytes)) findings.push({ kind: 'window-update' });
  if (segment.len > 0 && receiver.edge !== null && (segment.seq + segment.len) >>> 0 === receiver.edge)
    findings.push({ kind: 'window-full' });
}

function changed({ segment, sender }: Passing, bytes: number | null): boolean {
  if (sender.window === null) return false;
  if (bytes !== null && sender.windowBytes !== null) return bytes !== sender.windowBytes;
  return segment.window !== sender.window;
}

/** Remembers the window, unless a newer segment has said another (RFC 9293 §3.10.7.4: SND.WL2). */
export function keepWindow(passing: Passing, bytes: number | null): void {
  const { segment, sender } = passing;
  if (passing.rst) return;
  if (!passing.hasAck) {
    sender.window = segment.window;
    sender.windowBytes = bytes;
    return;
  }
  if (sender.ackKnown && !seqGe(segment.ack, sender.ack)) return;
  sender.window = segment.window;
  sender.windowBytes = bytes;
  sender.edge = bytes === null ? null : (segment.ack + bytes) >>> 0;
}
