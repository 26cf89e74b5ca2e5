import { oneLine, plainText } from '../../documents/plain-text.ts';
import type { Question } from '../question.ts';
import { keyLines, offered, solutionLines, wrongLines } from './parts.ts';
import type { Sheet, Writer } from './sheet.ts';
import { words } from './words.ts';

const LINE = '\\_'.repeat(20);

/** CommonMark: numbered questions with the ladder in a code block and lines to answer on; then the answers. */
export const markdown: Writer = function* (questions, sheet) {
  const { language, answers, title } = sheet;
  yield `# ${markdownText(oneLine(title))}\n\n${words.student[language]}: ${LINE} ${words.date[language]}: ${LINE}\n`;
  const solved: string[] = [];
  let number = 0;
  for (const question of questions) {
    number++;
    yield `\n## ${number}\n\n${asked(question, sheet)}`;
    if (answers !== 'none') solved.push(`\n### ${number}\n\n${answered(question, sheet)}`);
  }
  if (answers === 'none') return;
  yield `\n---\n\n## ${words[answers][language]}\n`;
  yield* solved;
};

/** Text in which no sign means anything to Markdown; its line ends break the line. */
export function markdownText(text: string): string {
  return plainText(text)
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<>&#|~!$^{}]/g, '\\$&')
        .replace(/^([-+=])/, '\\$1')
        .replace(/^(\d+)([.)])/, '$1\\$2'),
    )
    .join('\\\n');
}

function asked(question: Question, sheet: Sheet): string {
  const { language } = sheet;
  const given = sheet.draw(question).map((lines) => `${fenced(lines)}\n`);
  const prose = [question.prompt[language], ...question.conventions.map((convention) => `(${convention[language]})`)];
  const fields = question.fields.flatMap((field) => {
    const options = offered(field).map((option) => markdownText(option.text[language]));
    const label = markdownText(field.label[language]);
    if (field.kind === 'choice') return [`${label}:\n\n${options.map((option) => `- [ ] ${option}\n`).join('')}`];
    const items = options.map((option, i) => `${i + 1}. ${option}\n`).join('');
    return [...(items === '' ? [] : [items]), `${label}: ${LINE}\n`];
  });
  return [...given, ...prose.map((text) => `${markdownText(text)}\n`), ...fields].join('\n') + name(question);
}

function answered(question: Question, { language, answers }: Sheet): string {
  const key = keyLines(question, language).map((line) => `**${markdownText(line)}**\n`);
  if (answers === 'key') return key.join('\n');
  const steps = solutionLines(question, language).map((line, i) => `${i + 1}. ${markdownText(line)}\n`);
  const wrong = wrongLines(question, language).map((line) => `- ${markdownText(line)}\n`);
  const heading = wrong.length === 0 ? [] : [`${words.wrong[language]}:\n`, wrong.join('')];
  return [...key, steps.join(''), ...heading].join('\n');
}

/** The question's name, so that it can be found again. */
function name(question: Question): string {
  return `\n\`${question.name}\`\n`;
}

function fenced(lines: readonly string[]): string {
  const text = lines.map(plainText).join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
