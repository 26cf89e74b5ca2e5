import type { TracedSegment } from './trace.ts';

/** Whether a segment opens, closes or resets: it has SYN, FIN or RST. */
export function isControl({ flags }: Pick<TracedSegment, 'flags'>): boolean {
  return flags.includes('SYN') || flags.includes('FIN') || flags.includes('RST');
}
