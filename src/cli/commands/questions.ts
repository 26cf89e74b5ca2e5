import { planQuiz } from '../../learning/sessions/quiz-plan.ts';
import { skillById, skills } from '../../questions/catalogue.ts';
import { makeQuestion } from '../../questions/make.ts';
import type { Question } from '../../questions/question.ts';
import { questionJson } from '../../questions/question-json.ts';
import { WRITERS } from '../../questions/worksheet/formats.ts';
import type { Sheet } from '../../questions/worksheet/sheet.ts';
import { HOST_NAMES } from '../../trace/trace.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print } from '../output.ts';
import { questionDrawing } from '../question-drawing.ts';
import { readQuestionFormat } from '../question-format.ts';
import { questionListing } from '../question-listing.ts';
import { reportLanguage } from '../report-language.ts';
import { newSeed } from '../seed.ts';
import { checkCapturedName, checkQuestionName, checkSkill } from '../skill-names.ts';
import { errors, forms } from '../text/errors.ts';
import { skillsOfTopics } from '../topics.ts';
import { readCount, readSeed, readVariant, readWord } from '../values.ts';

export interface QuestionsOptions {
  readonly skill?: readonly string[];
  readonly topics?: string;
  readonly seed?: string;
  readonly variant?: string;
  readonly count?: string;
  readonly format?: string;
  readonly answers?: string;
  readonly json?: true;
  readonly capture?: string;
  readonly conversation?: string;
  readonly numbers?: string;
  readonly at?: string;
}

/** The questions to print, and what a worksheet of them is called. */
interface Chosen {
  readonly questions: Iterable<Question>;
  readonly title: string;
  readonly exitCode: 0 | 1;
}

const MOST_QUESTIONS = 10_000;
const USUAL_COUNT = 10;
const LAST_CONVERSATION = 999_999_999;
/** Standard input, where a file's name is expected. */
const STANDARD_INPUT = '-';
/** Columns of a ladder on paper and on course sites. */
const SHEET_WIDTH = 80;

/** `seqack questions`: questions as text, as JSON (docs/formats.md) or as a worksheet (docs/worksheets.md). */
export async function questions(named: readonly string[], given: QuestionsOptions, globals: Globals): Promise<number> {
  const { format, answers } = readQuestionFormat(given);
  const { questions: chosen, title, exitCode } = await chosenQuestions(named, given, globals);
  if (format === 'json') await printJson(chosen);
  else if (format === 'listing') await printListing(chosen, globals);
  else {
    const language = reportLanguage(globals);
    const drawing = { width: SHEET_WIDTH, language, ascii: globals.ascii };
    const sheet: Sheet = { title, language, answers, draw: (question) => questionDrawing(question, drawing) };
    for (const piece of WRITERS[format](chosen, sheet)) await print(piece);
  }
  return exitCode;
}

async function chosenQuestions(named: readonly string[], given: QuestionsOptions, globals: Globals): Promise<Chosen> {
  if (named.length > 0) {
    for (const option of ['skill', 'topics', 'seed', 'variant', 'count', 'numbers'] as const) {
      if (given[option] !== undefined) throw usage(errors.together('SKILL@SEED', `--${option}`));
    }
  }
  if (given.capture !== undefined) return capturedQuestions(named, given, given.capture, globals);
  for (const option of ['conversation', 'numbers', 'at'] as const) {
    if (given[option] !== undefined) throw usage(errors.onlyWith(`--${option}`, '--capture'));
  }
  return named.length > 0 ? namedQuestions(named) : plannedQuestions(given);
}

function namedQuestions(named: readonly string[]): Chosen {
  named.forEach(checkQuestionName);
  return { questions: made(named), title: 'seqack', exitCode: 0 };
}

/** The skills asked for; all of them when none is. */
function chosenSkills(given: QuestionsOptions): readonly string[] {
  given.skill?.forEach(checkSkill);
  const asked = [...(given.skill ?? []), ...(given.topics === undefined ? [] : skillsOfTopics(given.topics))];
  return asked.length > 0 ? asked : skills.map(({ id }) => id);
}

function chosenCount({ count }: QuestionsOptions): number {
  return count === undefined ? USUAL_COUNT : readCount('--count', count, MOST_QUESTIONS);
}

/** The questions of the timed quiz with the same seed, count and skills. */
function plannedQuestions(given: QuestionsOptions): Chosen {
  const asked = chosenSkills(given);
  if (given.variant !== undefined && given.seed === undefined) throw usage(errors.onlyWith('--variant', '--seed'));
  const seed = given.seed === undefined ? newSeed() : readSeed('--seed', given.seed, 'numbered');
  const variant = given.variant === undefined ? null : readVariant('--variant', given.variant, seed);
  const names = planQuiz({ seed, variant, count: chosenCount(given), skills: asked });
  return { questions: made(names), title: `seqack ${seed}${variant === null ? '' : ` ${variant}`}`, exitCode: 0 };
}

/** What the conversations of a capture can be asked about; or those of its questions that are named. */
async function capturedQuestions(
  named: readonly string[],
  given: QuestionsOptions,
  file: string,
  globals: Globals,
): Promise<Chosen> {
  if (file === '' || file.includes('\0')) throw usage(errors.badForm('--capture', file, forms.captureFile));
  if (given.variant !== undefined) throw usage(errors.together('--capture', '--variant'));
  const conversation =
    given.conversation === undefined ? null : readCount('--conversation', given.conversation, LAST_CONVERSATION);
  named.forEach(checkCapturedName);
  const seed = given.seed === undefined ? newSeed() : readSeed('--seed', given.seed, 'captured');
  const numbers = readWord('--numbers', given.numbers ?? 'absolute', ['absolute', 'relative']);
  const at = given.at === undefined ? null : readWord('--at', given.at, HOST_NAMES);
  const count = chosenCount(given);
  const asked =
    named.length > 0
      ? { names: named }
      : { names: null, skills: chosenSkills(given).flatMap((id) => skillById(id) ?? []), count, seed, numbers };
  const path = file === STANDARD_INPUT ? null : file;
  const source = { path, name: file, at, conversation, language: reportLanguage(globals) };
  // Only those who ask about a capture wait for what reads one.
  const posed = await (await import('../captured-questions.ts')).questionsOfCapture(source, asked);
  const title = `seqack ${posed.file}${named.length > 0 ? '' : ` ${seed}`}`;
  return { questions: posed.questions, title, exitCode: posed.exitCode };
}

/** One after the other, so that thousands are never held at once. */
function* made(names: readonly string[]): Generator<Question> {
  for (const name of names) yield makeQuestion(name);
}

/** One question a line, so that a reader may take them as they come. */
async function printJson(chosen: Iterable<Question>): Promise<void> {
  await print('{"version":1,"questions":[\n');
  let line: string | null = null;
  for (const question of chosen) {
    if (line !== null) await print(`${line},\n`);
    line = JSON.stringify(questionJson(question));
  }
  await print(`${line === null ? '' : `${line}\n`}]}\n`);
}

async function printListing(chosen: Iterable<Question>, globals: Globals): Promise<void> {
  const width = Math.max(40, process.stdout.columns || 80);
  const options = { width, language: reportLanguage(globals), ascii: globals.ascii };
  const rule = `\n${(globals.ascii ? '-' : '─').repeat(width)}\n`;
  let first = true;
  for (const question of chosen) {
    await print(`${first ? '' : `${rule}\n`}${questionListing(question, options).join('\n')}\n`);
    first = false;
  }
}
