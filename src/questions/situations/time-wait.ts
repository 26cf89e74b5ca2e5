import type { Random } from '../../simulator/random.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo, closingOf, isFin } from '../closing-moments.ts';
import { type Arrival, arrivalsAt, dataFrom } from '../moments.ts';
import { closingScenario, drawTurn, drawTurns } from './closing.ts';
import { drawHost } from './conversation.ts';
import { faultOn } from './fault.ts';

/** A connection that is closed, and its first closer in TIME-WAIT. */
export interface TimeWait {
  readonly trace: Trace;
  readonly mslMs: number;
  /** The host in TIME-WAIT. */
  readonly waiter: HostName;
  readonly ownFin: TracedSegment;
  readonly peerFin: TracedSegment;
  /** Arrivals of the peer's FIN at the waiter, the first one and its repetitions. */
  readonly finArrivals: readonly [Arrival, ...Arrival[]];
  /** The ACK that answered each of them. */
  readonly acks: readonly TracedSegment[];
}

interface Draft {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly mslMs: number;
  readonly played: Trace;
}

function draft(random: Random): Draft {
  const closer = drawHost(random);
  const mslMs = random.pick([15_000, 30_000, 60_000, 120_000]);
  const scenario = closingScenario(random, {
    turns: [...drawTurns(random, 1), drawTurn(random, peerOf(closer))],
    closer,
    closes: 'quiet',
    second: random.pick([{ kind: 'later' }, { kind: 'at-once' }] as const),
    mslMs,
  });
  const seed = String(random.int(0, 0xffff_ffff));
  return { scenario, seed, mslMs, played: simulate(scenario, seed) };
}

/** The last ACK of a close arrives, or is lost once or twice. */
export function drawLastAck(random: Random, losses: number): TimeWait | null {
  const { scenario, seed, mslMs, played } = draft(random);
  const closing = closingOf(played);
  if (closing === null) return null;
  const first = faultOn(played, closing.lastAck, 'ack', { kind: 'drop' });
  const faults = Array.from({ length: losses }, (_, index) => ({ ...first, nth: first.nth + index }));
  return read(simulate({ ...scenario, faults }, seed), mslMs);
}

/** An old data segment of the peer reaches the host in TIME-WAIT once more. */
export function drawOldDuplicate(random: Random): { readonly wait: TimeWait; readonly old: Arrival } | null {
  const { scenario, seed, mslMs, played } = draft(random);
  const closing = closingOf(played);
  if (closing === null) return null;
  const sender = peerOf(closing.closer);
  const data = random.pick(dataFrom(played, sender));
  const entered = closing.peerFinArrival.segment.arrivedMs;
  if (entered === null || data.arrivedMs === null) return null;
  const afterMs = entered - data.arrivedMs + random.int(30, 5000);
  const trace = simulate(
    { ...scenario, faults: [faultOn(played, data, 'data', { kind: 'duplicate', afterMs })] },
    seed,
  );
  const wait = read(trace, mslMs);
  const old = arrivalsAt(trace, closing.closer).find((arrival) => arrival.segment.origin === 'copy');
  return wait && old && old.index > wait.finArrivals[0].index ? { wait, old } : null;
}

function read(trace: Trace, mslMs: number): TimeWait | null {
  const ownFin = trace.segments.find(isFin);
  const waiter = ownFin?.from;
  const peerFin = trace.segments.find((segment) => isFin(segment) && segment.from !== waiter);
  if (!ownFin || !waiter || !peerFin) return null;
  const [first, ...again] = arrivalsAt(trace, waiter).filter((arrival) => isFin(arrival.segment));
  if (first === undefined) return null;
  const acks = [first, ...again].flatMap((arrival) => answerTo(trace, arrival) ?? []);
  return { trace, mslMs, waiter, ownFin, peerFin, finArrivals: [first, ...again], acks };
}
