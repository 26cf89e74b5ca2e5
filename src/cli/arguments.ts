import { CommanderError } from 'commander';
import type { Language } from '../language.ts';
import { COMPLETE } from './completion/complete-word.ts';
import { UnknownCommand } from './failure.ts';
import { createProgram } from './program.ts';
import type { Run } from './run.ts';

/** Commands whose help ends with a list of names that content and the catalogue know. */
const WITH_LISTS = ['learn', 'practice', 'interview', 'simulate', 'questions'];

/** Reads the arguments and runs what they ask for; gives the exit code. Throws a usage Failure when they are wrong. */
export async function runArguments(args: readonly string[], language: Language): Promise<number> {
  if (args[0] === COMPLETE) return (await import('./commands/complete.ts')).completeWords(args.slice(1), language);
  const asksHelp = args.some((arg) => arg === '-h' || arg === '--help' || arg === 'help');
  const lists = asksHelp && args.some((arg) => WITH_LISTS.includes(arg));
  const known = lists ? (await import('./help-lists.ts')).helpLists(language) : null;
  const asked: Run[] = [];
  try {
    createProgram(language, process.env, known, (run) => asked.push(run)).parse(args, { from: 'user' });
  } catch (error) {
    // Help and version end this way; commander has printed them.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof UnknownCommand && error.mayBeName) {
      throw (await import('./named-elsewhere.ts')).namedElsewhere(error.typed) ?? error;
    }
    throw error;
  }
  return (await asked[0]?.()) ?? 0;
}
