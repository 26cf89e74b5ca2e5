import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadWithCodeCache } from '../../src/cli/code-cache.ts';

let folder: string;
let file: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seqack-code-'));
  file = join(folder, 'app.js');
  cache = join(folder, 'cache');
  const text = "exports.answer = () => 42; exports.where = __dirname; exports.sep = require('node:path').sep;";
  writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {${text}})`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (hash = 'h1') => loadWithCodeCache(file, hash, cache);
const cachedFile = () => join(cache, readdirSync(cache)[0] ?? '');
const answer = (loaded: unknown) => (loaded as { answer: () => number }).answer();

describe('the code cache', () => {
  test('loads a CommonJS file as require does', () => {
    expect(load().loaded).toMatchObject({ where: folder, sep: expect.any(String) });
  });

  test('is used at the next start, and says what had been run', () => {
    const first = load();
    expect([first.cached, answer(first.loaded)]).toEqual([null, 42]);
    first.save('plain');
    const second = load();
    expect([second.cached, answer(second.loaded)]).toEqual(['plain', 42]);
    second.save('screen');
    expect(load().cached).toBe('screen');
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['with a byte changed', (bytes: Buffer) => bytes.fill(bytes[100]! ^ 0xff, 100, 101)],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s is not used', (_, damage) => {
    load().save('screen');
    writeFileSync(cachedFile(), damage(readFileSync(cachedFile())));
    const { cached, loaded } = load();
    expect([cached, answer(loaded)]).toEqual([null, 42]);
  });

  test('of another version is not used; the newest few are kept', () => {
    const hashes = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
    for (const [i, hash] of hashes.entries()) {
      const { cached, save } = load(hash);
      expect(cached).toBeNull();
      save('screen');
      const written = readdirSync(cache).find((name) => name.includes(hash)) ?? '';
      utimesSync(join(cache, written), i, i);
    }
    expect(readdirSync(cache).map((name) => name.split('-')[1])).toEqual(['h3', 'h4', 'h5', 'h6']);
    expect(load('h4').cached).toBe('screen');
  });

  test('that cannot be written is done without', () => {
    writeFileSync(cache, 'a file where the folder should be');
    const { loaded, save } = load();
    expect(() => save('screen')).not.toThrow();
    expect(answer(loaded)).toBe(42);
  });

  test('is not touched without a folder', () => {
    const { save, cached } = loadWithCodeCache(file, 'h1', null);
    save('screen');
    expect([cached, readdirSync(folder)]).toEqual([null, ['app.js']]);
  });
});
