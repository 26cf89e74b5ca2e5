import { HOST_NAMES, type HostName } from '../trace/trace.ts';

/**
 * A stream is made of blocks that repeat in turn, so that one of any length is views of a few megabytes. Both numbers
 * are prime: bytes that a mistake moves by a block, by some segments, by a window or by a power of two come from
 * another place of the period, and look different.
 */
const BLOCK = 32_749;
const BLOCKS = 127;

/** The blocks of each host, each filled when it is first needed. */
const filled: Readonly<Record<HostName, Uint8Array[]>> = { client: [], server: [] };

/** The block that holds the byte at `offset`. */
function blockAt(host: HostName, offset: number): Uint8Array {
  const index = Math.floor(offset / BLOCK) % BLOCKS;
  const known = filled[host][index];
  if (known !== undefined) return known;
  const block = Uint8Array.from({ length: BLOCK }, (_, at) => scrambled(host, index * BLOCK + at));
  filled[host][index] = block;
  return block;
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
  return blockAt(host, offset)[offset % BLOCK] ?? 0;
}

/** Bytes offset..offset+length of what `host` sends in one connection. To be read only: others share them. */
export function payload(host: HostName, offset: number, length: number): Uint8Array {
  const start = offset % BLOCK;
  if (start + length <= BLOCK) return blockAt(host, offset).subarray(start, start + length);
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of payloadPieces(host, offset, length)) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The same bytes in one piece or more, block by block: however many they are, they take next to no memory. */
export function* payloadPieces(host: HostName, offset: number, length: number): Generator<Uint8Array> {
  const end = offset + length;
  let at = offset;
  do {
    const block = blockAt(host, at);
    const from = at % BLOCK;
    const piece = from === 0 && end - at >= BLOCK ? block : block.subarray(from, from + end - at);
    yield piece;
    at += piece.length;
  } while (at < end);
}
