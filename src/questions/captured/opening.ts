import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import type { QuestionDraft } from '../skill.ts';
import { excerptAround, inExcerpt, momentsOf } from './moment.ts';

/** The segments that open a captured conversation. */
interface CapturedOpening {
  readonly syn: TracedSegment;
  readonly synAck: TracedSegment;
  /** The ACK without data that answers the SYN,ACK; null where the capture has none. */
  readonly ack: TracedSegment | null;
  /** The SYN had been sent before. */
  readonly repeated: boolean;
}

/** The same where they stand in an excerpt. */
interface ExcerptOpening extends CapturedOpening {
  readonly trace: Trace;
}

/** Drafts a question on the handshake of a captured conversation, shown until the SYN,ACK; null without one. */
export function onSyns(
  captured: CapturedTrace,
  draft: (opening: ExcerptOpening) => QuestionDraft | null,
): QuestionDraft | null {
  return onOpening(captured, ({ synAck }) => synAck, draft);
}

/** The same for what needs all three segments of the handshake. */
export function onHandshake(
  captured: CapturedTrace,
  draft: (opening: ExcerptOpening & { readonly ack: TracedSegment }) => QuestionDraft | null,
): QuestionDraft | null {
  return onOpening(
    captured,
    ({ ack }) => ack,
    (opening) => (opening.ack === null ? null : draft({ ...opening, ack: opening.ack })),
  );
}

function onOpening(
  captured: CapturedTrace,
  endOf: (opening: CapturedOpening) => TracedSegment | null,
  draft: (opening: ExcerptOpening) => QuestionDraft | null,
): QuestionDraft | null {
  const opening = handshakeOn(captured);
  const end = opening && endOf(opening);
  const excerpt = opening && end && excerptAround(captured, [opening.syn.n, end.n]);
  if (opening === null || end === null || excerpt === null) return null;
  const { syn, synAck, ack, repeated } = opening;
  const within = {
    trace: excerpt.captured.trace,
    syn: excerpt.at(syn.n),
    synAck: excerpt.at(synAck.n),
    ack: ack === null || ack.n > end.n ? null : excerpt.at(ack.n),
    repeated,
  };
  return inExcerpt(excerpt, draft(within));
}

/** The handshake of a captured conversation where its numbers answer each other and it holds no data; else null. */
export function handshakeOn(captured: CapturedTrace): CapturedOpening | null {
  return openingsOn(captured)[0] ?? null;
}

const openingsOn = momentsOf((captured): readonly CapturedOpening[] => {
  const { segments } = captured.trace;
  const synAck = segments.find(({ flags, from }) => from === 'server' && flags.includes('SYN'));
  if (synAck === undefined || !synAck.flags.includes('ACK') || synAck.origin !== 'tcp') return [];
  const before = segments.slice(0, synAck.n - 1);
  const syn = before.findLast(({ from, flags }) => from === 'client' && flags.includes('SYN'));
  if (syn === undefined || syn.flags.includes('ACK') || synAck.ack !== seqAdd(syn.seq, 1)) return [];
  // Another SYN, a RST, an old duplicate: no plain opening.
  if (before.some((one) => one.seq !== syn.seq || !one.flags.includes('SYN') || one.from !== 'client')) return [];
  if ([...before, synAck].some(({ len, n }) => len > 0 || isDamaged(captured, n))) return [];
  // Both may be sent again before it; what else stands there makes it no plain opening.
  const answer = segments.slice(synAck.n).find((one) => !isAgain(one, syn) && !isAgain(one, synAck));
  const isAnswer =
    answer !== undefined &&
    answer.from === 'client' &&
    isPureAck(answer) &&
    answer.seq === synAck.ack &&
    answer.ack === seqAdd(synAck.seq, 1) &&
    !isDamaged(captured, answer.n);
  return [{ syn, synAck, ack: isAnswer ? answer : null, repeated: before.length > 1 }];
});

function isAgain(one: TracedSegment, first: TracedSegment): boolean {
  const { from, seq, ack, len, flags } = first;
  return (
    one.from === from && one.seq === seq && one.ack === ack && one.len === len && one.flags.join() === flags.join()
  );
}

function isDamaged({ analyses }: CapturedTrace, n: number): boolean {
  return analyses[n - 1]?.findings.some(({ kind }) => kind === 'bad-checksum' || kind === 'network-copy') ?? true;
}
