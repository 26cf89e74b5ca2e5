import type { Language } from '../language.ts';
import { ladderRows } from './ladder.ts';
import { ladderHeader, ladderLines } from './ladder-line.ts';
import { type LadderStyle, numberDigits, type Span } from './ladder-style.ts';
import { oldTimestamps } from './old-timestamps.ts';
import { relativeBases } from './relative.ts';
import { shownWindows } from './shown-windows.ts';
import type { Trace } from './trace.ts';

export interface PlainOptions {
  /** Columns, 38 or more. */
  readonly width: number;
  readonly language: Language;
  readonly numbers: 'absolute' | 'relative';
  readonly ascii: boolean;
  /** Words to set beside a segment, by index n - 1. */
  readonly remarks?: LadderStyle['remarks'];
}

/** The whole trace as a ladder of plain text, lines joined by newlines, without terminal codes. */
export function plainLadder(trace: Trace, options: PlainOptions): string {
  const style = ladderStyle(trace, options);
  const rows = ladderRows(trace, { marks: true });
  const lines = [ladderHeader(trace, style), ...rows.flatMap((row) => ladderLines(row, style))];
  return lines.map(plainLine).join('\n');
}

/** A style with nothing hidden. */
export function ladderStyle(trace: Trace, options: PlainOptions): LadderStyle {
  const bases = relativeBases(trace);
  const digits = numberDigits(trace, bases, options.numbers);
  return {
    ...options,
    blanks: [],
    answers: [],
    focus: [],
    hiddenStates: [],
    bases,
    windows: shownWindows(trace),
    oldTimestamps: oldTimestamps(trace),
    remarks: options.remarks ?? [],
    digits,
  };
}

/** The text of a line, without what trails. */
export function plainLine(spans: readonly Span[]): string {
  return spans
    .map((span) => span.text)
    .join('')
    .trimEnd();
}
