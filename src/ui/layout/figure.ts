import type { Language } from '../../language.ts';
import type { Cell, Figure } from '../../questions/figure.ts';
import { type Line, line, wrapText } from './line.ts';
import { spokenTable } from './spoken-table.ts';
import { cells, padEnd, padStart } from './width.ts';

/** A figure as lines of plain text: columns lined up, numbers to the right, bytes sixteen a line with their offsets. */
export function figureLines(figure: Figure, language: Language): string[] {
  const title = figure.title === null ? [] : [figure.title[language]];
  switch (figure.kind) {
    case 'values':
      return [
        ...title,
        ...columns(
          figure.values.map(({ name, value }) => [name, value]),
          language,
        ),
      ];
    case 'table':
      return [...title, ...columns([figure.head, ...figure.rows], language)];
    case 'bytes':
      return [...title, ...hexLines(figure.bytes)];
  }
}

/** A figure read aloud: 'name: value' by the line, a table by its rows, bytes as they are seen. */
export function spokenFigure(figure: Figure, language: Language, width: number): Line[] {
  const said = (cell: Cell) => cellText(cell, language);
  const title = figure.title === null ? [] : wrapText(figure.title[language], width);
  switch (figure.kind) {
    case 'values':
      return [
        ...title,
        ...figure.values.flatMap(({ name, value }) => wrapText(`${said(name)}: ${said(value)}`, width)),
      ];
    case 'table':
      return [
        ...title,
        ...spokenTable(
          figure.head.map(said),
          figure.rows.map((row) => row.map(said)),
          width,
        ),
      ];
    case 'bytes':
      return figureLines(figure, language).map((text) => line(text));
  }
}

function columns(rows: readonly (readonly Cell[])[], language: Language): string[] {
  const said = rows.map((row) => row.map((cell) => cellText(cell, language)));
  const widths = (said[0] ?? []).map((_, at) => Math.max(...said.map((row) => cells(row[at] ?? ''))));
  // A column lines up to the right when all below its head are numbers.
  const right = widths.map((_, at) => rows.slice(1).every((row) => typeof row[at] === 'number'));
  return said.map((row) =>
    `  ${row.map((text, at) => (right[at] ? padStart : padEnd)(text, widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function cellText(cell: Cell, language: Language): string {
  return typeof cell === 'object' ? cell[language] : String(cell);
}

const PER_LINE = 16;

function hexLines(bytes: readonly number[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const hex = bytes.slice(at, at + PER_LINE).map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push(
      `  ${at.toString(16).padStart(4, '0')}  ${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.trimEnd(),
    );
  }
  return lines;
}
