import { nearestWord } from '../documents/nearest.ts';
import { type WorksheetFormat, WRITERS } from '../questions/worksheet/formats.ts';
import { ANSWERS, type Answers } from '../questions/worksheet/sheet.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';
import { readWord } from './values.ts';

/** How questions are printed; `listing` is what a terminal gets when no format is asked for. */
export interface QuestionFormat {
  readonly format: 'listing' | 'json' | WorksheetFormat;
  readonly answers: Answers;
}

const FORMATS: readonly ('json' | WorksheetFormat)[] = ['json', ...(Object.keys(WRITERS) as WorksheetFormat[])];

/** Reads --format, --json and --answers. Throws a usage Failure when they are wrong or do not go together. */
export function readQuestionFormat(given: {
  readonly format?: string;
  readonly json?: true;
  readonly answers?: string;
}): QuestionFormat {
  const named = given.format === undefined ? null : readFormat(given.format);
  if (given.json && named !== null && named !== 'json') throw usage(errors.together('--json', `--format ${named}`));
  const format = given.json ? 'json' : (named ?? 'listing');
  if (given.answers === undefined) return { format, answers: 'solutions' };
  if (format !== 'md' && format !== 'html') throw usage(errors.onlyWith('--answers', '--format md|html'));
  return { format, answers: readWord('--answers', given.answers, ANSWERS) };
}

function readFormat(typed: string): 'json' | WorksheetFormat {
  const format = FORMATS.find((known) => known === typed);
  if (format === undefined) throw usage(errors.unknownFormat(typed, nearestWord(typed, FORMATS), FORMATS));
  return format;
}
