import type { Condition } from '../../simulator/condition.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { seqDistance, seqGt } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { arrivalsAt, dataFrom, sendIndex, snapshotBefore } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** An ACK of new data that reaches the sender in slow start. */
export interface GrowthAck {
  readonly segment: TracedSegment;
  /** Index of its arrival. */
  readonly index: number;
  /** N of RFC 5681 §3.1: the bytes that it is the first to acknowledge. */
  readonly newBytes: number;
  /** Where the data ends that had been sent when it arrived. */
  readonly sentTo: number;
  /** cwnd once it has been taken. */
  readonly cwnd: number;
}

/** One side sends in slow start, with nothing lost but perhaps one ACK. */
export interface SlowStart {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  /** cwnd when the first data leaves. */
  readonly cwnd: number;
  readonly delayedAck: boolean;
  /** The ACKs that arrive, in order. */
  readonly acks: readonly GrowthAck[];
  /** The ACK that is lost, or null. */
  readonly lost: TracedSegment | null;
}

/** Bytes of each SEND: large ones whose segments cwnd lets go by and by, or small ones that make segments of all sizes. */
function drawWrites(random: Random, smss: number): readonly number[] {
  const part = (): number => random.int(Math.ceil(smss / 8), smss - 1);
  if (random.chance(0.5)) {
    const first = random.int(1, 3);
    return [first * smss + part(), random.int(3 - first, 4 - first) * smss + (random.chance(0.5) ? part() : 0)].filter(
      (bytes) => bytes > 0,
    );
  }
  const writes = Array.from({ length: random.int(3, 5) }, () => (random.chance(0.4) ? smss : part()));
  // One segment in full and one in part at least, so that the sizes matter.
  return random.shuffle([smss, part(), ...writes.slice(2)]);
}

/** Null when no ACK falls below or beyond a full segment. */
export function drawSlowStart(random: Random): SlowStart | null {
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const smss = random.int(200, 1460);
  const writes = drawWrites(random, smss);
  const delayedAck = random.chance(0.4);
  // The receiver may have asked for the data.
  const asked = random.chance(0.4) ? random.int(12, 150) : 0;
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const delayMs = random.int(10, 100);
  // The handshake has to be over on both sides, so that arrows do not cross.
  const pause = delayMs + random.int(5, 30);
  const send = (host: HostName, when: Condition, bytes: number): Action => {
    return { host, when, afterMs: pause, call: { name: 'send', bytes } };
  };
  const through: Condition = asked === 0 ? throughAt([], sender) : { kind: 'received', host: sender, bytes: asked };
  const dataAcks = writes.reduce((n, bytes) => n + Math.ceil(bytes / smss), 0);
  const lossy = !delayedAck && random.chance(0.6);
  // A client's own first ACK is that of the handshake.
  const nth = random.int(1, dataAcks - 1) + (receiver === 'client' ? 1 : 0);
  const initialWindow = random.pick(['one', 'rfc5681', 'rfc5681', 'rfc6928'] as const);
  const scenario: Scenario = {
    ...base,
    conventions: { initialWindow },
    client: { ...base.client, mss: smss },
    server: { ...base.server, mss: smss },
    network: { ...base.network, delayMs },
    actions: [
      ...base.actions,
      ...(asked === 0 ? [] : [send(receiver, throughAt([], receiver), asked)]),
      ...writes.map((bytes) => send(sender, through, bytes)),
    ],
    faults: lossy ? [{ from: receiver, match: 'ack', nth, effect: { kind: 'drop' } }] : [],
    limitMs: 5000,
  };
  const trace = playScenario(random, { ...scenario, [receiver]: { ...scenario[receiver], delayedAck } });
  const [first] = dataFrom(trace, sender);
  const before = first && snapshotBefore(trace, sender, sendIndex(trace, first.n));
  if (!first || !before || trace.segments.some((segment) => segment.repeats !== null)) return null;
  const acks = growthAcks(trace, sender, first.seq);
  const lost = trace.segments.find((segment) => segment.fate === 'lost') ?? null;
  const uneven = acks.some(({ newBytes }) => newBytes !== smss);
  return uneven && acks.length >= 2 ? { trace, sender, smss, cwnd: before.cwnd, delayedAck, acks, lost } : null;
}

function growthAcks(trace: Trace, sender: HostName, first: number): readonly GrowthAck[] {
  const acks: GrowthAck[] = [];
  const data = dataFrom(trace, sender).map((segment) => ({ segment, index: sendIndex(trace, segment.n) }));
  let una = first;
  for (const { index, segment } of arrivalsAt(trace, sender)) {
    const event = trace.events[index];
    if (!seqGt(segment.ack, una) || event?.kind !== 'arrive' || event.after === null) continue;
    const last = data.findLast((one) => one.index < index)?.segment;
    if (last === undefined) continue;
    const newBytes = seqDistance(una, segment.ack);
    acks.push({ segment, index, newBytes, sentTo: endOf(last), cwnd: event.after.cwnd });
    una = segment.ack;
  }
  return acks;
}
