import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules, type FoldRules } from '../../../src/learning/account/fold-rules.ts';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { LOG_NAME } from '../../../src/learning/log/log-files.ts';
import { readSnapshot, writeSnapshot } from '../../../src/learning/log/snapshot.ts';
import { SNAPSHOT_NAME } from '../../../src/learning/log/snapshot-file.ts';
import { openStore } from '../../../src/learning/log/store.ts';
import { temporaryFolder } from '../child.ts';
import { answer, card, DAY, HOUR, histories, NOON, session } from '../events.ts';

const utc: FoldRules = {
  studyDays: { dayOf: (at) => Math.floor((at - 4 * HOUR) / DAY), startOf: (day) => day * DAY + 4 * HOUR },
  weights: null,
};

/** A log long enough to be worth a snapshot. */
function longLog(count = 3000): LearningEvent[] {
  return Array.from({ length: count }, (_, at) =>
    at % 4 === 0
      ? card(NOON - (count - at) * HOUR, ([1, 3, 4] as const)[at % 3]!, `card:a/${at % 11}`)
      : answer(NOON - (count - at) * HOUR, { question: `seq.n${at % 7}@${at}`, rules: at % 5 === 0 ? ['M02'] : [] }),
  );
}

function folderWith(events: readonly LearningEvent[]): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, LOG_NAME), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return folder;
}

let made = 0;
const open = (folder: string, rules = utc, progress: number[] = []) =>
  openStore({ folder, now: () => NOON, newId: () => `s${++made}`, rules, onProgress: (read) => progress.push(read) });

describe('the snapshot', () => {
  it('gives back the very state it was written from', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = foldEvents([...longLog(1500), ...events, session(NOON - 5)], utc, NOON - DAY);
        const read = readSnapshot(writeSnapshot({ state, positions: {} }), utc, NOON);
        if (typeof read === 'string') throw new Error(read);
        expect(read.state).toEqual(state);
        expect(JSON.stringify([...read.state.items])).toBe(JSON.stringify([...state.items]));
      }),
      { numRuns: 20 },
    );
  });

  it('stands in for the log at the next start, which reads only what came after', () => {
    const folder = folderWith(longLog());
    const first = open(folder);
    first.rest();
    first.append({ kind: 'card', item: 'card:a/1', grade: 3, tookMs: 5, where: 'review' });
    const size = statSync(join(folder, LOG_NAME)).size;
    const progress: number[] = [];
    const second = open(folder, utc, progress);
    expect(second.state).toEqual(first.state);
    expect(progress).toEqual([size]);
    expect(second.problems).toEqual([]);
    rmSync(join(folder, SNAPSHOT_NAME));
    expect(open(folder).state.totals).toEqual(first.state.totals);
  });

  it('is not used for another log, nor under other rules', () => {
    const folder = folderWith(longLog());
    open(folder).rest();
    const text = readFileSync(join(folder, LOG_NAME), 'utf8');
    const other = text.replace('"tookMs":4000', '"tookMs":4001');
    writeFileSync(join(folder, LOG_NAME), other);
    expect(open(folder).state.totals.timeMs).toBe(open(folderWith([])).state.totals.timeMs + timeOf(other));
    const seoul: FoldRules = {
      ...utc,
      studyDays: {
        dayOf: (at) => utc.studyDays.dayOf(at + 9 * HOUR),
        startOf: (day) => utc.studyDays.startOf(day) - 9 * HOUR,
      },
    };
    expect(open(folder, seoul).state.days?.day.day).toBe(seoul.studyDays.dayOf(NOON - HOUR));
    const tuned: FoldRules = {
      ...utc,
      weights: [
        0.3, 1.3, 2.3, 8.3, 6.4, 0.83, 3, 0.001, 1.87, 0.17, 0.8, 1.48, 0.06, 0.26, 1.65, 0.6, 1.87, 0.54, 0.09, 0.07,
        0.15,
      ],
    };
    expect(open(folder, tuned).state.items).not.toEqual(open(folder).state.items);
  });

  it('is told about when it is damaged, and the log is read instead', () => {
    const folder = folderWith(longLog());
    const whole = open(folder);
    whole.rest();
    const path = join(folder, SNAPSHOT_NAME);
    const text = readFileSync(path, 'utf8');
    for (const damaged of ['', 'x', text.slice(0, -40), text.replace('"totals"', '"Totals"'), `${text}more\n`]) {
      writeFileSync(path, damaged);
      const store = open(folder);
      expect(store.state).toEqual(whole.state);
      expect(store.problems.map(({ en }) => en)).toEqual([expect.stringContaining('snapshot.cache was damaged')]);
    }
  });

  it('clears away what a killed program had written of one, but not what another is writing', () => {
    const folder = folderWith(longLog());
    const [old, fresh] = ['snapshot.cache.123', 'snapshot.cache.456'].map((name) => join(folder, name));
    writeFileSync(old!, 'half');
    writeFileSync(fresh!, 'half');
    utimesSync(old!, 1_000_000, 1_000_000);
    open(folder).rest();
    expect(readdirSync(folder).sort()).toEqual([LOG_NAME, SNAPSHOT_NAME, 'snapshot.cache.456'].sort());
  });

  it('counts what another program undid long ago, by reading the whole log again', () => {
    const log = longLog();
    const folder = folderWith(log);
    const store = open(folder);
    store.rest();
    const other = open(folder);
    const answered = other.state.totals.answered;
    writeFileSync(
      join(folder, LOG_NAME),
      `${JSON.stringify({ v: 1, id: 'u', at: NOON, kind: 'undo', undoes: log[1]!.id })}\n`,
      { flag: 'a' },
    );
    other.refresh();
    expect(other.state.totals.answered).toBe(answered - 1);
    expect(open(folder).state.totals.answered).toBe(answered - 1);
  });

  it('has a version that was raised when what a log amounts to has changed', () => {
    // When this fails because accounts changed on purpose: raise SNAPSHOT_VERSION and put the new digest here.
    let id = 0;
    const events = longLog(1200).map((event) => ({ ...event, id: `event-${++id}` }));
    const [, body = ''] = writeSnapshot({ state: foldEvents(events, utc), positions: {} }).split('\n');
    expect(createHash('sha256').update(body).digest('hex').slice(0, 16)).toBe('e54298bf16128356');
  });
});

function timeOf(text: string): number {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .reduce((sum, line) => sum + (JSON.parse(line) as { tookMs: number }).tookMs, 0);
}

describe('the default rules', () => {
  it('cut time by the local calendar', () => {
    expect(defaultRules.studyDays.dayOf(defaultRules.studyDays.startOf(20_000))).toBe(20_000);
  });
});
