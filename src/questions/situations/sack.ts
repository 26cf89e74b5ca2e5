import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { arrivalsAt, dataFrom, reactionTo, segmentAt } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** What becomes of each segment of a flight. */
export interface FlightPlan {
  /** Where in the order of arrival each comes, from 0; null: it is lost. */
  readonly places: readonly (number | null)[];
  /** The network delivers a second copy of this segment at this place, or null. */
  readonly copy: { readonly index: number; readonly place: number } | null;
  readonly timestamps: boolean;
  readonly dsack: boolean;
}

/** A flight of one side, and the ACK that answers the last of its segments to arrive. */
export interface SackFlight {
  readonly trace: Trace;
  readonly sender: HostName;
  /** Each first sending, in order. */
  readonly data: readonly TracedSegment[];
  /** What arrives of them, in the order of arrival, copies included. */
  readonly arrivals: readonly TracedSegment[];
  readonly answer: TracedSegment;
  /** Index of the event before which nothing of the flight has been sent. */
  readonly before: number;
}

/** Milliseconds between two arrivals. */
const SPACING = 2;

/** Plays a plan: the whole flight is sent before the first ACK comes back, and arrives before anything goes again. */
export function playFlight(random: Random, plan: FlightPlan): SackFlight | null {
  const { places, copy, timestamps, dsack } = plan;
  const sender = drawHost(random);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const when = throughAt([], sender);
  const pause = random.int(5, 40);
  const sizes = places.map(() => random.int(40, 1400));
  const sends = sizes.map((bytes): Action => ({ host: sender, when, afterMs: pause, call: { name: 'send', bytes } }));
  const fault = (index: number, effect: Fault['effect']): Fault => ({
    from: sender,
    match: 'data',
    nth: index + 1,
    effect,
  });
  const faults = places.map((place, index) =>
    fault(index, place === null ? { kind: 'drop' } : { kind: 'delay', ms: SPACING * place }),
  );
  const copied = copy === null ? null : (places[copy.index] ?? null);
  if (copy !== null && copied !== null) {
    faults.push(fault(copy.index, { kind: 'duplicate', afterMs: SPACING * (copy.place - copied) }));
  }
  const delayMs = random.int(40, 120);
  const scenario: Scenario = {
    ...base,
    conventions: { sack: true, dsack, timestamps, initialWindow: 'rfc6928' },
    network: { ...base.network, delayMs },
    limitMs: 140 + 5 * delayMs,
    actions: [...base.actions, ...sends],
    faults,
  };
  const trace = playScenario(random, scenario);
  const data = dataFrom(trace, sender);
  const count = places.filter((place) => place !== null).length + (copy === null ? 0 : 1);
  const arrived = arrivalsAt(trace, peerOf(sender)).filter(({ segment }) => segment.len > 0);
  const last = arrived[count - 1];
  const answer = last === undefined ? null : reactionTo(trace, last.index);
  const before = trace.events.findIndex((event) => event.kind === 'send' && event.segment === data[0]?.n);
  if (answer === null || data.length !== sizes.length || before < 0) return null;
  return { trace, sender, data, arrivals: arrived.slice(0, count).map(({ segment }) => segment), answer, before };
}

/** The segment whose first sending this one is or repeats. */
export function originalOf(trace: Trace, segment: TracedSegment): TracedSegment {
  return segment.repeats === null ? segment : segmentAt(trace, segment.repeats);
}
