import type { Row } from './part.ts';

/** The rows as lines of a table; below a wrong one, what exactly was wrong. */
export function tableOf(rows: readonly Row[]): string[] {
  const [what, figure] = [widest(rows.map((row) => row.what)), widest(rows.map((row) => row.figure))];
  return rows.flatMap((row) => {
    const verdict = row.verdict === 'told' ? '' : row.verdict;
    const line = `${row.what.padEnd(what)}  ${row.figure.padStart(figure)}  ${verdict}`.trimEnd();
    return [line, ...(row.verdict === 'WRONG' ? row.details.slice(0, SHOWN).map(indented) : [])];
  });
}

/** So many details of one row are shown. */
const SHOWN = 10;

/** Without the empty lines of a screen. */
function indented(detail: string): string {
  const lines = detail.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `    ${line}`).join('\n');
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
