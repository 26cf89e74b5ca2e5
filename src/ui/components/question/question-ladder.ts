import type { Language } from '../../../language.ts';
import type { Question } from '../../../questions/question.ts';
import { type LadderRow, ladderRows } from '../../../trace/ladder.ts';
import { ladderHeader, ladderLines, ladderSentence } from '../../../trace/ladder-line.ts';
import type { Blank, LadderPlace, LadderStyle } from '../../../trace/ladder-style.ts';
import { ladderStyle } from '../../../trace/plain.ts';
import { WIDEST_LADDER } from '../../layout/ladder-width.ts';
import type { Line } from '../../layout/line.ts';
import { screenLine } from '../ladder/spans.ts';

export interface QuestionLadderStyle {
  readonly width: number;
  readonly language: Language;
  readonly numbers: 'absolute' | 'relative';
  readonly ascii: boolean;
  /** For a screen reader: a sentence a segment instead of a diagram. */
  readonly linear: boolean;
}

export interface QuestionLadder {
  readonly header: Line;
  readonly lines: readonly Line[];
  /** The line to keep in sight: the last of the segments the question is about. */
  readonly focusLine: number;
}

/** The rows that are shown while the question is asked; `marks`: with calls and timers. */
export function askingRows({ trace, view }: Question, marks = false): readonly LadderRow[] {
  return ladderRows(trace, { until: view.until, marks });
}

/**
 * The ladder while the question is asked: its `askingRows`, with blanks. `typed` is what stands in them, by field id;
 * the blank of the field `writing` (an index) is kept in sight.
 */
export function askingLadder(
  question: Question,
  rows: readonly LadderRow[],
  typed: Readonly<Record<string, string>>,
  writing: number,
  style: QuestionLadderStyle,
): QuestionLadder {
  const { trace, view, fields } = question;
  const asked = fields.flatMap(({ place, id, kind }): Blank[] =>
    place === null ? [] : [{ ...place, typed: kind === 'number' || kind === 'flags' ? (typed[id] ?? '') : '' }],
  );
  const hidden = view.hidden.filter((place) => !asked.some((one) => samePlace(one, place)));
  const blanks: Blank[] = [...asked, ...hidden.map((place): Blank => ({ ...place, typed: null }))];
  const base = ladderStyle(trace, style);
  const place = fields[writing]?.place ?? null;
  const inSight = place === null ? view.focus : [place.segment];
  return draw(question, rows, inSight, {
    ...base,
    blanks,
    focus: view.focus,
    hiddenStates: view.hiddenStates,
    linear: style.linear,
  });
}

/** The whole ladder, with the answers set off. */
export function answeredLadder(question: Question, style: QuestionLadderStyle): QuestionLadder {
  const { trace, view, fields } = question;
  const answers = fields.flatMap(({ place }): LadderPlace[] => (place === null ? [] : [place]));
  const base = ladderStyle(trace, style);
  return draw(question, ladderRows(trace, { marks: false }), view.focus, {
    ...base,
    answers,
    focus: view.focus,
    linear: style.linear,
  });
}

function samePlace(a: LadderPlace, b: LadderPlace): boolean {
  return a.segment === b.segment && a.part === b.part;
}

type DrawStyle = LadderStyle & Pick<QuestionLadderStyle, 'linear'>;

function draw(
  { trace }: Question,
  rows: readonly LadderRow[],
  inSight: readonly number[],
  room: DrawStyle,
): QuestionLadder {
  const style = { ...room, width: Math.min(room.width, WIDEST_LADDER) };
  const lines: Line[] = [];
  let focusLine = -1;
  for (const row of rows) {
    lines.push(...(style.linear ? [screenLine(ladderSentence(row, style))] : ladderLines(row, style).map(screenLine)));
    if (row.kind === 'segment' && inSight.includes(row.segment.n)) focusLine = lines.length - 1;
  }
  return {
    header: rows.length === 0 || style.linear ? [] : screenLine(ladderHeader(trace, style)),
    lines,
    focusLine: focusLine === -1 ? lines.length - 1 : focusLine,
  };
}

/** The first line to show in `height` lines so that line `focus` is in sight with a line after it; `moved` scrolls from there. */
export function ladderTop(count: number, height: number, focus: number, moved: number): number {
  const most = Math.max(0, count - height);
  const wanted = Math.min(most, Math.max(0, focus + 2 - height));
  return Math.min(most, Math.max(0, wanted + moved));
}
