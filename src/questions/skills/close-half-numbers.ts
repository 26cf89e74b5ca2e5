import type { Text } from '../../language.ts';
import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, numberField, stateField } from '../fields.ts';
import { wrongAckOfFin, wrongSeqAfterFin } from '../misconceptions/closing-rules.ts';
import { lastByteReceived, oneForTheSegment, oneMoreThanData, unwrapped } from '../misconceptions/numbers-rules.ts';
import { wrongAfterDataInFinWait } from '../misconceptions/states-rules.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST, sum } from '../words.ts';
import { HALF_CLOSE_HINTS } from './close-hints.ts';

/** A data segment sent after the peer's FIN had arrived, and what answers it. */
export interface HalfClosedSegments {
  readonly trace: Trace;
  readonly closer: HostName;
  readonly fin: TracedSegment;
  readonly data: TracedSegment;
  readonly answer: TracedSegment;
}

/**
 * The numbers of the data segment, or of its ACK, and the receiver's state: `before` the data arrives, where known, and after
 * that. `conventions`: what else the answer depends on.
 */
export function numbersDraft(
  half: HalfClosedSegments,
  asksData: boolean,
  { before, state }: { readonly before: State | undefined; readonly state: State },
  conventions: readonly Text[],
): QuestionDraft | null {
  const { trace, closer, fin, data, answer } = half;
  const sender = peerOf(closer);
  const dataAck = { segment: data.n, part: 'ack' } as const;
  const seqPlace = { segment: answer.n, part: 'seq' } as const;
  const ackPlace = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    asksData
      ? numberField(
          { id: 'data.ack', label: { ko: '데이터: ack', en: 'data: ack' }, place: dataAck },
          data.ack,
          wrongAckOfFin(fin, data),
        )
      : numberField(
          { id: 'seq', label: { ko: '데이터의 ACK: seq', en: 'ACK of the data: seq' }, place: seqPlace },
          answer.seq,
          wrongSeqAfterFin(fin, answer),
        ),
    numberField(
      { id: 'ack', label: { ko: '데이터의 ACK: ack', en: 'ACK of the data: ack' }, place: ackPlace },
      answer.ack,
      {
        required: [
          ['M46', data.seq],
          ['M11', answer.seq],
          ['M02', oneMoreThanData(answer.ack)],
        ],
        optional: [
          ['M01', lastByteReceived(answer.ack)],
          ['M03', oneForTheSegment(data.seq)],
          ...unwrapped(data.seq, data.len),
        ],
      },
    ),
    stateField(
      {
        id: 'state',
        label: {
          ko: `${HOST[closer].ko}의 상태(데이터를 받은 뒤)`,
          en: `state of ${HOST[closer].en} after the data arrives`,
        },
        place: null,
      },
      state,
      {
        required: wrongAfterDataInFinWait(before),
      },
    ),
  ]);
  if (fields === null) return null;
  const asked = fields.flatMap((field) => (field.place === null ? [] : [field.place]));
  const secret = fields.flatMap((field) => (field.kind === 'number' ? [field.answer] : []));
  return {
    conventions: [ABSOLUTE_NUMBERS, ...conventions],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked,
      secret,
      hiddenStates: [closer],
      focus: [data.n, answer.n],
    }),
    figures: [],
    hints: HALF_CLOSE_HINTS,
    prompt: {
      ko: `${HOST[closer].ko}의 FIN(seq=${fin.seq})을 받은 뒤에 ${HOST[sender].ko}가 데이터 ${data.len}바이트(seq=${data.seq})를 보내고, ${HOST[closer].ko}가 이를 받습니다. 빈칸의 번호와 그 직후 ${HOST[closer].ko}의 상태는 무엇입니까?`,
      en: `Having received ${HOST[closer].en}'s FIN (seq ${fin.seq}), ${HOST[sender].en} sends ${dataBytes(data.len)} (seq ${data.seq}), which ${HOST[closer].en} receives. Which numbers belong in the blanks, and what state is ${HOST[closer].en} in then?`,
    },
    fields,
    explanation: [
      {
        text: {
          ko: `FIN(번호 ${finNumber(fin)})까지 받은 ${HOST[sender].ko}의 RCV.NXT는 ${sum(finNumber(fin), 1)}입니다. 데이터 세그먼트의 ack도, ${HOST[closer].ko}가 이제 보내는 ACK의 seq도 이 번호입니다.`,
          en: `With the FIN (number ${finNumber(fin)}) the RCV.NXT of ${HOST[sender].en} is ${sum(finNumber(fin), 1)}: the ack of the data segment, and the seq of every ACK ${HOST[closer].en} still sends.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `FIN은 ${HOST[closer].ko}가 보내는 방향만 닫습니다. 받은 데이터는 계속 ACK하므로 ack는 ${sum(data.seq, data.len)}입니다.`,
          en: `The FIN closes only the direction from ${HOST[closer].en}. Data received is still acknowledged: ack ${sum(data.seq, data.len)}.`,
        },
        rfc: 'RFC 9293 §3.6',
      },
      {
        text: {
          ko: `${HOST[closer].ko}의 FIN은 확인되었고(ack=${data.ack}) 상대의 FIN은 아직 오지 않았으므로 ${HOST[closer].ko}는 ${state}에 있습니다.`,
          en: `Its own FIN is acknowledged (ack ${data.ack}) and the peer's has not come, so ${HOST[closer].en} is in ${state}.`,
        },
        rfc: 'RFC 9293 §3.3.2',
      },
    ],
  };
}
