/** The part of the bench about the record: opening it, and adding to it, with a million answers and with none. */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from './import-typescript.mjs';

const ANSWERS = 1_000_000;
const YEARS = 5;
const START_RUNS = 15;
const APPENDS = 400;
const BATCH = 20;

const { openStore } = await importTypeScript(`export { openStore } from './src/learning/log/store.ts';`);

/** A log of so many answers to these skills over some years, up to yesterday: mistakes, hints and flip cards among them. */
function writeLog(path, skills, answers) {
  const file = openSync(path, 'w');
  const step = (YEARS * 365 * 86_400_000) / answers;
  const first = Date.now() - 86_400_000 - YEARS * 365 * 86_400_000;
  let lines = '';
  for (let i = 0; i < answers; i++) {
    const at = Math.floor(first + i * step);
    const id = crypto.randomUUID();
    const correct = i % 6 !== 0;
    lines += `${JSON.stringify(
      i % 5 === 4
        ? {
            v: 1,
            id,
            at,
            kind: 'card',
            item: `card:handshake/c${i % 40}`,
            grade: correct ? 3 : 1,
            tookMs: 4000 + (i % 3000),
            where: 'review',
          }
        : {
            v: 1,
            id,
            at,
            kind: 'answer',
            question: `${skills[i % skills.length]}@s${i}`,
            correct,
            given: { ack: String(1000 + i) },
            rules: correct ? [] : [`M${String(1 + (i % 47)).padStart(2, '0')}`],
            hinted: i % 17 === 0,
            tookMs: 6000 + ((i * 7919) % 20_000),
            where: i % 3 === 0 ? 'review' : 'practice',
            grade: i % 3 === 0 || !correct ? (correct ? 3 : 1) : null,
          },
    )}\n`;
    if (lines.length > 1 << 20) {
      writeSync(file, lines);
      lines = '';
    }
  }
  writeSync(file, lines);
  closeSync(file);
}

/** Milliseconds for each of so many appends to two records in turn, so that both meet the same disk. */
function timeAppends(folders) {
  const stores = folders.map((folder) => openStore({ folder, now: Date.now, newId: () => crypto.randomUUID() }));
  const draft = { kind: 'card', item: 'card:handshake/c1', grade: 3, tookMs: 4000, where: 'review' };
  const times = folders.map(() => []);
  for (let done = 0; done < APPENDS; done += BATCH) {
    for (const [at, store] of stores.entries()) {
      for (let i = 0; i < BATCH; i++) {
        const started = performance.now();
        store.append(draft);
        times[at].push(performance.now() - started);
      }
    }
  }
  return times;
}

/**
 * @param {object} tools of bench.mjs: `timeToFrame(args)` starts the program and gives the time to its first whole frame.
 */
export async function benchLog({ data, skills, timeToFrame, median, report }) {
  const base = mkdtempSync(join(data, 'log-'));
  const [long, empty] = ['long', 'empty'].map((name) => join(base, name));
  for (const folder of [long, empty]) mkdirSync(folder);
  writeLog(join(long, 'learning.jsonl'), skills, ANSWERS);
  const snapshot = join(long, 'snapshot.cache');
  const open = (folder) => timeToFrame(['--data', folder]);

  const reading = [];
  const progress = [];
  for (let i = 0; i < 3; i++) {
    rmSync(snapshot, { force: true });
    const { ms, output } = await open(long);
    reading.push(ms);
    progress.push(/Reading your record: \d+%/.test(output));
  }
  const none = [];
  const some = [];
  for (let i = 0; i < START_RUNS; i++) {
    none.push((await open(empty)).ms);
    some.push((await open(long)).ms);
  }
  const million = ANSWERS.toLocaleString('en-US');
  report('first whole frame, empty record', `${median(none).toFixed(0)} ms`);
  const more = median(some) - median(none);
  report(
    `  with ${million} answers, snapshot there`,
    `${median(some).toFixed(0)} ms, ${more.toFixed(0)} ms more`,
    '100 ms more',
    more <= 100,
  );
  const told = progress.every(Boolean) ? 'progress shown' : 'NO progress shown';
  const worst = Math.max(...reading);
  report(
    '  without the snapshot',
    `${median(reading).toFixed(0)} ms, slowest ${worst.toFixed(0)} ms, ${told}`,
    '3000 ms',
    median(reading) <= 3000 && progress.every(Boolean),
  );

  const [toEmpty, toLong] = timeAppends([empty, long]).map(median);
  const ratio = toLong / toEmpty;
  report('one more answer, empty record', `${toEmpty.toFixed(2)} ms`);
  report(`  with ${million} answers`, `${toLong.toFixed(2)} ms, ${ratio.toFixed(2)}x`, '1.10x', ratio <= 1.1);
  rmSync(base, { recursive: true, force: true });
}
