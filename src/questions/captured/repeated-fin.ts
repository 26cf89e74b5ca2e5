import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Random } from '../../simulator/random.ts';
import { peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { isPureAck } from '../moments.ts';
import type { QuestionDraft } from '../skill.ts';
import { repeatedFinDraft } from '../skills/repeated-fin.ts';
import { HOST } from '../words.ts';
import { closingOn, isIn } from './closing.ts';
import { excerptAround, inExcerpt, momentsOf, pickMoment } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

interface Repeated {
  readonly again: TracedSegment;
  readonly answer: TracedSegment;
}

/** FINs that come again after they were acknowledged, each with its new ACK. */
const repeatedOn = momentsOf((captured): readonly Repeated[] => {
  const closing = closingOn(captured);
  if (closing === null || closing.crossed) return [];
  const { closer, peerFin, lastAck } = closing;
  const { segments } = captured.trace;
  return segments.slice(lastAck.n).flatMap((again): Repeated[] => {
    const same =
      isFin(again) && again.from === peerOf(closer) && again.seq === peerFin.seq && again.len === peerFin.len;
    const answer = segments[again.n];
    if (!same || answer === undefined || answer.from !== closer || !isPureAck(answer)) return [];
    if (answer.seq !== lastAck.seq || answer.ack !== lastAck.ack) return [];
    if (
      [again, answer].some(
        ({ n }) => hasFinding(captured, n, 'bad-checksum') || !isIn(captured, closer, n, 'TIME-WAIT'),
      )
    )
      return [];
    return [{ again, answer }];
  });
});

/** How long TIME-WAIT lasts, and what else is dropped in it, is not in a capture. */
export function repeatedFinOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const closing = closingOn(captured);
  const moment = pickMoment(random, repeatedOn(captured));
  const excerpt = closing && moment && excerptAround(captured, [closing.fin.n, moment.answer.n]);
  if (closing === null || moment === null || excerpt === null) return null;
  return inExcerpt(
    excerpt,
    repeatedFinDraft(
      {
        trace: excerpt.captured.trace,
        waiter: closing.closer,
        ownFin: excerpt.at(closing.fin.n),
        peerFin: excerpt.at(closing.peerFin.n),
        again: excerpt.at(moment.again.n),
        answer: excerpt.at(moment.answer.n),
        state: 'TIME-WAIT',
      },
      {
        ko: '마지막 ACK가 제때 도착하지 않았기 때문입니다.',
        en: `the last ACK not having reached ${HOST[peerOf(closing.closer)].en} in time`,
      },
    ),
  );
}
