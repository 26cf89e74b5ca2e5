import type { Glyphs } from '../theme.ts';
import { type Line, span } from './line.ts';

/** A bar of `width` cells, filled in proportion to `share` (0..1). Anything above nothing shows at least one cell. */
export function bar(share: number, width: number, glyphs: Glyphs): Line {
  const clamped = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  const filled =
    clamped === 0 ? 0 : clamped === 1 ? width : Math.min(width - 1, Math.max(1, Math.round(clamped * width)));
  return [span(glyphs.full.repeat(filled), 'accent'), span(glyphs.empty.repeat(width - filled), 'muted')];
}
