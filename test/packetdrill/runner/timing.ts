import type { When } from './script.ts';
import type { RunSettings } from './settings.ts';

/** When an event may happen, ms since the script began. */
export interface Due {
  readonly earliestMs: number;
  readonly latestMs: number;
  /** The time itself where it is fixed. */
  readonly atMs: number | null;
}

/** Virtual time a script may wait for a segment without a time of its own: longer than any keep-alive. */
const LONGEST_WAIT_MS = 24 * 3600 * 1000;

/** Times relative to the event before, which was at `previousMs`, made absolute; tolerance not included. */
export function due(when: When, previousMs: number): Due {
  switch (when.kind) {
    case 'absolute':
      return { earliestMs: when.ms, latestMs: when.ms, atMs: when.ms };
    case 'relative':
      return { earliestMs: previousMs + when.ms, latestMs: previousMs + when.ms, atMs: previousMs + when.ms };
    case 'absolute-range':
      return { earliestMs: when.fromMs, latestMs: when.toMs, atMs: null };
    case 'relative-range':
      return { earliestMs: previousMs + when.fromMs, latestMs: previousMs + when.toMs, atMs: null };
    case 'any':
      return { earliestMs: previousMs, latestMs: previousMs + LONGEST_WAIT_MS, atMs: null };
  }
}

/** How far off a time may be that lies `sinceMs` after the event before it. */
export function tolerance(settings: RunSettings, sinceMs: number): number {
  return Math.max(settings.toleranceMs, settings.tolerancePart * Math.max(0, sinceMs));
}

/** Seconds with no more digits than needed, as scripts write them. */
export function seconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(6))} s`;
}
