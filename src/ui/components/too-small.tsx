import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { useWords } from '../context.ts';

interface Cells {
  readonly columns: number;
  readonly rows: number;
}

/** Said instead of a screen when the terminal, which has `has`, is too small for any. */
export function TooSmall({ needs, has }: { readonly needs: Cells; readonly has: Cells }): ReactNode {
  const { shell } = useWords();
  return (
    <Box width={has.columns} height={has.rows} flexDirection="column" overflow="hidden">
      <Text wrap="wrap">{shell.tooSmall(needs.columns, needs.rows, has.columns, has.rows)}</Text>
    </Box>
  );
}
