import { lexer, type Token, type Tokens } from 'marked';
import stringWidth from 'string-width';
import { quoted } from '../documents/problem.ts';
import type { Text } from '../language.ts';
import { plainInlines, readInlines } from './inline.ts';
import type { Line, Report } from './markdown-lines.ts';
import type { Block, Inline } from './module.ts';

/** Columns (ambiguous characters counted as one) a fenced block and a table may take on an 80-column screen. */
const VERBATIM_COLUMNS = 72;
const TABLE_COLUMNS = 76;
const BETWEEN_CELLS = 2;

/** Reads lesson text: the part of Markdown a terminal shows well. Everything else is reported and left out. */
export function readBlocks(lines: readonly Line[], report: Report): Block[] {
  const blocks: Block[] = [];
  const first = lines[0]?.number ?? 1;
  let at = first;
  for (const token of lexer(lines.map(({ text }) => text).join('\n'))) {
    // A block's raw text may open with the empty lines before it.
    const line = at + countBreaks(/^\n*/.exec(token.raw)?.[0] ?? '');
    const block = readBlock(token as Tokens.Generic, line, report);
    if (block !== null) blocks.push(block);
    at += countBreaks(token.raw);
  }
  return blocks;
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}

const NOT_KNOWN: Text = {
  en: 'Not shown in a terminal; expected a paragraph, a list, a fenced block, a table or a heading (##).',
  ko: '터미널에 보여 줄 수 없는 형식입니다. 문단, 목록, ``` 블록, 표, 제목(##)만 쓸 수 있습니다.',
};

function readBlock(token: Token, line: number, report: Report): Block | null {
  const inlines = (text: string, at = line): Inline[] => readInlines(text, (message) => report(at, message));
  switch (token.type) {
    case 'space':
    case 'def':
      if (token.type === 'def') report(line, NOT_KNOWN);
      return null;
    case 'heading':
      return readHeading(token as Tokens.Heading, line, report);
    case 'paragraph':
    case 'text':
      return { kind: 'paragraph', inlines: inlines(token.raw) };
    case 'list':
      return readList(token as Tokens.List, line, report, inlines);
    case 'code':
      return readVerbatim(token as Tokens.Code, line, report);
    case 'table':
      return readTable(token as Tokens.Table, line, report, inlines);
    default:
      report(line, NOT_KNOWN);
      return null;
  }
}

function readHeading(token: Tokens.Heading, line: number, report: Report): Block | null {
  const level = token.depth - 1;
  if (!token.raw.startsWith('#') || (level !== 1 && level !== 2 && level !== 3)) {
    report(line, {
      en: 'Not a heading of a lesson; expected ##, ### or #### (and an empty line before "---" or "===").',
      ko: '본문의 제목이 아닙니다. ##, ###, ####를 쓰세요("---"나 "===" 앞에는 빈 줄을 두세요).',
    });
    return null;
  }
  return { kind: 'heading', level, text: token.text.replace(/[`*]/g, '') };
}

type ReadInlines = (text: string, at?: number) => Inline[];

function readList(token: Tokens.List, line: number, report: Report, inlines: ReadInlines): Block {
  let at = line;
  const items = token.items.map((item) => {
    const itemLine = at;
    at += countBreaks(item.raw.endsWith('\n') ? item.raw : `${item.raw}\n`);
    const [only, ...more] = item.tokens.filter((inner) => inner.type !== 'space');
    if (more.length > 0 || item.task || (only !== undefined && only.type !== 'text' && only.type !== 'paragraph')) {
      report(itemLine, {
        en: 'A list item holds more than one paragraph of text; expected exactly one.',
        ko: '목록 항목에는 문단 하나만 쓸 수 있습니다.',
      });
    }
    return inlines(only?.raw ?? '', itemLine);
  });
  return { kind: 'list', ordered: token.ordered, items };
}

function readVerbatim(token: Tokens.Code, line: number, report: Report): Block | null {
  if (!token.raw.startsWith('```') || !/\n```\s*$/.test(token.raw)) {
    report(line, {
      en: 'Indented text or a block that is not closed; expected a block between ``` lines.',
      ko: '들여쓴 글이거나 닫히지 않은 블록입니다. ``` 줄 사이에 쓰세요.',
    });
    return null;
  }
  const rows = token.text.split('\n');
  for (const [index, row] of rows.entries()) {
    const width = stringWidth(row);
    if (width <= VERBATIM_COLUMNS) continue;
    report(line + 1 + index, {
      en: `${width} columns wide; expected at most ${VERBATIM_COLUMNS} in a fenced block.`,
      ko: `너비가 ${width}칸입니다. \`\`\` 블록은 ${VERBATIM_COLUMNS}칸 이하여야 합니다.`,
    });
  }
  return { kind: 'verbatim', lines: rows };
}

function readTable(token: Tokens.Table, line: number, report: Report, inlines: ReadInlines): Block {
  const cell = (from: Tokens.TableCell, at: number): string => plainInlines(inlines(from.text, at));
  const header = token.header.map((from) => cell(from, line));
  // The row of dashes stands between the header and the first row.
  const rows = token.rows.map((row, index) => row.map((from) => cell(from, line + 2 + index)));
  const widths = header.map((title, column) => {
    return Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((text) => stringWidth(text)));
  });
  const width = widths.reduce((sum, columns) => sum + columns, 0) + BETWEEN_CELLS * (widths.length - 1);
  if (width > TABLE_COLUMNS) {
    const shown = quoted(header.join(', '));
    report(line, {
      en: `The table (${shown}) is ${width} columns wide; expected at most ${TABLE_COLUMNS}.`,
      ko: `표(${shown})의 너비가 ${width}칸입니다. ${TABLE_COLUMNS}칸 이하여야 합니다.`,
    });
  }
  return { kind: 'table', header, rows };
}

/** Text without marks: paragraphs with an empty line between them, list items as lines. Other blocks are reported. */
export function readPlainText(lines: readonly Line[], report: Report): string {
  const paragraphs = readBlocks(lines, report).map((block) => {
    if (block.kind === 'paragraph') return plainInlines(block.inlines);
    if (block.kind === 'list') {
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plainInlines(item)}`)
        .join('\n');
    }
    report(lines[0]?.number ?? 1, {
      en: 'A heading, a table or a fenced block; expected paragraphs and lists only.',
      ko: '제목, 표, ``` 블록은 쓸 수 없습니다. 문단과 목록만 쓰세요.',
    });
    return '';
  });
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** The items of the one list that stands here, without marks. */
export function readPlainList(lines: readonly Line[], line: number, report: Report): string[] {
  const blocks = readBlocks(lines, report);
  const [list, ...more] = blocks;
  if (list?.kind === 'list' && more.length === 0) return list.items.map(plainInlines);
  report(line, { en: 'Expected one list of "- " items here.', ko: '여기에는 "- " 목록 하나만 쓰세요.' });
  return [];
}
