import type { Random } from '../../simulator/random.ts';
import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom } from '../moments.ts';
import { drawBurstSizes, drawHost, drawSizes, MOST_BYTES, type Turn } from './conversation.ts';
import { play } from './play.ts';

/** One side sends a burst in the middle of which its numbers pass through 0; each segment is answered at once. */
export interface Wrapped {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly segments: readonly TracedSegment[];
  /** The ACKs that answer them, in order. */
  readonly acks: readonly TracedSegment[];
  /** How many of the segments begin before the wrap. */
  readonly beginBefore: number;
  /** Data bytes numbered up to 4294967295. */
  readonly bytesBefore: number;
}

/** The wrap lies inside a segment, or now and then between two; at least one segment begins after it. */
export function drawWrapped(random: Random): Wrapped | null {
  const sender = drawHost(random);
  const peer = peerOf(sender);
  const count = random.int(3, 4);
  const sizes = drawBurstSizes(random, count);
  const beginBefore = random.int(1, count - 1);
  const last = sizes[beginBefore - 1] ?? 0;
  const bytesBefore = total(sizes.slice(0, beginBefore - 1)) + (random.chance(0.2) ? last : random.int(2, last - 2));
  const isn = SEQUENCE_SPACE - bytesBefore - 1;
  // One side's numbers must not be taken for the other's.
  const other = random.int(2 * MOST_BYTES, isn - 2 * MOST_BYTES);
  const before: readonly Turn[] = random.chance(0.5) ? [{ host: peer, sizes: drawSizes(random, 1) }] : [];
  const trace = play(random, {
    isn: sender === 'client' ? { client: isn, server: other } : { client: other, server: isn },
    turns: [...before, { host: sender, sizes }],
  });
  const segments = dataFrom(trace, sender);
  const began = segments[0]?.n ?? 0;
  const acks = trace.segments.filter((segment) => segment.from === peer && segment.n > began);
  return acks.length === count ? { trace, sender, segments, acks, beginBefore, bytesBefore } : null;
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((a, b) => a + b, 0);
}
