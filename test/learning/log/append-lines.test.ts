import fs, { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openAppender } from '../../../src/learning/log/append-lines.ts';
import type { Disk } from '../../../src/learning/log/disk.ts';
import { answer, NOON } from '../events.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seqack-append-'));
  path = join(folder, 'log');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const line = (id: string, over = {}) => {
  const text = JSON.stringify(answer(NOON, { id, ...over }));
  return { id, bytes: Buffer.from(text), text };
};
const read = () => readFileSync(path, 'utf8').split('\n');

describe('adding lines to a log', () => {
  it('makes the file with the first one, and not before', () => {
    const appender = openAppender(join(folder, 'deeper'), 'log', 0);
    appender.end();
    expect(existsSync(join(folder, 'deeper'))).toBe(false);
    const second = openAppender(join(folder, 'deeper'), 'log', 0);
    second.add(line('a'));
    second.end();
    expect(readFileSync(join(folder, 'deeper', 'log'), 'utf8')).toBe(`${line('a').text}\n`);
    expect(second.written).toBe(1);
  });

  it('goes on behind a line that was cut short', () => {
    writeFileSync(path, '{"v":1,"id');
    const appender = openAppender(folder, 'log', 10);
    appender.add(line('a'));
    appender.end();
    expect(read()).toEqual(['{"v":1,"id', line('a').text, '']);
  });

  it('leaves out what another program has added meanwhile, and loses nothing of it', () => {
    writeFileSync(path, `${line('old').text}\n`);
    const appender = openAppender(folder, 'log', fs.statSync(path).size);
    for (const id of ['a', 'b']) appender.add(line(id));
    appendFileSync(path, `${line('b').text}\n${line('c').text}\n`);
    appender.end();
    expect(read()).toEqual([...['old', 'b', 'c', 'a'].map((id) => line(id).text), '']);
    expect([appender.written, appender.alreadyThere]).toEqual([1, 1]);
  });

  it('looks between its batches too, at a line that was not whole the time before', () => {
    const huge = line('a', { given: { huge: 'x'.repeat(5 << 20) } });
    const { text } = line('c');
    const appender = openAppender(folder, 'log', 0);
    appendFileSync(path, `${huge.text}\n${text.slice(0, 40)}`);
    appender.add(huge);
    expect([appender.written, appender.alreadyThere]).toEqual([0, 1]);
    appendFileSync(path, `${text.slice(40)}\n`);
    for (const id of ['c', 'd']) appender.add(line(id));
    appender.end();
    expect([appender.written, appender.alreadyThere]).toEqual([1, 2]);
    expect(read()).toEqual([huge.text, text, line('d').text, '']);
  });

  it('flushes each batch, and the folder of a new file', () => {
    const synced: boolean[] = [];
    const disk: Disk = {
      ...fs,
      fsyncSync: (file) => {
        synced.push(fs.fstatSync(file).isDirectory());
        fs.fsyncSync(file);
      },
    };
    const appender = openAppender(folder, 'log', 0, disk);
    appender.add(line('a', { given: { huge: 'x'.repeat(5 << 20) } }));
    appender.add(line('b'));
    appender.end();
    expect(synced).toEqual([false, true, false]);
  });

  it('on a full disk throws, and a second go makes it whole', () => {
    const disk: Disk = {
      ...fs,
      writeSync: ((file: number, bytes: Buffer) => fs.writeSync(file, bytes.subarray(0, 50))) as typeof fs.writeSync,
    };
    const full = openAppender(folder, 'log', 0, disk);
    full.add(line('a'));
    expect(() => full.end()).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    const again = openAppender(folder, 'log', 50);
    again.add(line('a'));
    again.end();
    expect(read()).toEqual([line('a').text.slice(0, 50), line('a').text, '']);
  });
});
