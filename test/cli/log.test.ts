import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LearningEvent } from '../../src/learning/events/event.ts';
import { cleanEnvironment, PROGRAM } from '../e2e/program.ts';
import { answer, card, DAY, NOON, undo } from '../learning/events.ts';
import { freshFolder, run } from './run.ts';

let data: string;
beforeEach(() => {
  data = freshFolder();
});

const text = (...lines: readonly (LearningEvent | object | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const put = (name: string, ...lines: readonly (LearningEvent | object | string)[]): string => {
  const path = join(data, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text(...lines));
  return path;
};
const read = (name: string): string => readFileSync(join(data, name), 'utf8');
const log = (...args: readonly string[]) => run(['log', ...args, '--data', data], { data });

const a = answer(NOON, { id: 'a', question: 'ack.in-order@1' });
const b = card(NOON + 1000, 3);
const c = answer(NOON + 2000, { id: 'c', correct: false, rules: ['M01', 'M02'], grade: 1, hinted: true });
const newer = { v: 7, id: 'n', at: NOON, kind: 'answer', how: 'new' };

describe('log check', () => {
  test('of a sound record says so, and writes nothing', async () => {
    put('learning.jsonl', a, b);
    put('learning.v1.jsonl', c);
    const { exitCode, stdout, stderr } = await log('check');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /\/learning\.jsonl\n.*\/learning\.v1\.jsonl\nevents +3\n {2}answers +2\n {2}card grades +1\n/,
    );
    expect(stdout).toMatch(/^first +2026-03-0\d\nlast +2026-03-0\d\nNothing to repair\.$/m);
    expect(readdirSync(data).filter((name) => name.startsWith('learning'))).toHaveLength(2);
  });

  test('names each damaged line and why, and gives 1', async () => {
    const path = put('learning.jsonl', a, 'oops \u001b[2J', { ...b, grade: 9 }, { ...c, given: undefined }, c);
    const { exitCode, stdout } = await log('check');
    expect(exitCode).toBe(1);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `${path}:2: damaged: not JSON.`,
      `${path}:3: damaged: "grade" has a value it cannot have.`,
      `${path}:4: damaged: "given" is missing.`,
    ]);
    expect(stdout).toMatch(/^3 damaged lines are passed over and left in place; everything else counts\./m);
    const ko = await log('check', '--lang', 'ko');
    expect(ko.stdout).toContain(`${path}:4: 손상된 줄: "given" 항목이 없습니다.`);
    expect(ko.stdout).toContain('손상된 줄 3개를 건너뛰고 그대로 둡니다.');
  });

  test('a line cut short at the end, a newer one and a lone undo are told, and are no damage', async () => {
    const path = put('learning.jsonl', a, newer, undo(NOON, 'elsewhere'));
    writeFileSync(path, '{"v":1,"id":"cut', { flag: 'a' });
    const { exitCode, stdout } = await log('check');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/:2: from a newer seqack: kept/);
    expect(stdout).toMatch(/:3: takes back an event that is not here/);
    expect(stdout).toMatch(/:4: the last line is cut short/);
    expect(stdout).toContain('Nothing to repair.');
  });

  test('--json has the findings and the counts', async () => {
    const path = put(
      'learning.jsonl',
      a,
      { ...a, correct: false },
      { ...b, tookMs: -1 },
      { ...c, at: Date.now() + 2 * DAY },
    );
    const { exitCode, stdout } = await log('check', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      files: [path],
      findings: [
        { file: path, line: 2, what: 'conflict', id: 'a', first: { file: path, line: 1 } },
        { file: path, line: 3, what: 'damaged', why: 'wrong', field: 'tookMs' },
        { file: path, line: 4, what: 'future' },
      ],
      sound: false,
      lines: 4,
      events: 2,
      kinds: { answer: 2 },
      damaged: 2,
    });
    expect(JSON.parse((await run(['log', 'check', '--json'])).stdout)).toMatchObject({
      sound: true,
      files: [],
      events: 0,
    });
  });

  test('looks at another file or folder, and says what is wrong with its name', async () => {
    const path = put('other/learning.jsonl', a);
    for (const named of [path, join(data, 'other')]) expect((await log('check', named)).stdout).toContain('events');
    expect(await log('check', join(data, 'none.jsonl'))).toMatchObject({
      exitCode: 1,
      stderr: `seqack: ${join(data, 'none.jsonl')} cannot be read: there is no such file.\n`,
    });
    mkdirSync(join(data, 'empty'));
    expect((await log('check', join(data, 'empty'))).stderr).toMatch(/holds no learning\.jsonl; name a log/);
  });

  test('points at copies that a file sync left', async () => {
    put('learning.jsonl', a);
    put('learning.sync-conflict-20260302-120000-ABCDEFG.jsonl', b);
    put('learning-backup.jsonl', b);
    const { exitCode, stdout } = await log('check');
    expect(exitCode).toBe(0);
    expect(stdout.match(/seqack log merge/g)).toHaveLength(1);
    expect(stdout).toMatch(/sync-conflict-20260302-120000-ABCDEFG\.jsonl: a copy left by a file sync/);
  });

  test('without any record says so', async () => {
    const { exitCode, stdout } = await log('check');
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`There is no log yet in ${data}; it begins with the first answer.\n`);
  });
});

