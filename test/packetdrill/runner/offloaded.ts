import { FIN, PSH, RST, type Segment, SYN, URG } from '../../../src/tcp/segment.ts';
import { seqAdd } from '../../../src/tcp/sequence.ts';
import type { SentSegment } from './endpoint.ts';

/**
 * Takes the next segment from what was sent. A script recorded from a kernel may expect `length` bytes in one piece
 * that is cut into segments only by the network card (TSO): the segments it is cut into, sent at one moment, then count
 * as one, and where the kernel set PSH in them is not compared: it marks pieces in its own way.
 */
export function takeSent(sent: SentSegment[], length: number): (SentSegment & { readonly pieces: number }) | null {
  const first = sent.shift();
  if (first === undefined) return null;
  let { segment } = first;
  let pieces = 1;
  for (let next = sent[0]; next !== undefined && next.ms === first.ms; next = sent[0]) {
    if (segment.data.length === 0 || segment.data.length + next.segment.data.length > length) break;
    if (!continues(segment, next.segment)) break;
    sent.shift();
    pieces += 1;
    segment = joined(segment, next.segment);
  }
  return { ms: first.ms, segment, pieces };
}

/** Whether `next` is the piece after `segment`: only the last piece has the FIN and the PSH bit. */
function continues(segment: Segment, next: Segment): boolean {
  const bare = (segment.flags & (SYN | FIN | RST | URG)) === 0 && (next.flags & (SYN | RST | URG)) === 0;
  const here = next.seq === seqAdd(segment.seq, segment.data.length) && next.data.length > 0;
  return bare && here && next.ack === segment.ack;
}

function joined(segment: Segment, next: Segment): Segment {
  const data = new Uint8Array(segment.data.length + next.data.length);
  data.set(segment.data);
  data.set(next.data, segment.data.length);
  return { ...segment, flags: (segment.flags & ~PSH) | next.flags, data };
}
