import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGe, seqGt } from '../../tcp/sequence.ts';
import type { State } from '../../tcp/state.ts';
import type { HostName, Note, TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import type { StateCase } from '../skills/state-case.ts';
import { STATE_CASES } from '../skills/state-cases.ts';
import { isPlain, momentsOf } from './moment.ts';
import { hasFinding, type StreamSoFar, scanStreams } from './stream-scan.ts';

/** A segment that reached the end where the capture was taken, and what that end was in before and after. */
interface StateStep {
  readonly wanted: StateCase;
  readonly n: number;
  readonly after: State;
  readonly rcvNxt: number;
  /** n of the first segment from which it follows: the SYN or the FIN that is acknowledged, or data before the segment. */
  readonly first: number;
}

/** The steps of the state diagram that a capture shows, found by what each segment says to the end it reached. */
export const stateStepsOn = momentsOf((captured): readonly StateStep[] => {
  const host = captured.vantage;
  if (host === 'unknown') return [];
  const found: StateStep[] = [];
  const fins: Partial<Record<string, TracedSegment>> = {};
  scanStreams(captured, (segment, own, peer) => {
    if (isFin(segment)) fins[segment.from] ??= segment;
    const { n } = segment;
    const before = captured.analyses[n - 2]?.states[host];
    const after = captured.analyses[n - 1]?.states[host];
    if (segment.from === host || !before || !after || hasFinding(captured, n, 'bad-checksum')) return;
    // What is refused has brought about more than it says.
    if (nextFrom(captured, host, n)?.flags.includes('RST')) return;
    const fin = fins[host] ?? null;
    const notes = notesOf(captured, segment, own, peer, fin);
    const wanted = STATE_CASES.find(
      (one) => one.before === before && fits(one, notes) && AFTER[before]?.(notes) === after,
    );
    if (wanted === undefined) return;
    const first = fin ?? peer.syn ?? segment;
    const last = own.lastNumbered?.n ?? n;
    found.push({ wanted, n, after, rcvNxt: own.next ?? segment.seq, first: Math.min(first.n, last) });
  });
  return found;
});

/** The first segment of a host after segment n. */
function nextFrom({ trace: { segments } }: CapturedTrace, host: HostName, n: number): TracedSegment | undefined {
  for (let at = n; at < segments.length; at++) if (segments[at]?.from === host) return segments[at];
  return undefined;
}

function fits({ happening }: StateCase, notes: ReadonlySet<Note>): boolean {
  if (happening.kind !== 'arrive' || happening.without?.some((note) => notes.has(note))) return false;
  return happening.notes.every((note) => notes.has(note));
}

/** RFC 9293 §3.10.7 as far as the cases need it; null where a segment leads elsewhere. */
const AFTER: Readonly<Partial<Record<State, (notes: ReadonlySet<Note>) => State | null>>> = {
  'SYN-SENT': (notes) =>
    notes.has('syn-accepted') ? (notes.has('our-syn-acked') ? 'ESTABLISHED' : 'SYN-RECEIVED') : null,
  'SYN-RECEIVED': (notes) => (notes.has('our-syn-acked') && !notes.has('fin-processed') ? 'ESTABLISHED' : null),
  ESTABLISHED: (notes) => (notes.has('fin-processed') ? 'CLOSE-WAIT' : 'ESTABLISHED'),
  'FIN-WAIT-1': (notes) => {
    if (notes.has('fin-processed')) return notes.has('fin-acked') ? 'TIME-WAIT' : 'CLOSING';
    return notes.has('fin-acked') ? 'FIN-WAIT-2' : 'FIN-WAIT-1';
  },
  'FIN-WAIT-2': (notes) => (notes.has('fin-processed') ? 'TIME-WAIT' : 'FIN-WAIT-2'),
  CLOSING: (notes) => (notes.has('fin-acked') ? 'TIME-WAIT' : 'CLOSING'),
  'CLOSE-WAIT': () => 'CLOSE-WAIT',
  'LAST-ACK': (notes) => (notes.has('fin-acked') ? 'CLOSED' : 'LAST-ACK'),
  'TIME-WAIT': () => 'TIME-WAIT',
};

/** What a TCP would note of a segment that reaches it. `own`: the sender's stream; `peer` and `fin`: those of the host. */
function notesOf(
  captured: CapturedTrace,
  segment: TracedSegment,
  own: StreamSoFar,
  peer: StreamSoFar,
  fin: TracedSegment | null,
): ReadonlySet<Note> {
  const notes = new Set<Note>();
  const { flags, seq, ack, len } = segment;
  const has = (flag: 'SYN' | 'ACK' | 'FIN' | 'RST') => flags.includes(flag);
  if (has('RST') || segment.origin !== 'tcp') return notes;
  const synAcked = has('ACK') && peer.syn !== null && seqGt(ack, peer.syn.seq);
  if (has('SYN')) {
    if (len === 0 && own.next === null) notes.add('syn-accepted');
    if (synAcked) notes.add('our-syn-acked');
    return notes;
  }
  if (own.next === null || !has('ACK')) return notes;
  if (isRepeatedFin(segment, own)) notes.add('time-wait-restarted');
  const inOrder = own.gapless && seq === own.next && isPlain(captured, segment);
  if (own.gapless && isFin(segment) && seqGt(seq, own.next)) return notes.add('fin-held');
  if (!inOrder) return notes;
  if (isPureAck(segment) && synAcked) notes.add('our-syn-acked');
  if (isFin(segment)) notes.add('fin-processed');
  else if (len > 0) notes.add('in-order');
  if (fin !== null && seqGe(ack, endOf(fin))) notes.add('fin-acked');
  if (peer.acked !== null && seqGt(ack, peer.acked)) notes.add('ack-advanced');
  return notes;
}

function isRepeatedFin(segment: TracedSegment, own: StreamSoFar): boolean {
  return isFin(segment) && own.fin && own.gapless && endOf(segment) === own.next;
}
