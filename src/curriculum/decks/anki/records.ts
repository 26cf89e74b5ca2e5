import { CsvError, parse } from 'csv-parse/sync';
import type { LineProblem } from '../../../documents/problem.ts';
import { transferMessages as messages } from '../transfer-messages.ts';

/** A line of fields; one in quotation marks may run over several lines of the file. */
export interface Row {
  /** The line it starts on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export type ReadRows =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly problem: LineProblem };

/**
 * Takes a text apart into fields as Anki does: quotation marks around a field, doubled inside it; lines that begin with #
 * are comments. The text has line feeds only. Fails on a quotation mark that is never closed.
 */
export function readRows(text: string, separator: string): ReadRows {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter: separator,
      comment: '#',
      comment_no_infix: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      on_record: (fields: string[], { lines }) => {
        rows.push({ line: lines - breaksIn(fields), fields });
        return null;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return { ok: false, problem: { line: startAfter(text, rows.at(-1)), message: messages.openQuote } };
  }
}

function breaksIn(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

/** The line of the first record after `row`. */
function startAfter(text: string, row: Row | undefined): number {
  const lines = text.split('\n');
  let at = row === undefined ? 0 : row.line + breaksIn(row.fields);
  while (at < lines.length - 1 && (lines[at] === '' || lines[at]?.startsWith('#'))) at++;
  return at + 1;
}

/** In the order in which they are tried. A space stands in every sentence and is never guessed. */
const CANDIDATES = ['\t', ';', ',', '|', ':'];
const SAMPLE = 64 * 1024;

/** The separator a file without `#separator` seems to have: one that gives every line the same number of fields. Null: none. */
export function guessSeparator(text: string): string | null {
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text;
  let uneven: string | null = null;
  for (const separator of CANDIDATES) {
    const read = readRows(sample, separator);
    if (!read.ok || read.rows.length === 0) continue;
    const widths = new Set(read.rows.map(({ fields }) => fields.length));
    if (widths.has(1)) continue;
    if (widths.size === 1) return separator;
    uneven ??= separator;
  }
  return uneven;
}
