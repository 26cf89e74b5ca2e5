import { Box, Text, useCursor } from 'ink';
import type { ReactNode } from 'react';
import { useActive, useShell } from '../context.ts';
import type { EditState } from '../input/edit.ts';
import { cells, graphemes } from '../layout/width.ts';

/**
 * A line being typed, after its prompt. `origin` is where the line stands on the screen, in cells from the top left: the
 * terminal's own cursor goes there, which input methods need to show what is being composed.
 */
export function TextInput({
  prompt,
  state,
  width,
  origin,
  focused,
}: {
  readonly prompt: string;
  readonly state: EditState;
  readonly width: number;
  readonly origin: { readonly x: number; readonly y: number };
  readonly focused: boolean;
}): ReactNode {
  const active = useActive() && focused;
  const { linear, styles } = useShell();
  const { setCursorPosition } = useCursor();
  const room = Math.max(1, width - cells(prompt) - 2);
  const { before, after } = scrolled(state, room);
  const at = cells(prompt) + 1 + cells(before);
  setCursorPosition(active && !linear ? { x: origin.x + at, y: origin.y } : undefined);
  return (
    <Box width={width} height={1}>
      <Text wrap="truncate">
        <Text {...styles[focused ? 'accent' : 'muted']}>{prompt} </Text>
        <Text {...styles.strong}>{before + after}</Text>
      </Text>
    </Box>
  );
}

/** The part of the line that fits, with the cursor in it. */
function scrolled({ before, after }: EditState, room: number): EditState {
  const left = graphemes(before);
  while (cells(left.join('')) > room && left.length > 0) left.shift();
  const shown = left.join('');
  const right = graphemes(after);
  while (cells(shown) + cells(right.join('')) > room && right.length > 0) right.pop();
  return { before: shown, after: right.join('') };
}
