import { oneLine } from '../../documents/plain-text.ts';
import type { BankAnswer, BankItem } from './bank-item.ts';
import { bankItems } from './bank-item.ts';
import type { Writer } from './sheet.ts';

/**
 * Moodle's GIFT (docs.moodle.org, GIFT format). A blank line ends a question, so every text is one line. Wrong answers that
 * are typed stand as answers worth 0 %: a `~` would end the list of numbers and make a choice of a short answer.
 */
export const gift: Writer = function* (questions, sheet) {
  yield `$CATEGORY: $course$/top/${oneLine(sheet.title).replaceAll('/', '//')}\n\n`;
  for (const question of questions) for (const item of bankItems(question, sheet)) yield itemText(item);
};

function itemText(item: BankItem): string {
  const open = item.kind === 'numerical' ? '{#' : '{';
  const answers = item.answers.map((answer) => `\t${answerText(item, answer)}\n`).join('');
  const solution = item.solution === '' ? '' : `\t####${giftText(item.solution)}\n`;
  return `::${giftText(item.name)}::[html]${giftText(item.stem)}${open}\n${answers}${solution}}\n\n`;
}

function answerText({ kind, tolerance }: BankItem, { answer, right, feedback }: BankAnswer): string {
  const worth = right ? '=' : kind === 'multichoice' ? '~' : '=%0%';
  const value = kind === 'numerical' ? `${answer}:${tolerance ?? 0}` : giftAnswer(answer);
  return `${worth}${value}${feedback === '' ? '' : `#${giftText(feedback)}`}`;
}

/** Text in which no sign means anything to GIFT. */
export function giftText(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}

/** The same where a weight (%50%) or a format ([html]) could stand first. */
function giftAnswer(text: string): string {
  return giftText(text.replace(/^%/, '&#37;').replace(/^\[/, '&#91;'));
}
