import type { Random } from '../../simulator/random.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import type { HostName, Snapshot, Trace, TracedSegment } from '../../trace/trace.ts';
import { snapshotBefore } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { drawFlight, duplicateArrivals, type FlightPlan } from './recovery-flight.ts';

/** A loss from which Reno recovers, with the sender's variables at the moments that matter. */
export interface RenoLoss {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  /** The flight as it was sent, whole. */
  readonly flight: readonly TracedSegment[];
  readonly hole: TracedSegment;
  /** Duplicate ACKs, the first three included. */
  readonly duplicates: number;
  /** FlightSize when the third duplicate ACK arrives. */
  readonly flightSize: number;
  /** Just before the third duplicate ACK, at it, at the last one, and at the ACK of the retransmission. */
  readonly before: Snapshot;
  readonly entered: Snapshot;
  readonly inflated: Snapshot;
  readonly left: Snapshot;
}

/** Reno recovers from one loss with more than three duplicate ACKs. Null when the trace went another way. */
export function drawRenoLoss(random: Random): RenoLoss | null {
  const plan = drawPlan(random);
  const { trace, sender, data, lost } = drawFlight(random, plan);
  const [hole] = lost;
  const arrivals = duplicateArrivals(trace, sender);
  const third = arrivals[2];
  const last = arrivals.at(-1);
  const flight = data.slice(0, plan.count);
  const end = flight.at(-1);
  if (hole === undefined || third === undefined || last === undefined || last === third || end === undefined)
    return null;
  if (end.sentMs !== hole.sentMs) return null;
  const ends = trace.events.findIndex(
    (event, index) => index > last && event.kind === 'arrive' && event.host === sender,
  );
  const before = snapshotBefore(trace, sender, third);
  const [entered, inflated, left] = [third, last, ends].map((index) => afterArrival(trace, index));
  if (before === null || !entered || !inflated || !left) return null;
  const { smss } = plan;
  const flightSize = seqDistance(hole.seq, endOf(end));
  return {
    trace,
    sender,
    smss,
    flight,
    hole,
    duplicates: arrivals.length,
    flightSize,
    before,
    entered,
    inflated,
    left,
  };
}

function afterArrival(trace: Trace, index: number): Snapshot | null {
  const event = trace.events[index];
  return event?.kind === 'arrive' ? event.after : null;
}

/** Plans in which FlightSize is not cwnd: too little written, segments that are not full, or a narrow window of the peer. */
function drawPlan(random: Random): FlightPlan & { readonly count: number } {
  // All even, so that no half is a fraction.
  const smss = 2 * random.int(100, 268);
  const even = (least: number, most: number): number => 2 * random.int(Math.ceil(least / 2), Math.floor(most / 2));
  const earlier = Array.from({ length: random.int(0, 2) }, () => even(20, smss));
  const conventions = { lossRecovery: 'reno', initialWindow: 'rfc6928' } as const;
  const shape = random.int(1, 10);
  if (shape <= 4) {
    const full = random.int(5, 8);
    const lost = [random.int(1, full - 3)];
    return { smss, earlier, writes: [full * smss + even(10, smss - 2)], lost, conventions, count: full + 1 };
  }
  if (shape <= 7) {
    const writes = Array.from({ length: random.int(5, 8) }, () => even(20, 0.6 * smss));
    return { smss, earlier, writes, lost: [random.int(1, writes.length - 4)], conventions, count: writes.length };
  }
  const full = random.int(5, 8);
  const room = full * smss + random.int(1, smss - 1);
  // Nothing earlier: data on its way to a reader would narrow the window.
  return { smss, earlier: [], writes: [(full + 3) * smss], lost: [1], conventions, room, count: full };
}
