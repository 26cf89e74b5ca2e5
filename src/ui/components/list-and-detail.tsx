import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useShell } from '../context.ts';
import type { SearchedList } from '../hooks/use-searched-list.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, wrapText } from '../layout/line.ts';
import type { Room } from './frame.tsx';
import { Lines } from './lines.tsx';
import type { MenuRow } from './menu.tsx';
import { SearchedMenu } from './searched-menu.tsx';

/** From this width on what is said of the chosen row stands beside the list instead of below it, cells. */
const WIDE = 130;
/** Cells between the list and what stands beside it. */
const GAP = 4;

function besideWidthOf(width: number): number {
  return Math.min(READING_WIDTH, Math.floor(width / 2) - GAP);
}

/** Lines that the longest of these texts takes below a list, and the free one before them: so that the list keeps its height. */
export function detailHeightOf(texts: readonly string[], width: number): number {
  return 1 + Math.max(0, ...texts.map((text) => wrapText(text, Math.min(width, READING_WIDTH)).length));
}

/** Where the detail of a list goes, and the rows that this leaves for the list: for its pages. */
export function useDetailPlace(detailHeight: number): {
  readonly beside: boolean;
  readonly rowsOf: (height: number) => number;
  readonly listWidthOf: (width: number) => number;
} {
  const { columns, linear } = useShell();
  const beside = columns >= WIDE && !linear;
  return {
    beside,
    rowsOf: (height) => Math.max(1, beside ? height : height - detailHeight),
    listWidthOf: (width) => (beside ? width - besideWidthOf(width) - GAP : width),
  };
}

/**
 * A list, and what is said of its chosen row: at the foot of the screen in `detailHeight` lines, a free one before them; or where
 * there is room for both, at the list's right.
 */
export function ListAndDetail({
  list,
  rows,
  detail,
  detailHeight,
  room,
  ruled = false,
}: {
  readonly list: SearchedList;
  readonly rows: readonly MenuRow[];
  /** In so many cells. */
  readonly detail: (width: number) => readonly Line[];
  readonly detailHeight: number;
  readonly room: Room;
  /** The detail begins with a rule: no free line is needed before it. */
  readonly ruled?: boolean;
}): ReactNode {
  const { linear } = useShell();
  const { width, height, fill } = room;
  const { beside, rowsOf, listWidthOf } = useDetailPlace(detailHeight);
  if (!beside) {
    const told = [...(ruled ? [] : [BLANK]), ...detail(ruled ? width : Math.min(width, READING_WIDTH))];
    return (
      <Box flexDirection="column" justifyContent="space-between" height={fill}>
        <SearchedMenu list={list} rows={rows} width={width} height={rowsOf(height)} />
        <Lines lines={linear ? told : told.slice(0, detailHeight)} width={width} />
      </Box>
    );
  }
  const listWidth = listWidthOf(width);
  const besideWidth = besideWidthOf(width);
  return (
    <Box height={fill} columnGap={GAP}>
      <Box flexDirection="column" width={listWidth} flexShrink={0}>
        <SearchedMenu list={list} rows={rows} width={listWidth} height={rowsOf(height)} />
      </Box>
      <Lines lines={detail(besideWidth).slice(0, height)} width={besideWidth} />
    </Box>
  );
}
