import { ACK, NOT_ECT, type Segment, type SegmentOptions, SYN } from '../../../src/tcp/segment.ts';
import type { Numbers } from './numbers.ts';
import type { Packet } from './script.ts';

/** The first field in which a segment is not what the script expects, or null. Of the flags only `judged` count. */
export function difference(packet: Packet, segment: Segment, numbers: Numbers, judged: number): string | null {
  if ((segment.flags & judged) !== (packet.flags & judged)) return 'flags';
  if (segment.seq !== expectedSeq(packet, segment, numbers)) return 'sequence number';
  if (segment.data.length !== packet.length) return 'length';
  if (packet.flags & ACK && segment.ack !== packet.ack) return 'acknowledgment number';
  if (packet.window !== null && segment.window !== packet.window) return 'window';
  if (segment.urgent !== packet.urgent) return 'urgent pointer';
  if (packet.ecn === 'ect' ? segment.ecn === NOT_ECT : packet.ecn !== null && segment.ecn !== packet.ecn) return 'ECN';
  return packet.options === 'any' ? null : optionDifference(packet.options, segment.options);
}

/** A reset of a segment without ACK has the sequence number 0 itself, whatever the ISS (RFC 9293 §3.10.7.1). */
function expectedSeq(packet: Packet, segment: Segment, numbers: Numbers): number {
  if (packet.seq === 0 && segment.seq === 0 && !(segment.flags & SYN)) return 0;
  return numbers.meant(packet.seq);
}

/** Options are compared one by one; their order and padding are the endpoint's affair. TSval is learned, not judged. */
function optionDifference(expected: SegmentOptions, got: SegmentOptions): string | null {
  if (expected.mss !== got.mss) return 'mss option';
  if (expected.windowScale !== got.windowScale) return 'wscale option';
  if (expected.sackPermitted !== got.sackPermitted) return 'sackOK option';
  if ((expected.timestamps === undefined) !== (got.timestamps === undefined)) return 'TS option';
  if (expected.timestamps?.[1] !== got.timestamps?.[1]) return 'TS ecr';
  return sameBlocks(expected.sack ?? [], got.sack ?? []) ? null : 'sack option';
}

function sameBlocks(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): boolean {
  return a.length === b.length && a.every((block, at) => block[0] === b[at]?.[0] && block[1] === b[at]?.[1]);
}
