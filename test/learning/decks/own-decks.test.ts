import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { REGISTRY_NAME } from '../../../src/curriculum/decks/registry.ts';
import { openAddedDecks } from '../../../src/learning/decks/added-decks.ts';
import { type OwnDeckOptions, readOwnDecks } from '../../../src/learning/decks/own-decks.ts';

const CARD = 'Q: a\nA: b\n';
const isRoot = process.getuid?.() === 0;

interface World {
  readonly folder: string;
  readonly data: string;
  write(path: string, content: string | Uint8Array): string;
  read(keep?: boolean): ReturnType<typeof readOwnDecks>;
  add(...paths: string[]): void;
  /** Problems of notes, as 'severity file:line: message', then the other problems. */
  told(): string[];
}

function world(): World {
  const folder = mkdtempSync(join(tmpdir(), 'seqack-decks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const options: Omit<OwnDeckOptions, 'keep'> = {
    folder: data,
    surroundings: { reserved: new Set(['handshake']), scenarios: [] },
    cacheOf: null,
    now: () => 42,
  };
  const read = (keep = true) => readOwnDecks({ ...options, keep });
  return {
    folder,
    data,
    read,
    write(path, content) {
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    add(...paths) {
      openAddedDecks(join(data, 'decks'), () => 42).save(paths.map((path) => join(folder, path)));
    },
    told() {
      const { sources, problems } = read(false);
      return [
        ...sources.flatMap((source) =>
          source.problems.map(({ severity, file, line, message }) => `${severity} ${file}:${line}: ${message.en}`),
        ),
        ...problems.map(({ en }) => en.replaceAll(folder, '')),
      ];
    },
  };
}

describe('where decks are found', () => {
  test('in the data folder and where they were added, in folders inside and through links', () => {
    const { write, add, read, folder, told } = world();
    write('data/decks/tcp.md', CARD);
    write('data/decks/sub/x.markdown', CARD);
    write('data/decks/.git/no.md', CARD);
    write('data/decks/node_modules/no.md', CARD);
    write('data/decks/notes.txt', CARD);
    write('elsewhere/udp.md', CARD);
    write('one.txt', CARD);
    write('linked/dns.md', CARD);
    symlinkSync(join(folder, 'linked'), join(folder, 'elsewhere/link'));
    symlinkSync('..', join(folder, 'elsewhere/loop'));
    add('elsewhere', 'one.txt');
    const ids = read().decks.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['sub-x', 'tcp']);
    expect(ids).toContain('udp');
    expect(ids).toContain('link-dns');
    expect(ids.at(-1)).toBe('one-txt');
    expect(told()).toEqual([]);
  });

  test('nothing yet is no problem, and nothing is made', () => {
    const { read, data } = world();
    expect(read()).toEqual({ sources: [], decks: [], problems: [] });
    expect(existsSync(data)).toBe(false);
  });

  test('of two decks with the same id the first counts', () => {
    const { write, add, read, told } = world();
    write('data/decks/tcp.md', CARD);
    write('elsewhere/tcp.md', 'Q: c\nA: d\n');
    write('elsewhere/udp.md', CARD);
    add('elsewhere');
    expect(read().decks.map(({ id, cards }) => [id, cards.length])).toEqual([
      ['tcp', 1],
      ['udp', 1],
    ]);
    expect(told()).toEqual([
      expect.stringContaining('error tcp.md:1: Its deck would be called "tcp" like the one of '),
    ]);
  });

  test('what is gone, no text, too large or no file is told in one line, and the rest is read', () => {
    const { write, add, read, told, folder } = world();
    write('n/good.md', CARD);
    write('n/euc.md', Buffer.from([0x51, 0x3a, 0x0a, 0xb0, 0xa1, 0x0a]));
    write('n/utf16.md', Buffer.from('\ufeffQ: a\nA: b', 'utf16le'));
    write('n/large.md', 'x'.repeat(1_000_001));
    write('n/limit.md', `${CARD}${' '.repeat(1_000_000 - CARD.length)}`);
    symlinkSync('nowhere', join(folder, 'n/dead.md'));
    execFileSync('mkfifo', [join(folder, 'n/pipe.md')]);
    add('n', 'gone');
    expect(read().decks.map(({ id }) => id)).toEqual(['good', 'limit']);
    expect(told()).toEqual([
      'error dead.md:1: A link to a file that is not there.',
      'error euc.md:2: Not UTF-8 text from here on. Save the file as UTF-8.',
      'error large.md:1: The file is larger than 1 MB. Divide it.',
      'error utf16.md:1: Not UTF-8 text from here on. Save the file as UTF-8.',
      'The decks of /gone cannot be read (ENOENT). When it is gone for good: seqack deck remove /gone',
    ]);
  });

  test.skipIf(isRoot)('what may not be read', () => {
    const { write, add, told } = world();
    write('n/good.md', CARD);
    chmodSync(write('n/secret.md', CARD), 0);
    add('n');
    expect(told()).toEqual(['error secret.md:1: No permission to read it; left out.']);
  });

  test('folders too deep, and too many files, are told', () => {
    const { write, add, told } = world();
    write(`n/${'d/'.repeat(18)}deep.md`, CARD);
    write('n/good.md', CARD);
    for (let i = 0; i < 5001; i++) write(`many/${i}.md`, '');
    add('n', 'many');
    expect(told()).toEqual([
      `error ${'d/'.repeat(17).slice(0, -1)}:1: The folders go too deep here; what is in this one is left out.`,
      'error .:1: Too many files in this folder (50,000, or 5,000 notes, or 50 MB of notes); the rest is left out. Add a folder inside it instead.',
    ]);
  });

  test('a damaged or newer list is told and not lost', () => {
    for (const [text, start] of [
      ['{"version":1,"paths":[', 'is damaged'],
      ['{"version":1,"paths":[7]}', 'is damaged'],
      ['{"version":2}', 'is of a newer seqack'],
    ] as const) {
      const { write, told, data, folder, add } = world();
      write('data/decks/added.json', text);
      expect(told()).toEqual([expect.stringContaining(start)]);
      if (start === 'is damaged') {
        add('x');
        expect(readFileSync(join(data, 'decks/added.corrupt-42.json'), 'utf8')).toBe(text);
        expect(told()).toEqual([expect.stringContaining('The decks of /x cannot be read (ENOENT).')]);
      } else {
        expect(() => add('x')).toThrow('newer');
        expect(readFileSync(join(folder, 'data/decks/added.json'), 'utf8')).toBe(text);
      }
    }
  });
});

describe('the ids of cards', () => {
  const edited = 'Q: a\nA: something else\n';

  test('are kept beside the notes, written only when something has changed', () => {
    const { write, read, folder } = world();
    write('data/decks/tcp.md', CARD);
    const [id] = read().decks[0]!.cards.map((card) => card.id);
    const registry = join(folder, 'data/decks', REGISTRY_NAME);
    utimesSync(registry, 1, 1);
    read();
    expect(statSync(registry).mtimeMs).toBe(1000);
    write('data/decks/tcp.md', edited);
    expect(read(false).decks[0]?.cards[0]?.id).toBe(id);
    expect(statSync(registry).mtimeMs).toBe(1000);
    expect(read().decks[0]?.cards[0]?.id).toBe(id);
    expect(readFileSync(registry, 'utf8')).toContain('something else');
    expect(readdirSync(join(folder, 'data/decks')).sort()).toEqual([REGISTRY_NAME, 'tcp.md']);
  });

  test('a copy of a note is a deck of its own, a renamed note the same deck', () => {
    const { write, read, add, folder } = world();
    write('n/net.md', CARD);
    add('n/net.md');
    read();
    const copy = write('n/copy.md', CARD);
    add('n/net.md', 'n/copy.md');
    expect(read().decks.map(({ id }) => id)).toEqual(['net', 'copy']);
    rmSync(copy);
    renameSync(join(folder, 'n/net.md'), join(folder, 'n/network.md'));
    add('n/network.md');
    expect(read().decks.map(({ id }) => id)).toEqual(['net']);
  });

  test('of other decks stay while their notes are away', () => {
    const { write, read, folder } = world();
    write('data/decks/tcp.md', CARD);
    write('data/decks/udp.md', CARD);
    const [, udp] = read().decks;
    write('data/decks/udp.md', edited);
    read();
    rmSync(join(folder, 'data/decks/udp.md'));
    write('data/decks/tcp.md', edited);
    read();
    write('data/decks/udp.md', edited);
    expect(read().decks[1]?.cards[0]?.id).toBe(udp?.cards[0]?.id);
  });

  test.skipIf(isRoot)('are kept in the data folder when the notes cannot be written beside, and move back', () => {
    const { write, read, add, folder, data } = world();
    write('n/tcp.md', CARD);
    add('n');
    chmodSync(join(folder, 'n'), 0o555);
    const { decks, problems } = read();
    expect(problems).toEqual([]);
    expect(readdirSync(join(data, 'decks/.registries'))).toHaveLength(1);
    chmodSync(join(folder, 'n'), 0o755);
    write('n/tcp.md', edited);
    expect(read().decks[0]?.cards[0]?.id).toBe(decks[0]?.cards[0]?.id);
    expect(readdirSync(join(data, 'decks/.registries'))).toEqual([]);
    expect(existsSync(join(folder, 'n', REGISTRY_NAME))).toBe(true);
  });

  test('are kept in the data folder when a folder stands in the way', () => {
    const { write, read, add, folder, data } = world();
    write('n/tcp.md', CARD);
    mkdirSync(join(folder, 'n', REGISTRY_NAME));
    add('n');
    const { decks, problems } = read();
    expect(problems.map(({ en }) => en)).toEqual([expect.stringContaining('could not be read (EISDIR)')]);
    expect(readdirSync(join(data, 'decks/.registries'))).toHaveLength(1);
    write('n/tcp.md', edited);
    expect(read().decks[0]?.cards[0]?.id).toBe(decks[0]?.cards[0]?.id);
  });

  test('a damaged registry is moved aside, what is whole in it is used', () => {
    const { write, read, folder, told } = world();
    write('data/decks/tcp.md', `${CARD}\nQ: c\nA: d\n`);
    const first = read().decks[0]!.cards.map(({ id }) => id);
    const registry = join(folder, 'data/decks', REGISTRY_NAME);
    const cut = readFileSync(registry, 'utf8').slice(0, -4);
    writeFileSync(registry, `<<<<<<< mine\n${cut}`);
    write('data/decks/tcp.md', `${edited}\nQ: c\nA: d\n`);
    expect(told()).toEqual([`/data/decks/${REGISTRY_NAME} is damaged: the ids of cards it still holds are used.`]);
    expect(read().decks[0]!.cards.map(({ id }) => id)).toEqual(first);
    expect(readFileSync(join(folder, 'data/decks/.seqack-deck.corrupt-42.json'), 'utf8')).toBe(`<<<<<<< mine\n${cut}`);
    expect(told()).toEqual([]);
  });

  test('a registry of a newer seqack is told and stays as it is', () => {
    const { write, read, folder, told } = world();
    write('data/decks/tcp.md', CARD);
    write(`data/decks/${REGISTRY_NAME}`, '{"version":2,"cards":[]}');
    expect(read().decks).toHaveLength(1);
    expect(readFileSync(join(folder, 'data/decks', REGISTRY_NAME), 'utf8')).toBe('{"version":2,"cards":[]}');
    expect(readdirSync(join(folder, 'data/decks')).sort()).toEqual([REGISTRY_NAME, 'tcp.md']);
    expect(told()).toEqual([expect.stringContaining('is of a newer seqack and stays as it is')]);
  });

  test('when neither place can be written it is told once', () => {
    const { write, read, add, folder } = world();
    write('n/tcp.md', CARD);
    mkdirSync(join(folder, 'n', REGISTRY_NAME));
    add('n');
    write('data/decks/.registries', 'a file');
    const { decks, problems } = read();
    expect(decks).toHaveLength(1);
    expect(problems.at(-1)?.en).toMatch(/^The ids of cards could not be kept in .* \((?:EEXIST|ENOTDIR)\)/);
  });
});
