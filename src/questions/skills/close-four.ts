import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../conventions.ts';
import {
  ACKED_IN_LAST_ACK,
  CLOSE_IN_CLOSE_WAIT,
  OWN_FIN_ACKED,
  PEER_FIN_IN_ESTABLISHED,
  PEER_FIN_IN_FIN_WAIT_2,
} from '../misconceptions/states-rules.ts';
import { arrivalOf } from '../moments.ts';
import type { Skill } from '../skill.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { FOUR_SEGMENTS_HINTS } from './close-hints.ts';
import { closeQuestion, drawClosed, numberBlanks, numberSteps, stateBlank } from './close-segments.ts';
import { stateAfter } from './state-after.ts';

const NAMES = {
  fin: { ko: '첫 FIN', en: 'first FIN' },
  answer: { ko: '첫 FIN의 ACK', en: 'ACK of the first FIN' },
  peerFin: { ko: '두 번째 FIN', en: 'second FIN' },
  last: { ko: '두 번째 FIN의 ACK', en: 'ACK of the second FIN' },
};

export const fourSegments: Skill = {
  id: 'close.four-segments',
  title: { ko: '네 세그먼트로 닫기', en: 'Closing in four segments' },
  type: 26,
  level: 'medium',
  concepts: ['close', 'three-and-four', 'states'],
  after: ['close.fin-ack', 'state.next'],
  pose: (random) => {
    const closed = drawClosed(random, { kind: 'later' });
    if (closed === null || closed.closing.answer.n === closed.closing.peerFin.n) return null;
    const { trace, closing, passive } = closed;
    const { closer, finArrival, answer, peerFin, peerFinArrival, lastAck } = closing;
    const answerArrival = arrivalOf(trace, answer.n);
    const lastArrival = arrivalOf(trace, lastAck.n);
    const steps = numberSteps(closed);
    if (answerArrival === null || lastArrival === null || steps === null) return null;
    const numbers = numberBlanks(closed, NAMES);
    const closeCall = trace.events.findIndex(
      (event) => event.kind === 'call' && event.host === passive && event.call.name === 'close',
    );
    const closerState = random.pick([
      stateBlank(
        'closer',
        closer,
        { ko: '첫 FIN의 ACK를 받은 뒤', en: 'after the ACK of the first FIN arrives' },
        stateAfter(trace, answerArrival.index),
        OWN_FIN_ACKED,
      ),
      stateBlank(
        'closer',
        closer,
        { ko: '두 번째 FIN을 받은 뒤', en: 'after the second FIN arrives' },
        stateAfter(trace, peerFinArrival.index),
        PEER_FIN_IN_FIN_WAIT_2,
      ),
    ]);
    const passiveState = random.pick([
      stateBlank(
        'passive',
        passive,
        { ko: '첫 FIN을 받은 뒤', en: 'after the first FIN arrives' },
        stateAfter(trace, finArrival.index),
        PEER_FIN_IN_ESTABLISHED,
      ),
      stateBlank(
        'passive',
        passive,
        { ko: '두 번째 FIN을 보낸 뒤', en: 'after sending the second FIN' },
        stateAfter(trace, closeCall),
        CLOSE_IN_CLOSE_WAIT,
      ),
      stateBlank(
        'passive',
        passive,
        { ko: '마지막 ACK를 받은 뒤', en: 'after the last ACK arrives' },
        stateAfter(trace, lastArrival.index),
        ACKED_IN_LAST_ACK,
      ),
    ]);
    const asked = random.pick([
      [numbers.finSeq, numbers.answerAck, numbers.peerFinSeq, numbers.lastAck],
      [numbers.finSeq, numbers.peerFinAck, numbers.lastSeq, numbers.lastAck],
      [numbers.answerAck, numbers.peerFinSeq, numbers.lastSeq, numbers.lastAck],
      [numbers.finSeq, numbers.peerFinSeq, numbers.peerFinAck, numbers.lastSeq],
    ]);
    const question = closeQuestion(closed, [...asked, closerState, passiveState]);
    if (question === null) return null;
    return {
      prompt: {
        ko: `${HOST[closer].ko}가 먼저 close()를 호출하고, ${HOST[passive].ko}는 FIN을 받아 ACK한 다음에 close()를 호출합니다. 종료 세그먼트의 빈칸과 두 상태를 채우세요.`,
        en: `${HOST_FIRST[closer].en} calls close() first; ${HOST[passive].en} acknowledges the FIN and calls close() afterwards. Fill in the numbers of the closing segments and the two states.`,
      },
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK],
      trace,
      ...question,
      figures: [],
      hints: FOUR_SEGMENTS_HINTS,
      explanation: [
        ...steps,
        {
          text: {
            ko: `상태: ${HOST[closer].ko}는 FIN-WAIT-1 → FIN-WAIT-2(ack=${answer.ack} 수신) → TIME-WAIT(FIN seq=${peerFin.seq} 수신), ${HOST[passive].ko}는 CLOSE-WAIT → LAST-ACK(close) → CLOSED(ack=${lastAck.ack} 수신)입니다.`,
            en: `States: ${HOST[closer].en} goes FIN-WAIT-1 → FIN-WAIT-2 (on ack ${answer.ack}) → TIME-WAIT (on the FIN, seq ${peerFin.seq}); ${HOST[passive].en} goes CLOSE-WAIT → LAST-ACK (on close) → CLOSED (on ack ${lastAck.ack}).`,
          },
          rfc: 'RFC 9293 §3.6',
        },
      ],
    };
  },
};
