import { type Playback, stepAt } from './playback.ts';

/** Between two pictures of something that moves: 30 a second. */
const FRAME = 33;
/** Between two figures of a clock that counts. */
const FIGURES = 100;

/**
 * Milliseconds until the picture changes next. While a segment flies 33; else a clock counts on ten times a second; with
 * reduced motion nothing moves between one step and the next.
 */
export function tickAfter(
  playback: Playback,
  at: number,
  { flying, speed, motion }: { readonly flying: boolean; readonly speed: number; readonly motion: 'full' | 'reduced' },
): number {
  if (motion === 'full') return flying ? FRAME : FIGURES;
  const next = playback.steps[stepAt(playback, at) + 1]?.at ?? playback.endAt;
  return Math.max(1, Math.ceil((next - at) / speed));
}
