import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { State } from '../../tcp/state.ts';
import { peerOf } from '../../trace/trace.ts';
import { closeExcerpt, closingOn, isIn } from '../captured/closing.ts';
import { inExcerpt } from '../captured/moment.ts';
import { ABSOLUTE_NUMBERS, ANSWERS_AFTER_APPLICATION } from '../conventions.ts';
import { flagsField } from '../fields.ts';
import { FIN_AND_ACK_IN_FIN_WAIT_1 } from '../misconceptions/states-rules.ts';
import { arrivalOf } from '../moments.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { untilSeen } from '../view.ts';
import { dataBytes, HOST, HOST_FIRST } from '../words.ts';
import { THREE_SEGMENTS_HINTS } from './close-hints.ts';
import {
  type Blank,
  type Closed,
  closeQuestion,
  drawClosed,
  numberBlanks,
  numberSteps,
  stateBlank,
} from './close-segments.ts';
import { stateAfter } from './state-after.ts';

const SECOND = { ko: '두 번째 세그먼트', en: 'second segment' };

const NAMES = {
  fin: { ko: '첫 세그먼트', en: 'first segment' },
  answer: SECOND,
  peerFin: SECOND,
  last: { ko: '세 번째 세그먼트', en: 'third segment' },
};

export const threeSegments: Skill = {
  id: 'close.three-segments',
  title: { ko: '세 세그먼트로 닫기', en: 'Closing in three segments' },
  type: 27,
  level: 'medium',
  concepts: ['three-and-four', 'close', 'states'],
  after: ['close.four-segments'],
  pose: (random) => {
    const closed = drawClosed(random, { kind: 'at-once' });
    if (closed === null || closed.closing.answer.n !== closed.closing.peerFin.n) return null;
    const { trace, closing, passive } = closed;
    const { closer, fin, peerFinArrival, lastAck } = closing;
    const end = arrivalOf(trace, lastAck.n);
    if (end === null) return null;
    const carried =
      fin.len > 0 ? { ko: `, 데이터 ${fin.len}바이트`, en: `, ${dataBytes(fin.len)}` } : { ko: '', en: '' };
    return threeDraft(random, closed, {
      state: stateAfter(trace, peerFinArrival.index),
      until: end.index + 1,
      prompt: {
        ko: `${HOST[closer].ko}가 FIN(seq=${fin.seq}${carried.ko})을 보냅니다. ${HOST[passive].ko} 애플리케이션은 더 보낼 것이 없어 FIN을 보는 즉시 close()를 호출합니다. 그 FIN에 답하는 두 번째 세그먼트, 이에 답하는 세 번째 세그먼트의 빈칸과 ${HOST[closer].ko}의 상태를 채우세요.`,
        en: `${HOST_FIRST[closer].en} sends its FIN (seq ${fin.seq}${carried.en}). The application at ${HOST[passive].en} has nothing left to send and calls close() the moment it sees that FIN. Fill in the second segment, which answers that FIN, the third, which answers the second, and the state of ${HOST[closer].en}.`,
      },
      conventions: [ABSOLUTE_NUMBERS, ANSWERS_AFTER_APPLICATION],
    });
  },
  poseOn: (captured, random) => {
    const closing = closingOn(captured);
    if (closing === null || closing.crossed || closing.answer.n !== closing.peerFin.n) return null;
    // PSH or data would be more to fill in than ACK and FIN.
    if (closing.peerFin.flags.join() !== 'FIN,ACK' || closing.peerFin.len > 0) return null;
    if (!isIn(captured, closing.closer, closing.lastAck.n, 'TIME-WAIT')) return null;
    const excerpt = closeExcerpt(captured, closing);
    if (excerpt === null) return null;
    const { closer, fin, lastAck } = excerpt.closing;
    const passive = peerOf(closer);
    const { trace } = excerpt.captured;
    const carried =
      fin.len > 0 ? { ko: `, 데이터 ${fin.len}바이트`, en: `, ${dataBytes(fin.len)}` } : { ko: '', en: '' };
    return inExcerpt(
      excerpt,
      threeDraft(
        random,
        { trace, closing: excerpt.closing, passive },
        {
          state: 'TIME-WAIT',
          until: untilSeen(trace, lastAck.n),
          prompt: {
            ko: `${HOST[closer].ko}가 FIN(seq=${fin.seq}${carried.ko})을 보냅니다. ${HOST[passive].ko}는 더 보낼 것이 없어 그 FIN을 ACK하면서 자기 쪽도 함께 닫습니다. 두 번째 세그먼트, 이에 답하는 세 번째 세그먼트의 빈칸과 ${HOST[closer].ko}의 상태를 채우세요.`,
            en: `${HOST_FIRST[closer].en} sends its FIN (seq ${fin.seq}${carried.en}). ${HOST_FIRST[passive].en} has nothing left to send and closes its side in the same segment that acknowledges that FIN. Fill in this second segment, the third, which answers it, and the state of ${HOST[closer].en}.`,
          },
          conventions: [ABSOLUTE_NUMBERS],
        },
      ),
    );
  },
};

