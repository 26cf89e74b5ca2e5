import { seqDistance, seqLt } from '../tcp/sequence.ts';
import type { HostName, Trace } from './trace.ts';

/**
 * How far the timestamp of a segment lies before the newest one that its sender had sent by then, in ticks of its clock,
 * by index n - 1; null for all that are not older, as those of a TCP never are. What PAWS goes by (RFC 7323 §5).
 */
export function oldTimestamps(trace: Pick<Trace, 'segments'>): readonly (number | null)[] {
  const newest: Record<HostName, number | null> = { client: null, server: null };
  return trace.segments.map(({ from, origin, options, flags }) => {
    const value = options.timestamps?.[0];
    if (value === undefined) return null;
    const before = newest[from];
    if (before !== null && !flags.includes('SYN') && seqLt(value, before)) return seqDistance(value, before);
    if (origin === 'tcp') newest[from] = value;
    return null;
  });
}
