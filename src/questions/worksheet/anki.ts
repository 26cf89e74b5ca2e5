import { ankiHead, ankiNote } from '../../documents/anki-file.ts';
import type { Language } from '../../language.ts';
import type { Field, Question } from '../question.ts';
import { inlineHtml, numberedList } from './html-text.ts';
import { offered } from './parts.ts';
import { answersHtml, givenHtml } from './question-html.ts';
import type { Sheet, Writer } from './sheet.ts';

/** A text file that Anki imports, a note a line: front, back, tags (docs.ankiweb.net, Text Files). */
export const anki: Writer = function* (questions, sheet) {
  yield ankiHead([
    ['notetype', 'Basic'],
    ['deck', sheet.title],
    ['tags column', 3],
  ]);
  for (const question of questions) {
    yield ankiNote([front(question, sheet), back(question, sheet.language), tags(question)]);
  }
};

function front(question: Question, sheet: Sheet): string {
  return givenHtml(question, sheet) + question.fields.map((field) => offers(field, sheet.language)).join('');
}

function offers(field: Field, language: Language): string {
  const label = `<p>${inlineHtml(field.label[language])}: ?</p>`;
  return numberedList(offered(field).map((option) => inlineHtml(option.text[language]))) + label;
}

function back(question: Question, language: Language): string {
  return `${answersHtml(question, language, 'solutions')}<p>${inlineHtml(question.name)}</p>`;
}

/** Blanks separate tags, colons their levels. */
function tags({ skill }: Question): string {
  return `seqack seqack::${skill.replace('.', '::')}`;
}
