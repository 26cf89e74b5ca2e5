import type { AnkiHeader } from './header.ts';
import { readRows } from './records.ts';

/** Which fields of a row are what; places from 0. */
export interface Columns {
  readonly notetype: number | null;
  readonly deck: number | null;
  readonly tags: number | null;
  readonly guid: number | null;
  /** All that is none of these; null: every other field of the row, in its order. */
  readonly fields: readonly number[] | null;
}

const TAGS = /^(?:tags|태그)$/i;
const FRONTS = /^(?:front|text|question|앞면?|앞|질문|텍스트)$/i;
const BACKS = /^(?:back|back extra|answer|뒷면?|뒤|답|답변)$/i;

/** Reads the places of the columns off the header. Names of columns put the front first, whatever their order. */
export function columnsOf({ column, columns }: AnkiHeader, separator: string): Columns {
  const at = (number: number | null): number | null => (number === null ? null : number - 1);
  const labels = columns === null ? [] : labelsOf(columns, separator);
  const named = labels.findIndex((label) => TAGS.test(label));
  const tags = at(column.tags) ?? (named < 0 ? null : named);
  const meta = [at(column.notetype), at(column.deck), tags, at(column.guid)];
  const front = labels.findIndex((label, i) => FRONTS.test(label) && !meta.includes(i));
  const back = labels.findIndex((label, i) => BACKS.test(label) && !meta.includes(i));
  const others = labels.map((_, i) => i).filter((i) => !meta.includes(i) && i !== front && i !== back);
  return {
    notetype: at(column.notetype),
    deck: at(column.deck),
    tags,
    guid: at(column.guid),
    fields: front < 0 || back < 0 ? null : [front, back, ...others],
  };
}

function labelsOf(line: string, separator: string): string[] {
  const read = readRows(line, separator);
  return read.ok ? (read.rows[0]?.fields ?? []).map((label) => label.trim()) : [];
}

/** The fields of a row's note. */
export function fieldsOf(row: readonly string[], columns: Columns): string[] {
  if (columns.fields !== null) return columns.fields.map((at) => row[at] ?? '');
  const meta = [columns.notetype, columns.deck, columns.tags, columns.guid];
  return row.filter((_, at) => !meta.includes(at));
}
