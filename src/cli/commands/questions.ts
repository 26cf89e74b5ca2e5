import { planQuiz } from '../../learning/quiz-plan.ts';
import { skills } from '../../questions/catalogue.ts';
import { makeQuestion } from '../../questions/make.ts';
import { questionJson } from '../../questions/question-json.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print } from '../output.ts';
import { questionListing } from '../question-listing.ts';
import { reportLanguage } from '../report-language.ts';
import { newSeed } from '../seed.ts';
import { checkQuestionName, checkSkill } from '../skill-names.ts';
import { errors } from '../text/errors.ts';
import { readCount, readSeed } from '../values.ts';

interface QuestionsOptions {
  readonly skill?: readonly string[];
  readonly seed?: string;
  readonly count?: string;
  readonly json?: true;
}

const MOST_QUESTIONS = 10_000;
const USUAL_COUNT = 10;

/** `seqack questions`: questions with answers and solutions, as text or as JSON (docs/formats.md). */
export async function questions(named: readonly string[], given: QuestionsOptions, globals: Globals): Promise<number> {
  const names = named.length > 0 ? namedQuestions(named, given) : plannedQuestions(given);
  await (given.json ? printJson(names) : printListing(names, globals));
  return 0;
}

function namedQuestions(named: readonly string[], given: QuestionsOptions): readonly string[] {
  for (const option of ['skill', 'seed', 'count'] as const) {
    if (given[option] !== undefined) throw usage(errors.together('SKILL@SEED', `--${option}`));
  }
  named.forEach(checkQuestionName);
  return named;
}

/** The questions of the timed quiz with the same seed, count and skills. */
function plannedQuestions({ skill, seed, count }: QuestionsOptions): readonly string[] {
  skill?.forEach(checkSkill);
  return planQuiz({
    seed: seed === undefined ? newSeed() : readSeed('--seed', seed, 'numbered'),
    count: count === undefined ? USUAL_COUNT : readCount('--count', count, MOST_QUESTIONS),
    skills: skill ?? skills.map(({ id }) => id),
  });
}

/** One question a line, so that thousands are never held at once and a reader may take them as they come. */
async function printJson(names: readonly string[]): Promise<void> {
  await print('{"version":1,"questions":[\n');
  for (const [i, name] of names.entries()) {
    await print(`${JSON.stringify(questionJson(makeQuestion(name)))}${i + 1 < names.length ? ',' : ''}\n`);
  }
  await print(']}\n');
}

async function printListing(names: readonly string[], globals: Globals): Promise<void> {
  const width = Math.max(40, process.stdout.columns || 80);
  const options = { width, language: reportLanguage(globals), ascii: globals.ascii };
  const rule = `\n${(globals.ascii ? '-' : '─').repeat(width)}\n`;
  for (const [i, name] of names.entries()) {
    await print(`${i === 0 ? '' : `${rule}\n`}${questionListing(makeQuestion(name), options).join('\n')}\n`);
  }
}
