import type { State } from '../../tcp/state.ts';
import type { MisconceptionId } from '../misconceptions.ts';

export type WrongState = readonly [MisconceptionId, State];

/*
 * What wrong rules say about the state after one step of the closing, by the right answer's own step. Kept in one place
 * so that every question judges the same slip alike.
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
