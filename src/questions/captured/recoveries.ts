import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGe, seqGt, seqLe } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { nthArrivalAfter } from '../misconceptions/recovery-rules.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { momentsOf } from './moment.ts';

/** Duplicate ACKs that begin a fast retransmit (RFC 5681 §3.2). */
const DUPLICATES = 3;

/** A retransmission on the third duplicate ACK, captured at the end that sent it. */
export interface CapturedRecovery {
  /** Data sent and not acknowledged before the first duplicate ACK, from the lost segment on, in order. */
  readonly flight: readonly TracedSegment[];
  /** All new data sent before the retransmission: the flight, and what duplicate ACKs let go. */
  readonly sent: readonly TracedSegment[];
  /** Those of `sent` that did not arrive, the first of them first. */
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
  const { segments } = captured.trace;
  if (again.from !== captured.vantage || again.repeats === null || again.origin !== 'tcp') return null;
  const hole = segments[again.repeats - 1];
  const third = segments[again.n - 2];
  // Nothing else leaves before the next ACK comes.
  if (segments[again.n]?.from === again.from) return null;
  if (hole === undefined || third === undefined || hole.seq !== again.seq || hole.len !== again.len) return null;
  const since = segments.slice(hole.n, again.n - 1);
  const repeated = since.filter((one) => duplicateOf(captured, one, hole) !== null);
  const [firstDuplicate] = repeated;
  if (repeated.length !== DUPLICATES || repeated.at(-1) !== third || firstDuplicate === undefined) return null;
  const sent = [hole, ...since.filter(({ from, len }) => from === again.from && len > 0)];
  const isRun = sent.every((one, at) => at === 0 || (one.repeats === null && one.seq === endOf(sent[at - 1] ?? one)));
  if (!isRun || sent.some(({ fate, flags }) => fate === 'unknown' || flags.includes('FIN'))) return null;
  const lost = sent.filter(({ fate }) => fate === 'lost');
  const flight = sent.filter(({ n }) => n < firstDuplicate.n);
  const trigger = nthArrivalAfter(flight, hole, DUPLICATES);
  const [first, ...more] = lost;
  if (first !== hole || trigger === null || !isAnswered(captured, third, trigger, sent)) return null;
  return { flight, sent, lost: [first, ...more], firstDuplicate, trigger, again };
}

/** Which duplicate of the ACK that names `hole` a segment is; null when it is none. */
function duplicateOf({ analyses }: CapturedTrace, segment: TracedSegment, hole: TracedSegment): number | null {
  if (segment.from === hole.from || !isPureAck(segment) || segment.ack !== hole.seq) return null;
  const finding = analyses[segment.n - 1]?.findings.find(({ kind }) => kind === 'duplicate-ack');
  return finding?.kind === 'duplicate-ack' ? finding.nth : null;
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
  return before.filter((one) => duplicateOf(captured, one, hole) !== null).length === arrived;
}

/** A recovery without SACK in which an ACK covers the retransmission but not all that had been sent. */
export interface CapturedPartialAck extends CapturedRecovery {
  readonly partial: TracedSegment;
  readonly resent: TracedSegment;
}

/** Recoveries whose first ACK of new data is a partial one, upon which the next lost segment goes again, and nothing else. */
export const partialAcksOn = momentsOf((captured): readonly CapturedPartialAck[] => {
  const { segments } = captured.trace;
  return recoveriesOn(captured).flatMap((recovery): CapturedPartialAck[] => {
    const { again, sent, lost } = recovery;
    const after = segments.slice(again.n);
    const at = after.findIndex(({ from, ack }) => from !== again.from && seqGt(ack, again.seq));
    const partial = after[at];
    const resent = after[at + 1];
    const last = sent.at(-1);
    if (at === -1 || partial === undefined || resent === undefined || last === undefined) return [];
    const until = after.slice(0, at + 1);
    const alone = after[at + 2]?.from !== again.from;
    if (!alone || until.some(({ from, options }) => from === again.from || options.sack !== undefined)) return [];
    if (!isPureAck(partial) || seqGe(partial.ack, endOf(last)) || lost[1]?.seq !== partial.ack) return [];
    return resent.from === again.from && resent.seq === partial.ack && resent.repeats !== null
      ? [{ ...recovery, partial, resent }]
      : [];
  });
});
