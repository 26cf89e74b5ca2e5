import { SEQUENCE_SPACE, seqAdd } from '../../tcp/sequence.ts';

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

/** What a host can receive into. */
export interface Receiving {
  readonly irs: number;
  readonly rcvNxt: number;
  readonly rcvWnd: number;
}

/** N188: the right edge itself counts as part of the window. */
export function edgeCountedIn({ rcvNxt, rcvWnd }: Receiving): number {
  return seqAdd(rcvNxt, rcvWnd);
}

/** N189: the window starts at the first byte ever, not at RCV.NXT. */
export function windowFromIsn({ irs, rcvWnd }: Receiving): number {
  return seqAdd(irs, rcvWnd);
}

/** N190: a RST anywhere in the window is enough, so that one for each window is. */
export function oneForEachWindow(window: number): number {
  return Math.ceil(SEQUENCE_SPACE / window);
}

/** N198: data has to meet RCV.NXT exactly, as a RST does. */
export function oneForEachNumber(): number {
  return SEQUENCE_SPACE;
}
