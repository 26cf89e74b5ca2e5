import { oneLine } from './plain-text.ts';

/** The first lines of a text file for Anki: what its columns are and where its notes go, by Anki's own keys. */
export function ankiHead(keys: readonly (readonly [key: string, value: string | number])[]): string {
  const lines = [['separator', 'tab'] as const, ['html', 'true'] as const, ...keys];
  return lines.map(([key, value]) => `#${key}:${oneLine(String(value))}\n`).join('');
}

/**
 * One note. Fields are HTML: their line ends, tabs and quotation marks are elements and entities already, so that none
 * needs quoting. Throws a RangeError for a field that would break the line.
 */
export function ankiNote(fields: readonly string[]): string {
  const line = fields.join('\t');
  if (fields.some((field) => /[\t\r\n"]/.test(field)) || line.startsWith('#')) {
    throw new RangeError('a field of a note with a line end, a tab, a quotation mark, or a # at its beginning');
  }
  return `${line}\n`;
}
