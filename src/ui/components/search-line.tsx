import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useWords } from '../context.ts';
import type { Search } from '../hooks/use-searched-list.ts';
import { editedText } from '../input/edit.ts';
import { line, span } from '../layout/line.ts';
import { cells } from '../layout/width.ts';
import { Lines } from './lines.tsx';
import { TextInput } from './text-input.tsx';

/** The words a list is searched for, and how much was found; nothing while it is not searched. `y`: its line on the screen. */
export function SearchLine({
  search,
  width,
  y,
}: {
  readonly search: Search;
  readonly width: number;
  readonly y: number;
}): ReactNode {
  const { search: words } = useWords();
  if (search.kind === 'none') return null;
  const { found, of } = search;
  const count = found === 0 ? words.nothing : words.found(found, of);
  const room = width - cells(count) - 2;
  return (
    <Box width={width} height={1}>
      {search.kind === 'typing' ? (
        <TextInput prompt="/" state={search.edit} width={room} origin={{ x: 1, y }} focused />
      ) : (
        <Lines lines={[[span('/ ', 'muted'), span(editedText(search.edit), 'strong')]]} width={room} />
      )}
      <Lines lines={[line(`  ${count}`, found === 0 ? 'warn' : 'muted')]} width={cells(count) + 2} />
    </Box>
  );
}
