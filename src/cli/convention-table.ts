import type { Language } from '../language.ts';
import {
  CONVENTION_FIELDS,
  CONVENTION_KEYS,
  CONVENTION_NAMES,
  writtenConvention,
} from '../simulator/convention-keys.ts';
import { PROFILES, type ProfileName } from '../tcp/conventions.ts';
import { wrapText } from '../ui/layout/line.ts';
import { groups, meanings, table } from './text/conventions.ts';

const WIDTH = 80;
const INDENT = 4;
const COLUMNS: readonly ProfileName[] = ['rfc', 'linux', 'textbook'];

/** Every convention with its value in each profile and what it means, for 80 columns. */
export function conventionTable(language: Language): string[] {
  const rows = CONVENTION_FIELDS.map((field) => COLUMNS.map((profile) => writtenConvention(field, PROFILES[profile])));
  const nameWidth = Math.max(...CONVENTION_NAMES.map((name) => name.length));
  const widths = COLUMNS.map((profile, column) =>
    Math.max(profile.length, ...rows.map((values) => values[column]?.length ?? 0)),
  );
  const line = (name: string, values: readonly string[]) =>
    [name.padEnd(nameWidth), ...values.map((value, column) => value.padEnd(widths[column] ?? 0))].join('  ').trimEnd();

  const lines = [table.about[language], table.inFiles[language], '', line('', COLUMNS)];
  for (const [index, field] of CONVENTION_FIELDS.entries()) {
    const group = groups[field];
    if (group !== undefined) lines.push('', group[language]);
    lines.push(line(CONVENTION_KEYS[field].name, rows[index] ?? []), ...indented(meanings[field][language]));
  }
  return lines;
}

/** A meaning below its convention, broken where it is too long for the line. */
function indented(text: string): string[] {
  return wrapText(text, WIDTH - INDENT).map(
    (line) =>
      ' '.repeat(INDENT) +
      line
        .map((span) => span.text)
        .join('')
        .trimEnd(),
  );
}
