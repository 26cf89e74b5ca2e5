import type { InterviewQuestion, Point } from '../../curriculum/module.ts';
import type { Language } from '../../language.ts';
import type { Marks } from '../../learning/events/event.ts';
import type { GradedAnswer } from '../../learning/sessions/interview-session.ts';
import { type InterviewStep, LISTS } from '../../learning/sessions/interview-steps.ts';
import { cleanWriting } from '../input/writing.ts';
import { marked, READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, line, lineCells, type Span, span, wrapText } from '../layout/line.ts';
import { cells } from '../layout/width.ts';
import type { Words } from '../text/en.ts';
import { type Glyphs, listSign } from '../theme.ts';

interface Looks {
  readonly language: Language;
  readonly words: Words['interview'];
  readonly glyphs: Glyphs;
  readonly width: number;
}

function roomOf({ width }: Looks): number {
  return Math.min(width, READING_WIDTH);
}

function answerLines(text: string, looks: Looks): Line[] {
  const { words } = looks;
  // It may come from the log, and so from anywhere.
  const written = cleanWriting(text).trim();
  return [
    line(words.yourAnswer, 'accent'),
    ...(written === '' ? [line(words.noAnswer, 'muted')] : wrapText(written, roomOf(looks), 'plain')),
  ];
}

/** An answer and its points as boxes to tick; `from` and `to` are the lines of the chosen point. */
export function checkLines(
  step: InterviewStep,
  answer: {
    readonly text: string;
    readonly marks: Marks;
    readonly suggested: Marks;
    /** Counted through all three lists. */
    readonly chosen: number;
  },
  looks: Looks,
): { readonly lines: readonly Line[]; readonly from: number; readonly to: number } {
  const { language, words, glyphs } = looks;
  const room = roomOf(looks);
  const anyGuess = LISTS.some((list) => answer.suggested[list].length > 0);
  const guessMark = glyphs.guess === '' ? '' : `${glyphs.guess} `;
  const lines: Line[] = [
    ...wrapText(step.question[language], room, 'strong'),
    BLANK,
    ...answerLines(answer.text, looks),
    BLANK,
    ...wrapText(anyGuess ? `${guessMark}${words.guessAbout}` : words.noGuess, room, 'muted'),
  ];
  let counted = 0;
  let [from, to] = [0, 0];
  for (const list of LISTS) {
    const points = step.points[list];
    if (points.length === 0) continue;
    const title = step.followUp === null ? words.lists[list] : words.followUpList;
    lines.push(BLANK, ...wrapText(title, room, 'accent'));
    for (const [place, { text }] of points.entries()) {
      const chosen = counted++ === answer.chosen;
      const ticked = answer.marks[list].includes(place);
      const style: Span['style'] = chosen ? 'selected' : 'plain';
      const pointer = chosen ? `${glyphs.pointer} ` : ' '.repeat(cells(glyphs.pointer) + 1);
      const box: Span = span(`${ticked ? '[x]' : '[ ]'} `, ticked ? (list === 'traps' ? 'bad' : 'good') : style);
      const indent = cells(pointer) + cells(box.text);
      const guess = answer.suggested[list].includes(place) ? span(`${guessMark}${words.guess}`, 'warn') : null;
      const rows = withGuess(wrapText(text[language], room - indent, style), guess, room - indent).map(
        (row, at): Line => (at === 0 ? [span(pointer, style), box, ...row] : [span(' '.repeat(indent)), ...row]),
      );
      if (chosen) {
        from = lines.length;
        to = from + rows.length;
      }
      lines.push(...rows);
    }
  }
  return { lines, from, to };
}

/** The guess stands behind the text, or below it: never broken, so that it reads as one mark. */
function withGuess(rows: readonly Line[], guess: Span | null, room: number): readonly Line[] {
  const last = rows.at(-1);
  if (guess === null || last === undefined) return rows;
  return lineCells(last) + 1 + cells(guess.text) <= room
    ? [...rows.slice(0, -1), [...last, span(' '), guess]]
    : [...rows, [guess]];
}

/** What became of a question and its follow-ups, with model answers to compare. */
export function summaryLines(
  question: InterviewQuestion,
  steps: readonly InterviewStep[],
  graded: readonly GradedAnswer[],
  looks: Looks,
): readonly Line[] {
  const { language, words, glyphs } = looks;
  const room = roomOf(looks);
  const section = (title: string, lines: readonly Line[]): Line[] =>
    lines.length === 0 ? [] : [BLANK, line(title, 'accent'), ...lines];
  const [main] = graded;
  const marks = main?.marks ?? { must: [], bonus: [], traps: [] };
  const listed = (
    points: readonly Point[],
    places: readonly number[],
    isListed: boolean,
    mark: string,
    style: Span['style'],
  ) =>
    points.flatMap(({ text }, place) =>
      places.includes(place) === isListed ? marked(`${mark} `, wrapText(text[language], room - 2), style) : [],
    );
  const { mustHave, bonus, traps } = question;
  const isSpoken = glyphs.drawing === 'spoken';
  const missed = listed(mustHave, marks.must, false, listSign(glyphs, glyphs.wrong), 'bad');
  const followUps = steps.slice(1).flatMap((step, at): Line[] => {
    const made = (graded[at + 1]?.marks.must.length ?? 0) > 0;
    const [answer] = step.points.must;
    const style: Span['style'] = made ? 'good' : 'bad';
    const asked = step.question[language];
    if (isSpoken) {
      const told = `${words.followUpMarks[made ? 'made' : 'missed']} ${asked}`;
      const answered = made || answer === undefined ? null : `${words.followUpAnswer} ${answer.text[language]}`;
      return [
        ...marked(`${glyphs.bullet} `, wrapText(told, room - 2), style),
        ...(answered === null ? [] : marked('  ', wrapText(answered, room - 2))),
      ];
    }
    return [
      ...marked(`${made ? glyphs.right : glyphs.wrong} `, wrapText(asked, room - 2), style),
      ...(made || answer === undefined ? [] : marked('  ', wrapText(answer.text[language], room - 2, 'muted'))),
    ];
  });
  return [
    ...wrapText(question.question[language], room, 'strong'),
    line(words.points(marks.must.length, mustHave.length)),
    ...(missed.length === 0
      ? [isSpoken ? line(words.allMade) : [span(`${glyphs.right} `, 'good'), span(words.allMade)]]
      : section(words.missed, missed)),
    ...section(words.trapsMet, listed(traps, marks.traps, true, listSign(glyphs, glyphs.wrong), 'bad')),
    ...section(words.bonusMissed, listed(bonus, marks.bonus, false, listSign(glyphs, '+'), 'accent')),
    BLANK,
    ...answerLines(main?.text ?? '', looks),
    ...section(words.model, wrapText(question.expected[language], room)),
    ...section(words.precise, wrapText(question.precise[language], room)),
    ...section(words.followUps, followUps),
    BLANK,
    line(question.rfc.join(', '), 'muted'),
  ];
}
