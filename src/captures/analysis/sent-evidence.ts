import { seqGe, seqGt } from '../../tcp/sequence.ts';
import type { State } from '../../tcp/state.ts';
import type { EndState } from './end-state.ts';
import type { Passing } from './passing.ts';
import { isShut, type Side } from './side.ts';

/** A segment and the two ends, with what was known of both right before it. */
export interface Evidence {
  readonly passing: Passing;
  /** Of the sender. */
  readonly own: EndState;
  /** Of the receiver. */
  readonly peer: EndState;
  /** RCV.NXT of the receiver, by all that was captured before this segment. */
  readonly rcvNxt: number;
  /** SND.NXT of the sender before this segment. */
  readonly sndNxt: number;
}

/** What the sender of a segment must have been in when it sent it: what it sends proves what it has received (RFC 9293 Figure 5). */
export function concludeFromSent(evidence: Evidence): void {
  const { passing, own } = evidence;
  if (passing.rst) {
    sentReset(evidence);
    return;
  }
  own.gone = false;
  own.inDoubt = false;
  if (passing.syn) {
    sentSyn(evidence);
    return;
  }
  if (!passing.hasAck) return;
  const { receiver, segment } = passing;
  if (segment.ack === receiver.nxt) receiver.inDoubt = false;
  sentAck(evidence);
  if (segment.len > 0 && segment.seq === evidence.sndNxt) own.sentNew = true;
  if (passing.fin) sentFin(evidence);
  else settleOpen(evidence);
  remember(evidence);
}

function sentSyn({ passing, own }: Evidence): void {
  if (!passing.hasAck) {
    if (own.state === null) own.state = 'SYN-SENT';
    return;
  }
  if (own.state === null || own.state === 'LISTEN') own.passive = true;
  if (own.state === null || own.state === 'LISTEN' || own.state === 'SYN-SENT') own.state = 'SYN-RECEIVED';
}

/** An ACK without SYN. */
function sentAck({ passing, own, peer, sndNxt }: Evidence): void {
  const { segment, sender, receiver } = passing;
  if (own.state === 'SYN-SENT' && receiver.iss !== null && seqGt(segment.ack, receiver.iss)) own.state = 'ESTABLISHED';
  if (own.state === 'SYN-RECEIVED') {
    // Data goes only after the handshake, except in answer to a SYN with data (RFC 7413).
    const sendsData = segment.len > 0 && peer.nxtAtSynAck !== null && !synHadData(receiver);
    if (sendsData || acknowledgesAfter(segment.ack, peer.nxtAtSynAck)) own.state = 'ESTABLISHED';
  }
  if (own.state === 'FIN-WAIT-1' && acknowledgesAfter(segment.ack, peer.nxtAtFinAck)) own.state = 'FIN-WAIT-2';
  if (!acknowledgesFin(segment.ack, receiver)) return;
  // It had received the FIN, and that all it had sent was acknowledged; data that was waiting would go now.
  if (!own.finReceived) {
    own.finReceived = true;
    own.idle = peer.finAck === sndNxt && segment.len === 0 && !isShut(receiver);
  }
  // What was not captured of it may be a FIN of its own.
  const sentNoFin = segment.seq === sndNxt && sender.gaps.isEmpty;
  if (own.state === 'ESTABLISHED' || own.state === 'SYN-RECEIVED') own.state = sentNoFin ? 'CLOSE-WAIT' : null;
  else if (own.state === 'FIN-WAIT-2') own.state = 'TIME-WAIT';
  else if (own.state === 'FIN-WAIT-1') own.state = afterFinOf(peer);
  else if (own.state === null && sender.finEnd === null && own.sentNew && sentNoFin) own.state = 'CLOSE-WAIT';
}

/** FIN-WAIT-1 and the peer's FIN: whether its own was acknowledged with it decides (RFC 9293 Figure 5). */
function afterFinOf(peer: EndState): State | null {
  if (peer.finsWithout === 0) return 'TIME-WAIT';
  return peer.nxtAtFinAck === null ? 'CLOSING' : null;
}

/** Whether it proves that something was received which its sender sent after `mark`. */
const acknowledgesAfter = (ack: number, mark: number | null) => mark !== null && seqGt(ack, mark);

const acknowledgesFin = (ack: number, { finEnd }: Side) => finEnd !== null && seqGe(ack, finEnd);

function synHadData({ iss, log }: Side): boolean {
  if (iss === null) return false;
  const syn = log.covering(iss, (iss + 1) >>> 0)?.first;
  return syn === undefined || syn.end !== (iss + 1) >>> 0;
}

/** Its first FIN; a FIN sent again changes nothing. */
function sentFin({ passing, own, peer, sndNxt }: Evidence): void {
  const { segment, receiver, end } = passing;
  const acks = acknowledgesFin(segment.ack, receiver);
  if (acks) own.finsWithAck++;
  else own.finsWithout++;
  if (own.finAck !== null) return;
  own.finAck = segment.ack;
  if (!seqGt(end, sndNxt) && own.state !== 'ESTABLISHED') {
    // It was sent earlier than what was captured of it before, perhaps before the peer's FIN came.
    own.state = null;
    return;
  }
  // Its CLOSE came before the peer's FIN if data was in its way: then it was never in CLOSE-WAIT, but is in CLOSING.
  if (own.state === 'CLOSE-WAIT') own.state = own.idle ? 'LAST-ACK' : null;
  else if (own.state === 'ESTABLISHED' || own.state === 'SYN-RECEIVED') own.state = 'FIN-WAIT-1';
  else if (own.state === null) {
    if (acks) own.state = own.idle ? 'LAST-ACK' : null;
    else if (peer.sentNew && receiver.finEnd === null) own.state = 'FIN-WAIT-1';
  }
}

/** In the middle of a conversation: both ends were seen to send new data, and neither a FIN since. */
function settleOpen({ passing: { sender, receiver }, own, peer }: Evidence): void {
  if (sender.finEnd !== null || receiver.finEnd !== null || !own.sentNew || !peer.sentNew) return;
  if (own.state === null) own.state = 'ESTABLISHED';
  if (peer.state === null && !peer.gone) peer.state = 'ESTABLISHED';
}

function remember({ passing, own }: Evidence): void {
  const { segment, sender, receiver } = passing;
  if (own.nxtAtSynAck === null && receiver.iss !== null && seqGt(segment.ack, receiver.iss))
    own.nxtAtSynAck = sender.nxt;
  if (own.nxtAtFinAck === null && acknowledgesFin(segment.ack, receiver)) own.nxtAtFinAck = sender.nxt;
}

/** A RST that its sender may mean for this connection ends it there; one that refuses a wrong ACK does not (RFC 9293 §3.5.2). */
function sentReset({ passing, own, sndNxt }: Evidence): void {
  const { segment, sender, receiver } = passing;
  if (own.state === null && !sender.known) {
    // Nobody listens: the RST acknowledges the SYN.
    if (passing.hasAck && receiver.iss !== null && seqGt(segment.ack, receiver.iss)) own.state = 'CLOSED';
    return;
  }
  if (own.state === 'SYN-SENT' || own.state === 'SYN-RECEIVED') {
    // <SEQ=SEG.ACK> of a segment whose ACK fits nothing it sent: it goes on waiting.
    if (sender.iss !== null && segment.seq !== (sender.iss + 1) >>> 0) return;
  }
  const inStream = segment.seq === sndNxt || (receiver.ackKnown && segment.seq === receiver.ack);
  if (inStream) own.state = 'CLOSED';
}
