import fs, { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../src/learning/events/event.ts';
import type { Disk } from '../../../src/learning/log/disk.ts';
import { type LearningStore, openStore } from '../../../src/learning/log/store.ts';
import { temporaryFolder } from '../child.ts';
import { NOON } from '../events.ts';

function open(folder: string, disk?: Disk, name = 'e'): LearningStore {
  let count = 0;
  const now = () => NOON + count * 1000;
  const newId = () => `${name}${++count}`;
  return openStore({ folder, now, newId, ...(disk === undefined ? {} : { disk }) });
}

const good: Extract<EventDraft, { kind: 'card' }> = {
  kind: 'card',
  item: 'card:a/1',
  grade: 3,
  tookMs: 10,
  where: 'review',
};
const again: Extract<EventDraft, { kind: 'card' }> = {
  kind: 'card',
  item: 'card:a/1',
  grade: 1,
  tookMs: 10,
  where: 'review',
};

describe('the store', () => {
  it('gives events their version, id and time, and counts them', () => {
    const store = open(temporaryFolder());
    expect(store.append(good)).toEqual({ v: 1, id: 'e1', at: NOON + 1000, ...good });
    expect(store.state.items.get('card:a/1')?.flipped).toBe(1);
    expect(store.problems).toEqual([]);
  });

  it('takes back the last answer or card, again and again, and across a restart', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    store.append(good);
    store.append({ kind: 'lesson', module: 'tcp', what: 'opened' });
    store.append(again);
    expect(store.undoLast()).toMatchObject({ id: 'e3', grade: 1 });
    const reopened = open(folder, undefined, 'r');
    expect(reopened.state.newest?.id).toBe('e2');
    expect(reopened.state.items.get('card:a/1')?.flipped).toBe(1);
    expect(reopened.undoLast()).toMatchObject({ id: 'e1' });
    expect(reopened.undoLast()).toBeNull();
    expect(reopened.state.items.size).toBe(0);
    expect(reopened.state.lessons.has('tcp')).toBe(true);
    expect(readFileSync(join(folder, 'learning.jsonl'), 'utf8').trim().split('\n').length).toBe(5);
  });

  it('takes back one event by its id, and only one that counts', () => {
    const store = open(temporaryFolder());
    const first = store.append(good);
    store.append(again);
    expect(store.undo(first.id)).toMatchObject({ id: first.id });
    expect(store.undo(first.id)).toBeNull();
    expect(store.state.items.get('card:a/1')?.flipped).toBe(1);
  });

  it('picks up what another program wrote', () => {
    const folder = temporaryFolder();
    const mine = open(folder, undefined, 'm');
    const yours = open(folder, undefined, 'y');
    yours.append(again);
    expect(mine.state.items.size).toBe(0);
    mine.refresh();
    expect(mine.state.items.get('card:a/1')?.flipped).toBe(1);
    yours.append(good);
    mine.append(good);
    expect(mine.state.items.get('card:a/1')?.flipped).toBe(3);
  });

  it('goes on in memory while nothing can be written, says so, and loses nothing', () => {
    const folder = temporaryFolder();
    let full = true;
    const disk: Disk = {
      ...fs,
      writeSync: ((file: number, bytes: Buffer) => {
        if (full) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
        return fs.writeSync(file, bytes);
      }) as Disk['writeSync'],
    };
    const store = open(folder, disk);
    store.append(good);
    store.append(again);
    expect(store.undoLast()).toMatchObject({ id: 'e2' });
    expect(store.state.items.get('card:a/1')?.flipped).toBe(1);
    expect(store.problems.length).toBe(1);
    expect(store.problems[0]?.en).toMatch(/^The disk is full/);
    expect(store.problems[0]?.ko).toContain('디스크');
    full = false;
    store.append(good);
    expect(store.problems).toEqual([]);
    const reopened = open(folder, undefined, 'r');
    expect(reopened.state).toEqual(store.state);
  });

  it('writes what waits when it is asked to, without another answer', () => {
    const folder = temporaryFolder();
    let full = true;
    const disk: Disk = {
      ...fs,
      openSync: ((path: string, flags: string) => {
        if (full && flags === 'a+') throw Object.assign(new Error('read-only'), { code: 'EROFS' });
        return fs.openSync(path, flags);
      }) as Disk['openSync'],
    };
    const store = open(folder, disk);
    store.append(good);
    store.refresh();
    expect(store.problems.length).toBe(1);
    full = false;
    store.refresh();
    expect(store.problems).toEqual([]);
    expect(open(folder).state).toEqual(store.state);
  });

  it('never writes a time that could not be read again', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    for (const tookMs of [-5, Number.NaN]) store.append({ ...good, tookMs });
    expect(open(folder).state.items.get('card:a/1')?.flipped).toBe(2);
  });

  it('names the lines it could not read, in one sentence for each reason', () => {
    const folder = temporaryFolder();
    const damaged = Array.from({ length: 8 }, () => 'not an event');
    writeFileSync(join(folder, 'learning.jsonl'), `${damaged.join('\n')}\n{"v":3,"kind":"answer"}\n`);
    const { problems } = open(folder);
    expect(problems.length).toBe(2);
    expect(problems[0]?.en).toContain('8 damaged lines');
    expect(problems[0]?.en).toContain('1, 2, 3, 4, 5, …');
    expect(problems[1]?.en).toContain('line 9');
    expect(problems[1]?.ko).toContain('9번째');
  });
});
