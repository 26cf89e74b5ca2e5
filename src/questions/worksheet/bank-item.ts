import type { Language } from '../../language.ts';
import { sameValue, typedValue } from '../answers.ts';
import { type MisconceptionId, misconception } from '../misconceptions.ts';
import type { Field, Question } from '../question.ts';
import { inlineHtml, numberedList, paragraph } from './html-text.ts';
import { offered, predictionsOf } from './parts.ts';
import { givenHtml, solutionHtml } from './question-html.ts';
import type { Sheet } from './sheet.ts';
import { spellings } from './spellings.ts';
import { forms, words } from './words.ts';

/** One answer that a question bank knows. */
export interface BankAnswer {
  /** HTML where it is picked, plain text where it is typed. */
  readonly answer: string;
  readonly right: boolean;
  /** HTML; empty when nothing is to be said. */
  readonly feedback: string;
}

/** One thing asked, as course sites keep it: a question of several fields is several items. */
export interface BankItem {
  /** `skill@seed`, or `skill@seed/field` when the question has several. */
  readonly name: string;
  readonly kind: 'numerical' | 'multichoice' | 'shortanswer';
  /** HTML. */
  readonly stem: string;
  readonly answers: readonly BankAnswer[];
  /** How far a number may be off; null for what is no number. */
  readonly tolerance: number | null;
  /** HTML: the worked solution. */
  readonly solution: string;
  /** HTML, one after the other. */
  readonly hints: readonly string[];
}

/** Amounts are compared to three decimals. */
const DECIMAL_TOLERANCE = 0.0005;

export function bankItems(question: Question, sheet: Sheet): BankItem[] {
  const { language } = sheet;
  const many = question.fields.length > 1;
  const given = givenHtml(question, sheet);
  return question.fields.map((field) => ({
    name: many ? `${question.name}/${field.id}` : question.name,
    kind: field.kind === 'number' ? 'numerical' : field.kind === 'choice' ? 'multichoice' : 'shortanswer',
    stem: given + instructions(field, many, language),
    answers: field.kind === 'choice' ? picked(field, language) : typed(field, language),
    tolerance: field.kind !== 'number' ? null : field.measure === 'decimal' ? DECIMAL_TOLERANCE : 0,
    solution: solutionHtml(question, language),
    hints: question.hints.map((hint) => paragraph(hint[language])),
  }));
}

function instructions(field: Field, many: boolean, language: Language): string {
  const items = field.kind === 'order' ? offered(field) : [];
  const form = forms[field.kind];
  return [
    many ? paragraph(`${words.asked[language]}: ${field.label[language]}`) : '',
    numberedList(items.map((item) => inlineHtml(item.text[language]))),
    form === null ? '' : paragraph(form[language]),
  ].join('');
}

function picked(field: Field & { readonly kind: 'choice' }, language: Language): BankAnswer[] {
  return field.options.map(({ id, text }) => {
    const wrong = field.predictions.find(({ value }) => value === id);
    const feedback = wrong === undefined ? '' : setRight(wrong.rule, language);
    return { answer: inlineHtml(text[language]), right: id === field.answer, feedback };
  });
}

function typed(field: Field, language: Language): BankAnswer[] {
  const right = spellings(field, field.answer).map((answer) => ({ answer, right: true, feedback: '' }));
  const wrong = predictionsOf(field)
    .filter(({ value }) => !sameValue(field.kind, value, field.answer))
    .flatMap(({ rule, value }) =>
      (field.kind === 'number' ? [typedValue(value)] : spellings(field, value)).map((answer) => ({
        answer,
        right: false,
        feedback: setRight(rule, language),
      })),
    );
  return [...right, ...wrong];
}

/** Names the wrong rule and sets it right. */
function setRight(rule: MisconceptionId, language: Language): string {
  const { name, correction, rfc } = misconception(rule);
  return `<p><b>${inlineHtml(name[language])}</b></p>${paragraph(`${correction[language]} (${rfc})`)}`;
}
