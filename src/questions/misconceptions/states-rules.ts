import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import type { Candidates } from '../predictions.ts';

export type WrongState = readonly [MisconceptionId, State];

/*
 * What wrong rules say about the state after one step of the closing, by the right answer's own step, and about the two
 * sides of a close. Kept in one place so that every question judges the same slip alike.
 */

/** FIN-WAIT-1, the host's own FIN is acknowledged: FIN-WAIT-2. */
export const OWN_FIN_ACKED: readonly WrongState[] = [
  ['N24', 'FIN-WAIT-1'],
  ['N23', 'TIME-WAIT'],
  ['M36', 'CLOSE-WAIT'],
];

/** FIN-WAIT-2, the peer's FIN: TIME-WAIT. */
export const PEER_FIN_IN_FIN_WAIT_2: readonly WrongState[] = [
  ['N24', 'FIN-WAIT-2'],
  ['N25', 'CLOSED'],
  ['M36', 'CLOSE-WAIT'],
];

/** FIN-WAIT-1, the peer's FIN with the ACK of the host's own: TIME-WAIT. */
export const FIN_AND_ACK_IN_FIN_WAIT_1: readonly WrongState[] = [
  ['M40', 'FIN-WAIT-2'],
  ['N36', 'CLOSING'],
  ['N25', 'CLOSED'],
  ['N24', 'FIN-WAIT-1'],
];

/** ESTABLISHED, the peer's FIN: CLOSE-WAIT. */
export const PEER_FIN_IN_ESTABLISHED: readonly WrongState[] = [
  ['N24', 'ESTABLISHED'],
  ['N23', 'LAST-ACK'],
  ['M36', 'TIME-WAIT'],
];

/** CLOSE-WAIT, close(): LAST-ACK. */
export const CLOSE_IN_CLOSE_WAIT: readonly WrongState[] = [
  ['N24', 'CLOSE-WAIT'],
  ['N23', 'CLOSED'],
  ['M36', 'FIN-WAIT-1'],
];

/** LAST-ACK, the host's own FIN is acknowledged: CLOSED. */
export const ACKED_IN_LAST_ACK: readonly WrongState[] = [
  ['N24', 'LAST-ACK'],
  ['M36', 'TIME-WAIT'],
];

/** ESTABLISHED, the peer's FIN above a gap: still ESTABLISHED. */
export const EARLY_FIN_IN_ESTABLISHED: readonly WrongState[] = [
  ['N21', 'CLOSE-WAIT'],
  ['M36', 'TIME-WAIT'],
];

/** FIN-WAIT-2, the peer's FIN above a gap: still FIN-WAIT-2. */
export const EARLY_FIN_IN_FIN_WAIT_2: readonly WrongState[] = [
  ['N21', 'TIME-WAIT'],
  ['M36', 'CLOSE-WAIT'],
  ['N25', 'CLOSED'],
];

/** TIME-WAIT, the same FIN again: still TIME-WAIT. */
export const REPEATED_FIN_IN_TIME_WAIT: readonly WrongState[] = [
  ['N25', 'CLOSED'],
  ['M36', 'LAST-ACK'],
];

/** FIN-WAIT-1 or FIN-WAIT-2, data that acknowledges the host's own FIN: FIN-WAIT-2. */
export function wrongAfterDataInFinWait(before: State | undefined): readonly WrongState[] {
  return [
    ['N23', 'TIME-WAIT'],
    ['M36', 'CLOSE-WAIT'],
    ['M46', 'CLOSED'],
    ...(before === 'FIN-WAIT-1' ? ([['N24', before]] as const) : []),
  ];
}

/** One side of a connection, or both. */
export type Side = HostName | 'both';

/** What wrong rules say about who closed actively; `first` sent the earlier FIN. */
export function wrongActive(active: Side, first: HostName): Candidates<Side> {
  if (active === 'both') return { required: [['N31', first]], optional: [['N26', 'client']] };
  const other = peerOf(active);
  return {
    required: [
      [other === 'client' ? 'N26' : 'M36', other],
      ['N33', 'both'],
    ],
  };
}

/** What wrong rules say about who enters TIME-WAIT. */
export function wrongTimeWait(timeWait: Side, first: HostName): Candidates<Side> {
  if (timeWait === 'both')
    return {
      required: [
        ['N31', first],
        ['M36', peerOf(first)],
      ],
    };
  return {
    required: [
      ['M36', peerOf(timeWait)],
      ['N32', 'both'],
    ],
  };
}

/** N35: 2 MSL counted from the waiting side's own FIN. */
export function sinceOwnFin(finMs: number, mslMs: number): number {
  return finMs + 2 * mslMs;
}