/** What differs between a simulated close and a captured one. */
interface Said {
  /** Of the closer, after the second segment. */
  readonly state: State | null;
  readonly until: number;
  readonly prompt: Text;
  readonly conventions: readonly Text[];
}

function threeDraft(random: Random, closed: Closed, { state: reached, until, ...said }: Said): QuestionDraft | null {
  const { trace, closing, passive } = closed;
  const { closer, peerFin } = closing;
  const steps = numberSteps(closed);
  if (steps === null) return null;
  const numbers = numberBlanks(closed, NAMES);
  const flags: Blank = {
    field: flagsField(
      {
        id: 'flags',
        label: { ko: '두 번째 세그먼트: 플래그', en: 'second segment: flags' },
        place: { segment: peerFin.n, part: 'flags' },
      },
      peerFin.flags,
      {
        required: [
          ['M40', ['ACK']],
          ['N37', ['FIN']],
        ],
      },
    ),
    value: null,
  };
  const state = stateBlank(
    'closer',
    closer,
    { ko: '두 번째 세그먼트를 받은 뒤', en: 'after the second segment arrives' },
    reached,
    FIN_AND_ACK_IN_FIN_WAIT_1,
  );
  const [seq, ack] = [numbers.peerFinSeq, numbers.answerAck];
  const question = closeQuestion(
    closed,
    until,
    [flags, random.pick([seq, ack]), ack, state, random.pick([numbers.lastSeq, numbers.lastAck])].filter(
      (blank, index, all) => all.indexOf(blank) === index,
    ),
  );
  if (question === null) return null;
  return {
    ...said,
    trace,
    ...question,
    figures: [],
    hints: THREE_SEGMENTS_HINTS,
    explanation: [
      {
        text: {
          ko: `${HOST[passive].ko}의 ACK(ack=${peerFin.ack})와 FIN(seq=${peerFin.seq})이 함께 준비되므로 <FIN,ACK> 하나로 나갑니다. 그래서 네 개가 아니라 세 개로 끝납니다.`,
          en: `ACK (ack ${peerFin.ack}) and FIN (seq ${peerFin.seq}) of ${HOST[passive].en} are ready together and leave as one <FIN,ACK>: three segments instead of four.`,
        },
        rfc: 'RFC 9293 §3.6',
      },
      ...steps.slice(1),
      {
        text: {
          ko: `${HOST[closer].ko}는 FIN-WAIT-1에서 자기 FIN이 확인된 것(ack=${peerFin.ack})을 먼저, 이어서 상대의 FIN을 처리합니다. FIN-WAIT-2에 머물지 않고 TIME-WAIT로 갑니다.`,
          en: `In FIN-WAIT-1 ${HOST[closer].en} first takes ack ${peerFin.ack}, which covers its own FIN, then the peer's FIN: it goes to TIME-WAIT without a stay in FIN-WAIT-2.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
