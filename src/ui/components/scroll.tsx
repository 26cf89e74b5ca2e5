import type { ReactNode } from 'react';
import { useGlyphs } from '../context.ts';
import { type Line, line, spread } from '../layout/line.ts';
import { Lines } from './lines.tsx';

/** The lines from `top` on that fit. The last column tells with a mark that there is more above or below. */
export function Scroll({
  lines,
  top,
  width,
  height,
}: {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly width: number;
  readonly height: number;
}): ReactNode {
  const { more, less } = useGlyphs();
  const shown = lines.slice(top, top + height);
  const marked = shown.map((spans, at) => {
    if (at === 0 && top > 0) return spread(spans, line(less, 'muted'), width);
    if (at === shown.length - 1 && top + height < lines.length) return spread(spans, line(more, 'muted'), width);
    return spans;
  });
  return <Lines lines={marked} width={width} />;
}
