import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type OwnDeckOptions, readOwnDecks } from '../../../src/learning/decks/own-decks.ts';

/** A data folder with one note, read `later` ms from now. */
function world(note: string) {
  const folder = mkdtempSync(join(tmpdir(), 'seqack-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const decks = join(folder, 'decks');
  mkdirSync(decks);
  const file = join(decks, 'tcp.md');
  writeFileSync(file, note);
  const cacheFolder = join(decks, '.cache');
  const read = (more: Partial<OwnDeckOptions> = {}, later = 60_000) =>
    readOwnDecks({
      folder,
      surroundings: { reserved: new Set(), scenarios: [] },
      keep: true,
      cacheOf: '1.0.0',
      now: () => Date.now() + later,
      ...more,
    });
  const cache = () => {
    const [name] = readdirSync(cacheFolder);
    return join(cacheFolder, name ?? '');
  };
  return { decks, file, cacheFolder, read, cache };
}

const NOTE = 'Q: One?\nA: Yes.\n\nQ: No answer\n';
const texts = ({ decks }: ReturnType<typeof readOwnDecks>) =>
  decks.flatMap(({ cards }) => cards.map(({ content }) => (content.kind === 'flip' ? content.back : content.text)));

test('what was read comes back the same from the cache, problems too, and is not read again', () => {
  const { read, cache } = world(NOTE);
  const first = read();
  expect(first.sources[0]?.problems).toHaveLength(1);
  expect(read()).toEqual(first);
  // A text that stands in the cache alone shows that it is used.
  const [key, body] = readFileSync(cache(), 'utf8').split('\n') as [string, string];
  const other = body.replace('Yes.', 'From the cache.');
  const sum = createHash('sha256').update(other).digest('hex');
  writeFileSync(cache(), `${key.split(' ')[0]} ${sum}\n${other}`);
  expect(texts(read())).toEqual(['From the cache.']);
  expect(texts(read({ cacheOf: null }))).toEqual(['Yes.']);
});

test('a changed note is read again, one of the same size too', () => {
  const { read, file } = world(NOTE);
  read();
  writeFileSync(file, NOTE.replace('Yes', 'Noo'));
  expect(texts(read())).toEqual(['Noo.']);
  writeFileSync(file, NOTE.replace('Yes', 'Huh'));
  utimesSync(file, 1, 1);
  expect(texts(read())).toEqual(['Huh.']);
});

test('nothing is kept of a note that was only just changed', () => {
  const { read, cacheFolder } = world(NOTE);
  read({}, 0);
  expect(() => readdirSync(cacheFolder)).toThrow();
  read();
  expect(readdirSync(cacheFolder)).toHaveLength(1);
});

test('a new note, a registry that was put back, another version, other scenarios: each is looked at', () => {
  const { read, decks, cache } = world(`${NOTE}\nQ: Two?\nA: Also.\nscenario: x\n`);
  read();
  read();
  const kept = readFileSync(cache(), 'utf8');
  const changes: (() => void)[] = [
    () => writeFileSync(join(decks, 'more.md'), NOTE.replace('One', 'More')),
    () => rmSync(join(decks, '.seqack-deck.json')),
    () => read({ cacheOf: '1.0.1' }),
    () => read({ surroundings: { reserved: new Set(), scenarios: ['x'] } }),
  ];
  for (const change of changes) {
    change();
    read();
    expect(readFileSync(cache(), 'utf8')).not.toBe(kept);
  }
  expect(read({ surroundings: { reserved: new Set(), scenarios: ['x'] } }).decks[1]?.cards[1]?.scenario).toBe('x');
});

test('a damaged cache is no cache', () => {
  const { read, cache } = world(NOTE);
  const whole = read();
  for (const damage of ['', '{}', readFileSync(cache(), 'utf8').slice(0, -5), 'x\ny']) {
    writeFileSync(cache(), damage);
    expect(read()).toEqual(whole);
  }
});

test('without a cache nothing is written', () => {
  const { read, cacheFolder } = world(NOTE);
  read({ cacheOf: null });
  read({ keep: false });
  expect(() => readdirSync(cacheFolder)).toThrow();
});
