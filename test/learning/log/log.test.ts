import fs, { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoldedEvent } from '../../../src/learning/account/state.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import type { Disk } from '../../../src/learning/log/disk.ts';
import { type Log, openLog } from '../../../src/learning/log/log.ts';
import { LOG_NAME, OLDER_LOG_NAME } from '../../../src/learning/log/log-files.ts';
import type { LogProblem } from '../../../src/learning/log/log-problem.ts';
import { temporaryFolder } from '../child.ts';
import { answer, card, interview, lesson, NOON, quiz, undo } from '../events.ts';

const one = [
  answer(NOON),
  card(NOON + 1, 3),
  undo(NOON + 2, 'x'),
  lesson(NOON + 3, 'tcp', 'opened'),
  quiz(NOON + 4, 7, 10),
  interview(NOON + 5),
  interview(NOON + 6, { what: 'draft', followUp: 1, marks: null, text: '' }),
];

/** What a reading gives, all at once. */
function read(log: Log): { readonly events: readonly FoldedEvent[]; readonly problem: LogProblem | null } {
  const events: FoldedEvent[] = [];
  const problem = log.read((piece) => events.push(...piece));
  return { events, problem };
}

/** An event as it is counted: what was typed is not needed for that. */
function counted(event: LearningEvent | undefined): unknown {
  if (event?.kind !== 'answer') return event;
  const { given: _, ...rest } = event;
  return rest;
}

const COUNTED = one.map(counted);

/** The damaged and newer lines of a log of one file. */
const faultsOf = (log: Log) => log.faults.flatMap(({ lines }) => lines);

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

