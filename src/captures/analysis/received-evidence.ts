import { seqGe, seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import type { Evidence } from './sent-evidence.ts';
import { contiguous } from './side.ts';

/**
 * What the receiver of a segment is in now, when the capture was taken there: what passes has arrived. Only what RFC 9293
 * §3.10.7 lets change a state does so: the rest is not for this connection, or is dropped.
 */
export function concludeFromReceived(evidence: Evidence): void {
  const { passing, peer } = evidence;
  if (passing.segment.checksum === 'bad') {
    passing.sender.inDoubt = true;
    return;
  }
  if (peer.state === null || peer.state === 'CLOSED' || peer.state === 'LISTEN') return;
  if (peer.state === 'SYN-SENT') {
    inSynSent(evidence);
    return;
  }
  const openedTogether = peer.state === 'SYN-RECEIVED' && !peer.passive && passing.syn && passing.hasAck;
  if (passing.rst) {
    receivedReset(evidence);
    return;
  }
  if (passing.syn && !openedTogether) return;
  if (!openedTogether && !isAcceptable(evidence)) {
    if (passing.length > 0) passing.sender.inDoubt = true;
    return;
  }
  receivedAck(evidence);
  receivedFin(evidence);
}

/** RFC 9293 §3.10.7.3. */
function inSynSent({ passing, peer }: Evidence): void {
  const { segment, receiver } = passing;
  const { iss } = receiver;
  if (iss === null) return;
  const acceptable = passing.hasAck && seqGt(segment.ack, iss) && seqLe(segment.ack, receiver.nxt);
  if (passing.hasAck && !acceptable) return;
  if (passing.rst) {
    if (acceptable) peer.state = 'CLOSED';
    return;
  }
  if (passing.syn) peer.state = acceptable ? 'ESTABLISHED' : 'SYN-RECEIVED';
}

/** RFC 9293 §3.10.7.4 step 1, Table 6, and RFC 7323 §5.3 R1. */
function isAcceptable({ passing, rcvNxt }: Evidence): boolean {
  const { segment, sender, receiver, length, end } = passing;
  const tsval = segment.options.timestamps?.[0];
  if (tsval !== undefined && sender.tsRecent !== null && seqLt(tsval, sender.tsRecent)) return false;
  // What it has thrown away it has not acknowledged either.
  const next = sender.inDoubt && receiver.ackKnown ? receiver.ack : rcvNxt;
  const edge = receiver.edge ?? next;
  if (length === 0) return segment.seq === next || (seqGt(segment.seq, next) && seqLt(segment.seq, edge));
  if (!seqGt(edge, next)) return false;
  return seqLt(segment.seq, edge) && seqGt(end, next);
}

function receivedAck({ passing, peer }: Evidence): void {
  const { segment, receiver } = passing;
  if (!passing.hasAck || seqGt(segment.ack, receiver.nxt)) return;
  if (peer.state === 'SYN-RECEIVED' && receiver.iss !== null && seqGt(segment.ack, receiver.iss))
    peer.state = 'ESTABLISHED';
  if (receiver.finEnd === null || !seqGe(segment.ack, receiver.finEnd)) return;
  if (peer.state === 'FIN-WAIT-1') peer.state = 'FIN-WAIT-2';
  else if (peer.state === 'CLOSING') peer.state = 'TIME-WAIT';
  else if (peer.state === 'LAST-ACK') peer.state = 'CLOSED';
}

/** The FIN counts when all before it has arrived in order: what arrived out of order may have been thrown away. */
function receivedFin({ passing, peer }: Evidence): void {
  const { sender, receiver } = passing;
  if (!sender.gaps.isEmpty) sender.inDoubt = true;
  if (receiver.ackKnown && receiver.ack === sender.nxt) sender.inDoubt = false;
  if (sender.finEnd === null || (receiver.ackKnown && seqGe(receiver.ack, sender.finEnd))) return;
  peer.inDoubt = sender.inDoubt || (receiver.edge !== null && seqGt(sender.finEnd, receiver.edge));
  if (peer.inDoubt || !seqGe(contiguous(sender), sender.finEnd)) return;
  if (peer.state === 'ESTABLISHED') peer.state = 'CLOSE-WAIT';
  else if (peer.state === 'FIN-WAIT-1') peer.state = 'CLOSING';
  else if (peer.state === 'FIN-WAIT-2') peer.state = 'TIME-WAIT';
}

/** RFC 9293 §3.10.7.4 step 2: only a RST at RCV.NXT resets; others are answered, or ignored (RFC 5961 §3.2). */
function receivedReset({ passing, peer, rcvNxt }: Evidence): void {
  if (passing.segment.seq !== rcvNxt) return;
  if (peer.state === 'SYN-RECEIVED') peer.state = peer.passive ? 'LISTEN' : 'CLOSED';
  // Some let a RST end TIME-WAIT, some do not (RFC 1337 §3).
  else peer.state = peer.state === 'TIME-WAIT' ? null : 'CLOSED';
}
