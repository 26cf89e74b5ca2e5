import type { Random } from '../../simulator/random.ts';
import type { Action, Forgery, Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import { SEQUENCE_SPACE, seqAdd } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { type Closing, closingOf, finNumber } from '../closing-moments.ts';
import { type Arrival, arrivalsAt } from '../moments.ts';
import { closingScenario, drawTurn, drawTurns } from './closing.ts';
import { drawHost } from './conversation.ts';

/** A SYN or a RST that reaches a host in TIME-WAIT. */
export interface TimeWaitArrival {
  readonly trace: Trace;
  readonly waiter: HostName;
  readonly arrival: Arrival;
  /** RCV.NXT and SND.NXT of the waiter. */
  readonly rcvNxt: number;
  readonly sndNxt: number;
  /** What answers it at once, if anything does. */
  readonly answer: TracedSegment | null;
}

/** The client opens a new connection from the same port while the server is in TIME-WAIT; its ISN lies `ahead`, or not. */
export function drawReopening(random: Random, ahead: boolean): TimeWaitArrival | null {
  const { scenario, seed, closing } = drawClosed(random, 'server');
  if (closing === null) return null;
  const rcvNxt = seqAdd(finNumber(closing.peerFin), 1);
  const isn = seqAdd(rcvNxt, (ahead ? 1 : -1) * drawDistance(random));
  const connect: Action = {
    host: 'client',
    when: { kind: 'state', host: 'client', state: 'CLOSED', times: 1 },
    afterMs: random.int(200, 5000),
    call: { name: 'connect' },
  };
  const [first] = isnsOf(scenario.client.isn);
  if (first === undefined) return null;
  const client = { ...scenario.client, isn: [first, isn] };
  const trace = simulate({ ...scenario, client, actions: [...scenario.actions, connect] }, seed);
  return arrivalIn(
    trace,
    'server',
    rcvNxt,
    closing,
    ({ segment }) => segment.flags.includes('SYN') && segment.seq === isn,
  );
}

/** A RST reaches the host in TIME-WAIT: at RCV.NXT exactly, elsewhere in its window, or outside. */
export function drawReset(
  random: Random,
  where: 'exact' | 'inside' | 'outside',
  ignored: boolean,
): TimeWaitArrival | null {
  const waiter = drawHost(random);
  const { scenario, seed, closing } = drawClosed(random, waiter);
  const entered = closing?.peerFinArrival.segment.arrivedMs ?? null;
  if (closing === null || entered === null) return null;
  const plus = { exact: 0, inside: random.int(1, 60_000), outside: -random.int(1, 3000) }[where];
  const forgery: Forgery = {
    from: peerOf(waiter),
    origin: 'forged',
    when: { kind: 'time', ms: entered + random.int(300, 9000) },
    afterMs: 0,
    flags: ['RST'],
    seq: { kind: 'variable', host: waiter, name: 'rcv.nxt', plus },
    ack: { kind: 'fixed', value: 0 },
    len: 0,
    window: 65_535,
    urgent: 0,
    options: {},
  };
  const conventions = { ...scenario.conventions, timeWaitReset: ignored ? 'ignore' : 'accept' } as const;
  const trace = simulate({ ...scenario, conventions, forgeries: [forgery] }, seed);
  const rcvNxt = seqAdd(finNumber(closing.peerFin), 1);
  return arrivalIn(trace, waiter, rcvNxt, closing, ({ segment }) => segment.origin === 'forged');
}

function drawClosed(
  random: Random,
  closer: HostName,
): { readonly scenario: Scenario; readonly seed: string; readonly closing: Closing | null } {
  const drawn = closingScenario(random, {
    turns: [...drawTurns(random, 1), drawTurn(random, peerOf(closer))].map(({ host, sizes }) => ({
      host,
      sizes: sizes.slice(0, 2),
    })),
    closer,
    closes: 'quiet',
    second: random.pick([{ kind: 'later' }, { kind: 'at-once' }] as const),
    mslMs: random.pick([30_000, 60_000, 120_000]),
  });
  const scenario = {
    ...drawn,
    limitMs: 60_000,
    conventions: { ...drawn.conventions, timeWaitReuse: 'sequence' } as const,
  };
  const seed = String(random.int(0, 0xffff_ffff));
  return { scenario, seed, closing: closingOf(simulate(scenario, seed)) };
}

/** Mostly within 2^28, at times almost half the space. */
function drawDistance(random: Random): number {
  return random.chance(0.8) ? random.int(2, SEQUENCE_SPACE / 16) : random.int(2, SEQUENCE_SPACE / 2 - 2);
}

function isnsOf(isn: Scenario['client']['isn']): readonly number[] {
  return typeof isn === 'object' ? isn : [];
}

function arrivalIn(
  trace: Trace,
  waiter: HostName,
  rcvNxt: number,
  closing: Closing,
  is: (arrival: Arrival) => boolean,
): TimeWaitArrival | null {
  const arrival = arrivalsAt(trace, waiter).find(is);
  if (arrival === undefined) return null;
  const ms = trace.events[arrival.index]?.ms;
  const answer = trace.segments.find((s) => s.from === waiter && s.n > arrival.segment.n && s.sentMs === ms) ?? null;
  return { trace, waiter, arrival, rcvNxt, sndNxt: seqAdd(finNumber(closing.fin), 1), answer };
}
