import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { CaptureChunk } from '../../../src/captures/disk/capture-chunk.ts';
import { captureChunks } from '../../../src/captures/disk/capture-source.ts';
import { randomFrom } from '../../../src/simulator/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'seqack-captures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, bytes);
  return path;
}

/** All that comes; what is in the buffers is copied, as it holds only until the next piece. */
async function all(from: Parameters<typeof captureChunks>[0]) {
  const chunks: CaptureChunk[] = [];
  for await (const chunk of captureChunks(from)) chunks.push({ ...chunk, bytes: Uint8Array.from(chunk.bytes) });
  return { chunks, bytes: Buffer.concat(chunks.map(({ bytes }) => bytes)), last: chunks.at(-1) };
}

async function* streamOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Bytes that gzip can make a little smaller. */
function noise(length: number): Uint8Array {
  const random = randomFrom('noise');
  return Uint8Array.from({ length }, () => random.int(0, 15));
}

const data = noise(2_500_000);
const packed = new Uint8Array(gzipSync(data));

describe('a reading that fails in the middle', () => {
  const failure = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });

  async function* failing(bytes: Uint8Array, error: Error) {
    yield bytes;
    throw error;
  }

  test('gives what came before, and says why and where', async () => {
    const { bytes, last } = await all(failing(data, failure));
    expect(bytes.equals(data)).toBe(true);
    expect(last).toMatchObject({ damage: { offset: data.length, text: { en: 'reading the file failed (EIO)' } } });
  });

  test('of a compressed file, too', async () => {
    const half = packed.subarray(0, packed.length >> 1);
    const { chunks, bytes, last } = await all(failing(half, failure));
    expect(bytes.length).toBeGreaterThan(data.length / 3);
    expect(bytes.equals(data.subarray(0, bytes.length))).toBe(true);
    expect(last).toMatchObject({ compressed: true, damage: { offset: half.length } });
    expect(last?.damage?.text.en).toContain('EIO');
    expect(chunks.filter(({ damage }) => damage !== null)).toHaveLength(1);
  });

  test('with nothing before it is an error, and so is one that is not the system’s', async () => {
    await expect(all(failing(new Uint8Array(0), failure))).rejects.toBe(failure);
    const own = new TypeError('a mistake');
    await expect(all(failing(data, own))).rejects.toBe(own);
  });

  test('a file that became shorter is told from a whole one', async () => {
    const path = fileOf(data);
    let read = 0;
    let last: CaptureChunk | null = null;
    for await (const chunk of captureChunks(path)) {
      if (read === 0) truncateSync(path, 1_200_000);
      read += chunk.bytes.length;
      last = chunk;
    }
    expect(read).toBeLessThan(data.length);
    expect(last).toMatchObject({ damage: { offset: read, text: { en: expect.stringContaining('shorter') } } });
  });
});

describe('what comes is what the file holds', () => {
  test('plain, in pieces, with the size of the file', async () => {
    const { chunks, bytes } = await all(fileOf(data));
    expect(bytes.equals(data)).toBe(true);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.map(({ read }) => read)).toEqual([1_048_576, 2_097_152, 2_500_000]);
    expect(new Set(chunks.map(({ total }) => total))).toEqual(new Set([data.length]));
    expect(chunks.every(({ compressed }) => !compressed)).toBe(true);
  });

  test('nothing of an empty file', async () => {
    expect((await all(fileOf(new Uint8Array(0)))).chunks).toEqual([]);
  });

  test.each([1, 100_000])('gzip, also from a stream of pieces of %i bytes and without a size', async (size) => {
    const small = size === 1 ? data.subarray(0, 3000) : data;
    const { bytes, last } = await all(streamOf(gzipSync(small), size));
    expect(bytes.equals(small)).toBe(true);
    expect(last).toMatchObject({ compressed: true, total: null, damage: null });
  });

  test('gzip of several members, and zeros that fill the last block left out', async () => {
    const members = [data.subarray(0, 1_000_000), data.subarray(1_000_000)].map((part) => gzipSync(part));
    for (const tail of [0, 5000].map((length) => new Uint8Array(length))) {
      const { bytes, last } = await all(fileOf(Buffer.concat([...members, tail])));
      expect(bytes.equals(data)).toBe(true);
      expect(last?.damage).toBeNull();
    }
  });

  test('how far it is in a compressed file', async () => {
    const { chunks } = await all(fileOf(packed));
    expect(chunks.at(-1)).toMatchObject({ read: packed.length, total: packed.length });
    expect(chunks.every(({ read }, i) => read >= (chunks[i - 1]?.read ?? 0))).toBe(true);
  });
});

