import type { Language } from '../../src/language.ts';
import type { Mode } from './draw-state.tsx';
import type { Size } from './golden-state.ts';
import type { Seen, StyledRun } from './terminal.ts';

/** One frame of a state: where it was drawn and what was seen. */
export interface Drawn {
  readonly size: Size;
  readonly language: Language;
  readonly mode: Mode;
  readonly seen: Seen;
}

/** The rows without blanks at their ends, nor empty ones after the last. */
export function textOf({ rows }: Seen): string[] {
  const trimmed = rows.map((row) => row.trimEnd());
  return trimmed.slice(0, trimmed.findLastIndex((row) => row !== '') + 1);
}

/**
 * The golden file of a state: its frames as they are read, the runs of cells with a style of their own, in ASCII the rows
 * that differ, and what a screen reader gets. Without colour a frame has the same text, which is checked, not kept.
 */
export function goldenFile(frames: readonly Drawn[]): string {
  return `${frames.flatMap((frame) => section(frame, frames)).join('\n')}\n`;
}

function section(frame: Drawn, frames: readonly Drawn[]): string[] {
  const { size, language, mode, seen } = frame;
  const where = `== ${size.columns}x${size.rows} ${language}`;
  switch (mode) {
    case 'colour':
      return [where, ...textOf(seen), `${where}, colours`, ...seen.styles.flatMap(stylesOf)];
    case 'no colour':
      return [];
    case 'ascii': {
      const same = frames.find((one) => one.size === size && one.language === language && one.mode === 'colour');
      const rows = same === undefined ? [] : textOf(same.seen);
      const changed = textOf(seen).flatMap((row, at) => (row === rows[at] ? [] : [`${at + 1}|${row}`]));
      return [`${where}, ascii: the rows that differ`, ...changed];
    }
    case 'screen reader':
      return [`${where}, screen reader`, ...textOf(seen)];
  }
}

function stylesOf(runs: readonly StyledRun[], row: number): string[] {
  if (runs.length === 0) return [];
  return [`${row + 1}: ${runs.map(({ from, to, style }) => `${from + 1}-${to + 1} ${style}`).join(', ')}`];
}
