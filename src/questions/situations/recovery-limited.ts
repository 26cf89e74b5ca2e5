import type { Random } from '../../simulator/random.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { snapshotBefore } from '../moments.ts';
import { dataSentAt, drawFlight, duplicateArrivals, type FlightPlan } from './recovery-flight.ts';

/** A sender with much left to send at the moment when the first duplicate ACK of a loss is about to arrive. */
export interface EarlyDuplicates {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  readonly hole: TracedSegment;
  /** Index of the arrival of the first duplicate ACK. */
  readonly arrival: number;
  /** SND.NXT, FlightSize, cwnd and rwnd just before it. */
  readonly next: number;
  readonly flight: number;
  readonly cwnd: number;
  readonly rwnd: number;
  /** What is sent on the first and on the second duplicate ACK. */
  readonly sent: readonly [readonly TracedSegment[], readonly TracedSegment[]];
}

/** Null when the trace went another way. */
export function drawEarlyDuplicates(random: Random): EarlyDuplicates | null {
  const plan = drawPlan(random);
  const { trace, sender, lost } = drawFlight(random, plan);
  const [hole] = lost;
  const [first, second] = duplicateArrivals(trace, sender);
  if (hole === undefined || first === undefined || second === undefined) return null;
  const before = snapshotBefore(trace, sender, first);
  if (before === null || before.sndUna !== hole.seq) return null;
  return {
    trace,
    sender,
    smss: plan.smss,
    hole,
    arrival: first,
    next: before.sndNxt,
    flight: seqDistance(before.sndUna, before.sndNxt),
    cwnd: before.cwnd,
    rwnd: before.sndWnd,
    sent: [dataSentAt(trace, first), dataSentAt(trace, second)],
  };
}

/** The peer's buffer has room for two segments more, for one or for none; its window may be a little narrower. */
function drawPlan(random: Random): FlightPlan {
  const large = random.chance(0.3);
  const smss = large ? random.int(1096, 1460) : random.int(100, 1095);
  const earlier = Array.from({ length: random.int(0, 2) }, () => random.int(20, smss));
  // The initial window of RFC 5681 §3.1, grown by what the earlier ACKs acknowledged.
  const cwnd = (large ? 3 : 4) * smss + earlier.reduce((a, b) => a + b, 0);
  const lost = large ? 1 : random.int(1, 2);
  // The ACK of what comes before the loss frees a place and adds another.
  const outstanding = Math.floor(cwnd / smss) + (lost - 1);
  const shape = random.int(1, 100);
  const more = shape <= 58 ? random.int(2, 4) : shape <= 94 ? 1 : 0;
  return {
    smss,
    earlier,
    writes: [(outstanding + random.int(4, 6)) * smss],
    lost: [lost],
    conventions: { limitedTransmit: true, initialWindow: 'rfc5681' },
    room: (outstanding + more) * smss + random.int(0, smss - 1),
  };
}
