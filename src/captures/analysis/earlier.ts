import { ACK, RST, SYN } from '../../tcp/segment.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { ConversationTrack } from './conversation-track.ts';
import { networkCopyIn } from './network-copy.ts';
import type { Side } from './side.ts';

/** How far from where a conversation stood a segment may lie and still belong to it. */
const NEAR = 0x10_0000;

/** A SYN that was not answered by a SYN yet: it may never be, and the conversation before it may still be going on. */
export function isOnlyAsked({ sides: { client, server } }: ConversationTrack): boolean {
  return client.iss !== null && server.iss === null && !client.synAckSent && !client.ackKnown;
}

/**
 * Whether a SYN begins another conversation on the ports of `track`: it has another ISN, or the same after that
 * conversation went its whole way. A SYN that crosses the peer's belongs to the same (RFC 9293 Figure 7).
 */
export function startsAnother(segment: CapturedSegment, track: ConversationTrack, from: HostName): boolean {
  if ((segment.flags & (SYN | ACK)) !== SYN) return false;
  const sender = track.sides[from];
  const receiver = track.sides[peerOf(from)];
  if (isAcknowledged(segment, sender, receiver)) return false;
  if (!sender.known) return receiver.iss === null || receiver.ackKnown || track.isOver;
  if (sender.iss !== segment.seq) return true;
  return track.isOver && track.handshakeAcked && networkCopyIn(sender, segment) === null;
}

/**
 * A SYN whose SYN,ACK is in the capture already: it was captured late, or goes again after one that came before the capture
 * began.
 */
function isAcknowledged({ seq }: CapturedSegment, sender: Side, receiver: Side): boolean {
  const next = (seq + 1) >>> 0;
  const isFirst = sender.iss === null && (!sender.known || sender.nxt === next);
  return isFirst && receiver.iss !== null && receiver.ackKnown && receiver.ack === next;
}

/**
 * Which end of the conversation before sent a segment, where the segment belongs to that one; null where it does not. As long
 * as a SYN on its ports is not answered by another SYN, what has the numbers of the old one is from it, such as a challenge
 * ACK (RFC 5961 §4) or the ACK of a half-open connection (RFC 9293 §3.5.1).
 */
export function earlierSender(segment: CapturedSegment, from: HostName, track: ConversationTrack): HostName | null {
  const { previous } = track;
  if (previous === null || !isOnlyAsked(track) || (segment.flags & SYN) !== 0) return null;
  const { seq, ack, flags } = segment;
  const { iss } = track.sides.client;
  const next = iss === null ? 0 : (iss + 1) >>> 0;
  if (from === 'client' ? seq === next : (flags & ACK) !== 0 && ack === next) return null;
  const then = hostThen(from, track, previous);
  const sender = previous.sides[then];
  const receiver = previous.sides[peerOf(then)];
  if (!sender.known || distance(seq, sender.nxt) > NEAR) return null;
  if ((flags & RST) !== 0 && (flags & ACK) === 0) return then;
  return receiver.known && distance(ack, receiver.nxt) <= NEAR ? then : null;
}

/** What a host of a conversation was in the one before on the same ports: a SYN of what was its server makes that the client. */
export function hostThen(
  host: HostName,
  { clientFlow }: Pick<ConversationTrack, 'clientFlow'>,
  previous: ConversationTrack,
): HostName {
  return previous.clientFlow === clientFlow ? host : peerOf(host);
}

const distance = (a: number, b: number) => Math.abs((a - b) | 0);
