import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, run } from './run.ts';

const ANKI = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
  'why-isn\tBasic\tTCP::기초\tWhy is the ISN <b>random</b>?\tGuessing<br>it is hard\tisn security',
  'k{3~#\tCloze\tTCP::기초\t{{c1::SYN::flag}} then {{c2::ACK}}\t<img src="x.png">\t',
  'empty\tBasic\tTCP::기초\tonly a front\t\t',
  '',
].join('\n');

/** A data folder with a file in it to import. */
function folderWith(name: string, text: string): { readonly data: string; readonly args: readonly string[] } {
  const data = freshFolder();
  writeFileSync(join(data, name), text);
  return { data, args: ['--data', join(data, 'seqack'), '--lang', 'en'] };
}

const decksIn = (data: string): string => join(data, 'seqack', 'decks');

describe('deck import', () => {
  test('notes from Anki become a Markdown deck; once more changes nothing; an edit updates its card', async () => {
    const { data, args } = folderWith('notes.txt', ANKI);
    const file = join(decksIn(data), 'tcp-기초.md');
    const first = await run([...args, 'deck', 'import', 'notes.txt'], { data });
    expect([first.exitCode, first.stdout]).toEqual([
      0,
      expect.stringMatching(/^tcp-\w+: 3 cards added, 0 updated, 0 unchanged \(.*tcp-기초\.md\)\n$/),
    ]);
    expect(first.stderr.split('\n')).toEqual([
      'notes.txt:9: The back is empty, or only a picture or sound; this note is left out.',
      'seqack: Not taken over, as cards are text: 1 hint of a cloze, 1 extra field of a cloze note.',
      '',
    ]);
    expect(readFileSync(file, 'utf8')).toContain(
      'Q: Why is the ISN **random**?\nA: Guessing  \nit is hard\ntags: isn, security\n<!-- id: why-isn -->\n',
    );
    const whole = readFileSync(file, 'utf8');
    expect((await run([...args, 'deck', 'import', 'notes.txt'], { data })).stdout).toContain(
      '0 cards added, 0 updated, 3 unchanged',
    );
    expect(readFileSync(file, 'utf8')).toBe(whole);

    writeFileSync(file, `${whole}\n## My own words\n`);
    writeFileSync(
      join(data, 'notes.txt'),
      ANKI.replace('it is hard', 'it takes long')
        .replace('empty\t', 'new\t')
        .replace('front\t\t', 'front\tand a back\t'),
    );
    const dry = await run([...args, 'deck', 'import', 'notes.txt', '--dry-run'], { data });
    expect(dry.stdout).toMatch(/1 card added, 1 updated, 2 unchanged .*; dry run, nothing written\n$/);
    expect((await run([...args, 'deck', 'import', 'notes.txt'], { data })).stdout).toContain(
      '1 card added, 1 updated, 2 unchanged',
    );
    const again = readFileSync(file, 'utf8');
    expect(again).toContain('it takes long');
    expect(again).toContain('## My own words');
    expect(again).toContain('<!-- id: new -->');
    expect(readdirSync(decksIn(data)).filter((name) => !name.startsWith('.'))).toEqual(['tcp-기초.md']);
    const checked = await run([...args, 'deck', 'check', decksIn(data)], { data });
    expect([checked.exitCode, checked.stdout]).toEqual([0, '4 cards in 1 deck; no problems\n']);
  });

  test('a dry run writes nothing', async () => {
    const { data, args } = folderWith('notes.txt', ANKI);
    expect((await run([...args, 'deck', 'import', 'notes.txt', '--dry-run'], { data })).exitCode).toBe(0);
    expect(existsSync(decksIn(data))).toBe(false);
  });

  test('CSV without a header, under a name of its own', async () => {
    const { data, args } = folderWith('cards.csv', '"What, then?","It ""depends"""\nQ2,A2\n');
    const ran = await run([...args, 'deck', 'import', 'cards.csv', '--as', 'Exam 1'], { data });
    expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
    expect(readFileSync(join(decksIn(data), 'exam-1.md'), 'utf8')).toMatch(
      /^---\nname = "Exam 1"\nid = "exam-1"\n---\n\nQ: What, then\?\nA: It "depends"\n/,
    );
  });

  test.each([
    ['missing.txt', '', ['seqack: other.txt cannot be read: there is no such file.']],
    [
      'other.txt',
      'only one field\n',
      [
        'other.txt:1: No separator was found that gives two fields a line. Name it in the first line, such as #separator:Tab.',
      ],
    ],
    [
      'other.txt',
      '#separator:tab\na\tb\n"c\td\n',
      ['other.txt:3: A " begins a field here and is never closed. Close it, or double it ("") to have it in the text.'],
    ],
    [
      'other.txt',
      '{"version":1,\n"decks":[{"title":"a","cards":[{"front":"f"}]}]}',
      ['other.txt:2: decks[0].cards[0]: expected "front" and "back", or "cloze" alone.'],
    ],
    [
      'other.txt',
      '{"version":1,\n"decks":[}',
      ['other.txt:2: Not valid JSON: expected a value; there may be a comma too many.'],
    ],
    [
      'other.txt',
      '\u0050K\u0003\u0004',
      ['seqack: other.txt is a package. In Anki, export "Notes in Plain Text (.txt)" and import that.'],
    ],
  ])('%s %j: says what is wrong, and writes nothing', async (name, text, told) => {
    const { data, args } = folderWith(name, text);
    const ran = await run([...args, 'deck', 'import', 'other.txt'], { data });
    expect([ran.exitCode, ran.stdout, ran.stderr.trimEnd().split('\n')]).toEqual([1, '', told]);
    expect(existsSync(decksIn(data))).toBe(false);
  });

  test('not UTF-8: the line', async () => {
    const { data, args } = folderWith('x.txt', '');
    writeFileSync(join(data, 'x.txt'), Buffer.from([0x61, 0x09, 0x62, 0x0a, 0xc7, 0xd1, 0x09, 0x62]));
    const ran = await run([...args, 'deck', 'import', 'x.txt'], { data });
    expect([ran.exitCode, ran.stderr]).toEqual([1, 'x.txt:2: Not UTF-8 text from here on. Save the file as UTF-8.\n']);
  });
});

