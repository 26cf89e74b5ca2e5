import type { Text } from '../language.ts';

/** 1: what was asked for could not be done. 2: it was asked for in a wrong way. */
export type ExitCode = 1 | 2;

/** Ends a command with a message for people; `main` prints it in their language and exits with the code. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  /** One line each. */
  readonly lines: readonly Text[];

  constructor(exitCode: ExitCode, ...lines: readonly Text[]) {
    super(lines[0]?.en ?? '');
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.lines = lines;
  }
}

/** The command line itself is wrong: exit code 2. */
export function usage(...lines: readonly Text[]): Failure {
  return new Failure(2, ...lines);
}
