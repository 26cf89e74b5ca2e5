import { type HostName, peerOf, type Trace, type TracedSegment } from './trace.ts';

/**
 * The windows a ladder says, by index n - 1: one that is shut, and the first that is open again; else null. In bytes,
 * scaled where both SYNs of the connection offered it; the window of a SYN itself never is (RFC 7323 §2.2).
 */
export function shownWindows(trace: Pick<Trace, 'segments'>): readonly (number | null)[] {
  const shifts: Record<HostName, number | null> = { client: null, server: null };
  const shut: Record<HostName, boolean> = { client: false, server: false };
  return trace.segments.map((segment) => {
    const { from, flags, window } = segment;
    if (segment.origin !== 'tcp' || flags.includes('RST')) return null;
    if (flags.includes('SYN')) {
      shifts[from] = segment.options.windowScale ?? null;
      shut[from] = window === 0;
      return window === 0 ? 0 : null;
    }
    const said = window === 0 || shut[from];
    shut[from] = window === 0;
    return said ? window * 2 ** shiftOf(segment, shifts) : null;
  });
}

/** 14 at most, whatever was offered (RFC 7323 §2.3). */
function shiftOf({ from }: TracedSegment, shifts: Readonly<Record<HostName, number | null>>): number {
  const own = shifts[from];
  return own === null || shifts[peerOf(from)] === null ? 0 : Math.min(14, own);
}
