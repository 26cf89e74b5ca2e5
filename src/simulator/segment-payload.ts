import { relativeBases } from '../trace/relative.ts';
import type { Trace, TracedSegment } from '../trace/trace.ts';
import { INJECTED } from './forge.ts';
import { payload } from './payload.ts';

/**
 * The data bytes of each segment of a run. They follow from the connection that sent it and the place in its stream
 * (`seq` - ISS - 1), so a retransmission carries what the original did.
 */
export function segmentPayloads(trace: Pick<Trace, 'segments'>): (segment: TracedSegment) => Uint8Array {
  const bases = relativeBases(trace);
  return (segment) => {
    const { n, from, seq, len, flags, connection } = segment;
    const out = new Uint8Array(len);
    if (len === 0) return out;
    const iss = bases[n - 1]?.seq ?? null;
    if (connection === 0 || iss === null) return out.fill(INJECTED);
    const first = flags.includes('SYN') ? seq + 1 : seq;
    const offset = (first - iss - 1) | 0;
    // A keep-alive may carry an octet of garbage at SND.UNA-1, which is the SYN's number where nothing was sent yet.
    const before = Math.min(len, Math.max(0, -offset));
    out.set(payload(from, offset + before, len - before), before);
    return out;
  };
}
