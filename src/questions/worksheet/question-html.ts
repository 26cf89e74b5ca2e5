import type { Language } from '../../language.ts';
import type { Question } from '../question.ts';
import { inlineHtml, numberedList, paragraph, verbatimHtml } from './html-text.ts';
import { keyLines, solutionLines, wrongLines } from './parts.ts';
import type { Answers, Sheet } from './sheet.ts';
import { words } from './words.ts';

/** What is given and asked: ladder, figures, prompt, conventions. */
export function givenHtml(question: Question, { draw, language }: Pick<Sheet, 'draw' | 'language'>): string {
  return [
    ...draw(question).map(verbatimHtml),
    paragraph(question.prompt[language]),
    ...question.conventions.map((convention) => paragraph(`(${convention[language]})`)),
  ].join('');
}

/** The worked solution as a numbered list. */
export function solutionHtml(question: Question, language: Language): string {
  return numberedList(solutionLines(question, language).map(inlineHtml));
}

/** The right answers, and with solutions the way to them and what wrong rules give. */
export function answersHtml(question: Question, language: Language, answers: Answers): string {
  const key = keyLines(question, language)
    .map((line) => `<p><b>${inlineHtml(line)}</b></p>`)
    .join('');
  if (answers === 'key') return key;
  const wrong = wrongLines(question, language).map((line) => `<li>${inlineHtml(line)}</li>`);
  const list = wrong.length === 0 ? '' : `${paragraph(`${words.wrong[language]}:`)}<ul>${wrong.join('')}</ul>`;
  return `${key}${solutionHtml(question, language)}${list}`;
}
