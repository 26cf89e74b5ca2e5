import { open } from 'node:fs/promises';
import type { CaptureChunk, RawChunk } from './capture-chunk.ts';
import { gunzipped, isGzip } from './gunzip.ts';
import { Reading } from './reading.ts';

/** Large enough that asking costs nothing, small enough to stay in a processor's cache. */
const READ_SIZE = 1_048_576;

/**
 * The bytes of a capture file, or of standard input, piece by piece: unpacked when they are gzip's. Ends early, without
 * an error, when the signal says so. Throws what the system says when the file cannot be opened, or nothing of it read; a failure
 * later is the damage of the last piece.
 */
export async function* captureChunks(
  from: string | AsyncIterable<Uint8Array>,
  { signal }: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<CaptureChunk, void, undefined> {
  const reading = new Reading(typeof from === 'string' ? fileChunks(from, signal) : streamChunks(from, signal));
  const raw = reading.chunks();
  try {
    const first = await firstChunk(raw);
    if (first === null) return;
    let last: CaptureChunk | null = null;
    for await (const chunk of isGzip(first.bytes) ? gunzipped(first, raw, signal) : asTheyAre(first, raw)) {
      last = chunk;
      // Of what could not be read, the unpacking only says that it is missing.
      if (chunk.damage === null) yield chunk;
    }
    const damage = signal?.aborted ? null : (reading.damage ?? last?.damage ?? null);
    if (damage !== null && last !== null) yield { ...last, bytes: new Uint8Array(0), damage };
  } finally {
    await raw.return(undefined);
  }
}

async function* asTheyAre(first: RawChunk, rest: AsyncIterable<RawChunk>): AsyncGenerator<CaptureChunk> {
  yield { ...first, compressed: false, damage: null };
  for await (const chunk of rest) yield { ...chunk, compressed: false, damage: null };
}

/** The first piece with enough bytes to tell gzip by; shorter only when the file is. Null for an empty one. */
async function firstChunk(raw: AsyncGenerator<RawChunk>): Promise<RawChunk | null> {
  let first: RawChunk | null = null;
  while (first === null || first.bytes.length < 2) {
    const { done, value } = await raw.next();
    if (done) break;
    first = first === null ? value : { ...value, bytes: Buffer.concat([first.bytes, value.bytes]) };
  }
  return first;
}

/** Reads the next piece while the one before is worked on. */
async function* fileChunks(path: string, signal: AbortSignal | undefined): AsyncGenerator<RawChunk, void, undefined> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    const total = stat.isFile() ? stat.size : null;
    const buffers = [new Uint8Array(READ_SIZE), new Uint8Array(READ_SIZE)] as const;
    let read = 0;
    let pending = file.read(buffers[0], 0, READ_SIZE, null);
    try {
      for (let i = 1; !signal?.aborted; i = 1 - i) {
        const { buffer, bytesRead } = await pending;
        if (bytesRead === 0) break;
        pending = file.read(i === 1 ? buffers[1] : buffers[0], 0, READ_SIZE, null);
        // It may fail while nobody waits for it yet; whoever does is told.
        pending.catch(() => undefined);
        read += bytesRead;
        yield { bytes: buffer.subarray(0, bytesRead), read, total };
      }
    } finally {
      // Nobody may close a file that is being read; what that last read says no longer matters.
      await pending.catch(() => undefined);
    }
  } finally {
    await file.close();
  }
}

/** A stream may keep quiet for ever: the signal ends the waiting too. */
async function* streamChunks(
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<RawChunk, void, undefined> {
  const pieces = stream[Symbol.asyncIterator]();
  let stop = () => {};
  const onAbort = () => stop();
  signal?.addEventListener('abort', onAbort);
  let read = 0;
  try {
    while (!signal?.aborted) {
      const next = await new Promise<IteratorResult<Uint8Array> | null>((resolve, reject) => {
        stop = () => resolve(null);
        pieces.next().then(resolve, reject);
      });
      if (next === null || next.done) return;
      read += next.value.length;
      yield { bytes: next.value, read, total: null };
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // Not waited for: a stream that keeps quiet answers only at its end.
    pieces.return?.().catch(() => undefined);
  }
}
