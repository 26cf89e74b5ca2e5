import type { Condition } from '../../simulator/condition.ts';
import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Snapshot, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom, snapshotBefore } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** A burst of one side of which so much is lost that only the retransmission timer can help. */
export interface Timeout {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  /** The initial window, bytes. */
  readonly initial: number;
  /** Index of the timer's event. */
  readonly index: number;
  /** The sender just before the timer expires, and right after. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** All data it has sent, and what of it is not acknowledged, in order. */
  readonly data: readonly TracedSegment[];
  readonly outstanding: readonly TracedSegment[];
  /** What it sends the moment the timer expires. */
  readonly resent: readonly TracedSegment[];
}

/** Which segments of a burst get lost: never so few that three duplicate ACKs would come of it. */
function drawLosses(random: Random, count: number): readonly number[] {
  const hole = random.int(1, random.chance(0.6) ? 1 : count - 1);
  const beyond = random.shuffle(Array.from({ length: count - hole }, (_, index) => hole + 1 + index));
  return [hole, ...beyond.slice(random.int(0, Math.min(2, beyond.length)))];
}

function segmentsOf(sends: readonly number[], smss: number): number {
  return sends.reduce((n, bytes) => n + Math.ceil(bytes / smss), 0);
}

/** Sizes of the SENDs of a burst: some full segments and one in part, perhaps twice. */
function drawBurst(random: Random, smss: number, most: number): readonly number[] {
  const part = (): number => random.int(Math.ceil(smss / 8), smss - 1);
  const full = random.int(Math.ceil(most / 2), most - 1);
  const cut = random.int(0, full);
  if (cut === 0 || full + 2 > most || random.chance(0.5)) return [full * smss + part()];
  return [cut * smss + part(), (full - cut) * smss + part()];
}

/** Null when something else than the timer brings the first retransmission. */
export function drawTimeout(random: Random): Timeout | null {
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const smss = random.int(200, 1000);
  const ten = random.chance(0.8);
  // Data acknowledged before has raised cwnd.
  const earlier = ten ? (random.chance(0.4) ? random.int(100, 2 * smss) : 0) : random.int(2 * smss, 4 * smss);
  const onlyAcks = random.chance(0.2);
  const most = onlyAcks || !ten ? 4 : earlier > 0 ? 6 : 7;
  const burst = drawBurst(random, smss, most);
  const count = segmentsOf(burst, smss);
  const before = segmentsOf([earlier], smss);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const delayMs = random.int(10, 100);
  // The handshake has to be over on both sides, so that arrows do not cross.
  const pause = delayMs + random.int(5, 30);
  const send = (when: Condition, bytes: number): Action => {
    return { host: sender, when, afterMs: pause, call: { name: 'send', bytes } };
  };
  const opened = throughAt([], sender);
  const through = earlier === 0 ? opened : throughAt([{ host: sender, sizes: [earlier] }], sender);
  const losses = onlyAcks ? { data: [], acks: random.int(2, count) } : { data: drawLosses(random, count), acks: 0 };
  const ackOffset = before + (receiver === 'client' ? 1 : 0);
  const faults: Fault[] = [
    ...losses.data.map((nth): Fault => {
      return { from: sender, match: 'data', nth: before + nth, effect: { kind: 'drop' } };
    }),
    ...Array.from({ length: losses.acks }, (_, index): Fault => {
      return { from: receiver, match: 'ack', nth: ackOffset + count - index, effect: { kind: 'drop' } };
    }),
  ];
  const scenario: Scenario = {
    ...base,
    conventions: { initialWindow: ten ? 'rfc6928' : 'rfc5681', limitedTransmit: false },
    client: { ...base.client, mss: smss },
    server: { ...base.server, mss: smss },
    network: { ...base.network, delayMs },
    actions: [
      ...base.actions,
      ...(earlier === 0 ? [] : [send(opened, earlier)]),
      ...burst.map((bytes) => send(through, bytes)),
    ],
    faults,
    // The timer runs for a second; what follows its first expiry is another question.
    limitMs: 3000,
  };
  const trace = playScenario(random, scenario);
  return timeoutIn(trace, sender, smss, (ten ? 10 : 4) * smss);
}

function timeoutIn(trace: Trace, sender: HostName, smss: number, initial: number): Timeout | null {
  const index = trace.events.findIndex((event) => event.kind === 'timer' && event.timer === 'retransmission');
  const event = trace.events[index];
  const before = snapshotBefore(trace, sender, index);
  if (event?.kind !== 'timer' || event.host !== sender || event.after === null || before === null) return null;
  const data = dataFrom(trace, sender);
  const resent = trace.segments.filter((s) => s.from === sender && s.len > 0 && s.sentMs === event.ms);
  if (trace.segments.some((s) => s.repeats !== null && s.sentMs < event.ms)) return null;
  const flight = seqDistance(before.sndUna, before.sndNxt);
  const outstanding = data.filter((s) => seqDistance(before.sndUna, s.seq) < flight);
  return { trace, sender, smss, initial, index, before, after: event.after, data, outstanding, resent };
}
