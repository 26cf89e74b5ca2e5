import type { Random } from '../../simulator/random.ts';
import { simulate } from '../../simulator/simulate.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { type Arrival, arrivalOf, arrivalsAt, dataFrom } from '../moments.ts';
import { closingScenario, drawTurn, drawTurns } from './closing.ts';
import { drawHost, drawSizes } from './conversation.ts';
import { faultOn } from './fault.ts';

/** A FIN that arrives before data sent ahead of it. */
export interface Overtaking {
  readonly trace: Trace;
  /** Who sends the data and the FIN. */
  readonly sender: HostName;
  /** The data that is late: delayed, or lost and sent again. */
  readonly late: TracedSegment;
  readonly lost: boolean;
  readonly fin: TracedSegment;
  readonly finArrival: Arrival;
  /** The arrival that fills the gap. */
  readonly filling: Arrival;
}

/**
 * One side sends up to three segments and its FIN right behind them; one of the segments is delayed or lost. The
 * sender is the first to close, or closes second, after the other side's FIN.
 */
export function drawOvertaking(random: Random): Overtaking | null {
  const sender = drawHost(random);
  const second = random.chance(0.6);
  const scenario = second
    ? closingScenario(random, {
        turns: drawTurns(random, 1),
        closer: peerOf(sender),
        closes: 'quiet',
        second: {
          kind: 'sends',
          sizes: drawSizes(random, random.int(1, 3)),
          withAck: random.chance(0.5),
          closes: true,
        },
      })
    : closingScenario(random, {
        turns: [...drawTurns(random, 1), drawTurn(random, sender)],
        closer: sender,
        closes: 'data-in-flight',
        second: { kind: 'later' },
      });
  const seed = String(random.int(0, 0xffff_ffff));
  const played = simulate(scenario, seed);
  const fin = played.segments.find((segment) => isFin(segment) && segment.from === sender);
  const burst =
    fin && dataFrom(played, sender).filter((segment) => segment.n < fin.n && fin.sentMs - segment.sentMs < 9);
  if (!fin || !burst || burst.length === 0) return null;
  const slow = random.pick(burst);
  const lost = random.chance(0.5);
  const effect = lost ? ({ kind: 'drop' } as const) : ({ kind: 'delay', ms: 5 + random.int(10, 400) } as const);
  const trace = simulate({ ...scenario, faults: [faultOn(played, slow, 'data', effect)] }, seed);
  return read(trace, sender, slow.n, lost);
}

function read(trace: Trace, sender: HostName, slow: number, lost: boolean): Overtaking | null {
  const late = trace.segments[slow - 1];
  const fin = trace.segments.find((segment) => isFin(segment) && segment.from === sender);
  const finArrival = fin && arrivalOf(trace, fin.n);
  if (!late || !fin || !finArrival?.notes.includes('fin-held')) return null;
  const filling = arrivalsAt(trace, peerOf(sender)).find(
    (arrival) => arrival.index > finArrival.index && arrival.notes.includes('fin-processed'),
  );
  return filling && filling.segment.seq === late.seq && filling.segment.len === late.len && !isFin(filling.segment)
    ? { trace, sender, late, lost, fin, finArrival, filling }
    : null;
}