describe('gzip that is not whole', () => {
  test('cut off: everything before, and where', async () => {
    const cut = packed.subarray(0, 700_000);
    const { bytes, last } = await all(fileOf(cut));
    expect(bytes.equals(data.subarray(0, bytes.length))).toBe(true);
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(last?.damage?.offset).toBe(700_000);
    expect(last?.damage?.text.en).toContain('cut off');
  });

  test('damaged: what came before, and about where', async () => {
    const broken = packed.slice();
    broken.fill(0xff, 600_000, 601_000);
    const { bytes, last } = await all(fileOf(broken));
    expect(bytes.length).toBeGreaterThan(500_000);
    expect(bytes.subarray(0, 900_000).equals(data.subarray(0, 900_000))).toBe(true);
    expect(last?.damage?.text.en).toContain('damaged');
    expect(last?.damage?.offset).toBeGreaterThan(580_000);
    expect(last?.damage?.offset).toBeLessThan(packed.length);
  });

  test('something else behind its end: all that was packed, or nearly', async () => {
    for (const small of [data.subarray(0, 3000), data]) {
      const path = fileOf(Buffer.concat([gzipSync(small), Buffer.from('not gzip')]));
      const { bytes, last } = await all(path);
      expect(bytes.length).toBeGreaterThan(small.length - 50);
      expect(bytes.equals(small.subarray(0, bytes.length))).toBe(true);
      expect(last?.damage?.text.en).toContain('damaged');
    }
  });

  test('only its magic number', async () => {
    const { bytes, last } = await all(fileOf(packed.subarray(0, 2)));
    expect(bytes).toHaveLength(0);
    expect(last?.damage?.text.en).toContain('cut off');
  });
});

test('damage of any kind ends a gzip file, and nothing hangs', async () => {
  const small = new Uint8Array(gzipSync(data.subarray(0, 200_000)));
  const random = randomFrom('damaged gzip');
  let damaged = 0;
  for (let i = 0; i < 150; i++) {
    const broken = small.slice(0, random.chance(0.3) ? random.int(2, small.length) : small.length);
    for (let left = random.int(1, 4); left > 0; left--) broken[random.int(2, broken.length - 1)] = random.int(0, 255);
    const { chunks, last } = await all(streamOf(broken, random.int(1000, broken.length + 1000)));
    expect(chunks.every(({ damage }, at) => damage === null || at === chunks.length - 1)).toBe(true);
    if (last?.damage == null) continue;
    damaged++;
    expect(last.bytes).toHaveLength(0);
    expect(last.damage.offset).toBeLessThanOrEqual(broken.length);
  }
  expect(damaged).toBeGreaterThan(100);
});

describe('stopping', () => {
  test.each(['plain', 'gzip'])('a %s file in the middle', async (kind) => {
    const stop = new AbortController();
    let got = 0;
    for await (const { bytes } of captureChunks(fileOf(kind === 'gzip' ? packed : data), { signal: stop.signal })) {
      got += bytes.length;
      stop.abort();
    }
    expect(got).toBeGreaterThan(0);
    expect(got).toBeLessThan(data.length);
  });

  test('a stream that keeps quiet', async () => {
    const stop = new AbortController();
    const stream = new PassThrough();
    stream.write(data.subarray(0, 1000));
    let got = 0;
    setTimeout(() => stop.abort(), 20);
    for await (const { bytes } of captureChunks(stream, { signal: stop.signal })) got += bytes.length;
    expect(got).toBe(1000);
  });

  test('before it began', async () => {
    for (const from of [fileOf(data), new PassThrough()]) {
      for await (const chunk of captureChunks(from, { signal: AbortSignal.abort() }))
        expect.unreachable(`${chunk.read}`);
    }
  });

  test('by whoever reads, leaving the loop', async () => {
    for (let i = 0; i < 20; i++) for await (const chunk of captureChunks(fileOf(packed))) if (chunk.read > 0) break;
  });
});

test('what cannot be opened is what the system says', async () => {
  await expect(all(join(folder, 'nothing-here'))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(all(folder)).rejects.toMatchObject({ code: 'EISDIR' });
});
