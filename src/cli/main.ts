import { CommanderError } from 'commander';
import type { Language } from '../language.ts';
import { QuestionNameError } from '../questions/name.ts';
import { Failure, usage } from './failure.ts';
import { messageLanguage } from './globals.ts';
import { endQuietlyOnClosedPipe } from './output.ts';
import { createProgram, type Run } from './program.ts';
import { errors } from './text/errors.ts';

export { screenShown } from './screen.ts';

/** Commands whose help ends with a list of names that content and the catalogue know. */
const WITH_LISTS = ['learn', 'practice', 'simulate', 'questions'];

/**
 * Runs what the arguments ask for and gives the exit code: 0 done, 1 failed, 2 wrong usage. Never throws: what goes
 * wrong is one line on standard error.
 */
export async function main(args: readonly string[]): Promise<number> {
  endQuietlyOnClosedPipe();
  const language = messageLanguage(args, process.env);
  try {
    const asksHelp = args.some((arg) => arg === '-h' || arg === '--help' || arg === 'help');
    const lists = asksHelp && args.some((arg) => WITH_LISTS.includes(arg));
    const known = lists ? (await import('./help-lists.ts')).helpLists(language) : null;
    const asked: Run[] = [];
    createProgram(language, process.env, known, (run) => asked.push(run)).parse(args, { from: 'user' });
    return (await asked[0]?.()) ?? 0;
  } catch (error) {
    return report(error, language);
  }
}

function report(error: unknown, language: Language): number {
  // Help and version end this way; commander has printed them.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const failure = asFailure(error);
  for (const line of failure.lines(language)) process.stderr.write(`${line}\n`);
  return failure.exitCode;
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof QuestionNameError) return usage(error.text);
  return new Failure(1, errors.unexpected(error instanceof Error ? error.message : String(error)));
}
