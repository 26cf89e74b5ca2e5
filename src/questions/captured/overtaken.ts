import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGt } from '../../tcp/sequence.ts';
import { isControl } from '../../trace/control.ts';
import { peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { arrivalOf, isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import type { OvertakenMoment, Reaction } from '../skills/overtaken-moment.ts';
import { isIn } from './closing.ts';
import { type Excerpt, momentsOf, type Span } from './moment.ts';
import { hasFinding, scanStreams } from './stream-scan.ts';

/** A FIN that was captured at the end it goes to before the data in front of it, which came later in one piece. */
interface CapturedOvertaking extends Pick<OvertakenMoment, 'before' | 'early' | 'filled'> {
  readonly fin: TracedSegment;
  readonly late: TracedSegment;
  readonly span: Span;
}

export const overtakenOn = momentsOf((captured): readonly CapturedOvertaking[] => {
  const found: CapturedOvertaking[] = [];
  scanStreams(captured, (fin, own) => {
    const { next, gapless } = own;
    if (!isFin(fin) || own.fin || fin.len > 0 || !fin.flags.includes('ACK') || captured.vantage !== peerOf(fin.from))
      return;
    if (next === null || !gapless || !seqGt(fin.seq, next) || hasFinding(captured, fin.n, 'bad-checksum')) return;
    const late = captured.trace.segments
      .slice(fin.n)
      .find((one) => one.from === fin.from && one.seq === next && endOf(one) === fin.seq);
    const before = (['ESTABLISHED', 'FIN-WAIT-2'] as const).find((state) =>
      isIn(captured, peerOf(fin.from), fin.n - 1, state),
    );
    if (late === undefined || late.len === 0 || before === undefined || hasFinding(captured, late.n, 'bad-checksum'))
      return;
    if (isControl(late)) return;
    const early = reactionOn(captured, fin, late.n, next, before);
    const filled = reactionOn(captured, late, null, endOf(fin), before === 'ESTABLISHED' ? 'CLOSE-WAIT' : 'TIME-WAIT');
    const last = filled?.answer.n ?? early?.answer.n;
    if (last !== undefined)
      found.push({ fin, late, before, early, filled, span: [own.lastNumbered?.n ?? fin.n, last] });
  });
  return found;
});

/** The pure ACK that comes next from the end that `cause` reached, before segment `end`, if it has this ack and state. */
function reactionOn(
  captured: CapturedTrace,
  cause: TracedSegment,
  end: number | null,
  ack: number,
  state: Reaction['state'],
): Reaction | null {
  const answer = captured.trace.segments.slice(cause.n).find(({ from }) => from !== cause.from);
  if (answer === undefined || (end !== null && answer.n >= end) || !isPureAck(answer) || answer.ack !== ack)
    return null;
  return isIn(captured, answer.from, answer.n, state) ? { answer, state } : null;
}

/** The same where it stands in an excerpt; null where not all of it is there. */
export function overtakenIn(
  { fin, late, before, early, filled }: CapturedOvertaking,
  excerpt: Excerpt,
): OvertakenMoment | null {
  const { trace } = excerpt.captured;
  const placed = (reaction: Reaction | null): Reaction | null =>
    reaction && { ...reaction, answer: excerpt.at(reaction.answer.n) };
  const finArrival = arrivalOf(trace, excerpt.at(fin.n).n);
  const filling = arrivalOf(trace, excerpt.at(late.n).n);
  if (finArrival === null || filling === null) return null;
  return {
    trace,
    sender: fin.from,
    receiver: peerOf(fin.from),
    before,
    lost: null,
    fin: excerpt.at(fin.n),
    late: excerpt.at(late.n),
    finArrival,
    filling,
    early: placed(early),
    filled: placed(filled),
  };
}
