import { ACK, FIN, RST, SYN } from '../tcp/segment.ts';
import type { SegmentMatch } from './condition.ts';

/** Whether a segment with these bits and this many data bytes is of the kind a scenario names. */
export function matches(match: SegmentMatch, flags: number, length: number): boolean {
  switch (match) {
    case 'any':
      return true;
    case 'syn':
      return (flags & SYN) !== 0 && (flags & ACK) === 0;
    case 'syn-ack':
      return (flags & SYN) !== 0 && (flags & ACK) !== 0;
    case 'fin':
      return (flags & FIN) !== 0;
    case 'rst':
      return (flags & RST) !== 0;
    case 'data':
      return length > 0;
    case 'ack':
      return (flags & (SYN | FIN | RST)) === 0 && (flags & ACK) !== 0 && length === 0;
  }
}
