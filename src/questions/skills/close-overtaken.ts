import type { Random } from '../../simulator/random.ts';
import { peerOf, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../captured/moment.ts';
import { overtakenIn, overtakenOn } from '../captured/overtaken.ts';
import { answerTo } from '../closing-moments.ts';
import { allFields, LABELS, numberField, stateField } from '../fields.ts';
import { processedAtOnce } from '../misconceptions/closing-rules.ts';
import { endOfMissing } from '../misconceptions/gaps-rules.ts';
import { EARLY_FIN_IN_ESTABLISHED, EARLY_FIN_IN_FIN_WAIT_2 } from '../misconceptions/states-rules.ts';
import { type Arrival, snapshotBefore } from '../moments.ts';
import { drawOvertaking } from '../situations/overtaking.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST } from '../words.ts';
import { EARLY_FIN_HINTS } from './close-hints.ts';
import { overtakenChoice } from './close-overtaken-choice.ts';
import { filled, stateLabel } from './close-overtaken-filled.ts';
import { frame, gapStep, lateShown, type OvertakenMoment, type Reaction, situation } from './overtaken-moment.ts';
import { stateAfter } from './state-after.ts';

export const finOvertakes: Skill = {
  id: 'close.fin-overtakes',
  title: { ko: '데이터를 앞지른 FIN', en: 'A FIN that overtakes data' },
  type: 56,
  level: 'expert',
  concepts: ['late-segment', 'close', 'states'],
  after: ['close.fin-ack', 'ack.gap-filled'],
  pose: (random) => {
    const overtaking = drawOvertaking(random);
    if (overtaking === null) return null;
    const receiver = peerOf(overtaking.sender);
    const before = snapshotBefore(overtaking.trace, receiver, overtaking.finArrival.index)?.state;
    if (before !== 'ESTABLISHED' && before !== 'FIN-WAIT-2') return null;
    const reaction = (arrival: Arrival): Reaction | null => {
      const answer = answerTo(overtaking.trace, arrival);
      const state = stateAfter(overtaking.trace, arrival.index);
      return answer && state && { answer, state };
    };
    return posed(random, {
      ...overtaking,
      receiver,
      before,
      early: reaction(overtaking.finArrival),
      filled: reaction(overtaking.filling),
    });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, overtakenOn(captured));
    const excerpt = moment && excerptAround(captured, moment.span);
    const within = moment && excerpt && overtakenIn(moment, excerpt);
    return excerpt && within && inExcerpt(excerpt, posed(random, within));
  },
};

function posed(random: Random, moment: OvertakenMoment): QuestionDraft | null {
  switch (random.int(1, 5)) {
    case 1:
      return overtakenChoice(random, moment);
    case 2:
    case 3:
      return early(moment);
    default:
      return filled(moment);
  }
}

/** The ack and the state when the FIN arrives above the gap. */
function early(moment: OvertakenMoment): QuestionDraft | null {
  const { trace, receiver, before, fin, late, early: reaction } = moment;
  if (reaction === null) return null;
  const { answer, state } = reaction;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [
        ['N21', processedAtOnce(fin)],
        ['N41', fin.seq],
        ['M11', answer.seq],
      ],
      optional: [['N44', endOfMissing(late)]],
    }),
    stateField({ id: 'state', label: stateLabel(receiver), place: null }, state, {
      required: before === 'ESTABLISHED' ? EARLY_FIN_IN_ESTABLISHED : EARLY_FIN_IN_FIN_WAIT_2,
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
    hints: EARLY_FIN_HINTS,
    prompt: {
      ko: `${situation(moment, false).ko} 이 FIN에 대해 ${HOST[receiver].ko}가 곧바로 보내는 ACK의 ack는 얼마이고, 그 직후 ${HOST[receiver].ko}의 상태는 무엇입니까?`,
      en: `${situation(moment, false).en} Which ack does ${HOST[receiver].en} send at once in answer to this FIN, and what state is it in then?`,
    },
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      alsoHidden: repeatedAcks(moment, answer),
      hiddenStates: [receiver],
      focus: [...lateShown(moment), fin.n, answer.n],
    }),
    fields,
    explanation: [
      gapStep(moment),
      {
        text: {
          ko: `그래서 FIN은 보관만 하고, 빠진 첫 번호를 다시 알리는 ACK(ack=${answer.ack})를 곧바로 보냅니다.`,
          en: `So the FIN is merely kept, and an immediate ACK names the first missing number again: ack ${answer.ack}.`,
        },
        rfc: 'RFC 5681 §4.2',
      },
      {
        text: {
          ko: `FIN이 처리되지 않았으므로 상태는 ${state} 그대로입니다. 애플리케이션도 아직 연결의 끝을 모릅니다.`,
          en: `The FIN has not been processed, so the state is still ${state}, and the application knows of no end yet.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

/** Duplicate ACKs already sent for the same gap would tell the number. */
function repeatedAcks({ trace, late }: OvertakenMoment, answer: TracedSegment) {
  return trace.segments
    .filter((s) => s.from === answer.from && s.n > late.n && s.n < answer.n && s.ack === answer.ack)
    .map((s) => ({ segment: s.n, part: 'ack' }) as const);
}