describe('deck export', () => {
  test.each([['anki'], ['json'], ['md']])('%s of our own cards comes back through import', async (format) => {
    const { data, args } = folderWith('x', '');
    const name = { anki: 'out.txt', json: 'out.json', md: 'out.md' }[format] ?? '';
    const out = await run([...args, 'deck', 'export', '--module', 'handshake', '--format', format, '--out', name], {
      data,
    });
    expect([out.exitCode, out.stdout, out.stderr]).toEqual([
      0,
      '',
      expect.stringMatching(/^seqack: \d+ cards in 1 deck written to out\./),
    ]);
    const printed = await run([...args, 'deck', 'export', '--module', 'handshake', '--format', format], { data });
    expect(printed.stdout).toBe(readFileSync(join(data, name), 'utf8'));
    const back = await run([...args, 'deck', 'import', name], { data });
    const cards = /^seqack: (\d+)/.exec(out.stderr)?.[1];
    expect([back.exitCode, back.stderr]).toEqual([0, '']);
    expect(back.stdout).toContain(`my-handshake: ${cards} cards added, 0 updated, 0 unchanged`);
    const own = await run([...args, 'deck', 'export', 'my-handshake', '--format', 'json'], { data });
    expect(own.stdout).toContain('"id":"syn-ack-number"');
  });

  test('Markdown is one deck a file; a folder takes several', async () => {
    const { data, args } = folderWith('x', '');
    const refused = await run([...args, 'deck', 'export', '--module', 'all'], { data });
    expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/^seqack: Markdown is one deck a file, and these are \d+\./);
    mkdirSync(join(data, 'out'));
    expect((await run([...args, 'deck', 'export', '--module', 'all', '--out', 'out'], { data })).exitCode).toBe(0);
    const checked = await run([...args, 'deck', 'check', 'out'], { data });
    expect([checked.exitCode, checked.stdout]).toEqual([0, expect.stringMatching(/; no problems\n$/)]);
  });

  test('names that are none', async () => {
    const { data, args } = folderWith('x', '');
    const none = await run([...args, 'deck', 'export'], { data });
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringMatching(/^seqack: No decks of your own yet\./)]);
    const module = await run([...args, 'deck', 'export', '--module', 'hanshake', '--lang', 'ko'], { data });
    expect([module.exitCode, module.stderr]).toEqual([
      2,
      'seqack: "hanshake" 개념은 없습니다. 혹시 handshake인가요?\n',
    ]);
    const format = await run([...args, 'deck', 'export', '--module', 'tcp', '--format', 'csv'], { data });
    expect([format.exitCode, format.stderr]).toEqual([
      2,
      'seqack: --format does not take "csv"; expected anki, md, json.\n',
    ]);
  });
});
