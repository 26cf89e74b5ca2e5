import type { HostName } from '../../../trace/trace.ts';
import { type Playback, stepAt } from './playback.ts';

/** Milliseconds between two pictures of something that moves: 30 a second. */
export const FRAME = 33;
/** Between two figures of a clock that counts. */
const FIGURES = 100;

/**
 * The screen times that the figures of both ends show at a screen time: they change ten times a second, after the picture
 * they belong to and one after the other, so that little is written at once.
 */
export function figureTimes(at: number, speed: number): Readonly<Record<HostName, number>> {
  const every = FIGURES * speed;
  const time = (lag: number) => Math.max(0, Math.floor((at - lag * speed) / every) * every);
  return { client: time(FIGURES / 2), server: time(FIGURES / 2 + FRAME) };
}

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
