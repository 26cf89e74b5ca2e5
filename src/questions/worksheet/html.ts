import { escaped } from '../../documents/html-escape.ts';
import { oneLine } from '../../documents/plain-text.ts';
import type { Language } from '../../language.ts';
import type { Field } from '../question.ts';
import { inlineHtml, numberedList } from './html-text.ts';
import { offered } from './parts.ts';
import { answersHtml, givenHtml } from './question-html.ts';
import type { Sheet, Writer } from './sheet.ts';
import { words } from './words.ts';

const STYLE = `
body { font: 11pt/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
pre { font: 9pt/1.25 "D2Coding", "Noto Sans Mono CJK KR", Consolas, Menlo, monospace; white-space: pre; overflow-x: auto; }
section { break-inside: avoid; margin-bottom: 2em; }
.line { display: inline-block; min-width: 14em; border-bottom: 1px solid #000; }
.options { list-style: "\\2610  "; }
.name { font-size: 8pt; color: #555; }
.key { break-before: page; }
`;

const LINE = '<span class="line">&nbsp;</span>';

/** One page that needs nothing else, for a screen or a printer; the answers begin on a sheet of their own. */
export const html: Writer = function* (questions, sheet) {
  const { language, answers } = sheet;
  yield head(sheet);
  const solved: string[] = [];
  let number = 0;
  for (const question of questions) {
    number++;
    const fields = question.fields.map((field) => fieldHtml(field, language)).join('\n');
    yield `<section>\n<h2>${number}</h2>\n${givenHtml(question, sheet)}\n${fields}\n`;
    yield `<p class="name">${escaped(question.name)}</p>\n</section>\n`;
    if (answers === 'none') continue;
    solved.push(`<section>\n<h3>${number}</h3>\n${answersHtml(question, language, answers)}\n</section>\n`);
  }
  if (answers !== 'none') yield `<div class="key">\n<h2>${words[answers][language]}</h2>\n${solved.join('')}</div>\n`;
  yield '</body>\n</html>\n';
};

function head({ title, language }: Sheet): string {
  const shown = escaped(oneLine(title));
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shown}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${shown}</h1>
<p>${words.student[language]}: ${LINE} ${words.date[language]}: ${LINE}</p>
`;
}

function fieldHtml(field: Field, language: Language): string {
  const label = inlineHtml(field.label[language]);
  const options = offered(field).map((option) => inlineHtml(option.text[language]));
  if (field.kind === 'choice') {
    return `<p>${label}:</p>\n<ul class="options">${options.map((option) => `<li>${option}</li>`).join('')}</ul>`;
  }
  return `${numberedList(options)}<p>${label}: ${LINE}</p>`;
}
