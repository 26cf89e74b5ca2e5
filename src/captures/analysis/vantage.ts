import type { Vantage } from './segment-analysis.ts';
import type { Side } from './side.ts';

/** The capture was taken at an end whose answers take at most this long, ms, */
const TURNAROUND_MS = 5;
/** while those of the other take at least so many times as long, */
const TIMES_LONGER = 8;
/** and at least this long, ms: on one machine both are shorter. */
const LEAST_ANSWER_MS = 0.25;
/** Without a handshake: how many answers of each end are wanted. */
const ANSWERS = 3;

/**
 * At which end the capture was taken: there an answer only takes what the host needs, on the other side it takes a round
 * trip. Judged by the quickest answers of each end, so later ones can refute it.
 */
export function vantageOf(client: Side, server: Side): Vantage {
  const enough = client.iss !== null && server.iss !== null ? 1 : ANSWERS;
  if (client.ackTimes < enough || server.ackTimes < enough) return 'unknown';
  const [near, far] = client.leastAckMs <= server.leastAckMs ? [client, server] : [server, client];
  const clear =
    near.leastAckMs <= TURNAROUND_MS &&
    far.leastAckMs >= LEAST_ANSWER_MS &&
    far.leastAckMs >= TIMES_LONGER * near.leastAckMs;
  return clear ? near.name : 'unknown';
}
