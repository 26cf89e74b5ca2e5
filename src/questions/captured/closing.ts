import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { type ClosingSegments, isFin } from '../closing-moments.ts';
import { endOf, segmentEndingAt } from '../sequence-ends.ts';
import { type Excerpt, excerptAround, isPlain, momentsOf, type Span } from './moment.ts';
import { hasFinding, scanStreams } from './stream-scan.ts';

/** A FIN of a captured conversation whose stream was captured whole before it. */
export interface CapturedFin {
  readonly fin: TracedSegment;
  /** What ends before its seq, and the peer's segment that ends before its ack. */
  readonly own: TracedSegment;
  readonly peers: TracedSegment;
  /** Whether its sender had received all of the peer that was captured before it. */
  readonly hasAll: boolean;
  /** The first segment of the peer that acknowledges it and nothing after it; null without one. */
  readonly answer: TracedSegment | null;
}

/** The first FIN of each end, where nothing before it is missing. */
export const finsOn = momentsOf((captured): readonly CapturedFin[] => {
  const found: CapturedFin[] = [];
  const { trace } = captured;
  scanStreams(captured, (fin, own, peer) => {
    if (!isFin(fin) || own.fin || !isPlain(captured, fin) || !fin.flags.includes('ACK')) return;
    if (!own.gapless || !peer.gapless || fin.seq !== own.next) return;
    const before = segmentEndingAt(trace, fin.from, fin.seq);
    const peers = segmentEndingAt(trace, peerOf(fin.from), fin.ack);
    if (before === null || peers === null || before.n >= fin.n || peers.n >= fin.n) return;
    const hasAll = fin.ack === peer.next;
    found.push({ fin, own: before, peers, hasAll, answer: answerOn(captured, fin) });
  });
  return found;
});

/** The first segment after a FIN that acknowledges it. */
function answerOn(captured: CapturedTrace, fin: TracedSegment): TracedSegment | null {
  const end = endOf(fin);
  const answer = captured.trace.segments
    .slice(fin.n)
    .find((one) => one.from !== fin.from && one.origin === 'tcp' && one.flags.includes('ACK') && one.ack === end);
  if (answer === undefined || answer.flags.includes('SYN') || answer.flags.includes('RST')) return null;
  return hasFinding(captured, answer.n, 'bad-checksum') ? null : answer;
}

/** A close in which nothing was lost or sent twice. */
export interface CapturedClosing extends ClosingSegments {
  /** Neither FIN acknowledges the other: each left before the other had arrived. */
  readonly crossed: boolean;
  /** The first and the last segment that its numbers depend on. */
  readonly span: Span;
}

/** How a captured conversation is closed, FIN by FIN, each acknowledged; null where the capture does not show that. */
export function closingOn(captured: CapturedTrace): CapturedClosing | null {
  return closingsOn(captured)[0] ?? null;
}

const closingsOn = momentsOf((captured): readonly CapturedClosing[] => {
  const [first, second] = finsOn(captured);
  if (first === undefined || second === undefined || first.answer === null || second.answer === null) return [];
  const { fin, answer } = first;
  const { fin: peerFin, answer: lastAck } = second;
  const crossed = peerFin.ack !== endOf(fin);
  // One that had only the data before the first FIN and another that had all of it look the same until here.
  if (peerFin.from === fin.from || (crossed && peerFin.ack !== fin.seq)) return [];
  if (!crossed && answer.n > peerFin.n) return [];
  const last = Math.max(answer.n, lastAck.n);
  const within = captured.trace.segments.slice(fin.n - 1, last);
  if (!within.every((one) => isPlain(captured, one) && !one.flags.includes('RST'))) return [];
  const begins = [first, second].flatMap(({ own, peers }) => [own.n, peers.n]);
  return [{ closer: fin.from, fin, answer, peerFin, lastAck, crossed, span: [Math.min(...begins, fin.n), last] }];
});

/** Whether the capture settles that a host is in a state once segment n has passed. */
export function isIn(captured: CapturedTrace, host: HostName, n: number, state: State): boolean {
  return captured.analyses[n - 1]?.states[host] === state;
}

/** An excerpt around a close, with its segments where they stand there; null where it is too long to be shown. */
export function closeExcerpt(captured: CapturedTrace, closing: CapturedClosing): ClosingExcerpt | null {
  const excerpt = excerptAround(captured, closing.span);
  if (excerpt === null) return null;
  const { closer, fin, answer, peerFin, lastAck } = closing;
  const at = (segment: TracedSegment) => excerpt.at(segment.n);
  return {
    ...excerpt,
    closing: { closer, fin: at(fin), answer: at(answer), peerFin: at(peerFin), lastAck: at(lastAck) },
  };
}

export interface ClosingExcerpt extends Excerpt {
  readonly closing: ClosingSegments;
}
