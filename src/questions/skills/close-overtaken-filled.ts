import type { HostName } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { allFields, LABELS, numberField, stateField } from '../fields.ts';
import { finNotCounted } from '../misconceptions/closing-rules.ts';
import { endOfFilling, unwrapped } from '../misconceptions/numbers-rules.ts';
import { PEER_FIN_IN_ESTABLISHED, PEER_FIN_IN_FIN_WAIT_2 } from '../misconceptions/states-rules.ts';
import { endOf } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, sum } from '../words.ts';
import { FILLED_GAP_HINTS } from './close-hints.ts';
import { frame, type OvertakenMoment, situation } from './overtaken-moment.ts';

/** The ack and the state once the gap is filled. */
export function filled(moment: OvertakenMoment): QuestionDraft | null {
  const { trace, receiver, before, fin, filling, late, lost, filled: reaction } = moment;
  if (reaction === null) return null;
  const { answer, state } = reaction;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [
        ['M09', finNotCounted(fin)],
        ['N42', late.seq],
        ['M11', answer.seq],
      ],
      optional: [['M14', endOfFilling(late)], ...unwrapped(fin.seq, fin.len, 1)],
    }),
    stateField({ id: 'state', label: stateLabel(receiver), place: null }, state, {
      required: before === 'ESTABLISHED' ? PEER_FIN_IN_ESTABLISHED : PEER_FIN_IN_FIN_WAIT_2,
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
    hints: FILLED_GAP_HINTS,
    prompt: {
      ko: `${situation(moment).ko} 이제 빠졌던 ${late.len}바이트(seq=${late.seq})가 ${lost ? '재전송되어 ' : ''}도착합니다. 이때 ${HOST[receiver].ko}가 보내는 ACK의 ack는 얼마이고, 그 직후 ${HOST[receiver].ko}의 상태는 무엇입니까?`,
      en: `${situation(moment).en} Now the missing ${late.len} bytes (seq ${late.seq}) arrive${lost ? ' in a retransmission' : ''}. Which ack does ${HOST[receiver].en} send then, and what state is it in?`,
    },
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      secret: [answer.ack],
      hiddenStates: [receiver],
      focus: [fin.n, filling.segment.n, answer.n],
    }),
    fields,
    explanation: [
      {
        text:
          endOf(late) === finNumber(fin)
            ? {
                ko: `빈 곳이 채워져 RCV.NXT는 ${sum(late.seq, late.len)}, 곧 보관해 둔 FIN의 번호에 이릅니다.`,
                en: `The gap is filled: RCV.NXT is ${sum(late.seq, late.len)}, which is the number of the FIN that was kept.`,
              }
            : {
                ko: `빈 곳이 ${sum(late.seq, late.len)} 앞까지 채워지고 그 뒤의 데이터는 이미 받아 두었으므로, RCV.NXT는 보관해 둔 FIN의 번호 ${finNumber(fin)}에 이릅니다.`,
                en: `The gap is filled up to ${sum(late.seq, late.len)}; what follows is here already, so RCV.NXT reaches the number of the FIN that was kept: ${finNumber(fin)}.`,
              },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `이제 FIN을 처리합니다. FIN이 번호를 하나 차지하므로 ack는 ${sum(finNumber(fin), 1)}입니다. 이 ACK 하나가 데이터와 FIN을 모두 확인합니다.`,
          en: `Only now is the FIN processed. It takes one number, so the ack is ${sum(finNumber(fin), 1)}: one ACK for the data and the FIN.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text:
          before === 'FIN-WAIT-2'
            ? {
                ko: `FIN-WAIT-2에서 FIN이 처리되어 ${state}로 갑니다. TIME-WAIT는 이렇게 빠진 바이트가 하나도 없을 때에만 시작됩니다.`,
                en: `In FIN-WAIT-2 a processed FIN leads to ${state}. TIME-WAIT can begin only like this, with no byte missing.`,
              }
            : {
                ko: `ESTABLISHED에서 FIN이 처리되어 ${state}로 갑니다. 자기 애플리케이션이 닫을 때까지 여기에 머무릅니다.`,
                en: `In ESTABLISHED a processed FIN leads to ${state}, where the host stays until its application closes.`,
              },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

export function stateLabel(host: HostName) {
  return { ko: `${HOST[host].ko}의 상태`, en: `state of ${HOST[host].en}` };
}
