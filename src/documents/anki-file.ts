import { oneLine } from './plain-text.ts';

/** The first lines of a text file for Anki: what its columns are and where its notes go, by Anki's own keys. */
export function ankiHead(keys: readonly (readonly [key: string, value: string | number])[]): string {
  const lines = [['separator', 'tab'] as const, ['html', 'true'] as const, ...keys];
  return lines.map(([key, value]) => `#${key}:${oneLine(String(value))}\n`).join('');
}

/** One note, its fields as HTML or, in cells that are none, as they are. */
export function ankiNote(fields: readonly string[]): string {
  return `${fields.map(quotedWhereNeeded).join('\t')}\n`;
}

function quotedWhereNeeded(field: string, at: number): string {
  const isComment = at === 0 && field.startsWith('#');
  return isComment || /[\t\r\n"]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
