import type { Language } from '../../src/language.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { questionJson } from '../../src/questions/question-json.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { answerKeys } from '../../test/e2e/answering.ts';
import { KEYS, type Terminal } from '../../test/e2e/terminal.ts';

/** The keys that answer a question correctly. */
export function keysOf(name: string): string {
  return answerKeys(questionJson(makeQuestion(name)));
}

/** Names of questions that are answered with one number each. */
export function easyQuestions(seed: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `seq.next@${seed}-${at}`);
}

/** Answers one question that is on the screen, or about to be, and waits for the verdict. Gives the screen. */
export async function answer(app: Terminal, name: string, language: Language): Promise<string> {
  await app.waitFor(name, 30_000);
  app.type(keysOf(name));
  return app.waitFor(wordsOf(language).question.right, 30_000);
}

/** Answers one and turns to the next. */
export async function answerAndGoOn(app: Terminal, name: string, language: Language): Promise<void> {
  await answer(app, name, language);
  app.type(KEYS.enter);
  await app.waitFor((screen) => !screen.includes(wordsOf(language).question.right), 30_000);
}
