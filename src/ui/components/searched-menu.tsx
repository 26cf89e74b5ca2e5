import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useShell } from '../context.ts';
import type { SearchedList, SearchedRows } from '../hooks/use-searched-list.ts';
import { Menu, type MenuRow } from './menu.tsx';
import { SearchLine } from './search-line.tsx';

/** For useSearchedList: the rows of a menu; `alsoSays` adds what a row is found by besides its label and detail. */
export function searchedRows(
  rows: readonly MenuRow[],
  alsoSays: (key: string) => readonly string[] = () => [],
): SearchedRows {
  return {
    kinds: rows.map(({ kind }) => kind),
    textOf: (at) => {
      const row = rows[at];
      return row?.kind === 'item' ? [row.label, row.detail ?? '', ...alsoSays(row.key)].join('\n') : '';
    },
  };
}

/**
 * A menu of what was found, and below it the words searched for. It keeps its height while they are typed: `height` lines, or
 * fewer where there are fewer rows. `top`: lines of the body above it.
 */
export function SearchedMenu({
  list,
  rows,
  width,
  height,
  top = 0,
}: {
  readonly list: SearchedList;
  readonly rows: readonly MenuRow[];
  readonly width: number;
  readonly height: number;
  readonly top?: number;
}): ReactNode {
  const { linear } = useShell();
  const { shown, search, index } = list;
  const isSearched = search.kind !== 'none';
  const all = Math.min(height, rows.length + (isSearched ? 1 : 0));
  const room = isSearched ? all - 1 : all;
  return (
    <Box flexDirection="column" height={linear ? undefined : all} flexShrink={0} justifyContent="space-between">
      <Menu
        rows={shown.flatMap((place) => rows[place] ?? [])}
        index={shown.indexOf(index)}
        width={width}
        height={room}
      />
      <SearchLine search={search} width={width} y={BODY_TOP + top + all - 1} />
    </Box>
  );
}

/** Lines of the screen above its body: the title and a rule. */
export const BODY_TOP = 2;