describe('log merge', () => {
  test('adds what the others have, once, behind what is there', async () => {
    put('learning.jsonl', a);
    const first = put('phone.jsonl', b, a);
    put('old/learning.jsonl', c);
    put('old/learning.v1.jsonl', b);
    const { exitCode, stdout, stderr } = await log('merge', first, join(data, 'old'));
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      `${first}: 1 new, 1 known, 0 passed over`,
      `${join(data, 'old/learning.jsonl')}: 1 new, 0 known, 0 passed over`,
      `${join(data, 'old/learning.v1.jsonl')}: 0 new, 1 known, 0 passed over`,
      `2 events added to ${join(data, 'learning.jsonl')}`,
      '',
    ]);
    expect(read('learning.jsonl')).toBe(text(a, b, c));
    expect((await log('merge', first)).stdout).toContain('Nothing to add.');
    expect(read('learning.jsonl')).toBe(text(a, b, c));
  });

  test('keeps its own where an id says two things, and tells what it passes over', async () => {
    put('learning.jsonl', a);
    const other = put('other.jsonl', { ...a, correct: false }, 'rubbish', newer, b);
    const { exitCode, stdout, stderr } = await log('merge', other, '--lang', 'ko');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${other}: 새 기록 1개, 이미 있는 기록 0개, 건너뛴 줄 3개`);
    expect(stderr).toContain(`${other}:1: 손상된 줄: id(a)가 ${join(data, 'learning.jsonl')}:1에도 있는데`);
    expect(stderr).toContain(`${other}:2: 손상된 줄: JSON이 아닙니다.`);
    expect(stderr).toContain('더 새로운 seqack이 쓴 줄 1개는 가져오지 않았습니다.');
    expect(read('learning.jsonl')).toBe(text(a, b));
  });

  test('never writes into a log that holds lines of a newer version', async () => {
    put('learning.jsonl', newer);
    expect((await log('merge', put('other.jsonl', a))).exitCode).toBe(0);
    expect(read('learning.jsonl')).toBe(text(newer));
    expect(read('learning.v1.jsonl')).toBe(text(a));
    expect((await log('merge', put('other.jsonl', a, b))).stdout).toContain('1 new, 1 known');
    expect(read('learning.v1.jsonl')).toBe(text(a, b));
  });

  test('--out writes the union in order of time, newer lines kept, the own log as it was', async () => {
    const own = text(c, 'damaged', newer);
    put('learning.jsonl', c, 'damaged', newer);
    const other = put('other.jsonl', b, a, c);
    const out = join(data, 'all.jsonl');
    const { exitCode, stdout, stderr } = await log('merge', other, '--out', out);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`3 events written to ${out}`);
    expect(stderr).toContain('learning.jsonl:2: damaged: not JSON.');
    expect(read('all.jsonl')).toBe(text(a, b, c, newer));
    expect(read('learning.jsonl')).toBe(own);
  });

  test('what old events tell counts though a snapshot was made before', async () => {
    put('learning.jsonl', c);
    const totals = async () => JSON.parse((await run(['stats', '--json', '--data', data], { data })).stdout).totals;
    expect(await totals()).toMatchObject({ answered: 1, correct: 0, cards: 0 });
    await log('merge', put('other.jsonl', a, b, undo(NOON + 9, 'c')));
    expect(await totals()).toMatchObject({ answered: 1, correct: 1, cards: 1 });
  });

  test('refuses its own log, under any name, and --out over one that is read', async () => {
    const own = put('learning.jsonl', a);
    symlinkSync(own, join(data, 'link'));
    linkSync(own, join(data, 'hard'));
    for (const name of [own, join(data, 'link'), join(data, 'hard'), data]) {
      expect(await log('merge', name)).toMatchObject({ exitCode: 2, stdout: '' });
    }
    const other = put('other.jsonl', b);
    for (const out of [own, join(data, 'link'), other]) {
      const { exitCode, stderr } = await log('merge', other, '--out', out);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is one of the logs that are read')]);
    }
    expect(read('learning.jsonl')).toBe(text(a));
  });

  test('takes nothing from what is no log', async () => {
    put('learning.jsonl', a);
    const { exitCode, stderr } = await log('merge', put('notes.txt', 'hello', 'world'));
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/notes\.txt:1: no event in the whole file; nothing was taken\./),
    ]);
    expect(read('learning.jsonl')).toBe(text(a));
  });

  test('says so in a line when it may not write', async () => {
    const path = put('learning.jsonl', a);
    const other = put('other.jsonl', b);
    chmodSync(path, 0o444);
    const { exitCode, stderr } = await log('merge', other);
    // root may write everywhere.
    if (process.getuid?.() !== 0) expect(stderr).toBe(`seqack: ${path} cannot be written: permission is denied.\n`);
    expect(exitCode).toBe(process.getuid?.() === 0 ? 0 : 1);
  });

  test('loses nothing of what several merges and a writer add at the same time', async () => {
    put('learning.jsonl', a);
    const others = [0, 1, 2].map((n) =>
      put(
        `other${n}.jsonl`,
        ...Array.from({ length: 3000 }, (_, i) => answer(NOON + i, { id: `x${(n * 1500 + i) % 6000}`, at: NOON })),
      ),
    );
    const written: object[] = [];
    const writing = setInterval(() => {
      const event = { ...card(NOON, 3), id: `w${written.length}` };
      written.push(event);
      writeFileSync(join(data, 'learning.jsonl'), text(event), { flag: 'a' });
    }, 3);
    await Promise.all(others.map((other) => log('merge', other)));
    clearInterval(writing);
    const { exitCode, stdout } = await log('check', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      damaged: 0,
      events: 1 + 6000 + written.length,
      kinds: { card: written.length },
    });
  });
});

describe('log export and import', () => {
  test('jsonl is the record in order, undone answers with their undo', async () => {
    const back = undo(NOON + 3000, 'c');
    put('learning.jsonl', c, back, a, newer, a);
    put('learning.v1.jsonl', b);
    expect((await log('export')).stdout).toBe(text(a, b, c, back, newer));
    const out = join(data, 'out.jsonl');
    expect((await log('export', '--out', out)).stdout).toBe(`4 events written to ${out}\n`);
    expect(read('out.jsonl')).toBe(text(a, b, c, back, newer));
  });

  test('json is one document, and of nothing an empty one', async () => {
    put('learning.jsonl', c, a);
    const document = JSON.parse((await log('export', '--format', 'json')).stdout);
    expect(document).toEqual({ version: 1, exportedAt: expect.any(Number), events: [a, c] });
    expect(JSON.parse((await run(['log', 'export', '--format', 'json'])).stdout).events).toEqual([]);
    expect((await run(['log', 'export'])).stdout).toBe('');
  });

  test('csv has a row for each answer and card grade', async () => {
    put('learning.jsonl', c, b, a, undo(NOON + 3000, 'c'));
    expect((await log('export', '--format', 'csv')).stdout.split('\r\n')).toEqual([
      'time,kind,item,question,correct,grade,took_ms,hinted,rules,where,undone,id',
      '2026-03-02T12:00:00.000Z,answer,skill:ack.in-order,ack.in-order@1,true,3,9000,false,,practice,false,a',
      `2026-03-02T12:00:01.000Z,card,card:handshake/why-three,,,3,4000,,,review,false,${b.id}`,
      '2026-03-02T12:00:02.000Z,answer,skill:ack.in-order,ack.in-order@s-1,false,1,9000,true,M01 M02,practice,true,c',
      '',
    ]);
  });

  test.each(['jsonl', 'json'])('%s comes back whole', async (format) => {
    put('learning.jsonl', a, b, c, undo(NOON + 3000, 'c'));
    const file = join(data, `export.${format}`);
    await log('export', '--format', format, '--out', file);
    const other = freshFolder();
    const looked = await run(['log', 'import', file, '--dry-run', '--data', other]);
    expect(looked.stdout).toContain('Nothing was written: 4 events would be added');
    expect(readdirSync(other)).toEqual([]);
    expect((await run(['log', 'import', file, '--data', other])).stdout).toContain('4 events added');
    expect(readFileSync(join(other, 'learning.jsonl'), 'utf8')).toBe(read('learning.jsonl'));
    expect((await run(['log', 'import', file, '--data', other])).stdout).toContain('Nothing to add.');
  });

  test('a document that other programs have laid out anew is read, and each wrong event is named by its place', async () => {
    const document = { version: 1, exportedAt: 1, events: [a, { ...b, grade: 7 }, null, c] };
    const file = join(data, 'export.json');
    writeFileSync(file, JSON.stringify(document, null, 2));
    const { exitCode, stdout, stderr } = await log('import', file);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 new, 0 known, 2 passed over');
    expect(stderr.split('\n')).toEqual([
      `${file}: events[1]: damaged: "grade" has a value it cannot have.`,
      `${file}: events[2]: damaged: JSON, but not an event.`,
      '',
    ]);
    writeFileSync(file, JSON.stringify({ ...document, version: 2 }));
    expect(await log('import', file)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('by a newer seqack'),
    });
  });

  test('a csv is no import', async () => {
    put('learning.jsonl', a);
    const file = join(data, 'table.csv');
    await log('export', '--format', 'csv', '--out', file);
    expect((await log('import', file)).stderr).toMatch(
      /table\.csv:1: no event in the whole file; nothing was taken\. damaged: not JSON\./,
    );
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told in a line, of a file and of standard output', async () => {
    put('learning.jsonl', a);
    expect(await log('export', '--out', '/dev/full')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'seqack: /dev/full cannot be written: the disk is full.\n',
    });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'log', 'export', '--data', data], {
      stdio: ['ignore', full, 'pipe'],
      env: cleanEnvironment(data),
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, 'seqack: Standard output cannot be written: the disk is full.\n']);
  });

  test('the export never replaces the record', async () => {
    const own = put('learning.jsonl', b, a);
    expect((await log('export', '--out', own)).exitCode).toBe(2);
    expect(read('learning.jsonl')).toBe(text(b, a));
  });
});
