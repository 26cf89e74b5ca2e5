import type { Random } from '../../simulator/random.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { dataFrom, isPureAck, segmentAt, sentBy } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { drawTurns } from './closing.ts';
import { drawHost, drawIsns, drawSizes } from './conversation.ts';
import { play } from './play.ts';

/** What a host answers, or for `own-fin` what its application's CLOSE makes it send after the peer's FIN. */
export type ReplyKind = 'syn' | 'syn-ack' | 'data' | 'gap' | 'fin' | 'own-fin' | 'last-fin';

export const REPLY_KINDS: readonly ReplyKind[] = ['syn', 'syn-ack', 'data', 'gap', 'fin', 'own-fin', 'last-fin'];

/** A segment that arrives, and the one that its receiver sends next. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly trace: Trace;
  readonly cause: TracedSegment;
  readonly reply: TracedSegment;
  /** ISS of the host that replies. */
  readonly iss: number;
  /** Its last data segment before the reply, if it has sent any. */
  readonly lastData: TracedSegment | null;
}

/** A moment of this kind in a conversation of its own. */
export function drawReply(random: Random, kind: ReplyKind): Reply | null {
  const trace = kind === 'gap' ? drawGap(random) : drawTalk(random, kind);
  const moments = pairsOf(trace).filter(([cause, reply]) => kindOf(trace, cause, reply) === kind);
  if (moments.length === 0) return null;
  const [cause, reply] = random.pick(moments);
  const syn = sentBy(trace, reply.from).find((segment) => segment.flags.includes('SYN'));
  const lastData = dataFrom(trace, reply.from).findLast((segment) => segment.n < reply.n) ?? null;
  return syn === undefined ? null : { kind, trace, cause, reply, iss: syn.seq, lastData };
}

function drawTalk(random: Random, kind: ReplyKind): Trace {
  const opening = kind === 'syn' || kind === 'syn-ack';
  const closing = kind === 'fin' || kind === 'own-fin' || kind === 'last-fin';
  const last = { host: drawHost(random), sizes: drawSizes(random, 1) };
  // A close adds four segments: with a single turn before it the ladder stays short.
  const turns = opening ? [] : [...(closing ? [] : drawTurns(random, 2)), last];
  return play(random, { isn: drawIsns(random), turns, closes: closing ? drawHost(random) : null });
}

function drawGap(random: Random): Trace {
  const host = drawHost(random);
  const count = random.int(2, 4);
  const nth = random.int(1, count - 1);
  return play(random, {
    isn: drawIsns(random),
    turns: [{ host, sizes: drawSizes(random, count) }],
    faults: [{ from: host, match: 'data', nth, effect: { kind: 'drop' } }],
  });
}

/** Each arrival with the next segment its receiver sends, where nothing else arrives there in between. */
function pairsOf(trace: Trace): readonly (readonly [TracedSegment, TracedSegment])[] {
  const latest = new Map<HostName, TracedSegment>();
  const pairs: (readonly [TracedSegment, TracedSegment])[] = [];
  for (const event of trace.events) {
    if (event.kind === 'arrive') latest.set(event.host, segmentAt(trace, event.segment));
    if (event.kind !== 'send') continue;
    const cause = latest.get(event.host);
    if (cause !== undefined) pairs.push([cause, segmentAt(trace, event.segment)]);
  }
  return pairs;
}

function kindOf(trace: Trace, cause: TracedSegment, reply: TracedSegment): ReplyKind | null {
  if (cause.flags.includes('SYN')) return cause.flags.includes('ACK') ? 'syn-ack' : 'syn';
  if (reply.flags.includes('FIN')) return closedByPeer(trace, reply) ? 'own-fin' : null;
  if (!isPureAck(reply) || reply.sentMs !== cause.arrivedMs) return null;
  if (cause.flags.includes('FIN')) return sentBefore(trace, reply, 'FIN') ? 'last-fin' : 'fin';
  if (cause.len === 0 || cause.repeats !== null) return null;
  return reply.ack === endOf(cause) ? 'data' : 'gap';
}

function sentBefore(trace: Trace, reply: TracedSegment, flag: 'FIN'): boolean {
  return sentBy(trace, reply.from).some((segment) => segment.n < reply.n && segment.flags.includes(flag));
}

/** Whether the peer's FIN had arrived when this one was sent. */
function closedByPeer(trace: Trace, fin: TracedSegment): boolean {
  return sentBy(trace, peerOf(fin.from)).some(
    (segment) => segment.flags.includes('FIN') && segment.arrivedMs !== null && segment.arrivedMs <= fin.sentMs,
  );
}
