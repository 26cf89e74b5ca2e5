import type { LineProblem } from '../../../documents/problem.ts';
import { transferMessages as messages } from '../transfer-messages.ts';

/** What the first lines of a text file for Anki say (docs.ankiweb.net, Text Files); null for what they do not say. */
export interface AnkiHeader {
  readonly separator: string | null;
  readonly html: boolean | null;
  readonly tags: readonly string[];
  /** The line of `#columns:` as it is: how to take it apart depends on the separator. */
  readonly columns: string | null;
  readonly notetype: string | null;
  readonly deck: string | null;
  /** Columns that hold no field, from 1. */
  readonly column: Readonly<Record<MetaColumn, number | null>>;
}

export type MetaColumn = 'notetype' | 'deck' | 'tags' | 'guid';

/** Separators by the names Anki has for them. */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
  ['\\t', '\t'],
]);

/** Reads the lines that begin with # before the first note. Keys that Anki does not know are comments. */
export function readHeader(lines: readonly string[], report: (problem: LineProblem) => void): AnkiHeader {
  let separator: string | null = null;
  let html: boolean | null = null;
  let tags: readonly string[] = [];
  let columns: string | null = null;
  let notetype: string | null = null;
  let deck: string | null = null;
  const column: Record<MetaColumn, number | null> = { notetype: null, deck: null, tags: null, guid: null };
  for (const [index, line] of lines.entries()) {
    const old = index === 0 && line.startsWith('tags:');
    if (!line.startsWith('#') && !old) break;
    const colon = line.indexOf(':');
    const key = line
      .slice(old ? 0 : 1, Math.max(1, colon))
      .trim()
      .toLowerCase();
    const raw = colon < 0 ? '' : line.slice(colon + 1);
    const value = raw.trim();
    switch (key) {
      case 'separator':
        separator = SEPARATORS.get(value.toLowerCase()) ?? (isSeparator(raw) ? raw : isSeparator(value) ? value : null);
        if (separator === null) report({ line: index + 1, message: messages.badSeparator(value) });
        break;
      case 'html':
        if (/^(?:true|false)$/i.test(value)) html = value.toLowerCase() === 'true';
        else report({ line: index + 1, message: messages.badHtml(value) });
        break;
      case 'tags':
        tags = value.split(/\s+/).filter((tag) => tag !== '');
        break;
      case 'columns':
        columns = raw;
        break;
      case 'notetype':
        notetype = value;
        break;
      case 'deck':
        deck = value === '' ? null : value;
        break;
      case 'notetype column':
      case 'deck column':
      case 'tags column':
      case 'guid column':
        if (/^[1-9]\d{0,2}$/.test(value)) column[key.slice(0, key.indexOf(' ')) as MetaColumn] = Number(value);
        else report({ line: index + 1, message: messages.badColumn(`#${key}`, value) });
        break;
    }
  }
  return { separator, html, tags, columns, notetype, deck, column };
}

/** One character that can stand between fields. */
function isSeparator(text: string): boolean {
  return text.length === 1 && !/["\r\n#\w]/.test(text);
}
