import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import type { Conventions } from '../../tcp/conventions.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom, sentBy } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** What a flight is drawn from, with the windows and the recovery that it meets. */
export interface FlightPlan {
  /** The MSS of both sides. */
  readonly smss: number;
  /** Bytes of segments sent and acknowledged one by one before the flight, so that cwnd has grown. */
  readonly earlier: readonly number[];
  /** Bytes of each call that makes up the flight. */
  readonly writes: readonly number[];
  /** Which segments of the flight are lost on their first sending: 1 for the first. */
  readonly lost: readonly number[];
  readonly conventions: Partial<Conventions>;
  /** Receive buffer of the receiver, bytes. */
  readonly room?: number;
  /** Bytes handed over once the first retransmission has left. */
  readonly later?: number;
}

/** One side has sent a flight of which something is lost. */
export interface Flight {
  readonly trace: Trace;
  readonly sender: HostName;
  /** All data segments after the earlier ones, first sending, in order: the flight, and what followed it. */
  readonly data: readonly TracedSegment[];
  readonly lost: readonly TracedSegment[];
}

/** Past the recovery at the largest delay, before a timer of one second; what comes after is not asked about. */
const LIMIT_MS = 1100;

/** One way. */
const MOST_DELAY_MS = 60;

export function drawFlight(random: Random, plan: FlightPlan): Flight {
  const { smss, earlier, writes, lost, conventions, later } = plan;
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const turns = earlier.map((size) => ({ host: sender, sizes: [size] }));
  const base = conversation(random, { isn: drawIsns(random), turns });
  const when = throughAt(turns, sender);
  // The handshake's last ACK has arrived by then, so that the flight stands on the ladder by itself.
  const afterMs = MOST_DELAY_MS + random.int(1, 30);
  const sends = writes.map((bytes): Action => ({ host: sender, when, afterMs, call: { name: 'send', bytes } }));
  const retransmission = earlier.length + segmentsOf(plan) + 1;
  const more: readonly Action[] =
    later === undefined
      ? []
      : [
          {
            host: sender,
            when: { kind: 'segment', from: sender, match: 'data', nth: retransmission, event: 'sent' },
            afterMs: random.int(2, 8),
            call: { name: 'send', bytes: later },
          },
        ];
  const scenario: Scenario = {
    ...base,
    conventions,
    network: { ...base.network, delayMs: random.int(20, MOST_DELAY_MS) },
    client: { ...base.client, mss: smss },
    server: { ...base.server, mss: smss },
    actions: [...base.actions, ...sends, ...more],
    faults: lost.map((nth) => ({ from: sender, match: 'data', nth: earlier.length + nth, effect: { kind: 'drop' } })),
    limitMs: LIMIT_MS,
  };
  const room = plan.room ?? base[receiver].window;
  const trace = playScenario(random, { ...scenario, [receiver]: { ...scenario[receiver], window: room } });
  const data = dataFrom(trace, sender).slice(earlier.length);
  return { trace, sender, data, lost: data.filter((_, index) => lost.includes(index + 1)) };
}

/** Segments of the writes when each leaves as soon as it is handed over. */
function segmentsOf({ writes, smss }: FlightPlan): number {
  return writes.reduce((sum, bytes) => sum + Math.ceil(bytes / smss), 0);
}

/** The ACKs that arrive at the sender and repeat the number of a hole: indices of their arrivals, in order. */
export function duplicateArrivals(trace: Trace, sender: HostName): readonly number[] {
  return trace.events.flatMap((event, index) =>
    event.kind === 'arrive' && event.host === sender && event.notes.includes('ack-duplicate') ? [index] : [],
  );
}

/** All data that a host sends because of the event at `index`, before anything else happens to it. */
export function dataSentAt(trace: Trace, index: number): readonly TracedSegment[] {
  const cause = trace.events[index];
  if (cause === undefined) return [];
  const sent: number[] = [];
  for (const event of trace.events.slice(index + 1)) {
    if (event.host !== cause.host || event.kind === 'lost') continue;
    if (event.kind === 'arrive' || event.kind === 'timer' || event.kind === 'call') break;
    if (event.kind === 'send' && event.ms === cause.ms) sent.push(event.segment);
  }
  return sentBy(trace, cause.host).filter(({ n, len }) => len > 0 && sent.includes(n));
}
