import type { Language } from '../../../language.ts';
import { type FieldValue, formatValue } from '../../../questions/answers.ts';
import type { FieldVerdict, Verdict } from '../../../questions/diagnosis.ts';
import { type MisconceptionId, misconception } from '../../../questions/misconceptions.ts';
import type { Field, Question } from '../../../questions/question.ts';
import { BLANK, type Line, line, type Span, span } from '../../layout/line.ts';
import { cells, padEnd } from '../../layout/width.ts';
import type { Words } from '../../text/en.ts';
import type { Glyphs } from '../../theme.ts';
import { hanging } from './entry-lines.ts';

export interface VerdictStyle {
  readonly width: number;
  readonly language: Language;
  readonly glyphs: Glyphs;
  readonly words: Words['question'];
}

/**
 * What became of an answer: for each wrong field what was given, what that means, and the right value with its rule.
 * `timesOf`: how often the learner has followed a wrong rule, this time included.
 */
export function verdictLines(
  question: Question,
  verdict: Verdict,
  timesOf: (rule: MisconceptionId) => number,
  style: VerdictStyle,
): Line[] {
  const { words, glyphs } = style;
  const lines: Line[] = [];
  const rules: MisconceptionId[] = [];
  for (const field of question.fields) {
    const judged = verdict.fields.find((one) => one.field === field.id);
    if (judged === undefined) continue;
    lines.push(...fieldLines(field, judged, question.fields.length > 1, style));
    if (judged.outcome === 'wrong' && judged.rule !== null && !rules.includes(judged.rule)) rules.push(judged.rule);
  }
  for (const rule of rules) {
    const times = timesOf(rule);
    if (times < 2) continue;
    const said = words.again(times, misconception(rule).name[style.language]);
    lines.push(...hanging([span('  ')], [span(said, 'warn')], style.width));
  }
  if (verdict.correct)
    lines.unshift([span(glyphs.drawing === 'spoken' ? words.right : `${glyphs.right} ${words.right}`, 'good')]);
  return lines;
}

/** What stands before a value that is right or wrong: a sign, or a word where signs are read aloud. */
export function marksOf({ glyphs, words }: Pick<VerdictStyle, 'glyphs' | 'words'>): {
  readonly right: string;
  readonly wrong: string;
} {
  return glyphs.drawing === 'spoken' ? words.marks : { right: glyphs.right, wrong: glyphs.wrong };
}

function fieldLines(field: Field, judged: FieldVerdict, several: boolean, style: VerdictStyle): Line[] {
  const { language, glyphs, words, width } = style;
  const marks = marksOf(style);
  const label = several ? `${field.label[language]} ` : '';
  const shown = (value: FieldValue) =>
    glyphs.drawing === 'as-it-is'
      ? formatValue(field, value, language)
      : formatValue(field, value, language).replaceAll('→', '>');
  const answer = shown(field.answer);
  if (judged.outcome === 'correct') {
    // A single right field is told by the line above all.
    const text = several ? answer : `${field.label[language]} ${answer}`;
    return hanging([span(`${marks.right} `, 'good'), span(label, 'muted')], [span(text, 'good')], width);
  }
  if (judged.outcome === 'unreadable') {
    const head = [span(`${marks.wrong} `, 'bad'), span(label, 'muted')];
    return hanging(head, [span(judged.message[language])], width);
  }
  const given = shown(judged.given);
  const wrongText = judged.rule === null ? nearMissText(judged, words) : misconception(judged.rule).mistake[language];
  const right: Span[] =
    judged.rule === null
      ? []
      : [span(misconception(judged.rule).correction[language]), span(` ${misconception(judged.rule).rfc}`, 'muted')];
  const column = Math.max(cells(given), cells(answer));
  // Beside each other where both values are short and so is the label; otherwise each has a line of its own.
  const room = width - cells(`${marks.right} ${label}`) - column - 3;
  if (column <= VALUE_COLUMN && room >= LEAST_EXPLANATION) {
    const value = (mark: string, text: string, look: Span['style']): Line => [
      span(`${mark} `, look),
      span(label, 'muted'),
      span(`${padEnd(text, column)}   `, look),
    ];
    return [
      ...hanging(value(marks.wrong, given, 'bad'), [span(wrongText)], width),
      ...(right.length === 0
        ? [value(marks.right, answer, 'good')]
        : hanging(value(marks.right, answer, 'good'), right, width)),
    ];
  }
  const head = (mark: string, look: Span['style']): Line => [span(`${mark} `, look), span(label, 'muted')];
  const below = (spans: Line): Line[] => hanging([span('    ')], spans, width);
  return [
    ...hanging(head(marks.wrong, 'bad'), [span(given, 'bad')], width),
    ...(wrongText === '' ? [] : below([span(wrongText)])),
    ...hanging(head(marks.right, 'good'), [span(answer, 'good')], width),
    ...(right.length === 0 ? [] : below(right)),
  ];
}

/** The widest value that an explanation stands beside. */
const VALUE_COLUMN = 14;
/** With less room than this beside label and value, an explanation goes below them. */
const LEAST_EXPLANATION = 20;

function nearMissText(judged: Extract<FieldVerdict, { outcome: 'wrong' }>, words: Words['question']): string {
  return judged.nearMiss === null ? words.noRule : words.nearMiss[judged.nearMiss];
}

/** The worked solution, step by step, each with the section it rests on. */
export function explanationLines(question: Question, style: VerdictStyle): Line[] {
  const { width, language, words } = style;
  if (question.explanation.length === 0) return [];
  return [
    line(words.why, 'strong'),
    ...question.explanation.flatMap(({ text, rfc }, at) =>
      hanging([span(`${at + 1}. `, 'muted')], [span(text[language]), span(`  ${rfc}`, 'muted')], width),
    ),
  ];
}

/** Verdict and explanation with a free line between. */
export function answeredLines(
  question: Question,
  verdict: Verdict,
  timesOf: (rule: MisconceptionId) => number,
  style: VerdictStyle,
): Line[] {
  return [...verdictLines(question, verdict, timesOf, style), BLANK, ...explanationLines(question, style)];
}
