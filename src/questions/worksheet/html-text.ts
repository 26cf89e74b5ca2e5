import { escaped } from '../../documents/html-escape.ts';

/** A run of text in HTML; its line ends break the line. */
export function inlineHtml(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

/** Lines set as they are, in a typeface of one width. */
export function verbatimHtml(lines: readonly string[]): string {
  return `<pre>${lines.map(escaped).join('<br>')}</pre>`;
}

export function paragraph(text: string): string {
  return `<p>${inlineHtml(text)}</p>`;
}

/** A numbered list of runs of HTML; nothing without items. */
export function numberedList(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;
}
