/*
 * What wrong rules make of windows, from the quantities of a question.
 */

/** What a sender may still send depends on these, all in bytes. */
export interface SendWindow {
  readonly cwnd: number;
  readonly rwnd: number;
  /** Sent and not yet acknowledged: SND.NXT - SND.UNA. */
  readonly flight: number;
}

/** The right rule, for the wrong ones to differ from: what may still be sent. */
export function usableWindow({ cwnd, rwnd, flight }: SendWindow): number {
  return Math.max(0, Math.min(cwnd, rwnd) - flight);
}

/** M20: the whole window, as if nothing were under way. */
export function wholeWindow({ cwnd, rwnd }: SendWindow): number {
  return Math.min(cwnd, rwnd);
}

/** N120: the larger window taken for the limit. */
export function byLargerWindow({ cwnd, rwnd, flight }: SendWindow): number {
  return Math.max(0, Math.max(cwnd, rwnd) - flight);
}

/** A segment with data and the window it meets. Offsets count from RCV.NXT; an old segment starts below 0. */
export interface Arriving {
  readonly wnd: number;
  readonly start: number;
  readonly len: number;
}

/** What is kept of a segment: the offset of its first byte, and how many bytes. */
export interface Kept {
  readonly first: number;
  readonly bytes: number;
}

/** The right rule, for the wrong ones to differ from: what lies in [RCV.NXT, RCV.NXT+RCV.WND). */
export function keptOf({ wnd, start, len }: Arriving): Kept {
  const first = Math.max(0, start);
  return { first, bytes: Math.min(start + len, wnd) - first };
}

/** M21: the number RCV.NXT+RCV.WND belongs to the window. */
export function withRightEdge(arriving: Arriving): Kept {
  return keptOf({ ...arriving, wnd: arriving.wnd + 1 });
}

/** N129: an acceptable segment is taken as it is. */
export function untrimmed({ start, len }: Arriving): Kept {
  return { first: start, bytes: len };
}

/** N132: the byte numbered RCV.NXT is here already. */
export function pastNext(arriving: Arriving): Kept {
  const { first, bytes } = keptOf(arriving);
  return first > 0 ? { first, bytes } : { first: first + 1, bytes: bytes - 1 };
}

/** How much lies outside the window. */
export function cutOff(arriving: Arriving): number {
  return arriving.len - keptOf(arriving).bytes;
}

/** M45 and N136: a window shifted where the field carries it as it is. */
export function shifted(window: number, shift: number): number {
  return Math.floor(window / 2 ** shift);
}

/** N135: a field taken for bytes by the wrong shift; also what the right one gives. */
export function unshifted(field: number, shift: number): number {
  return field * 2 ** shift;
}

/** N137: a field of so many bytes read from its low byte on. */
export function bytesReversed(value: number, size: 2 | 4): number {
  let reversed = 0;
  for (let i = 0; i < size; i++) reversed = reversed * 256 + (Math.floor(value / 256 ** i) % 256);
  return reversed;
}

/** N127: the six flag bits from URG down to FIN, read from FIN up. */
export function flagsReversed(bits: number): number {
  let reversed = 0;
  for (let i = 0; i < 6; i++) if ((bits & (1 << i)) !== 0) reversed |= 1 << (5 - i);
  return reversed;
}

/** The right rule: seconds until 2^32 bytes are sent at so many bits a second, to three decimals. */
export function secondsToWrap(rate: number): number {
  return Math.round((2 ** 35 / rate) * 1000) / 1000;
}

/** N139: each bit takes a number. */
export function secondsToWrapByBit(rate: number): number {
  return secondsToWrap(rate * 8);
}

/** The right rule: the fewest bits that number every byte sent within so many seconds. */
export function bitsNeeded(rate: number, seconds: number): number {
  let bits = 0;
  while (2 ** bits * 8 < rate * seconds) bits++;
  return bits;
}

/** N139: each bit takes a number. */
export function bitsNeededByBit(rate: number, seconds: number): number {
  return bitsNeeded(rate * 8, seconds);
}
