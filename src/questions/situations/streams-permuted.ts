import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo } from '../closing-moments.ts';
import { arrivalsAt, dataFrom } from '../moments.ts';
import { drawTurns } from './closing.ts';
import { conversation, drawBurstSizes, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** Milliseconds between two sendings, and between two arrivals. */
const SPACING = 4;

/** Segments of one side in a row that arrive in another order, each answered at once. */
export interface Permuted {
  readonly trace: Trace;
  readonly sender: HostName;
  /** As sent. */
  readonly segments: readonly TracedSegment[];
  /** Place of the lost one, neither first nor last, and of the one the network copies in `segments`, or null. */
  readonly lost: number | null;
  readonly copied: number | null;
  /** As they arrive, a copy by the network included. */
  readonly arrivals: readonly TracedSegment[];
  /** What answers each arrival. */
  readonly acks: readonly TracedSegment[];
}

/**
 * A burst whose segments the network delays each by so much that they arrive as drawn. All arrive before the first ACK
 * is back, so that nothing is retransmitted meanwhile.
 */
export function drawPermuted(random: Random): Permuted | null {
  const kind = random.pick(['whole', 'whole', 'lost', 'copied'] as const);
  const count = kind === 'lost' ? 5 : kind === 'copied' ? random.int(3, 4) : random.int(4, 5);
  const lost = kind === 'lost' ? random.int(1, count - 2) : null;
  const copied = kind === 'copied' ? random.int(0, count - 1) : null;
  const order = drawOrder(random, count, lost, copied);

  const sender = drawHost(random);
  const turns = drawTurns(random, 1);
  const sizes = drawBurstSizes(random, count);
  const base = conversation(random, { isn: drawIsns(random), turns });
  const when = throughAt(turns, sender);
  const delayMs = random.int(40, 120);
  // The handshake is over at both ends before the burst begins.
  const pause = delayMs + random.int(5, 40);
  const sends = sizes.map((bytes, index): Action => {
    return { host: sender, when, afterMs: pause + SPACING * index, call: { name: 'send', bytes } };
  });
  const before = turns.reduce((sum, turn) => sum + (turn.host === sender ? turn.sizes.length : 0), 0);
  const trace = playScenario(random, {
    ...base,
    network: { ...base.network, delayMs },
    actions: [...base.actions, ...sends],
    faults: faultsFor(order, count, lost).map((fault) => ({ ...fault, from: sender, nth: before + fault.nth })),
  });

  const segments = dataFrom(trace, sender).slice(-count);
  const began = segments[0]?.n ?? 0;
  const arrived = arrivalsAt(trace, peerOf(sender))
    .filter(({ segment }) => segment.n >= began && segment.len > 0)
    .slice(0, order.length);
  const acks = arrived.map((arrival) => answerTo(trace, arrival)).filter((ack) => ack !== null);
  const arrivals = arrived.map(({ segment }) => segment);
  const played = segments.length === count && acks.length === order.length;
  return played ? { trace, sender, segments, lost, copied, arrivals, acks } : null;
}

/**
 * Places of the segments in the order of arrival: the lost one left out, the copied one twice. One at least overtakes
 * another and so comes above a gap.
 */
function drawOrder(random: Random, count: number, lost: number | null, copied: number | null): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index).filter((index) => index !== lost);
  for (;;) {
    const order = random.shuffle(copied === null ? all : [...all, copied]);
    const overtakes = order.some((place, slot) => order.slice(slot + 1).some((later) => later < place));
    const gap = order.some((place, slot) => new Set(order.slice(0, slot)).size < place);
    if (overtakes && gap) return order;
  }
}

function faultsFor(order: readonly number[], count: number, lost: number | null): readonly Omit<Fault, 'from'>[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const slots = places.map((place) => order.indexOf(place));
  const earliest = Math.max(...places.map((place) => (place === lost ? 0 : place - (slots[place] ?? 0))));
  return places.flatMap((place): Omit<Fault, 'from'>[] => {
    const head = { match: 'data', nth: place + 1 } as const;
    if (place === lost) return [{ ...head, effect: { kind: 'drop' } }];
    const slot = order.indexOf(place);
    const again = order.lastIndexOf(place);
    const delay: Omit<Fault, 'from'> = {
      ...head,
      effect: { kind: 'delay', ms: SPACING * (slot - place + earliest) },
    };
    if (again === slot) return [delay];
    return [delay, { ...head, effect: { kind: 'duplicate', afterMs: SPACING * (again - slot) } }];
  });
}