describe('the log', () => {
  it('gives back every kind of event as it was written, one JSON line each', () => {
    const folder = join(temporaryFolder(), 'new', 'folder');
    const log = openLog(folder);
    for (const event of one) expect(log.append(event)).toBeNull();
    expect(readFileSync(join(folder, LOG_NAME), 'utf8').split('\n').length).toBe(one.length + 1);
    expect(read(log).events).toEqual(COUNTED);
    expect(read(openLog(folder)).events).toEqual(COUNTED);
    expect(faultsOf(log)).toEqual([]);
  });

  it('reads only what is new, whoever wrote it', () => {
    const folder = temporaryFolder();
    const mine = openLog(folder);
    const yours = openLog(folder);
    mine.append(one[0]!);
    expect(read(mine).events).toEqual([COUNTED[0]]);
    yours.append(one[1]!);
    mine.append(one[2]!);
    expect(read(mine).events).toEqual([COUNTED[1], COUNTED[2]]);
    expect(read(mine).events).toEqual([]);
    expect(read(yours).events).toEqual(COUNTED.slice(0, 3));
  });

  it('is empty, without a problem, where there is no file or folder yet', () => {
    expect(read(openLog(join(temporaryFolder(), 'none')))).toEqual({ events: [], problem: null });
  });

  it('keeps and names damaged lines and lines of a newer version, and reads the rest', () => {
    const folder = temporaryFolder();
    const path = join(folder, LOG_NAME);
    const lines = [
      JSON.stringify(one[0]),
      '{"v":1,"id":"x","at":12,"kind":"ans',
      '',
      JSON.stringify({ ...one[1], v: 2 }),
      JSON.stringify({ v: 1, id: 'z', at: NOON, kind: 'dream' }),
      JSON.stringify({ ...one[1], grade: 5 }),
      JSON.stringify({ ...one[1], at: 'noon' }),
      '[]',
      '\u0000\u0001 \u001b[31m',
      `${JSON.stringify(one[2])}\r`,
    ];
    writeFileSync(path, `${lines.join('\n')}\n`);
    const log = openLog(folder);
    expect(read(log).events).toEqual([COUNTED[0], COUNTED[2]]);
    const numbers = (fault: string) =>
      faultsOf(log)
        .filter((entry) => entry.fault === fault)
        .map(({ line }) => line);
    expect(numbers('unreadable')).toEqual([2, 6, 7, 8, 9]);
    expect(numbers('newer')).toEqual([4, 5]);
    // The file now belongs to the newer version: this one leaves it as it is, and reads what it writes beside it.
    log.append(one[3]!);
    expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
    expect(readFileSync(join(folder, OLDER_LOG_NAME), 'utf8')).toBe(`${JSON.stringify(one[3])}\n`);
    expect(read(log).events).toEqual([one[3]]);
    expect(read(openLog(folder)).events).toEqual([COUNTED[0], COUNTED[2], COUNTED[3]]);
    expect(log.beside).toBe(OLDER_LOG_NAME);
  });

  it('does not let a torn last line swallow the next event', () => {
    const folder = temporaryFolder();
    const path = join(folder, LOG_NAME);
    writeFileSync(path, `${JSON.stringify(one[0])}\n{"v":1,"id":"torn","a`);
    const log = openLog(folder);
    expect(read(log).events).toEqual([COUNTED[0]]);
    expect(faultsOf(log)).toEqual([{ line: 2, fault: 'unreadable' }]);
    log.append(one[1]!);
    expect(read(log).events).toEqual([COUNTED[1]]);
    expect(faultsOf(log)).toEqual([{ line: 2, fault: 'unreadable' }]);
    expect(read(openLog(folder)).events).toEqual([COUNTED[0], COUNTED[1]]);
  });

  it('counts a whole last line whose newline is missing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, LOG_NAME), JSON.stringify(one[0]));
    const log = openLog(folder);
    expect(read(log).events).toEqual([COUNTED[0]]);
    log.append(one[1]!);
    expect(read(log).events).toEqual([COUNTED[0], COUNTED[1]]);
    expect(faultsOf(log)).toEqual([]);
  });

  it('reads lines that cross the borders of its chunks, in any script', () => {
    const folder = temporaryFolder();
    const events = Array.from({ length: 3000 }, (_, index) =>
      answer(NOON + index, { given: { ack: '확인 응답 번호 '.repeat(20 + (index % 7)) } }),
    );
    writeFileSync(join(folder, LOG_NAME), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    expect(read(openLog(folder)).events).toEqual(events.map(counted));
  });

  it('starts again when the file was put in the place of another', () => {
    const folder = temporaryFolder();
    const log = openLog(folder);
    for (const event of one) log.append(event);
    read(log);
    writeFileSync(join(folder, LOG_NAME), `${JSON.stringify(one[4])}\n`);
    expect(read(log).events).toEqual([COUNTED[4]]);
  });

  it.skipIf(process.platform !== 'linux')('says that a disk is full and keeps the event for later', () => {
    const folder = temporaryFolder();
    symlinkSync('/dev/full', join(folder, LOG_NAME));
    const log = openLog(folder);
    const problem = log.append(one[0]!);
    expect(problem?.kind).toBe('full');
    expect(problem?.text.en).not.toContain('\n');
    expect(log.waiting).toBe(1);
  });

  it('writes what waited, in order, once there is room, and does not count its own torn line as damage', () => {
    const folder = temporaryFolder();
    let room = 1000;
    const disk: Disk = {
      ...fs,
      writeSync: ((file: number, bytes: Buffer) => {
        if (room === 0) return failing('ENOSPC');
        const taken = Math.min(room, bytes.length);
        room -= taken;
        return fs.writeSync(file, bytes, 0, taken);
      }) as Disk['writeSync'],
    };
    const log = openLog(folder, disk);
    const events = Array.from({ length: 8 }, (_, index) => answer(NOON + index));
    const results = events.slice(0, 6).map((event) => log.append(event)?.kind ?? 'saved');
    expect(results.indexOf('full')).toBeGreaterThan(0);
    expect(results.slice(results.indexOf('full')).every((result) => result === 'full')).toBe(true);
    room = Number.POSITIVE_INFINITY;
    expect(log.append(events[6]!)).toBeNull();
    expect(log.waiting).toBe(0);
    log.append(events[7]!);
    const reader = openLog(folder);
    expect(read(reader).events).toEqual(events.map(counted));
    expect(faultsOf(reader)).toEqual([]);
  });

  it('tells a read-only disk and a missing permission from other failures', () => {
    const kindFor = (code: string) =>
      openLog(temporaryFolder(), { ...fs, openSync: () => failing(code) }).append(one[0]!)?.kind;
    expect(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'EIO'].map(kindFor)).toEqual([
      'denied',
      'denied',
      'denied',
      'full',
      'full',
      'other',
    ]);
  });

  it('goes on when the data folder is a file', () => {
    const folder = join(temporaryFolder(), 'taken');
    writeFileSync(folder, 'a file');
    const log = openLog(folder);
    expect(log.append(one[0]!)?.kind).toBe('other');
    expect(read(log).problem?.kind).toBe('other');
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  it('goes on when the file is a folder, and shows no control characters of its path', () => {
    const folder = join(temporaryFolder(), 'bad\u001b[31mname');
    mkdirSync(join(folder, LOG_NAME), { recursive: true });
    const log = openLog(folder);
    const { problem } = read(log);
    expect(problem?.text.en).toContain('bad?[31mname');
    expect(problem?.text.ko).not.toContain('\u001b');
  });

  it('lets an event be written after a line another program has not finished', () => {
    const folder = temporaryFolder();
    const log = openLog(folder);
    log.append(one[0]!);
    read(log);
    const line = JSON.stringify(one[1]);
    appendFileSync(join(folder, LOG_NAME), line.slice(0, 20));
    expect(read(log).events).toEqual([]);
    appendFileSync(join(folder, LOG_NAME), `${line.slice(20)}\n`);
    expect(read(log).events).toEqual([COUNTED[1]]);
    expect(faultsOf(log)).toEqual([]);
  });
});
