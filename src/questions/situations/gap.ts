import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom } from '../moments.ts';
import { drawTurns } from './closing.ts';
import { conversation, drawBurstSizes, drawHost, drawIsns, throughAt } from './conversation.ts';
import { faultOn } from './fault.ts';

/** Milliseconds between two segments of a burst: room for a delayed one to arrive between two others. */
const SPACING = 4;

interface Burst {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly sender: HostName;
  /** As played without any fault. */
  readonly played: Trace;
  /** The segments of the burst, in that trace. */
  readonly segments: readonly TracedSegment[];
}

/** A conversation that ends in a burst of segments of one side. */
export interface Gap {
  readonly trace: Trace;
  readonly sender: HostName;
  /** The segments that do not arrive in their turn, first sending. */
  readonly missing: readonly TracedSegment[];
}

function drawBurst(random: Random, count: number): Burst {
  const sender = drawHost(random);
  const turns = drawTurns(random, 2);
  const base = conversation(random, { isn: drawIsns(random), turns });
  const when = throughAt(turns, sender);
  const pause = random.int(5, 40);
  const sizes = drawBurstSizes(random, count);
  const burst = sizes.map((bytes, index): Action => {
    return { host: sender, when, afterMs: pause + SPACING * index, call: { name: 'send', bytes } };
  });
  const scenario = { ...base, actions: [...base.actions, ...burst] };
  const seed = String(random.int(0, 0xffff_ffff));
  const played = simulate(scenario, seed);
  return { scenario, seed, sender, played, segments: dataFrom(played, sender).slice(-count) };
}

function playAgain({ scenario, seed }: Burst, faults: readonly Fault[]): Trace {
  return simulate({ ...scenario, faults }, seed);
}

/** A burst in which one segment, or two that do not follow each other, are lost or come too late. */
export function drawGap(random: Random): Gap | null {
  const twice = random.chance(0.4);
  const burst = drawBurst(random, twice ? random.int(4, 5) : random.int(3, 5));
  const { played, segments, sender } = burst;
  const first = random.int(0, segments.length - (twice ? 4 : 2));
  const second = twice ? random.int(first + 2, segments.length - 2) : first;
  const missing = segments.filter((_, index) => index === first || index === second);
  const faults = missing.map((segment) => {
    const later = random.int(1, segments.length - 1);
    const effect = random.chance(0.6)
      ? ({ kind: 'drop' } as const)
      : ({ kind: 'delay', ms: SPACING * later + 2 } as const);
    return faultOn(played, segment, 'data', effect);
  });
  return { trace: playAgain(burst, faults), sender, missing };
}

/**
 * A burst of which the receiver gets a segment twice: the network makes a copy, or the ACKs are lost and the sender
 * retransmits what has arrived.
 */
export function drawDuplicate(random: Random): { readonly trace: Trace; readonly sender: HostName } {
  const burst = drawBurst(random, random.int(2, 4));
  const { played, segments, sender } = burst;
  const receiver = peerOf(sender);
  if (random.chance(0.5)) {
    const copied = random.pick(segments);
    const afterMs = SPACING * random.int(1, segments.length) + 2;
    return { trace: playAgain(burst, [faultOn(played, copied, 'data', { kind: 'duplicate', afterMs })]), sender };
  }
  const began = segments[0]?.sentMs ?? 0;
  const acks = played.segments.filter((segment) => segment.from === receiver && segment.sentMs > began);
  return {
    trace: playAgain(
      burst,
      acks.map((ack) => faultOn(played, ack, 'ack', { kind: 'drop' })),
    ),
    sender,
  };
}
