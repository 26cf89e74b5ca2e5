import { seqGe } from '../../tcp/sequence.ts';

/*
 * Wrong rules about the growth of cwnd in slow start, reckoned from ACKs: cwnd after each.
 */

/** What is known of an ACK when it arrives. */
export interface Acknowledged {
  readonly ack: number;
  /** N of RFC 5681 §3.1. */
  readonly newBytes: number;
  /** Where the data ends that had been sent by then. */
  readonly sentTo: number;
}

function running(cwnd: number, steps: readonly number[]): readonly number[] {
  let now = cwnd;
  return steps.map((step) => {
    now += step;
    return now;
  });
}

/** N150: a full SMSS however little is acknowledged. */
export function fullSegmentEach(cwnd: number, smss: number, acks: readonly Acknowledged[]): readonly number[] {
  return running(
    cwnd,
    acks.map(() => smss),
  );
}

/** N151: all of N, above SMSS too. */
export function allThatIsAcked(cwnd: number, acks: readonly Acknowledged[]): readonly number[] {
  return running(
    cwnd,
    acks.map(({ newBytes }) => newBytes),
  );
}

/** N152: an ACK that was lost on the way counted as well; `newBytes` of all that were sent. */
export function lostAckToo(cwnd: number, smss: number, sent: readonly number[]): readonly number[] {
  return running(
    cwnd,
    sent.map((newBytes) => Math.min(newBytes, smss)),
  );
}

/** M31: twice as much with each ACK. */
export function doublesPerAck(cwnd: number, acks: readonly Acknowledged[]): readonly number[] {
  return acks.map((_, index) => cwnd * 2 ** (index + 1));
}

/** M31: one SMSS for each flight, when all of it is acknowledged. */
export function oneSegmentPerFlight(cwnd: number, smss: number, acks: readonly Acknowledged[]): readonly number[] {
  let end = acks[0]?.sentTo ?? 0;
  let now = cwnd;
  return acks.map(({ ack }, index) => {
    if (seqGe(ack, end)) {
      now += smss;
      end = acks[index + 1]?.sentTo ?? end;
    }
    return now;
  });
}
