import { ACK, FIN, SYN } from '../../tcp/segment.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';

type Numbered = Pick<CapturedSegment, 'seq' | 'len' | 'flags'>;

/** How many sequence numbers a captured segment takes: its data bytes, and one each for SYN and FIN (RFC 9293 §3.4). */
export function numbersOf({ len, flags }: Numbered): number {
  return len + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
}

/** The number after the last one that it takes: its seq when it takes none. */
export function endOfNumbers(segment: Numbered): number {
  return seqAdd(segment.seq, numbersOf(segment));
}

/** Whether its acknowledgment field says anything. */
export function acknowledges({ flags }: Pick<CapturedSegment, 'flags'>): boolean {
  return (flags & ACK) !== 0;
}
