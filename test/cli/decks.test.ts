import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, run } from './run.ts';

const NOTE = 'Q: a\nA: b\nscenario: lost-segmnt\n\nQ: c\n';

/** A user's folder with notes in it; the program runs in it. */
function notes(files: Readonly<Record<string, string>>): string {
  const folder = freshFolder();
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

describe('seqack deck check', () => {
  test('tells every problem with file and line, then the sum', async () => {
    const data = notes({ 'notes/net.md': NOTE, 'notes/sub/udp.md': '### Q1. 왜?\n- 그래서\n' });
    const expected = [
      'notes/net.md:3: warning: There is no scenario "lost-segmnt"; the card stays without one. Did you mean lost-segment?',
      'notes/net.md:5: Q: without A:. Write its answer on a line that starts with A:.',
      '2 cards in 2 decks; 2 problems, 1 of them a warning',
      '',
    ];
    expect(await run(['deck', 'check', 'notes'], { data })).toEqual({
      exitCode: 1,
      stdout: expected.join('\n'),
      stderr: '',
    });
    const { exitCode, stdout } = await run(['deck', 'check', 'notes/net.md', '--lang', 'ko'], { data });
    expect([exitCode, stdout.split('\n')]).toEqual([
      1,
      [
        'notes/net.md:3: 주의: "lost-segmnt" 시나리오가 없어 카드에 연결하지 않았습니다. 혹시 lost-segment인가요?',
        'notes/net.md:5: Q:에 답이 없습니다. 다음 줄에 A:로 시작하는 답을 쓰세요.',
        '덱 1개, 카드 1장, 문제 2개(그중 주의 1개)',
        '',
      ],
    ]);
  });

  test('is content with a note of warnings only, and with none', async () => {
    const data = notes({ 'a.md': 'Q: a\nA: b\nscenario: nowhere-at-all\n', 'b.md': 'Q: a\nA: b\n' });
    const warned = await run(['deck', 'check', 'a.md'], { data });
    expect([warned.exitCode, warned.stdout.split('\n').at(-2)]).toEqual([
      0,
      '1 card in 1 deck; 1 problem, all warnings',
    ]);
    expect(await run(['deck', 'check', 'b.md'], { data })).toEqual({
      exitCode: 0,
      stdout: '1 card in 1 deck; no problems\n',
      stderr: '',
    });
  });

  test('tells how a card is written where there is none', async () => {
    const data = notes({ 'plain.md': '# Notes\n\nOnly a text.\n' });
    const told = await run(['deck', 'check', 'plain.md'], { data });
    expect([told.exitCode, told.stdout]).toEqual([0, expect.stringMatching(/^No cards\. .*### Q1\. .*Q: and A:.*\n$/)]);
  });

  test('--json', async () => {
    const data = notes({ 'notes/net.md': NOTE });
    const { exitCode, stdout } = await run(['deck', 'check', 'notes', '--json'], { data });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      decks: [{ deck: 'net', title: 'net', cards: 1 }],
      problems: [
        { file: 'notes/net.md', severity: 'warning', line: 3 },
        { file: 'notes/net.md', severity: 'error', line: 5, message: { ko: expect.stringMatching(/[가-힣]/) } },
      ],
    });
  });

  test('what cannot be read is one line', async () => {
    for (const [args, exitCode, message] of [
      [['nowhere'], 1, 'nowhere cannot be read: there is no such file or folder.'],
      [['a\u001b[31m'], 1, 'a?[31m cannot be read: there is no such file or folder.'],
      [[''], 2, 'PATH does not take ""; expected a folder of Markdown files, or one file.'],
      [[], 2, '<path> is missing. See: seqack deck check --help'],
    ] as const) {
      expect(await run(['deck', 'check', ...args])).toEqual({ exitCode, stdout: '', stderr: `seqack: ${message}\n` });
    }
  });
});

test('add, list and remove', async () => {
  const data = notes({ 'notes/net.md': NOTE, 'notes/udp.md': '# UDP 정리\nQ: a\nA: b\n', 'empty/a.md': 'prose' });
  const deck = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await run(['deck', ...args], { data });
    return `${exitCode} ${stdout}${stderr}`.replaceAll(data, '~').trimEnd();
  };
  expect(await deck('list')).toMatch(
    /^0 No decks of your own yet\. Put Markdown files into ~.*\/decks, or: seqack deck add PATH$/,
  );
  expect(await deck('add', 'empty')).toBe(
    '1 seqack: empty holds no cards. How to write them: docs/decks.md; what is wrong: seqack deck check empty',
  );
  expect(await deck('add', 'notes')).toBe(
    '0 Added ~/notes: 2 cards in 2 decks (net, udp).\n2 problems in its notes. See: seqack deck check notes',
  );
  expect(await deck('add', 'notes')).toBe('0 ~/notes is there already.');
  expect(await deck('add', 'notes/net.md')).toBe(
    '1 seqack: There is a deck "net" already (~/notes/net.md). Give ~/notes/net.md an id of its own (docs/decks.md).',
  );
  expect(readFileSync(join(data, 'notes/.seqack-deck.json'), 'utf8').split('\n')).toHaveLength(5);
  expect(await deck('list')).toBe(
    [
      '0 net  1 card  net       ~/notes/net.md',
      'udp  1 card  UDP 정리  ~/notes/udp.md',
      '2 problems in its notes. See: seqack deck check ~/notes',
    ].join('\n'),
  );
  expect(JSON.parse((await run(['deck', 'list', '--json'], { data })).stdout)).toEqual({
    version: 1,
    decks: ['net', 'udp'].map((id) => ({
      deck: id,
      title: id === 'net' ? 'net' : 'UDP 정리',
      cards: 1,
      files: [join(data, `notes/${id}.md`)],
      origin: 'added',
      source: join(data, 'notes'),
    })),
    problems: [{ source: join(data, 'notes'), problems: 2 }],
  });
  expect(await deck('remove', 'ten')).toBe('2 seqack: There is no deck "ten". See: seqack deck list');
  expect(await deck('remove', 'udpp')).toBe('2 seqack: There is no deck "udpp". Did you mean udp?');
  expect(await deck('remove', 'net')).toBe(
    '1 seqack: The deck net is one of several in what was added. All of them: seqack deck remove ~/notes',
  );
  expect(await deck('remove', 'notes')).toBe(
    '0 ~/notes is no longer read (net, udp). Its files and your record stay as they are.',
  );
  expect(await deck('add', 'notes/udp.md')).toContain('0 Added ~/notes/udp.md: 1 card in 1 deck (udp).');
  expect(await deck('remove', 'udp')).toContain('0 ~/notes/udp.md is no longer read (udp).');
});

test('a deck of the data folder is not removed by the program', async () => {
  const data = notes({ 'home/decks/net.md': 'Q: a\nA: b\n' });
  const { exitCode, stderr } = await run(['deck', 'remove', 'net', '--data', join(data, 'home')], { data });
  expect([exitCode, stderr]).toEqual([
    1,
    `seqack: The deck net was not added by a path but stands in the data folder. Move or delete its file: ${join(data, 'home/decks/net.md')}\n`,
  ]);
});
