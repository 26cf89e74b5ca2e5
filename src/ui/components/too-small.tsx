import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { useShell, useWords } from '../context.ts';

/** Said instead of a screen when the terminal is too small for any. */
export function TooSmall({
  needs,
}: {
  readonly needs: { readonly columns: number; readonly rows: number };
}): ReactNode {
  const { columns, rows } = useShell();
  const { shell } = useWords();
  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      <Text wrap="wrap">{shell.tooSmall(needs.columns, needs.rows, columns, rows)}</Text>
    </Box>
  );
}
