import type { Language } from '../../src/language.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { KEYS } from '../../test/e2e/terminal.ts';
import { startWriter } from './children.ts';
import { counted, holds, type Row, told, type World } from './part.ts';
import { answerAndGoOn, easyQuestions } from './practising.ts';
import { recordOnDisk, reviewsIn } from './record.ts';
import { openTerminal } from './terminals.ts';

/** Events of each of two small writers. */
const EVENTS = 1000;
/** Answers of each of two programs in terminals. */
const ANSWERS = 30;

/** Two that write to one log at once. */
export async function together(world: World): Promise<readonly Row[]> {
  return [...(await twoWriters(world, world.count ?? EVENTS)), ...(await twoPrograms(world))];
}

async function twoWriters(world: World, count: number): Promise<Row[]> {
  const folder = world.scope.folder();
  let appended = 0;
  const problems: string[] = [];
  const writers = ['one', 'two'].map((name) =>
    startWriter(world, {
      folder,
      name,
      count,
      longBytes: 0,
      onAppended: (_, problem) => {
        appended++;
        if (problem !== '') problems.push(problem);
        world.progress(`together: ${appended} of ${2 * count}`);
      },
    }),
  );
  for (const { code, errors } of await Promise.all(writers.map(({ ended }) => ended))) {
    if (code !== 0) problems.push(`a writer ended with ${code}: ${errors.split('\n')[0]}`);
  }
  const { events, damaged, torn } = recordOnDisk(folder);
  const hands = events.map(({ id }) => id.split('-')[0]);
  return [
    counted(`kept of two processes with ${count.toLocaleString('en-US')} answers each`, distinct(events), 2 * count),
    told('  times the other one went on', hands.filter((hand, at) => at > 0 && hand !== hands[at - 1]).length),
    counted('  damaged lines', damaged.length + (torn ? 1 : 0), 0),
    counted('  answers after which one complained', problems.length, 0, problems),
  ];
}

async function twoPrograms(world: World): Promise<Row[]> {
  const folder = world.scope.folder();
  const learners = (['en', 'ko'] as const).map((language) => {
    const names = easyQuestions(`${language}${world.random.fork(language).int(0, 999)}`, ANSWERS);
    const app = openTerminal(world, { args: ['--lang', language, 'practice', ...names], folder });
    return { language, names, app };
  });
  try {
    await Promise.all(
      learners.map(async ({ app, names, language }) => {
        for (const name of names) await answerAndGoOn(app, name, language);
      }),
    );
    const record = recordOnDisk(folder);
    const seen = [];
    for (const { app, language } of learners) {
      app.type(KEYS.escape);
      seen.push({ language, screen: await app.waitFor(wordsOf(language).home.simulatorAbout, 30_000) });
    }
    return [
      counted(`kept of two programs with ${ANSWERS} answers each`, distinct(reviewsIn(record)), 2 * ANSWERS),
      counted('  damaged lines', record.damaged.length + (record.torn ? 1 : 0), 0),
      ...seen.map(({ language, screen }) =>
        holds(`  home shows those of both (${language})`, screen.includes(allRight(language)), [screen]),
      ),
    ];
  } finally {
    for (const { app } of learners) await app.close();
  }
}

/** What home says about the answers of both, all of them right. */
function allRight(language: Language): string {
  const { home, shell } = wordsOf(language);
  return home.answered(2 * ANSWERS, shell.percent(1));
}

function distinct(events: readonly { readonly id: string }[]): number {
  return new Set(events.map(({ id }) => id)).size;
}
