import type { Language } from '../../language.ts';
import { skillOf } from '../../learning/events/event.ts';
import type { QuizResult } from '../../learning/sessions/quiz-result.ts';
import type { QuizOutcome } from '../../learning/sessions/quiz-session.ts';
import { formatValue } from '../../questions/answers.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import type { MisconceptionId } from '../../questions/misconceptions.ts';
import type { Question } from '../../questions/question.ts';
import { hanging } from '../components/question/entry-lines.ts';
import { marksOf, verdictLines } from '../components/question/verdict-lines.ts';
import { BLANK, type Line, line, lineCells, type Span, span, spread, wrap, wrapText } from '../layout/line.ts';
import { cells, padEnd, padStart, truncate } from '../layout/width.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';

export interface QuizResultStyle {
  readonly width: number;
  /** What was learned and what comes back, after the list of the questions. */
  readonly learned: readonly Line[];
  readonly language: Language;
  readonly glyphs: Glyphs;
  readonly words: Words;
  /** The questions that were not answered right, by name. */
  readonly questions: ReadonlyMap<string, Question>;
  /** What a skill is called, by id. */
  readonly titleOf: (skill: string) => string;
  readonly timesOf: (rule: MisconceptionId) => number;
}

type Outcome = QuizOutcome<Verdict>;

/** Score and times, then a line a question, then each mistake. */
export function quizResultLines(result: QuizResult<Verdict>, style: QuizResultStyle): Line[] {
  const { words, width, glyphs } = style;
  const { quiz, shell } = words;
  const { asked, correct, score, why, tookMs, limitMs, medianMs, unreached, outcomes, mistakes, seed } = result;
  const times = [
    quiz.took(shell.took(tookMs), shell.took(limitMs)),
    ...(medianMs === null ? [] : [quiz.median(shell.took(medianMs))]),
  ];
  return [
    ...scoreLines(line(quiz.score(correct, asked, shell.percent(score)), 'strong'), times.join('   '), width),
    ...wrapText([quiz.why[why], ...(unreached > 0 ? [quiz.unreached(unreached)] : [])].join(' '), width),
    ...wrapText(
      quiz.seed(seed, asked, limitMs % 60_000 === 0 ? `${limitMs / 60_000}m` : `${limitMs / 1000}s`),
      width,
      'muted',
    ),
    BLANK,
    ...(outcomes.length === 0 ? [] : [line(quiz.questions, 'strong'), ...outcomeLines(outcomes, style)]),
    ...(asked > 0 && correct === asked ? [BLANK, line(`${glyphs.right} ${quiz.perfect}`, 'good')] : []),
    ...style.learned,
    ...(mistakes.length === 0 ? [] : [BLANK, line(quiz.mistakes, 'strong')]),
    ...mistakes.flatMap((outcome) => mistakeLines(outcome, outcomes.indexOf(outcome) + 1, style)),
  ];
}

/** The score and the times, on one line where they fit. */
function scoreLines(score: Line, times: string, width: number): Line[] {
  const together = [...score, span(`   ${times}`, 'muted')];
  return lineCells(together) <= width ? [together] : [score, ...wrapText(times, width, 'muted')];
}

function outcomeLines(outcomes: readonly Outcome[], { words, width, glyphs, titleOf }: QuizResultStyle): Line[] {
  const times = outcomes.map(({ tookMs }) => words.shell.took(tookMs));
  const timeColumn = Math.max(...times.map(cells));
  const marks = marksOf({ glyphs, words: words.question });
  // Nothing is cut where it cannot be seen that it was.
  const isSpoken = glyphs.drawing === 'spoken';
  const titles = outcomes.map(({ question }) => titleOf(skillOf(question)));
  return outcomes.map((outcome, at) => {
    const right = outcome.kind === 'answered' && outcome.verdict.correct;
    const note =
      outcome.kind === 'skipped' ? words.quiz.skipped : outcome.kind === 'unanswered' ? words.quiz.unanswered : '';
    const before: Span[] = [
      span(`${padStart(String(at + 1), 3)} `, 'muted'),
      span(`${right ? marks.right : marks.wrong} `, right ? 'good' : 'bad'),
      span(`${padStart(times[at] ?? '', timeColumn)}  `),
    ];
    const after = span(note === '' ? '' : `  ${note}`, 'warn');
    const name = width < 70 ? '' : outcome.question;
    const title = titles[at] ?? '';
    // The title gives way, not what became of the question.
    const room = width - lineCells([...before, after]) - (name === '' ? 0 : cells(name) + 1);
    // What became of the questions stands in a column, as far as there is room for one.
    const column = note === '' ? 0 : Math.min(Math.max(...titles.map(cells)), room);
    const together = padEnd(title, Math.max(cells(title), column));
    const left = [...before, span(isSpoken ? title : truncate(together, Math.max(0, room), glyphs.ellipsis)), after];
    if (isSpoken) return name === '' ? left : [...left, span(`  ${name}`, 'muted')];
    return name === '' ? left : spread(left, line(name, 'muted'), width, glyphs.ellipsis);
  });
}

function mistakeLines(outcome: Outcome, number: number, style: QuizResultStyle): Line[] {
  const { questions, language, glyphs, words, width, timesOf, titleOf } = style;
  const question = questions.get(outcome.question);
  if (question === undefined) return [];
  const head = hanging(
    [span(`${padStart(String(number), 3)} `, 'muted')],
    [span(titleOf(skillOf(outcome.question)), 'strong')],
    width,
  );
  const inner = { width: width - INDENT, language, glyphs, words: words.question };
  const body =
    outcome.kind === 'answered'
      ? verdictLines(question, outcome.verdict, timesOf, inner)
      : question.fields.flatMap((field) =>
          hanging(
            [
              span(`${marksOf({ glyphs, words: words.question }).right} `, 'good'),
              span(`${field.label[language]} `, 'muted'),
            ],
            [span(formatValue(field, field.answer, language), 'good')],
            inner.width,
          ),
        );
  return [
    BLANK,
    ...head,
    ...[...wrap(line(question.prompt[language], 'muted'), inner.width), ...body].map(
      (spans): Line => [span(' '.repeat(INDENT)), ...spans],
    ),
  ];
}

const INDENT = 4;
