import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { sentBy } from '../moments.ts';
import { conversation, drawIsns } from './conversation.ts';
import { playScenario } from './play.ts';

/**
 * Why a SYN or SYN,ACK goes again: the SYN is lost some times; the client's ACK of the SYN,ACK is; or no SYN ever
 * arrives and the client gives up.
 */
export type SynLoss = 'syn' | 'ack' | 'unreachable';

/** A handshake in which one side sends its SYN again and again. */
export interface LostSyns {
  readonly trace: Trace;
  readonly host: HostName;
  /** Its SYN or SYN,ACK, each sending in order. */
  readonly sendings: readonly [first: TracedSegment, ...again: TracedSegment[]];
  /** When the client gave up, in the trace's time; null where it did not. */
  readonly gaveUpMs: number | null;
}

/** Plays it: `again` retransmissions, the first `rto` ms after the first sending. */
export function drawLostSyns(random: Random, loss: SynLoss, rto: number, again: number): LostSyns | null {
  const lost = loss === 'unreachable' ? again + 1 : again;
  const faults = Array.from({ length: lost }, (_, index): Fault => {
    return { from: 'client', match: loss === 'ack' ? 'ack' : 'syn', nth: index + 1, effect: { kind: 'drop' } };
  });
  const base = conversation(random, { isn: drawIsns(random), turns: [], faults });
  const trace = playScenario(random, {
    ...base,
    conventions: {
      initialRtoMs: rto,
      // The question says that no upper bound is reached.
      maximumRtoMs: 2 ** (again + 1) * rto,
      // The timer after the last retransmission is the one that gives up.
      ...(loss === 'unreachable' ? { giveUpSynMs: 2 ** again * rto } : {}),
    },
  });
  const host = loss === 'ack' ? 'server' : 'client';
  const [first, ...more] = sentBy(trace, host).filter((segment) => segment.flags.includes('SYN'));
  if (first === undefined || more.length !== again) return null;
  const end = trace.events.findLast((event) => event.kind === 'timer');
  return {
    trace,
    host,
    sendings: [first, ...more],
    gaveUpMs: loss === 'unreachable' ? (end?.ms ?? null) : null,
  };
}

/** Where the view ends so that the first loss is on the ladder, and nothing that follows it. */
export function untilFirstLoss({ trace }: LostSyns): number {
  return trace.events.findIndex((event) => event.kind === 'lost') + 1;
}
