import type { Random } from '../../simulator/random.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { arrivalsAt, dataFrom } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { dataSentAt, drawFlight } from './recovery-flight.ts';

/** Two or three losses in one flight, of which fast retransmit mends the first. */
export interface PartialAck {
  readonly trace: Trace;
  readonly sender: HostName;
  /** The flight, and behind it what was sent while the sender was recovering. */
  readonly flight: readonly TracedSegment[];
  readonly added: readonly TracedSegment[];
  readonly lost: readonly TracedSegment[];
  /** The fast retransmit. */
  readonly again: TracedSegment;
  /** The ack of the partial ACK that answers it, and what is sent when that arrives. */
  readonly ack: number;
  readonly resent: readonly TracedSegment[];
}

/** NewReno in the middle of a recovery; `adds`: new data is sent in it, beyond what recovery has to reach. Null when unfit. */
export function drawPartialAck(random: Random, adds: boolean): PartialAck | null {
  const smss = random.int(100, 536);
  const losses = adds || random.chance(0.5) ? 2 : 3;
  const count = adds ? random.int(6, 7) : random.int(7, 9);
  // Three arrivals after the first loss begin recovery; one more lets cwnd take new data.
  const arrivals = adds ? 4 : 3;
  const first = random.int(1, count - losses - arrivals + 1);
  const after = Array.from({ length: count - first }, (_, index) => first + 1 + index);
  const lost = [first, ...random.shuffle(after).slice(0, losses - 1)].sort((a, b) => a - b);
  const { trace, sender, data, ...flight } = drawFlight(random, {
    smss,
    earlier: !adds && random.chance(0.4) ? [random.int(20, smss)] : [],
    writes: [count * smss - random.int(0, smss - 20)],
    lost,
    conventions: { lossRecovery: 'newreno', limitedTransmit: false, initialWindow: 'rfc6928' },
    ...(adds ? { later: random.int(20, smss) } : {}),
  });
  const [hole] = flight.lost;
  const again = trace.segments.find((segment) => segment.repeats === hole?.n);
  if (hole === undefined || again === undefined) return null;
  const partial = arrivalsAt(trace, sender).find(
    ({ segment, notes }) => segment.n > again.n && notes.includes('ack-advanced'),
  );
  if (partial === undefined) return null;
  const added = dataFrom(trace, sender).filter((segment) => segment.n > again.n);
  if (added.length !== (adds ? 1 : 0) || (added[0]?.sentMs ?? 0) >= (again.arrivedMs ?? 0)) return null;
  return {
    trace,
    sender,
    flight: data.slice(0, count),
    added,
    lost: flight.lost,
    again,
    ack: partial.segment.ack,
    resent: dataSentAt(trace, partial.index),
  };
}

/** The number after the last one of a run of segments. */
export function endOfAll(segments: readonly TracedSegment[]): number {
  return segments.reduce((_, segment) => endOf(segment), 0);
}
