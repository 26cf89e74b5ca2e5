import { seqAdd } from '../../tcp/sequence.ts';

/*
 * Wrong rules about resets, as functions of the segment that is refused.
 */

/** What is refused. */
export interface Rejected {
  readonly seq: number;
  readonly len: number;
}

/** N183: the RST echoes the number of the segment. */
export function echoedSeq({ seq }: Rejected): number {
  return seq;
}

/** N184: only data bytes are acknowledged, not SYN and FIN. */
export function dataAckedOnly({ seq, len }: Rejected): number {
  return seqAdd(seq, len);
}

/** N185: the RST acknowledges the first number and nothing after it. */
export function firstNumberAcked({ seq }: Rejected): number {
  return seqAdd(seq, 1);
}
