import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import { NO_OPTIONS } from '../../../src/tcp/segment.ts';
import { segmentBytes } from '../../../src/tcp/wire/segment-bytes.ts';
import { type ReadCapture, readCapture } from '../read-capture.ts';
import { joined, pack, pcapOf, u8, u16, u32 } from '../writing.ts';

/*
 * IP packets made field by field, and what is read of them as raw IP.
 */

export const CLIENT = Uint8Array.of(192, 0, 2, 1);
export const SERVER = Uint8Array.of(198, 51, 100, 7);
export const CLIENT6 = Uint8Array.of(0x20, 1, 0x0d, 0xb8, ...new Uint8Array(11), 1);
export const SERVER6 = Uint8Array.of(0x20, 1, 0x0d, 0xb8, ...new Uint8Array(11), 2);

/** The data of the segments: no two words alike. */
export const dataOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

/** A segment with so many bytes of data from client to server, checksum included. */
export function tcp(length: number, source = CLIENT, destination = SERVER): Uint8Array {
  const segment = { seq: 1000, ack: 2000, flags: 0x18, window: 500, urgent: 0, ecn: 0 as const, options: NO_OPTIONS };
  const ends = [
    { address: source, port: 40_000 },
    { address: destination, port: 80 },
  ] as const;
  return segmentBytes({ ...segment, data: dataOf(length) }, ...ends);
}

interface Ipv4 {
  readonly length?: number;
  readonly id?: number;
  /** The word of flags and fragment offset. */
  readonly place?: number;
  readonly protocol?: number;
  readonly tos?: number;
  readonly options?: Uint8Array;
  readonly source?: Uint8Array;
}

export function ipv4(payload: Uint8Array, header: Ipv4 = {}): Uint8Array {
  const { id = 1, place = 0, protocol = 6, tos = 0, options = new Uint8Array(0), source = CLIENT } = header;
  const headerLength = 20 + options.length;
  const length = header.length ?? headerLength + payload.length;
  const start = pack(false, u8(0x40 | (headerLength / 4)), u8(tos), u16(length), u16(id), u16(place));
  return joined([start, pack(false, u8(64), u8(protocol), u16(0), source, SERVER, options, payload)]);
}

export function ipv6(payload: Uint8Array, next = 6, length = payload.length, trafficClass = 0): Uint8Array {
  const first = (0x6000_0000 | (trafficClass << 20)) >>> 0;
  return pack(false, u32(first), u16(length), u8(next), u8(64), CLIENT6, SERVER6, payload);
}

export interface Frame {
  readonly bytes: Uint8Array;
  /** Seconds since the first. */
  readonly at?: number;
  readonly wireLength?: number;
}

export function readPackets(...packets: (Uint8Array | Frame)[]): ReadCapture {
  return readFrames(101, packets);
}

export function readFrames(linkType: number, packets: readonly (Uint8Array | Frame)[]): ReadCapture {
  const frames = packets.map((packet) => {
    const { bytes, at = 0, wireLength = bytes.length } = packet instanceof Uint8Array ? { bytes: packet } : packet;
    return { seconds: 1_700_000_000 + at, nanoseconds: 0, bytes, wireLength };
  });
  return readCapture(pcapOf(frames, { linkType }));
}

/** The only segment of these packets; fails when there are more or none. */
export function onlySegment(...packets: (Uint8Array | Frame)[]): CapturedSegment {
  const { segments, tally } = readPackets(...packets);
  const [segment] = segments;
  if (segment === undefined || segments.length > 1) throw new Error(`not one segment: ${JSON.stringify(tally)}`);
  return segment;
}

/** Why a frame was passed over. */
export function whyPassed(read: ReadCapture): readonly string[] {
  return Object.entries(read.tally.passedOver).flatMap(([why, count]) => Array<string>(count).fill(why));
}
