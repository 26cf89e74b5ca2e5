import { seqAdd } from '../../tcp/sequence.ts';

/*
 * The wrong rules of this family as sums. Those that take a number as it stands in the question (M04 and M06, the ISN;
 * N14, N16 and N17, the seq of a segment) have nothing to reckon and no function.
 */

/** M05: the seq field of a SYN is four bytes of data. */
export const SYN_AS_DATA = 4;

/** M05: the number after those four bytes. */
export function afterSynAsData(isn: number): number {
  return seqAdd(isn, SYN_AS_DATA);
}

/** M05: the number of the last of them. */
export function lastOfSynAsData(isn: number): number {
  return seqAdd(isn, SYN_AS_DATA - 1);
}

/** M07: an ACK sent before has taken a number. */
export function ackTakesNumber(seq: number): number {
  return seqAdd(seq, 1);
}

/** N09: the smaller seq first, whichever direction it belongs to. */
export function sortedBySeq<Item extends { readonly segment: { readonly seq: number } }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => a.segment.seq - b.segment.seq);
}

/** N12: the ACK before the SYN,ACK it answers. */
export function ackBeforeSynAck<Item>(order: readonly Item[]): readonly Item[] {
  return exchanged(order, 1);
}

/** N13: data before the ACK that ends the handshake; null where no data is sent. */
export function dataBeforeAck<Item>(order: readonly Item[]): readonly Item[] | null {
  return order.length > 3 ? exchanged(order, 2) : null;
}

/** The order with the item at `at` and the next one exchanged. */
function exchanged<Item>(order: readonly Item[], at: number): readonly Item[] {
  return [...order.slice(0, at), ...order.slice(at, at + 2).reverse(), ...order.slice(at + 2)];
}
