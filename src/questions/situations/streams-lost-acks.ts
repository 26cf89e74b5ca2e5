import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom, isPureAck, sentBy } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** Full-sized segments of one side that all arrive, each answered at once by an ACK, of which some are lost. */
export interface LostAcks {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  readonly segments: readonly TracedSegment[];
  /** The ACK of each segment, in the same order. */
  readonly acks: readonly TracedSegment[];
}

/**
 * A burst within the initial window. Lost are ACKs before the last; the last, alone or with others; or all of them.
 * What follows is not lost.
 */
export function drawLostAcks(random: Random): LostAcks | null {
  const sender = drawHost(random);
  const smss = random.int(200, 1460);
  const count = random.int(3, 5);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const delayMs = random.int(20, 120);
  // The handshake is over at both ends before the burst begins.
  const pause = delayMs + random.int(5, 40);
  const sends = Array.from({ length: count }, (_, index): Action => {
    const afterMs = pause + 2 * index;
    return { host: sender, when: throughAt([], sender), afterMs, call: { name: 'send', bytes: smss } };
  });
  const receiver = peerOf(sender);
  // The client's first ACK is that of the handshake.
  const before = receiver === 'client' ? 1 : 0;
  const faults = drawLost(random, count).map((place): Fault => {
    return { from: receiver, match: 'ack', nth: before + place + 1, effect: { kind: 'drop' } };
  });
  const trace = playScenario(random, {
    ...base,
    conventions: { initialWindow: 'rfc6928' },
    client: { ...base.client, mss: smss },
    server: { ...base.server, mss: smss },
    network: { ...base.network, delayMs },
    actions: [...base.actions, ...sends],
    faults,
  });
  const segments = dataFrom(trace, sender);
  const began = segments[0]?.n ?? 0;
  const acks = sentBy(trace, receiver)
    .filter((segment) => segment.n > began && isPureAck(segment))
    .slice(0, count);
  return segments.length === count && acks.length === count ? { trace, sender, smss, segments, acks } : null;
}

/** Places of the ACKs that are lost, in order. */
function drawLost(random: Random, count: number): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const shape = random.pick(['covered', 'covered', 'covered', 'last', 'last', 'last', 'all'] as const);
  if (shape === 'all') return places;
  const earlier = places.slice(0, -1);
  const most = shape === 'covered' ? earlier.length : earlier.length - 1;
  const least = shape === 'covered' ? 1 : 0;
  const lost = random.shuffle(earlier).slice(0, random.int(least, most));
  return [...lost, ...(shape === 'last' ? [count - 1] : [])].sort((a, b) => a - b);
}
