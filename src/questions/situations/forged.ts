import type { Random } from '../../simulator/random.ts';
import type { Forgery } from '../../simulator/scenario.ts';
import { peerOf, type Snapshot, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo } from '../closing-moments.ts';
import { type Arrival, arrivalsAt, snapshotBefore } from '../moments.ts';
import { drawTurn } from './closing.ts';
import { conversation, drawHost, drawIsns } from './conversation.ts';
import { playScenario } from './play.ts';

/** A forged RST or SYN reaches a connection that is ESTABLISHED. */
export interface Forged {
  readonly trace: Trace;
  readonly arrival: Arrival;
  /** The target's variables before it. */
  readonly before: Snapshot;
  readonly answer: TracedSegment | null;
}

/** Where the forged number lies, seen from RCV.NXT. */
function drawOffset(random: Random, window: number): number {
  switch (random.int(1, 6)) {
    case 1:
    case 2:
      return 0;
    case 3:
      return random.int(1, window - 2);
    case 4:
      return random.pick([1, window - 1]);
    case 5:
      return random.pick([window, window + random.int(1, 50_000)]);
    default:
      return -random.int(1, 3000);
  }
}

/** A conversation of one or two turns, and some time later the forged segment; null when something else came. */
export function drawForged(random: Random): Forged | null {
  const target = drawHost(random);
  const turns = Array.from({ length: random.int(1, 2) }, () => drawTurn(random, drawHost(random)));
  const base = conversation(random, { isn: drawIsns(random), turns });
  const window = random.int(8000, 65_535);
  const forgery: Forgery = {
    from: peerOf(target),
    origin: 'forged',
    when: { kind: 'time', ms: 2500 },
    afterMs: random.int(0, 500),
    flags: random.chance(0.75) ? ['RST'] : ['SYN'],
    seq: { kind: 'variable', host: target, name: 'rcv.nxt', plus: drawOffset(random, window) },
    ack: { kind: 'fixed', value: 0 },
    len: 0,
    window: 65_535,
    urgent: 0,
    options: {},
  };
  const trace = playScenario(random, { ...base, [target]: { ...base[target], window }, forgeries: [forgery] });
  const arrival = arrivalsAt(trace, target).find(({ segment }) => segment.origin === 'forged');
  const before = arrival && snapshotBefore(trace, target, arrival.index);
  return arrival && before?.state === 'ESTABLISHED'
    ? { trace, arrival, before, answer: answerTo(trace, arrival) }
    : null;
}
