import type { Random } from '../../simulator/random.ts';
import { allFields, choiceField } from '../fields.ts';
import { endOf } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView } from '../view.ts';
import { HOST } from '../words.ts';
import { EARLY_FIN_REACTION_HINTS } from './close-hints.ts';
import { frame, gapStep, lateShown, type OvertakenMoment, situation } from './overtaken-moment.ts';

/** What the receiver does with the early FIN. */
export function overtakenChoice(random: Random, moment: OvertakenMoment): QuestionDraft | null {
  const { trace, receiver, before, fin, finArrival, late, early } = moment;
  if (early === null) return null;
  const { answer } = early;
  const next = before === 'ESTABLISHED' ? 'CLOSE-WAIT' : 'TIME-WAIT';
  const end = endOf(fin);
  const options = random.shuffle([
    {
      id: 'keep',
      text: {
        ko: `FIN을 보관하고 ack=${answer.ack}인 ACK를 보내며 ${before}에 머무릅니다`,
        en: `keeps the FIN, sends an ACK with ack ${answer.ack} and stays in ${before}`,
      },
    },
    {
      id: 'wait',
      text: {
        ko: `ack=${end}인 ACK를 보내고 ${next}로 가서, 늦은 데이터를 거기서 기다립니다`,
        en: `sends an ACK with ack ${end} and enters ${next}, where it waits for the late data`,
      },
    },
    {
      id: 'give-up',
      text: {
        ko: `ack=${end}인 ACK를 보내고 ${next}로 갑니다. 늦은 데이터는 잃습니다`,
        en: `sends an ACK with ack ${end} and enters ${next}; the late data is lost for good`,
      },
    },
    {
      id: 'silent',
      text: {
        ko: `아무것도 보내지 않고 ${late.seq}부터의 데이터를 기다립니다`,
        en: `sends nothing and waits for the data from ${late.seq} on`,
      },
    },
    {
      id: 'reset',
      text: { ko: '순서에 맞지 않는 FIN이므로 RST를 보냅니다', en: 'sends a RST, since the FIN is out of order' },
    },
  ]);
  const fields = allFields([
    choiceField({ id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null }, options, 'keep', {
      required: [
        [before === 'FIN-WAIT-2' ? 'M38' : 'N21', 'wait'],
        ['N21', 'give-up'],
        ['N20', 'silent'],
        ['M42', 'reset'],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
    hints: EARLY_FIN_REACTION_HINTS,
    prompt: {
      ko: `${situation(moment).ko} ${HOST[receiver].ko}는 이 FIN을 어떻게 처리합니까?`,
      en: `${situation(moment).en} What does ${HOST[receiver].en} do with this FIN?`,
    },
    view: questionView(trace, {
      until: finArrival.index + 1,
      asked: [],
      hiddenStates: [receiver],
      focus: [...lateShown(moment), fin.n],
    }),
    fields,
    explanation: [
      gapStep(moment),
      {
        text: {
          ko: `윈도우 안의 세그먼트이므로 버리지 않고 보관하며, 빠진 첫 번호를 알리는 ACK(ack=${late.seq})를 곧바로 보냅니다.`,
          en: `It lies in the window, so it is kept, and an immediate ACK names the first missing number: ${late.seq}.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `상태는 ${before} 그대로입니다. ${next}는 ${late.seq}부터의 ${late.len}바이트가 온 다음에야 시작됩니다.`,
          en: `The state stays ${before}; ${next} begins only when the ${late.len} bytes from ${late.seq} on have come.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
