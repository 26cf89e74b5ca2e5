import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo, isFin } from '../closing-moments.ts';
import { type Arrival, arrivalsAt, snapshotBefore } from '../moments.ts';
import { closingScenario, drawTurn, drawTurns } from './closing.ts';
import { conversation, drawHost, drawIsns } from './conversation.ts';
import { playScenario } from './play.ts';

/** A segment that meets one of the peer's on the way, and the answer to it. */
export interface Crossed {
  readonly trace: Trace;
  readonly host: HostName;
  readonly arrival: Arrival;
  /** What the host itself had sent before: its SYN or its FIN. */
  readonly own: TracedSegment;
  readonly answer: TracedSegment;
}

/** Both sides connect. `lost`: the SYN of one side is lost, and it gets a SYN,ACK for the next. */
export function drawBothOpen(random: Random): (Crossed & { readonly lost: boolean }) | null {
  const host = drawHost(random);
  const lost = random.chance(0.4);
  const drop: Fault = { from: peerOf(host), match: 'syn', nth: 1, effect: { kind: 'drop' } };
  const trace = playScenario(random, bothOpen(random, lost ? [drop] : []));
  const arrival = arrivalsAt(trace, host).find(({ segment }) => segment.flags.includes('SYN'));
  const own = trace.segments.find((segment) => segment.from === host);
  const answer = arrival && answerTo(trace, arrival);
  if (!arrival || !own || !answer) return null;
  return snapshotBefore(trace, host, arrival.index)?.state === 'SYN-SENT'
    ? { trace, host, arrival, own, answer, lost }
    : null;
}

function bothOpen(random: Random, faults: readonly Fault[]): Scenario {
  const base = conversation(random, { isn: drawIsns(random), turns: [], faults });
  const open = (host: HostName): Action => ({
    host,
    when: { kind: 'time', ms: 0 },
    afterMs: random.int(1, 9),
    call: { name: 'connect' },
  });
  return { ...base, actions: [open('client'), open('server')] };
}

/**
 * Both sides close: their FINs cross, or, looking much the same, the peer's FIN comes once it has received the first
 * and acknowledges it.
 */
export function drawBothClose(random: Random, crossed: boolean): Crossed | null {
  const closer = drawHost(random);
  const trace = playScenario(
    random,
    closingScenario(random, {
      turns: [...drawTurns(random, 1), drawTurn(random, drawHost(random))],
      closer,
      closes: 'quiet',
      second: { kind: crossed ? 'crossing' : 'at-once' },
    }),
  );
  const host = crossed ? drawHost(random) : closer;
  const arrival = arrivalsAt(trace, host).find(({ segment }) => isFin(segment));
  const own = trace.segments.find((segment) => segment.from === host && isFin(segment));
  const answer = arrival && answerTo(trace, arrival);
  if (!arrival || !own || !answer || own.sentMs >= (arrival.segment.arrivedMs ?? 0)) return null;
  return snapshotBefore(trace, host, arrival.index)?.state === 'FIN-WAIT-1'
    ? { trace, host, arrival, own, answer }
    : null;
}
