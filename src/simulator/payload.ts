import { HOST_NAMES, type HostName } from '../trace/trace.ts';

/**
 * After so many bytes a stream repeats itself, so that one of any length is views of a few megabytes. A prime: bytes
 * that a mistake moves by some segments, by a window or by a power of two come from another place of the period, and
 * look different.
 */
const PERIOD = 4_194_301;

/** No piece of a long stream is longer; another prime, so that one left out or taken twice is noticed as well. */
const PIECE = 1_000_003;

/** The period of a host's stream, as far as it has been needed: its first `known` bytes are there. */
interface Stream {
  readonly bytes: Uint8Array;
  known: number;
}

const streams: Partial<Record<HostName, Stream>> = {};

/** The period of `host`, with at least the first `upTo` bytes there. */
function period(host: HostName, upTo: number): Uint8Array {
  const stream = streams[host] ?? { bytes: new Uint8Array(PERIOD), known: 0 };
  streams[host] = stream;
  for (; stream.known < upTo; stream.known++) stream.bytes[stream.known] = scrambled(host, stream.known);
  return stream.bytes;
}

/** A byte that tells nothing of its neighbours (the finalizer of MurmurHash3), another for each host. */
function scrambled(host: HostName, at: number): number {
  let bits = (at + 1) * HOST_NAMES.length + HOST_NAMES.indexOf(host);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) & 0xff;
}

/** The byte at `offset` of what `host` sends in one connection. */
export function payloadByte(host: HostName, offset: number): number {
  const at = offset % PERIOD;
  return period(host, at + 1)[at] ?? 0;
}

/** Bytes offset..offset+length of what `host` sends in one connection. To be read only: others share them. */
export function payload(host: HostName, offset: number, length: number): Uint8Array {
  const start = offset % PERIOD;
  if (start + length <= PERIOD) return period(host, start + length).subarray(start, start + length);
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of payloadPieces(host, offset, length)) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The same bytes in one piece or more: however many they are, they take next to no memory. */
export function* payloadPieces(host: HostName, offset: number, length: number): Generator<Uint8Array> {
  const end = offset + length;
  let at = offset;
  do {
    const piece = payload(host, at, Math.min(end - at, PIECE, PERIOD - (at % PERIOD)));
    yield piece;
    at += piece.length;
  } while (at < end);
}
