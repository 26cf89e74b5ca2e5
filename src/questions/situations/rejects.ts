import type { Random } from '../../simulator/random.ts';
import type { Action, Forgery, Scenario } from '../../simulator/scenario.ts';
import { SEQUENCE_SPACE, seqAdd } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo } from '../closing-moments.ts';
import { arrivalOf } from '../moments.ts';
import { drawTurns } from './closing.ts';
import { conversation, drawHost, drawIsn, drawIsns } from './conversation.ts';
import { playScenario } from './play.ts';

/** By then a conversation of two turns is through. */
const QUIET_MS = 2500;

/** Why a segment is answered with a RST. */
export type Refusal = 'closed-port' | 'stray' | 'wrong-ack' | 'new-syn' | 'data-for-forgotten';

/** A segment, and the RST that answers it. */
export interface Refused {
  readonly kind: Refusal;
  readonly trace: Trace;
  readonly cause: TracedSegment;
  readonly reset: TracedSegment;
}

/** A RST for a reason drawn at random, or null when the run has none. */
export function drawRefused(random: Random): Refused | null {
  const kind = random.pick(['closed-port', 'stray', 'stray', 'wrong-ack', 'new-syn', 'data-for-forgotten'] as const);
  const trace = playScenario(random, SCENARIOS[kind](random));
  const reset = trace.segments.find((segment) => segment.flags.includes('RST') && segment.origin === 'tcp');
  if (reset === undefined) return null;
  const cause = trace.segments.findLast(
    (segment) =>
      segment.from !== reset.from && segment.arrivedMs === reset.sentMs && answered(trace, segment) === reset.n,
  );
  return cause === undefined ? null : { kind, trace, cause, reset };
}

function answered(trace: Trace, segment: TracedSegment): number | null {
  const arrival = arrivalOf(trace, segment.n);
  return arrival && (answerTo(trace, arrival)?.n ?? null);
}

const SCENARIOS: Readonly<Record<Refusal, (random: Random) => Scenario>> = {
  'closed-port': (random) => {
    const base = conversation(random, { isn: drawIsns(random), turns: [] });
    const call = random.chance(0.6)
      ? ({ name: 'connect' } as const)
      : ({ name: 'connect-with-data', bytes: random.int(12, 1200) } as const);
    return { ...base, actions: [at(random, 'client', call)] };
  },
  stray: (random) => {
    const base = conversation(random, { isn: drawIsns(random), turns: [] });
    return { ...base, actions: [], forgeries: [drawStray(random)] };
  },
  'wrong-ack': (random) => {
    const isn = drawIsns(random);
    const base = conversation(random, { isn, turns: [] });
    // The answer to a SYN of an earlier connection: it acknowledges a number this one has not sent.
    const forgery: Forgery = {
      ...drawStray(random),
      from: 'server',
      when: { kind: 'state', host: 'client', state: 'SYN-SENT', times: 1 },
      afterMs: 1,
      flags: ['SYN', 'ACK'],
      ack: { kind: 'fixed', value: wrongAck(random, isn.client) },
      len: 0,
    };
    return { ...base, forgeries: [forgery] };
  },
  'new-syn': (random) => {
    const base = conversation(random, { isn: drawIsns(random), turns: drawTurns(random, 2) });
    return { ...base, client: { ...base.client, isn: [firstIsn(base), drawIsn(random)] }, ...crashed(random, base) };
  },
  'data-for-forgotten': (random) => {
    const crasher = drawHost(random);
    const turns = drawTurns(random, 1);
    const base = conversation(random, { isn: drawIsns(random), turns });
    const when = { kind: 'time', ms: QUIET_MS } as const;
    const actions: Action[] = [
      ...base.actions,
      { host: crasher, when, afterMs: 0, call: { name: 'crash' } },
      { host: peerOf(crasher), when, afterMs: 500, call: { name: 'send', bytes: random.int(12, 1400) } },
    ];
    if (random.chance(0.4)) actions.push({ host: crasher, when, afterMs: 100, call: { name: 'listen' } });
    return { ...base, actions };
  },
};

function firstIsn(base: Scenario): number {
  const { isn } = base.client;
  return typeof isn === 'string' ? 0 : (isn[0] ?? 0);
}

/** The client crashes once all is through, and connects again from the same port. */
function crashed(random: Random, base: Scenario): Pick<Scenario, 'actions'> {
  return {
    actions: [
      ...base.actions,
      { host: 'client', when: { kind: 'time', ms: QUIET_MS }, afterMs: 0, call: { name: 'crash' } },
      {
        host: 'client',
        when: { kind: 'time', ms: QUIET_MS },
        afterMs: random.int(100, 900),
        call: { name: 'connect' },
      },
    ],
  };
}

function at(random: Random, host: HostName, call: Action['call']): Action {
  return { host, when: { kind: 'time', ms: 0 }, afterMs: random.int(1, 20), call };
}

function wrongAck(random: Random, isn: number): number {
  return random.chance(0.5) ? seqAdd(isn, random.int(2, 5000)) : random.int(0, SEQUENCE_SPACE - 1);
}

/** A segment of a connection the server knows nothing of. */
function drawStray(random: Random): Forgery {
  const flags = random.pick([['ACK'], ['FIN', 'ACK'], ['FIN'], ['SYN', 'ACK'], ['PSH']] as const);
  const carries = flags[0] !== 'SYN' && (flags[0] === 'PSH' || random.chance(0.6));
  return {
    from: 'client',
    origin: 'copy',
    when: { kind: 'time', ms: 0 },
    afterMs: random.int(1, 20),
    flags,
    seq: { kind: 'fixed', value: drawIsn(random) },
    ack: { kind: 'fixed', value: drawIsn(random) },
    len: carries ? random.int(12, 1400) : 0,
    window: 65_535,
    urgent: 0,
    options: {},
  };
}
