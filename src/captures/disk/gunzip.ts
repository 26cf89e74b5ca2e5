import { createGunzip } from 'node:zlib';
import type { Text } from '../../language.ts';
import type { CaptureChunk, RawChunk } from './capture-chunk.ts';

/**
 * What is unpacked at a time: at most about a thousand times as much comes out, all of which is held until it is asked for.
 */
const MOST_AT_ONCE = 16_384;
const LEAST_AT_ONCE = 16;
/** What may be lost before damage: zlib gives nothing of the piece in which it finds some. */
const UNPACKED_AT_ONCE = 65_536;

/** Whether a file begins as gzip's do (RFC 1952 §2.3.1). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

const CUT_OFF: Text = {
  ko: 'gzip 압축이 중간에서 끝났습니다. 잘린 파일입니다.',
  en: 'the gzip data ends too early: the file was cut off',
};

const DAMAGED: Text = {
  ko: 'gzip 압축을 더 풀 수 없습니다. 파일이 손상되었습니다.',
  en: 'the gzip data cannot be unpacked from here: the file is damaged',
};

/**
 * Unpacks a gzip file of one member or several; zeros behind the last are left out, as gzip does. One that is damaged or
 * cut off gives what came before, then a piece that says so.
 */
export async function* gunzipped(
  first: RawChunk,
  rest: AsyncIterable<RawChunk>,
  signal: AbortSignal | undefined,
): AsyncGenerator<CaptureChunk, void, undefined> {
  const { total } = first;
  const unpacker = new Unpacker();
  let before = 0;
  try {
    for await (const { bytes } of withFirst(first, rest)) {
      for (let at = 0; at < bytes.length && !unpacker.over; ) {
        const packed = bytes.subarray(at, at + atOnce(before + at, total));
        at += packed.length;
        const read = before + at;
        for (const piece of await unpacker.write(packed)) yield unpackedChunk(piece, read, total);
        if (signal?.aborted) return;
      }
      before += bytes.length;
      if (unpacker.over) break;
    }
    if (signal?.aborted) return;
    for (const piece of await unpacker.end()) yield unpackedChunk(piece, before, total);
    const { damage } = unpacker;
    if (damage !== null) yield { ...unpackedChunk(new Uint8Array(0), before, total), damage };
  } finally {
    unpacker.destroy();
  }
}

/**
 * zlib gives nothing of the piece in which it finds damage, or something else behind the end. So pieces are small at both ends
 * of a file: of a small one most is saved, and of a large one nearly all.
 */
function atOnce(read: number, total: number | null): number {
  const share = Math.min(read, total === null ? read : total - read) >>> 2;
  return Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, share));
}

function unpackedChunk(bytes: Uint8Array, read: number, total: number | null): CaptureChunk {
  return { bytes, compressed: true, read, total, damage: null };
}

async function* withFirst(first: RawChunk, rest: AsyncIterable<RawChunk>): AsyncGenerator<RawChunk> {
  yield first;
  yield* rest;
}

/** Node's gunzip, a piece in, its pieces out. */
class Unpacker {
  /** Whether it takes no more: something was wrong, or what is left is not gzip's. */
  over = false;
  damage: CaptureChunk['damage'] = null;
  readonly #gunzip = createGunzip({ chunkSize: UNPACKED_AT_ONCE });
  #unpacked: Uint8Array[] = [];
  #wake = () => {};

  constructor() {
    this.#gunzip.on('data', (bytes: Uint8Array) => this.#unpacked.push(bytes));
    this.#gunzip.on('error', (error: NodeJS.ErrnoException) => {
      this.damage = { offset: this.#gunzip.bytesWritten, text: error.code === 'Z_BUF_ERROR' ? CUT_OFF : DAMAGED };
      this.#stop();
    });
    this.#gunzip.on('end', () => this.#stop());
  }

  write(packed: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.#after((done) => this.#gunzip.write(packed, done));
  }

  end(): Promise<readonly Uint8Array[]> {
    return this.#after(() => this.#gunzip.end());
  }

  destroy(): void {
    this.#gunzip.destroy();
  }

  /** What has come out when a step is done; a piece with which it is over is never reported as done. */
  async #after(start: (done: () => void) => void): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.over) resolve();
      else start(() => resolve());
    });
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    return unpacked;
  }

  #stop(): void {
    this.over = true;
    this.#wake();
  }
}
