import { planQuiz } from '../../learning/sessions/quiz-plan.ts';
import { skills } from '../../questions/catalogue.ts';
import { makeQuestion } from '../../questions/make.ts';
import type { Question } from '../../questions/question.ts';
import { questionJson } from '../../questions/question-json.ts';
import { WRITERS } from '../../questions/worksheet/formats.ts';
import type { Sheet } from '../../questions/worksheet/sheet.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print } from '../output.ts';
import { questionDrawing } from '../question-drawing.ts';
import { readQuestionFormat } from '../question-format.ts';
import { questionListing } from '../question-listing.ts';
import { reportLanguage } from '../report-language.ts';
import { newSeed } from '../seed.ts';
import { checkQuestionName, checkSkill } from '../skill-names.ts';
import { errors } from '../text/errors.ts';
import { skillsOfTopics } from '../topics.ts';
import { readCount, readSeed, readVariant } from '../values.ts';

export interface QuestionsOptions {
  readonly skill?: readonly string[];
  readonly topics?: string;
  readonly seed?: string;
  readonly variant?: string;
  readonly count?: string;
  readonly format?: string;
  readonly answers?: string;
  readonly json?: true;
}

/** Names of questions, and what a worksheet of them is called. */
interface Chosen {
  readonly names: readonly string[];
  readonly title: string;
}

const MOST_QUESTIONS = 10_000;
const USUAL_COUNT = 10;
/** Columns of a ladder on paper and on course sites. */
const SHEET_WIDTH = 80;

/** `seqack questions`: questions as text, as JSON (docs/formats.md) or as a worksheet (docs/worksheets.md). */
export async function questions(named: readonly string[], given: QuestionsOptions, globals: Globals): Promise<number> {
  const { format, answers } = readQuestionFormat(given);
  const { names, title } = named.length > 0 ? namedQuestions(named, given) : plannedQuestions(given);
  if (format === 'json') await printJson(names);
  else if (format === 'listing') await printListing(names, globals);
  else {
    const language = reportLanguage(globals);
    const drawing = { width: SHEET_WIDTH, language, ascii: globals.ascii };
    const sheet: Sheet = { title, language, answers, draw: (question) => questionDrawing(question, drawing) };
    for (const piece of WRITERS[format](made(names), sheet)) await print(piece);
  }
  return 0;
}

function namedQuestions(named: readonly string[], given: QuestionsOptions): Chosen {
  for (const option of ['skill', 'topics', 'seed', 'variant', 'count'] as const) {
    if (given[option] !== undefined) throw usage(errors.together('SKILL@SEED', `--${option}`));
  }
  named.forEach(checkQuestionName);
  return { names: named, title: 'seqack' };
}

/** The questions of the timed quiz with the same seed, count and skills. */
function plannedQuestions(given: QuestionsOptions): Chosen {
  given.skill?.forEach(checkSkill);
  const asked = [...(given.skill ?? []), ...(given.topics === undefined ? [] : skillsOfTopics(given.topics))];
  if (given.variant !== undefined && given.seed === undefined) throw usage(errors.onlyWith('--variant', '--seed'));
  const seed = given.seed === undefined ? newSeed() : readSeed('--seed', given.seed, 'numbered');
  const variant = given.variant === undefined ? null : readVariant('--variant', given.variant, seed);
  const names = planQuiz({
    seed,
    variant,
    count: given.count === undefined ? USUAL_COUNT : readCount('--count', given.count, MOST_QUESTIONS),
    skills: asked.length > 0 ? asked : skills.map(({ id }) => id),
  });
  return { names, title: `seqack ${seed}${variant === null ? '' : ` ${variant}`}` };
}

/** One after the other, so that thousands are never held at once. */
function* made(names: readonly string[]): Generator<Question> {
  for (const name of names) yield makeQuestion(name);
}

/** One question a line, so that a reader may take them as they come. */
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
