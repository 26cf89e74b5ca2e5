import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { arrivalsAt, sentBy } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { conversation, drawHost } from './conversation.ts';
import { playScenario } from './play.ts';

/** Why a data segment goes again: it is lost, its ACK is, or it is so late that the timer expires first. */
export type Cause = 'data-lost' | 'ack-lost' | 'late';

/** One data segment, every sending of it, and the ACK that first acknowledges it. */
export interface Timed {
  readonly first: TracedSegment;
  readonly last: TracedSegment;
  readonly ack: TracedSegment;
  /** When the sender has that ACK. */
  readonly ackedMs: number;
}

/** Data segments one at a time, each acknowledged before the next is sent; one or two of them are sent twice. */
export interface TimedSegments {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly data: readonly Timed[];
}

/** The least RTO of RFC 6298 (2.4), which these short round trips never exceed at first. */
const RTO_MS = 1000;

export function drawTimed(random: Random, timestamps: boolean): TimedSegments | null {
  const sender = drawHost(random);
  const count = random.int(3, 5);
  // Below the MSS less the twelve bytes of the timestamps option.
  const sizes = Array.from({ length: count }, () => random.int(12, 1440));
  const isn = { client: random.int(1000, 49_999), server: random.int(50_000, 99_999) };
  const base = conversation(random, { isn, turns: [] });
  const least = random.int(20, 70);
  const spread = random.int(10, least - 5);
  let acked = 0;
  const sends = sizes.map((bytes): Action => {
    const when =
      acked === 0
        ? ({ kind: 'state', host: sender, state: 'ESTABLISHED', times: 1 } as const)
        : ({ kind: 'acked', host: sender, bytes: acked } as const);
    acked += bytes;
    return { host: sender, when, afterMs: random.int(5, 60), call: { name: 'send', bytes } };
  });
  const trace = playScenario(random, {
    ...base,
    conventions: { timestamps },
    network: { ...base.network, delayMs: { min: least, max: least + spread } },
    actions: [...base.actions, ...sends],
    faults: drawFaults(random, sender, count, timestamps, random.int(spread + 1, least - 1)),
  });
  const data = timedOf(trace, sender);
  return data.length === count ? { trace, sender, data } : null;
}

/**
 * Which segments go twice, and why. A late one is held `ahead` ms less than the RTO: more than the spread of delays and
 * less than the least of them, so that it arrives after the timer has expired and before the retransmission does.
 * With timestamps no ACK is lost: whether the ACK of a duplicate echoes its timestamp or the one before is where
 * RFC 7323 §4.3 and the window test of its §5.3 can be read differently.
 */
function drawFaults(
  random: Random,
  sender: HostName,
  count: number,
  timestamps: boolean,
  ahead: number,
): readonly Fault[] {
  const faults: Fault[] = [];
  const one = random.int(1, count);
  const twice = new Set(count === 3 || random.chance(0.4) ? [one] : [one, random.int(1, count)]);
  let sendings = 0;
  // The client's first ACK is that of the handshake.
  let acks = sender === 'server' ? 1 : 0;
  for (let index = 1; index <= count; index++) {
    sendings += 1;
    acks += 1;
    if (!twice.has(index)) continue;
    // Only the first segment that goes twice can be late: after that the RTO is no longer known beforehand.
    const causes: readonly Cause[] = faults.length > 0 ? ['data-lost'] : ['data-lost', 'late'];
    const cause = random.pick<Cause>(timestamps ? causes : [...causes, 'ack-lost']);
    // The long round trip that timestamps measure then brings an RTO that is no whole number of ms.
    if (cause === 'late' && timestamps) twice.clear();
    if (cause === 'ack-lost') faults.push({ from: peerOf(sender), match: 'ack', nth: acks, effect: { kind: 'drop' } });
    else {
      const held = { kind: 'delay', ms: RTO_MS - ahead } as const;
      const effect = cause === 'late' ? held : ({ kind: 'drop' } as const);
      faults.push({ from: sender, match: 'data', nth: sendings, effect });
    }
    sendings += 1;
    if (cause !== 'data-lost') acks += 1;
  }
  return faults;
}

/** The data segments of a host that were acknowledged. */
function timedOf(trace: Trace, sender: HostName): readonly Timed[] {
  const sent = sentBy(trace, sender).filter(({ len }) => len > 0);
  const arrivals = arrivalsAt(trace, sender);
  return sent.flatMap((first) => {
    if (first.repeats !== null) return [];
    const last = sent.findLast(({ seq }) => seq === first.seq) ?? first;
    const ack = arrivals.find(({ segment }) => segment.ack === endOf(first))?.segment;
    return ack === undefined || ack.arrivedMs === null ? [] : [{ first, last, ack, ackedMs: ack.arrivedMs }];
  });
}
