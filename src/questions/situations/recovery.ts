import type { Random } from '../../simulator/random.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import type { Conventions } from '../../tcp/conventions.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { dataFrom } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';

/** What a flight with losses is drawn from. */
export interface LossPlan {
  /** Full-sized segments the application hands over at once. */
  readonly segments: number;
  /** Which of them are lost on their first sending: 1 for the first. */
  readonly lost: readonly number[];
  readonly conventions?: Partial<Conventions>;
}

/** One side sends a flight of full-sized segments, of which some are lost. */
export interface Loss {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly smss: number;
  /** Data segments, first sending, in order. */
  readonly data: readonly TracedSegment[];
  readonly lost: readonly TracedSegment[];
}

/** Plays a plan. The initial window of ten segments (RFC 6928) lets up to ten leave at once. */
export function drawLoss(random: Random, plan: LossPlan): Loss {
  const sender = drawHost(random);
  const smss = random.int(100, 536);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const conventions = { initialWindow: 'rfc6928', ...plan.conventions } as const;
  const scenario: Scenario = {
    ...base,
    conventions,
    client: { ...base.client, mss: smss },
    server: { ...base.server, mss: smss },
    actions: [
      ...base.actions,
      {
        host: sender,
        when: throughAt([], sender),
        afterMs: random.int(5, 40),
        call: { name: 'send', bytes: smss * plan.segments },
      },
    ],
    faults: plan.lost.map((nth) => ({ from: sender, match: 'data', nth, effect: { kind: 'drop' } })),
  };
  const trace = simulate(scenario, String(random.int(0, 0xffff_ffff)));
  const data = dataFrom(trace, sender);
  return { trace, sender, smss, data, lost: data.filter((_, index) => plan.lost.includes(index + 1)) };
}

/** Where the view ends so that the flight stands on the ladder whole and no data segment has been answered yet. */
export function untilFlightSent(trace: Trace, last: TracedSegment): number {
  const sent = trace.events.findIndex((event) => event.kind === 'send' && event.segment === last.n);
  const next = trace.events.slice(sent + 1).findIndex((event) => event.kind !== 'lost' && event.ms !== last.sentMs);
  return next < 0 ? sent + 1 : sent + 1 + next;
}
