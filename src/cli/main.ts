import { QuestionNameError } from '../questions/name.ts';
import { Failure, usage } from './failure.ts';
import { messageLanguage, readGlobals } from './globals.ts';
import { endOnFailedOutput } from './output.ts';
import { errors } from './text/errors.ts';

export { screenShown } from './screen.ts';

/**
 * Runs what the arguments ask for and gives the exit code: 0 done, 1 failed, 2 wrong usage. Never throws: what goes
 * wrong is one line on standard error.
 */
export async function main(args: readonly string[]): Promise<number> {
  const language = messageLanguage(args, process.env);
  endOnFailedOutput(language);
  try {
    // The usual start; the argument parser would only make it slower.
    if (args.length === 0) return await (await import('./commands/home.ts')).home(readGlobals({}, process.env));
    return await (await import('./arguments.ts')).runArguments(args, language);
  } catch (error) {
    const failure = asFailure(error);
    for (const line of failure.lines(language)) process.stderr.write(`${line}\n`);
    return failure.exitCode;
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof QuestionNameError) return usage(error.text);
  return new Failure(1, errors.unexpected(error instanceof Error ? error.message : String(error)));
}
