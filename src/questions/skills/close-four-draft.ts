import type { Text } from '../../language.ts';
import type { QuestionDraft } from '../skill.ts';
import { HOST } from '../words.ts';
import { FOUR_SEGMENTS_HINTS } from './close-hints.ts';
import { type Blank, type Closed, closeQuestion, type numberBlanks, numberSteps } from './close-segments.ts';

export const FOUR_NAMES = {
  fin: { ko: '첫 FIN', en: 'first FIN' },
  answer: { ko: '첫 FIN의 ACK', en: 'ACK of the first FIN' },
  peerFin: { ko: '두 번째 FIN', en: 'second FIN' },
  last: { ko: '두 번째 FIN의 ACK', en: 'ACK of the second FIN' },
};

/** The numbers that are asked for together. */
export function fourBlanks(numbers: ReturnType<typeof numberBlanks>): readonly (readonly Blank[])[] {
  return [
    [numbers.finSeq, numbers.answerAck, numbers.peerFinSeq, numbers.lastAck],
    [numbers.finSeq, numbers.peerFinAck, numbers.lastSeq, numbers.lastAck],
    [numbers.answerAck, numbers.peerFinSeq, numbers.lastSeq, numbers.lastAck],
    [numbers.finSeq, numbers.peerFinSeq, numbers.peerFinAck, numbers.lastSeq],
  ];
}

/** What differs between a simulated close and a captured one. */
interface Said {
  readonly prompt: Text;
  readonly conventions: readonly Text[];
  /** What brings the second side from CLOSE-WAIT to LAST-ACK. */
  readonly closes: Text;
}

export function fourDraft(
  closed: Closed,
  until: number,
  blanks: readonly Blank[],
  { prompt, conventions, closes }: Said,
): QuestionDraft | null {
  const { trace, closing, passive } = closed;
  const { closer, answer, peerFin, lastAck } = closing;
  const steps = numberSteps(closed);
  const question = closeQuestion(closed, until, blanks);
  if (question === null || steps === null) return null;
  return {
    prompt,
    conventions,
    trace,
    ...question,
    figures: [],
    hints: FOUR_SEGMENTS_HINTS,
    explanation: [
      ...steps,
      {
        text: {
          ko: `상태: ${HOST[closer].ko}는 FIN-WAIT-1 → FIN-WAIT-2(ack=${answer.ack} 수신) → TIME-WAIT(FIN seq=${peerFin.seq} 수신), ${HOST[passive].ko}는 CLOSE-WAIT → LAST-ACK(${closes.ko}) → CLOSED(ack=${lastAck.ack} 수신)입니다.`,
          en: `States: ${HOST[closer].en} goes FIN-WAIT-1 → FIN-WAIT-2 (on ack ${answer.ack}) → TIME-WAIT (on the FIN, seq ${peerFin.seq}); ${HOST[passive].en} goes CLOSE-WAIT → LAST-ACK (${closes.en}) → CLOSED (on ack ${lastAck.ack}).`,
        },
        rfc: 'RFC 9293 §3.6',
      },
    ],
  };
}
