import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom } from '../moments.ts';
import { drawTurns } from './closing.ts';
import { conversation, drawBurstSizes, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** Some segments of one side in a row, at most one of them lost, each that arrives answered at once. */
export interface Burst {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly segments: readonly TracedSegment[];
  /** The ACKs that answer them, in order. */
  readonly acks: readonly TracedSegment[];
}

/** A burst of which, if `loses`, a segment that is neither the first nor the last does not arrive. */
export function drawBurst(random: Random, loses: boolean): Burst | null {
  const sender = drawHost(random);
  const turns = drawTurns(random, 1);
  const count = random.int(3, 5);
  const sizes = drawBurstSizes(random, count);
  const base = conversation(random, { isn: drawIsns(random), turns });
  const when = throughAt(turns, sender);
  const pause = random.int(5, 40);
  const sends = sizes.map((bytes, index): Action => {
    return { host: sender, when, afterMs: pause + 2 * index, call: { name: 'send', bytes } };
  });
  const before = turns.reduce((sum, turn) => sum + (turn.host === sender ? turn.sizes.length : 0), 0);
  const nth = before + random.int(2, count - 1);
  const trace = playScenario(random, {
    ...base,
    actions: [...base.actions, ...sends],
    faults: loses ? [{ from: sender, match: 'data', nth, effect: { kind: 'drop' } }] : [],
  });
  const segments = dataFrom(trace, sender).slice(-count);
  const began = segments[0]?.n ?? 0;
  const acks = trace.segments
    .filter((segment) => segment.from === peerOf(sender) && segment.n > began)
    .slice(0, segments.filter((segment) => segment.fate === 'delivered').length);
  return segments.length === count ? { trace, sender, segments, acks } : null;
}
