import type { Language, Text } from '../language.ts';
import { formatValue } from '../questions/answers.ts';
import { skillById } from '../questions/catalogue.ts';
import { misconception } from '../questions/misconceptions.ts';
import type { Field, Question } from '../questions/question.ts';
import { wrapText } from '../ui/layout/line.ts';
import { type DrawingOptions, questionDrawing } from './question-drawing.ts';
import { listing as text } from './text/listing.ts';

/** One question as plain text: the ladder with its blanks, what is asked, the answer, the solution, the wrong answers. */
export function questionListing(question: Question, options: DrawingOptions): string[] {
  const { width, language, ascii } = options;
  const say = (words: Text): string => (ascii ? words[language].replaceAll('→', '->') : words[language]);
  const prose = (words: string, indent = 0): string[] =>
    wrapText(words, width - indent).map((spans) => ' '.repeat(indent) + spans.map((span) => span.text).join(''));
  const title = skillById(question.skill)?.title;
  return [
    `${question.name}${title === undefined ? '' : `  ${say(title)}`}`,
    '',
    ...questionDrawing(question, options).flatMap((lines) => [...lines, '']),
    ...prose(say(question.prompt)),
    ...question.conventions.flatMap((convention) => prose(`(${say(convention)})`)),
    ...question.fields.flatMap((field) =>
      offers(field, question.fields.length > 1, say).flatMap((row) => prose(row, 2)),
    ),
    '',
    say(text.answer),
    ...question.fields.flatMap((field) =>
      prose(`${say(field.label)}: ${say(both((of) => formatValue(field, field.answer, of)))}`, 2),
    ),
    '',
    say(text.solution),
    ...question.explanation.flatMap((step, i) => prose(`${i + 1}. ${say(step.text)} (${step.rfc})`, 2)),
    ...wrongAnswers(question, say).flatMap((row, i) => [...(i === 0 ? ['', say(text.wrong)] : []), ...prose(row, 2)]),
  ];
}

function both(value: (language: Language) => string): Text {
  return { ko: value('ko'), en: value('en') };
}

/** What can be chosen from, or put in order; named where more than one thing is asked. */
function offers(field: Field, named: boolean, say: (words: Text) => string): string[] {
  const offered = field.kind === 'choice' ? field.options : field.kind === 'order' ? field.items : [];
  if (offered.length === 0) return [];
  return [...(named ? [`${say(field.label)}:`] : []), ...offered.map((option) => `- ${say(option.text)}`)];
}

function wrongAnswers({ fields }: Question, say: (words: Text) => string): string[] {
  return fields.flatMap((field) =>
    field.predictions.map(({ rule, value }) => {
      const shown = say(both((of) => formatValue(field, value, of)));
      return `${say(field.label)}: ${shown}  ${say(misconception(rule).name)} (${rule})`;
    }),
  );
}
