import type { Language, Text } from '../language.ts';

/** 1: what was asked for could not be done. 2: it was asked for in a wrong way. */
export type ExitCode = 1 | 2;

/** Ends a command with a message for people; `main` prints it in their language and exits with the code. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly text: Text;

  constructor(exitCode: ExitCode, text: Text) {
    super(text.en);
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.text = text;
  }

  /** What standard error gets, a line each. */
  lines(language: Language): readonly string[] {
    return [`seqack: ${this.text[language]}`];
  }
}

/** A file that is not what it should be: `file:line: message` for each problem, as editors and compilers write it. */
export class FileFailure extends Failure {
  private readonly problems: readonly Text[];

  constructor(problems: readonly [Text, ...Text[]]) {
    super(1, problems[0]);
    this.problems = problems;
  }

  override lines(language: Language): readonly string[] {
    return this.problems.map((problem) => problem[language]);
  }
}

/** The command line itself is wrong: exit code 2. */
export function usage(text: Text): Failure {
  return new Failure(2, text);
}

/** A word where a command should stand. */
export class UnknownCommand extends Failure {
  readonly typed: string;
  /** Whether it may be the name of something else: no command is like it, and none was typed before it. */
  readonly mayBeName: boolean;

  constructor(typed: string, mayBeName: boolean, text: Text) {
    super(2, text);
    this.typed = typed;
    this.mayBeName = mayBeName;
  }
}
