import { ladderRows } from '../trace/ladder.ts';
import { ladderHeader, ladderLines } from '../trace/ladder-line.ts';
import { ladderStyle, type PlainOptions, plainLine } from '../trace/plain.ts';
import type { Field, Place, Question } from './question.ts';

/** What the learner sees of a question's trace as lines of plain text, with its blanks; none when nothing is shown. */
export function blankedLadder(
  { trace, view, fields }: Question,
  options: Pick<PlainOptions, 'width' | 'language' | 'ascii'>,
): string[] {
  const style = {
    ...ladderStyle(trace, { ...options, numbers: 'absolute' }),
    // What is asked is an empty blank; what is only kept from giving the answer away is not.
    blanks: view.hidden.map((place) => ({ ...place, typed: isAsked(fields, place) ? '' : null })),
    hiddenStates: view.hiddenStates,
  };
  const rows = ladderRows(trace, { until: view.until, marks: view.marks });
  if (rows.length === 0) return [];
  return [ladderHeader(trace, style), ...rows.flatMap((row) => ladderLines(row, style))].map(plainLine);
}

function isAsked(fields: readonly Field[], { segment, part }: Place): boolean {
  return fields.some(({ place }) => place !== null && place.segment === segment && place.part === part);
}
