import { Box, Text } from 'ink';
import { memo, type ReactNode } from 'react';
import { useShell } from '../context.ts';
import { withAsciiSigns } from '../layout/ascii-signs.ts';
import { cutLine, type Line } from '../layout/line.ts';

/** Lines as they are, each within `width` cells. */
export function Lines({ lines, width }: { readonly lines: readonly Line[]; readonly width: number }): ReactNode {
  return (
    <Box flexDirection="column" width={width} flexShrink={0}>
      {lines.map((spans, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <OneLine key={at} spans={spans} width={width} />
      ))}
    </Box>
  );
}

/**
 * One line of runs, cut to `width` cells; for a screen reader, which cannot see that it was cut, in as many as it takes.
 * The same line again costs nothing.
 */
export const OneLine = memo(function OneLine({
  spans,
  width,
}: {
  readonly spans: Line;
  readonly width: number;
}): ReactNode {
  const { glyphs, styles, linear } = useShell();
  const shown = linear ? spans : cutLine(spans, width, glyphs.ellipsis);
  if (shown.length === 0) return <Text> </Text>;
  return (
    <Text wrap={linear ? 'wrap' : 'truncate'}>
      {shown.map(({ text, style }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the line
        <Text key={at} {...styles[style]}>
          {glyphs.drawing === 'ascii' ? withAsciiSigns(text) : text}
        </Text>
      ))}
    </Text>
  );
});
