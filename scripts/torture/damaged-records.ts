import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { LOG_NAME } from '../../src/learning/log/log-files.ts';
import { SNAPSHOT_NAME } from '../../src/learning/log/snapshot-file.ts';
import { openStore } from '../../src/learning/log/store.ts';

/** A record something has happened to, and what the program has to make of it. */
export interface Damage {
  readonly what: string;
  /** Prepares an empty data folder. `spare` is another one, for what comes from elsewhere. */
  readonly prepare: (folder: string, spare: string) => void;
  /** So many answers are counted afterwards. */
  readonly counted: number;
  /** Where it is told: at the start, at the first answer, or not at all because nothing is amiss. */
  readonly told: 'start' | 'answer' | 'never';
  /** Whether the next answer is on the disk. */
  readonly writes: boolean;
  /** JavaScript that runs in the program's process first. */
  readonly before?: string;
}

const FEW = 10;
/** Answers of a log so long that a snapshot is worth writing. */
export const MANY = 2000;
const HOUR_MS = 3_600_000;

/** Lines of right answers, a second apart, the last one a minute ago. */
function lines(count: number, name: string): string[] {
  const end = Date.now() - 60_000;
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      v: 1,
      id: `${name}-${at}`,
      at: end - (count - at) * 1000,
      kind: 'answer',
      question: `seq.next@${name}-${at}`,
      correct: true,
      given: { seq: '1' },
      rules: [],
      hinted: false,
      tookMs: 900,
      where: 'practice',
      grade: 3,
    }),
  );
}

const logIn = (folder: string): string => join(folder, LOG_NAME);
const snapshotIn = (folder: string): string => join(folder, SNAPSHOT_NAME);

function writeLog(folder: string, of: readonly string[]): void {
  writeFileSync(logIn(folder), `${of.join('\n')}\n`, { mode: 0o600 });
}

function few(folder: string): void {
  writeLog(folder, lines(FEW, 'few'));
}

/** MANY answers, and no snapshot yet. */
export function writeLongLog(folder: string, name: string): void {
  writeLog(folder, lines(MANY, name));
}

/** A long log and its snapshot, as the program leaves them. */
function many(folder: string, name = 'many'): void {
  writeLongLog(folder, name);
  openStore({ folder, now: Date.now, newId: () => 'unused' }).rest();
  // There must be something to damage.
  readFileSync(snapshotIn(folder));
}

const clockMoved = (ms: number): string => `const now = Date.now; Date.now = () => now() + ${ms};`;

/** As root every folder can be written to: the program is then run as nobody. */
const nobody = process.getuid?.() === 0 ? { before: 'process.setgid(65534); process.setuid(65534);' } : {};

const torn: Damage = {
  what: 'a torn last line',
  prepare: (folder) => {
    few(folder);
    truncateSync(logIn(folder), readFileSync(logIn(folder)).length - 30);
  },
  counted: FEW - 1,
  told: 'start',
  writes: true,
};

export const damages: readonly Damage[] = [
  torn,
  {
    what: 'a corrupt line in the middle',
    prepare: (folder) => writeLog(folder, lines(FEW, 'few').with(4, '{"v":1,\u001b[31m\u0007\u0000\ufffd')),
    counted: FEW - 1,
    told: 'start',
    writes: true,
  },
  {
    what: 'a line of a newer version',
    prepare: (folder) => {
      few(folder);
      appendFileSync(logIn(folder), '{"v":2,"id":"later","kind":"answer","at":1}\n');
    },
    counted: FEW,
    told: 'start',
    writes: true,
  },
  { what: 'no log at all', prepare: () => undefined, counted: 0, told: 'never', writes: true },
  {
    what: 'a folder that cannot be written to',
    prepare: (folder) => {
      few(folder);
      chmodSync(logIn(folder), 0o444);
      chmodSync(folder, 0o555);
    },
    counted: FEW,
    told: 'answer',
    writes: false,
    ...nobody,
  },
  {
    what: 'a clock that went back an hour',
    prepare: few,
    counted: FEW,
    told: 'start',
    writes: true,
    before: clockMoved(-HOUR_MS),
  },
  {
    // What lies far ahead counts when its time comes: else it would hide items until then.
    what: 'a clock that went back three days',
    prepare: few,
    counted: 0,
    told: 'start',
    writes: true,
    before: clockMoved(-72 * HOUR_MS),
  },
  { what: 'a sound snapshot', prepare: (folder) => many(folder), counted: MANY, told: 'never', writes: true },
  {
    what: 'a missing snapshot',
    prepare: (folder) => {
      many(folder);
      rmSync(snapshotIn(folder));
    },
    counted: MANY,
    told: 'never',
    writes: true,
  },
  {
    what: 'a snapshot cut short',
    prepare: (folder) => {
      many(folder);
      truncateSync(snapshotIn(folder), 500);
    },
    counted: MANY,
    told: 'start',
    writes: true,
  },
  {
    what: 'a snapshot of something else',
    prepare: (folder) => {
      many(folder);
      writeFileSync(snapshotIn(folder), Buffer.from([0, 1, 2, 27, 91, 255]));
    },
    counted: MANY,
    told: 'start',
    writes: true,
  },
  {
    what: "another log's snapshot",
    prepare: (folder, spare) => {
      many(spare, 'spare');
      writeLog(folder, lines(FEW, 'few'));
      copyFileSync(snapshotIn(spare), snapshotIn(folder));
    },
    counted: FEW,
    told: 'never',
    writes: true,
  },
  {
    what: 'a snapshot of a longer log',
    prepare: (folder) => {
      many(folder);
      writeLog(folder, lines(MANY, 'many').slice(0, FEW));
    },
    counted: FEW,
    told: 'never',
    writes: true,
  },
  {
    what: 'a folder where the snapshot should be',
    prepare: (folder) => {
      many(folder);
      rmSync(snapshotIn(folder));
      mkdirSync(snapshotIn(folder));
    },
    counted: MANY,
    told: 'never',
    writes: true,
  },
];
