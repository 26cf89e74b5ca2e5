import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/language.ts';
import { writeProblem } from '../../src/learning/log/log-problem.ts';
import { SNAPSHOT_NAME } from '../../src/learning/log/snapshot-file.ts';
import { openStore } from '../../src/learning/log/store.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { KEYS, type Terminal } from '../../test/e2e/terminal.ts';
import { MANY, writeLongLog } from './damaged-records.ts';
import { counted, holds, type Row, skipped, told, type World } from './part.ts';
import { answer, easyQuestions } from './practising.ts';
import { recordOnDisk, reviewsIn } from './record.ts';
import { openTerminal } from './terminals.ts';

const DISK_KIB = 64;
/** Room for a long log, and for a piece of its snapshot. */
const LARGER_DISK_KIB = 1024;
/** More than fit into what is left of the page of the disk that the log ends in. */
const MOST_ANSWERS = 40;

/** A disk without room: what is said, what is kept, and what becomes of the rest once there is room. */
export async function full(world: World): Promise<readonly Row[]> {
  const rows: Row[] = await noRoomForSnapshot(world);
  for (const language of ['en', 'ko'] as const) {
    const disk = world.scope.smallDisk(DISK_KIB);
    if (disk === null) return [skipped('a full disk', 'mounting a small disk is not permitted')];
    rows.push(...(await fillAndFree(world, disk, language)), ...(await leaveWhileFull(world, disk, language)));
  }
  return rows;
}

/** Takes all the room there is; the result gives it back. */
function fill(disk: string): () => void {
  const path = join(disk, 'something-else');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096);
  try {
    while (writeSync(file, page) > 0);
  } catch {
    // No room left: that is what was wanted.
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
}

/** Whether the first words of the message are there: the rest of its line may not fit. */
function tellsFull(screen: string, language: Language): boolean {
  const { text } = writeProblem('', Object.assign(new Error(), { code: 'ENOSPC' }));
  return screen.includes(text[language].slice(0, 20));
}

async function turn(app: Terminal, screen: string): Promise<void> {
  app.type(KEYS.enter);
  await app.waitFor((next) => next !== screen);
}

async function fillAndFree(world: World, disk: string, language: Language): Promise<Row[]> {
  const folder = join(disk, 'filled');
  const names = easyQuestions(`full-${language}`, MOST_ANSWERS);
  const app = openTerminal(world, { args: ['--lang', language, 'practice', ...names], folder });
  let given = 0;
  const giveOne = async (): Promise<string> => {
    const screen = await answer(app, names[given++] ?? '', language);
    await turn(app, screen);
    return screen;
  };
  try {
    for (let i = 0; i < 3; i++) await giveOne();
    const free = fill(disk);
    let screen = await giveOne();
    while (!tellsFull(screen, language) && given < MOST_ANSWERS - 5) screen = await giveOne();
    const saidSo = tellsFull(screen, language);
    const before = given - 1;
    const keptThen = reviewsIn(recordOnDisk(folder)).length;
    const goesOn = tellsFull(await giveOne(), language) && tellsFull(await giveOne(), language);

    free();
    const after = await giveOne();
    const record = recordOnDisk(folder);
    const asked = reviewsIn(record).flatMap((event) => (event.kind === 'answer' ? [event.question] : []));
    const { problems } = openStore({ folder, now: Date.now, newId: () => 'reader' });
    return [
      holds(`full disk (${language}): the screen says so`, saidSo, [screen]),
      counted('  answers before it, all kept', keptThen, before),
      holds('  practice goes on, and it is still said', goesOn, [app.screen()]),
      told('  answers given meanwhile', given - 1 - before),
      counted('with room again: answers in the log, in order', inOrder(asked, names), given),
      holds('  the message is gone', !tellsFull(after, language), [after]),
      counted(
        '  what the next start complains about',
        problems.length,
        0,
        problems.map(({ en }) => en),
      ),
    ];
  } finally {
    await app.close();
  }
}

/** So many of the first names were asked in this order, each once. */
function inOrder(asked: readonly string[], names: readonly string[]): number {
  const odd = asked.findIndex((name, at) => name !== names[at]);
  return odd < 0 ? asked.length : odd;
}

async function leaveWhileFull(world: World, disk: string, language: Language): Promise<Row[]> {
  const folder = join(disk, 'left');
  const names = easyQuestions(`left-${language}`, MOST_ANSWERS);
  const app = openTerminal(world, { args: ['--lang', language, 'practice', ...names], folder });
  let given = 0;
  try {
    const first = await answer(app, names[given++] ?? '', language);
    await turn(app, first);
    const free = fill(disk);
    let screen = first;
    while (!tellsFull(screen, language) && given < MOST_ANSWERS) {
      screen = await answer(app, names[given++] ?? '', language);
      if (!tellsFull(screen, language)) await turn(app, screen);
    }
    const confirmed = given - 1;
    app.type(KEYS.ctrlC);
    const { exitCode } = await app.exited;
    const last = await app.settled();
    free();
    const kept = reviewsIn(recordOnDisk(folder)).length;
    const store = openStore({ folder, now: Date.now, newId: () => 'next' });
    store.append({ kind: 'card', item: 'card:a/after', grade: 3, tookMs: 1, where: 'review' });
    const next = reviewsIn(recordOnDisk(folder)).length;
    return [
      holds(`left while it is full (${language}): the last lines say so`, tellsFull(last, language), [
        `exit code ${exitCode}`,
        last,
      ]),
      counted('  answers confirmed before it, all kept', kept, confirmed),
      counted('  the next start adds to them', next, confirmed + 1),
      counted('  and tells of the piece of a line at most', Math.max(0, store.problems.length - 1), 0),
    ];
  } finally {
    await app.close();
  }
}

/** A snapshot is only a cache: where there is no room for it, it is not there, and nothing is said. */
async function noRoomForSnapshot(world: World): Promise<Row[]> {
  const disk = world.scope.smallDisk(LARGER_DISK_KIB);
  if (disk === null) return [];
  writeLongLog(disk, 'long');
  fill(disk);
  const home = openTerminal(world, { args: ['--lang', 'en'], folder: disk });
  try {
    const screen = await home.waitFor(wordsOf('en').home.simulatorAbout, 30_000);
    home.type(KEYS.ctrlC);
    const { exitCode } = await home.exited;
    const last = await home.settled();
    const left = readdirSync(disk).filter((name) => name.startsWith(SNAPSHOT_NAME));
    const wanted = wordsOf('en').home.answered(MANY, wordsOf('en').shell.percent(1));
    return [
      holds('no room for a snapshot: all answers count', screen.includes(wanted), [screen]),
      holds('  and nothing is made of it', exitCode === 0 && left.length === 0 && !tellsFull(last, 'en'), [
        `exit code ${exitCode}; left behind: ${left.join(', ')}`,
        last,
      ]),
    ];
  } finally {
    await home.close();
  }
}
