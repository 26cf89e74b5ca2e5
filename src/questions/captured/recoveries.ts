import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { nthArrivalAfter } from '../misconceptions/recovery-rules.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { isPlain, momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** Duplicate ACKs that begin a fast retransmit (RFC 5681 §3.2). */
const DUPLICATES = 3;

/** A retransmission on the third duplicate ACK, captured at the end that sent it. */
export interface CapturedRecovery {
  /** Data sent and not acknowledged before the first duplicate ACK, from the lost segment on, in order. */
  readonly flight: readonly TracedSegment[];
  /** Those that did not arrive, the first of them first. */
  readonly lost: readonly [TracedSegment, ...TracedSegment[]];
  readonly firstDuplicate: TracedSegment;
  /** The data segment whose arrival the third duplicate ACK answers. */
  readonly trigger: TracedSegment;
  readonly again: TracedSegment;
}

/**
 * Fast retransmits of one segment, where it is settled which data arrived and which did not, and that the third duplicate ACK
 * answers the third arrival: a SACK block ends there, or there are as many duplicate ACKs as arrivals.
 */
export const recoveriesOn = momentsOf((captured): readonly CapturedRecovery[] =>
  captured.trace.segments.flatMap((again) => recoveryOf(captured, again) ?? []),
);

function recoveryOf(captured: CapturedTrace, again: TracedSegment): CapturedRecovery | null {
  const retransmit = retransmitOf(captured, again);
  if (retransmit === null) return null;
  const { sent, third, firstDuplicate } = retransmit;
  const [hole] = sent;
  if (sent.some(({ fate }) => fate === 'unknown')) return null;
  const flight = sent.filter(({ n }) => n < firstDuplicate.n);
  const trigger = nthArrivalAfter(flight, hole, DUPLICATES);
  const [first, ...more] = sent.filter(({ fate }) => fate === 'lost');
  if (first !== hole || trigger === null || !isAnswered(captured, third, trigger, sent)) return null;
  return { flight, lost: [first, ...more], firstDuplicate, trigger, again };
}

/** A retransmission on the third duplicate ACK, and what its sender had sent before it: the run that begins with the hole. */
interface Retransmit {
  readonly sent: readonly [TracedSegment, ...TracedSegment[]];
  readonly firstDuplicate: TracedSegment;
  readonly third: TracedSegment;
}

function retransmitOf(captured: CapturedTrace, again: TracedSegment): Retransmit | null {
  const { segments } = captured.trace;
  if (again.from !== captured.vantage || again.repeats === null || again.origin !== 'tcp') return null;
  if (hasFinding(captured, again.n, 'bad-checksum')) return null;
  const hole = segments[again.repeats - 1];
  const third = segments[again.n - 2];
  // Nothing else leaves before the next ACK comes.
  if (segments[again.n]?.from === again.from) return null;
  if (hole === undefined || third === undefined || hole.seq !== again.seq || hole.len !== again.len) return null;
  const since = segments.slice(hole.n, again.n - 1);
  const repeated = since.filter((one) => isDuplicate(captured, one, hole));
  const [firstDuplicate] = repeated;
  if (repeated.length !== DUPLICATES || repeated.at(-1) !== third || firstDuplicate === undefined) return null;
  const more = since.filter(({ from, len }) => from === again.from && len > 0);
  const isRun = more.every((one, at) => one.repeats === null && one.seq === endOf(more[at - 1] ?? hole));
  const isData = [hole, ...more].every(
    (one) => isPlain(captured, one) && !one.flags.includes('FIN') && !one.flags.includes('SYN'),
  );
  return isRun && isData ? { sent: [hole, ...more], firstDuplicate, third } : null;
}

/** Whether a segment is a duplicate of the ACK that names `hole`. */
function isDuplicate(captured: CapturedTrace, segment: TracedSegment, hole: TracedSegment): boolean {
  const isAck = segment.from !== hole.from && isPureAck(segment) && segment.ack === hole.seq;
  return isAck && hasFinding(captured, segment.n, 'duplicate-ack') && !hasFinding(captured, segment.n, 'bad-checksum');
}

function isAnswered(
  captured: CapturedTrace,
  third: TracedSegment,
  trigger: TracedSegment,
  sent: readonly TracedSegment[],
): boolean {
  const block = third.options.sack?.[0];
  if (block !== undefined) return seqLe(block[0], trigger.seq) && block[1] === endOf(trigger);
  const [hole] = sent;
  if (hole === undefined) return false;
  const arrived = sent.filter(({ fate }) => fate === 'delivered').length;
  const rest = captured.trace.segments.slice(hole.n);
  const moved = rest.findIndex(
    ({ from, ack, flags }) => from !== hole.from && flags.includes('ACK') && seqGt(ack, hole.seq),
  );
  const before = moved === -1 ? rest : rest.slice(0, moved);
  return before.filter((one) => isDuplicate(captured, one, hole)).length === arrived;
}

/** A recovery without SACK in which an ACK covers the retransmission but not all that had been sent. */
export interface CapturedPartialAck {
  /** All data sent before the retransmission, from the hole on. */
  readonly sent: readonly TracedSegment[];
  /** The two of them that had not arrived when the retransmission did. */
  readonly missing: readonly [TracedSegment, TracedSegment];
  readonly again: TracedSegment;
  readonly partial: TracedSegment;
  /** What the partial ACK makes go again. */
  readonly resent: TracedSegment;
}

/**
 * Fast retransmits whose first ACK of new data is a partial one, upon which the segment it names goes again, alone, and then
 * everything is acknowledged: so nothing else had been missing.
 */
export const partialAcksOn = momentsOf((captured): readonly CapturedPartialAck[] =>
  captured.trace.segments.flatMap((again) => partialAckOf(captured, again) ?? []),
);

function partialAckOf(captured: CapturedTrace, again: TracedSegment): CapturedPartialAck | null {
  const { sent } = retransmitOf(captured, again) ?? {};
  const last = sent?.at(-1);
  if (sent === undefined || last === undefined) return null;
  const rest = captured.trace.segments.slice(again.n);
  const moves = (ack: TracedSegment, from: number): boolean => ack.from !== again.from && seqGt(ack.ack, from);
  const at = rest.findIndex((one) => moves(one, again.seq));
  const [partial, resent] = [rest[at], rest[at + 1]];
  if (at === -1 || partial === undefined || resent === undefined || !isPureAck(partial)) return null;
  const next = sent.find(({ seq }) => seq === partial.ack);
  const full = rest.slice(at + 2).find((one) => moves(one, partial.ack));
  if (next === undefined || full === undefined || seqLt(full.ack, endOf(last))) return null;
  const meanwhile = rest.slice(0, full.n - again.n);
  const others = meanwhile.filter(({ from }) => from === again.from);
  const isNewReno = meanwhile.every(
    ({ n, options }) => options.sack === undefined && !hasFinding(captured, n, 'bad-checksum'),
  );
  const isNext = resent.repeats !== null && resent.seq === next.seq && others.length === 1 && others[0] === resent;
  return isNewReno && isNext ? { sent, missing: [sent[0], next], again, partial, resent } : null;
}
