import { fourOn } from '../captured/close-four.ts';
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
import { FOUR_NAMES, fourBlanks, fourDraft } from './close-four-draft.ts';
import { drawClosed, numberBlanks, stateBlank } from './close-segments.ts';
import { stateAfter } from './state-after.ts';

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
    const { closer, finArrival, answer, peerFinArrival, lastAck } = closing;
    const answerArrival = arrivalOf(trace, answer.n);
    const lastArrival = arrivalOf(trace, lastAck.n);
    if (answerArrival === null || lastArrival === null) return null;
    const numbers = numberBlanks(closed, FOUR_NAMES);
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
    const asked = random.pick(fourBlanks(numbers));
    return fourDraft(closed, lastArrival.index + 1, [...asked, closerState, passiveState], {
      prompt: {
        ko: `${HOST[closer].ko}가 먼저 close()를 호출하고, ${HOST[passive].ko}는 FIN을 받아 ACK한 다음에 close()를 호출합니다. 종료 세그먼트의 빈칸과 두 상태를 채우세요.`,
        en: `${HOST_FIRST[closer].en} calls close() first; ${HOST[passive].en} acknowledges the FIN and calls close() afterwards. Fill in the numbers of the closing segments and the two states.`,
      },
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK],
      closes: { ko: 'close', en: 'on close' },
    });
  },
  poseOn: fourOn,
};
