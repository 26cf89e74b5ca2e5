import { escaped } from '../../documents/html-escape.ts';
import { oneLine, plainText } from '../../documents/plain-text.ts';
import { type BankAnswer, type BankItem, bankItems } from './bank-item.ts';
import type { Writer } from './sheet.ts';

/** Moodle's own XML for questions (docs.moodle.org, Moodle XML format). */
export const moodleXml: Writer = function* (questions, sheet) {
  const category = escaped(`$course$/top/${oneLine(sheet.title).replaceAll('/', '//')}`);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n`;
  yield `<question type="category">\n<category><text>${category}</text></category>\n</question>\n`;
  for (const question of questions) for (const item of bankItems(question, sheet)) yield itemXml(item);
  yield '</quiz>\n';
};

function itemXml(item: BankItem): string {
  return [
    `<question type="${item.kind}">`,
    `<name><text>${escaped(item.name)}</text></name>`,
    htmlElement('questiontext', item.stem),
    htmlElement('generalfeedback', item.solution),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    ...SETTINGS[item.kind],
    ...item.answers.map((answer) => answerXml(item, answer)),
    ...item.hints.map((hint) => htmlElement('hint', hint)),
    '</question>\n',
  ].join('\n');
}

const SETTINGS: Readonly<Record<BankItem['kind'], readonly string[]>> = {
  numerical: [],
  shortanswer: ['<usecase>0</usecase>'],
  multichoice: [
    '<single>true</single>',
    '<shuffleanswers>true</shuffleanswers>',
    '<answernumbering>abc</answernumbering>',
  ],
};

function answerXml({ kind, tolerance }: BankItem, { answer, right, feedback }: BankAnswer): string {
  const text = kind === 'multichoice' ? cdata(answer) : escaped(answer);
  return [
    `<answer fraction="${right ? 100 : 0}" format="${kind === 'multichoice' ? 'html' : 'moodle_auto_format'}">`,
    `<text>${text}</text>`,
    htmlElement('feedback', feedback),
    ...(tolerance === null ? [] : [`<tolerance>${tolerance}</tolerance>`]),
    '</answer>',
  ].join('\n');
}

function htmlElement(name: string, html: string): string {
  return `<${name} format="html"><text>${html === '' ? '' : cdata(html)}</text></${name}>`;
}

/** Text as it is, whatever is in it: the one sequence that would end the section is split over two. */
export function cdata(text: string): string {
  return `<![CDATA[${plainText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
