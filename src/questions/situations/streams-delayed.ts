import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { type Arrival, arrivalsAt, dataFrom, sentBy } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** Full-sized segments of one side, and the ACKs of a peer that delays them and has nothing to send itself. */
export interface DelayedAcks {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  /** How long the peer delays an ACK at most, ms. */
  readonly timerMs: number;
  /** As sent. */
  readonly segments: readonly TracedSegment[];
  readonly arrivals: readonly Arrival[];
  readonly acks: readonly TracedSegment[];
}

/**
 * Segments at intervals shorter or longer than the delayed-ACK timer; if `reorders`, one or two of them overtake
 * another. Everything is acknowledged within the retransmission timeout, so that nothing goes twice.
 */
export function drawDelayedAcks(random: Random, reorders: boolean): DelayedAcks | null {
  const sender = drawHost(random);
  const smss = random.int(200, 1460);
  const timerMs = random.pick([100, 150, 200, 250, 300, 400]);
  const count = random.int(4, 5);
  const arriveAt = drawArrivals(random, count, timerMs, reorders);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  // A segment that is overtaken leaves just before those that overtake it.
  const leaveAt = arriveAt.map((_, place) => Math.min(...arriveAt.slice(place)));
  const delayMs = random.int(10, 80);
  // The handshake is over at both ends before the first of them leaves.
  const pause = delayMs + random.int(5, 40);
  const sends = leaveAt.map((ms): Action => {
    return { host: sender, when: throughAt([], sender), afterMs: pause + ms, call: { name: 'send', bytes: smss } };
  });
  const faults = arriveAt.flatMap((ms, place): Fault[] => {
    const late = ms - (leaveAt[place] ?? ms);
    if (late === 0) return [];
    return [{ from: sender, match: 'data', nth: place + 1, effect: { kind: 'delay', ms: late } }];
  });
  const trace = playScenario(random, {
    ...base,
    conventions: { initialWindow: 'rfc6928', delayedAckMs: timerMs },
    client: { ...base.client, mss: smss, delayedAck: true },
    server: { ...base.server, mss: smss, delayedAck: true },
    network: { ...base.network, delayMs },
    actions: [...base.actions, ...sends],
    faults,
  });
  const segments = dataFrom(trace, sender);
  const arrivals = arrivalsAt(trace, peerOf(sender)).filter(({ segment }) => segment.len > 0);
  const began = segments[0]?.n ?? 0;
  const acks = sentBy(trace, peerOf(sender)).filter(({ n }) => n > began);
  const fit = segments.length === count && arrivals.length === count && segments.every(({ len }) => len === smss);
  return fit ? { trace, sender, smss, timerMs, segments, arrivals, acks } : null;
}

/** When each segment arrives, in ms after the first arrival: tens of ms, and never just when a timer expires. */
function drawArrivals(random: Random, count: number, timerMs: number, reorders: boolean): readonly number[] {
  let ms = 0;
  const slots = Array.from({ length: count }, (_, slot) => {
    const soon = random.chance(reorders ? 0.8 : 0.65);
    const [least, most] = soon ? [1, timerMs / 10 - 1] : [timerMs / 10 + 1, timerMs / 10 + 12];
    if (slot > 0) ms += 10 * random.int(least, most);
    return ms;
  });
  if (!reorders) return slots;
  const overtaken = random.int(0, count - 2);
  const by = random.int(1, Math.min(2, count - 1 - overtaken));
  const order = slots.map((_, place) => place).filter((place) => place !== overtaken);
  order.splice(overtaken + by, 0, overtaken);
  return slots.map((_, place) => slots[order.indexOf(place)] ?? 0);
}
