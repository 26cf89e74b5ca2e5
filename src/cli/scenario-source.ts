import { type FileHandle, open } from 'node:fs/promises';
import { scenarios } from 'seqack:scenarios';
import { nearestWord } from '../documents/nearest.ts';
import { type LineProblem, quoted } from '../documents/problem.ts';
import type { Text } from '../language.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { Failure, FileFailure, usage } from './failure.ts';
import { readFailure } from './read-failure.ts';
import { errors } from './text/errors.ts';

const LARGEST = 1_000_000;
const MOST_PROBLEMS = 20;

/**
 * The scenario a learner named: one of ours by name, or a file. Throws a usage Failure for a name there is none of,
 * and a Failure of one `file:line: ...` line a problem for a file that is not a scenario.
 */
export async function findScenario(named: string): Promise<Scenario> {
  const isPath = /[\\/]|\.ya?ml$/i.test(named);
  if (!isPath && Object.hasOwn(scenarios, named)) return scenarios[named] as Scenario;
  const text = await readText(named, isPath);
  const { readScenario } = await import('../simulator/scenario-file/reader.ts');
  const read = readScenario(text, named);
  if (read.ok) return read.scenario;
  const place = (line: number) => `${quoted(named, 200)}:${line}:`;
  const told = ({ line, message }: LineProblem): Text => ({
    en: `${place(line)} ${message.en}`,
    ko: `${place(line)} ${message.ko}`,
  });
  const [first, ...others] = read.problems.slice(0, MOST_PROBLEMS).map(told);
  throw first === undefined
    ? new RangeError(`${named}: refused without a problem`)
    : new FileFailure([first, ...others]);
}

async function readText(path: string, isPath: boolean): Promise<string> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    return await readAtMost(file, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && !isPath) {
      throw usage(errors.unknownScenario(path, nearestWord(path, Object.keys(scenarios))));
    }
    throw readFailure(path, error);
  } finally {
    await file?.close();
  }
}

/** Reads to the end, or throws a Failure once it is plain that this is no scenario. Pipes have no size to ask for. */
async function readAtMost(file: FileHandle, path: string): Promise<string> {
  const buffer = Buffer.alloc(LARGEST + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) return buffer.toString('utf8', 0, length);
    length += bytesRead;
  }
  throw new Failure(1, errors.fileUnreadable(path, errors.fileTooLarge('1 MB')));
}
