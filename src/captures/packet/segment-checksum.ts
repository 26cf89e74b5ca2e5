import type { ChecksumState } from './captured-segment.ts';
import { type IpPacket, TCP } from './ip-packet.ts';

/*
 * Words are summed as they come in little-endian order, two at a time: the one's complement sum of swapped words is the
 * swapped sum (RFC 1071 §2), and every byte of a capture goes through here.
 */

/** What may be summed before a sum leaves 31 bits: 2^14 pairs of words. */
const AT_ONCE = 0x8000;
const SWAPPED_TCP = TCP << 8;

/** What the checksum of a segment says that is all there, from `packet.payload` to `packet.payloadEnd`. */
export function checksumState(packet: IpPacket): ChecksumState {
  const { view, payload, payloadEnd } = packet;
  const length = payloadEnd - payload;
  const addresses = addressSum(packet) + SWAPPED_TCP;
  const pseudoHeader = addresses + swapped(length & 0xffff) + swapped(length >>> 16);
  if (folded(pseudoHeader + sumOf(view, payload, payloadEnd)) === 0xffff) return 'good';
  const field = view.getUint16(payload + 16, true);
  // Hosts that let the card cut the segment leave out the length, which differs from piece to piece.
  return field === folded(pseudoHeader) || field === folded(addresses) ? 'offloaded' : 'bad';
}

function addressSum({ view, version, source, destination }: IpPacket): number {
  const length = version === 4 ? 4 : 16;
  return sumOf(view, source, source + length) + sumOf(view, destination, destination + length);
}

/** Sum of the words, folded; an odd byte is padded with zeros behind it. */
function sumOf(view: DataView, start: number, end: number): number {
  let total = 0;
  let at = start;
  while (at < end) {
    const stop = Math.min(end, at + AT_ONCE);
    let sum = 0;
    for (const last = stop - 16; at <= last; at += 16) {
      const first = view.getInt32(at, true);
      const second = view.getInt32(at + 4, true);
      const third = view.getInt32(at + 8, true);
      const fourth = view.getInt32(at + 12, true);
      sum += (first & 0xffff) + (first >>> 16) + (second & 0xffff) + (second >>> 16);
      sum += (third & 0xffff) + (third >>> 16) + (fourth & 0xffff) + (fourth >>> 16);
    }
    for (const last = stop - 2; at <= last; at += 2) sum += view.getUint16(at, true);
    if (at < stop) sum += view.getUint8(at++);
    total += sum;
  }
  return folded(total);
}

function folded(sum: number): number {
  let rest = sum;
  while (rest > 0xffff) rest = Math.floor(rest / 0x1_0000) + (rest & 0xffff);
  return rest;
}

function swapped(word: number): number {
  return ((word & 0xff) << 8) | (word >>> 8);
}
