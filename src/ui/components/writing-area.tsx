import { useCursor } from 'ink';
import type { ReactNode } from 'react';
import { useActive, useShell } from '../context.ts';
import { type Writing, writingWindow, writtenText } from '../input/writing.ts';
import { line } from '../layout/line.ts';
import { Lines } from './lines.tsx';

/** Rows of text that are given to a screen reader, which scrolls by itself. */
const ALL_ROWS = 1000;

/**
 * A text of several lines being written. `origin` is where its first row stands on the screen, in cells from the top left:
 * the terminal's own cursor goes to the place of writing, which input methods need to show what is being composed.
 */
export function WritingArea({
  state,
  width,
  height,
  origin,
}: {
  readonly state: Writing;
  /** Of the text; the cursor may stand one cell behind it. */
  readonly width: number;
  readonly height: number;
  readonly origin: { readonly x: number; readonly y: number };
}): ReactNode {
  const active = useActive();
  const { linear } = useShell();
  const { setCursorPosition } = useCursor();
  const { lines, cursor } = writingWindow(state, width, linear ? ALL_ROWS : height);
  setCursorPosition(active && !linear ? { x: origin.x + cursor.column, y: origin.y + cursor.row } : undefined);
  if (linear && writtenText(state) === '') return null;
  return <Lines lines={lines.map((text) => line(text))} width={width} />;
}
