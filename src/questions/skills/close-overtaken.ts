import type { Random } from '../../simulator/random.ts';
import { type HostName, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { answerTo, finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, choiceField, LABELS, numberField, stateField } from '../fields.ts';
import { snapshotBefore } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { drawOvertaking, type Overtaking } from '../situations/overtaking.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { stateAfter } from './state-after.ts';
import { PEER_FIN_IN_ESTABLISHED, PEER_FIN_IN_FIN_WAIT_2, type WrongState } from './state-wrong.ts';
import { unwrapped } from './wrong-sums.ts';

export const finOvertakes: Skill = {
  id: 'close.fin-overtakes',
  title: { ko: '데이터를 앞지른 FIN', en: 'A FIN that overtakes data' },
  type: 56,
  level: 'expert',
  concepts: ['late-segment', 'close', 'states'],
  pose: (random) => {
    const overtaking = drawOvertaking(random);
    if (overtaking === null) return null;
    const receiver = peerOf(overtaking.sender);
    const before = snapshotBefore(overtaking.trace, receiver, overtaking.finArrival.index)?.state;
    if (before !== 'ESTABLISHED' && before !== 'FIN-WAIT-2') return null;
    const moment = { ...overtaking, receiver, before };
    switch (random.int(1, 5)) {
      case 1:
        return reaction(random, moment);
      case 2:
      case 3:
        return early(moment);
      default:
        return filled(moment);
    }
  },
};

interface Moment extends Overtaking {
  readonly receiver: HostName;
  /** The receiver's state when the FIN arrives. */
  readonly before: 'ESTABLISHED' | 'FIN-WAIT-2';
}

/** The ack and the state when the FIN arrives above the gap. */
function early(moment: Moment): QuestionDraft | null {
  const { trace, receiver, before, fin, finArrival, late } = moment;
  const answer = answerTo(trace, finArrival);
  const state = stateAfter(trace, finArrival.index);
  if (answer === null || state === null) return null;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [
        ['N21', endOf(fin)],
        ['M09', finNumber(fin)],
        ['M11', answer.seq],
      ],
      optional: [['N44', endOf(late)]],
    }),
    stateField({ id: 'state', label: stateLabel(receiver), place: null }, state, { required: wrongEarly(before) }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
    prompt: {
      ko: `${situation(moment, false).ko} 이 FIN에 ${HOST[receiver].ko}가 곧바로 답하는 ACK의 ack는 얼마이고, 그 직후 ${HOST[receiver].ko}의 상태는 무엇입니까?`,
      en: `${situation(moment, false).en} Which ack does ${HOST[receiver].en} send at once in answer to this FIN, and what state is it in then?`,
    },
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      alsoHidden: repeatedAcks(moment, answer),
      hiddenStates: [receiver],
      focus: [late.n, fin.n, answer.n],
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

/** The ack and the state once the gap is filled. */
function filled(moment: Moment): QuestionDraft | null {
  const { trace, receiver, before, fin, filling, late, lost } = moment;
  const answer = answerTo(trace, filling);
  const state = stateAfter(trace, filling.index);
  if (answer === null || state === null) return null;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [
        ['M09', finNumber(fin)],
        ['N42', late.seq],
        ['M11', answer.seq],
      ],
      optional: [['M14', endOf(late)], ...unwrapped(fin.seq, fin.len, 1)],
    }),
    stateField({ id: 'state', label: stateLabel(receiver), place: null }, state, {
      required: before === 'ESTABLISHED' ? PEER_FIN_IN_ESTABLISHED : PEER_FIN_IN_FIN_WAIT_2,
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
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
                en: `In ESTABLISHED a processed FIN leads to ${state}, until the own application closes.`,
              },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

/** What the receiver does with the early FIN. */
function reaction(random: Random, moment: Moment): QuestionDraft | null {
  const { trace, receiver, before, fin, finArrival, late } = moment;
  const answer = answerTo(trace, finArrival);
  if (answer === null) return null;
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
      text: { ko: '순서가 틀린 FIN이므로 RST를 보냅니다', en: 'sends a RST, since the FIN is out of order' },
    },
  ]);
  const fields = allFields([
    choiceField({ id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null }, options, 'keep', {
      required: [
        ['M38', 'wait'],
        ['N21', 'give-up'],
        ['N20', 'silent'],
        ['M42', 'reset'],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(moment),
    prompt: {
      ko: `${situation(moment).ko} ${HOST[receiver].ko}는 이 FIN을 어떻게 합니까?`,
      en: `${situation(moment).en} What does ${HOST[receiver].en} do with this FIN?`,
    },
    view: questionView(trace, {
      until: finArrival.index + 1,
      asked: [],
      hiddenStates: [receiver],
      focus: [late.n, fin.n],
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

function wrongEarly(before: Moment['before']): readonly WrongState[] {
  return before === 'ESTABLISHED'
    ? [
        ['N21', 'CLOSE-WAIT'],
        ['M38', 'TIME-WAIT'],
      ]
    : [
        ['M38', 'TIME-WAIT'],
        ['M36', 'CLOSE-WAIT'],
        ['N25', 'CLOSED'],
      ];
}

/** `withSeq`: whether the late data's own number is said; it is the answer when the early FIN's ACK is asked. */
function situation({ receiver, sender, before, late, fin, lost }: Moment, withSeq = true) {
  const seq = { ko: withSeq ? `(seq=${late.seq})` : '', en: withSeq ? ` (seq ${late.seq})` : '' };
  return {
    ko: `${HOST[receiver].ko}는 ${before}에 있습니다. ${HOST[sender].ko}가 보낸 데이터 ${late.len}바이트${seq.ko}가 ${lost ? '유실되어' : '지연되어'}, 그보다 나중에 보낸 FIN(seq=${fin.seq})이 먼저 도착했습니다.`,
    en: `${HOST_FIRST[receiver].en} is in ${before}. ${late.len} data bytes${seq.en} from ${HOST[sender].en} ${lost ? 'were lost' : 'are delayed'}, so the FIN sent after them (seq ${fin.seq}) arrives first.`,
  };
}

function gapStep({ receiver, late, fin }: Moment) {
  return {
    text: {
      ko: `${HOST[receiver].ko}가 기다리는 번호(RCV.NXT)는 ${late.seq}, FIN의 번호는 ${finNumber(fin)}입니다. 처리는 번호 순서대로만 하므로 아직 FIN의 차례가 아닙니다.`,
      en: `${HOST_FIRST[receiver].en} expects ${late.seq} (RCV.NXT), and the FIN has number ${finNumber(fin)}. Segments are processed in the order of their numbers: it is not the FIN's turn.`,
    },
    rfc: 'RFC 9293 §3.10.7.4',
  };
}

function stateLabel(host: HostName) {
  return { ko: `${HOST[host].ko}의 상태`, en: `state of ${HOST[host].en}` };
}

/** Duplicate ACKs already sent for the same gap would tell the number. */
function repeatedAcks({ trace, late }: Moment, answer: TracedSegment) {
  return trace.segments
    .filter((s) => s.from === answer.from && s.n > late.n && s.n < answer.n && s.ack === answer.ack)
    .map((s) => ({ segment: s.n, part: 'ack' }) as const);
}

function frame({ trace }: Moment) {
  return {
    conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
    trace,
    hint: {
      ko: 'FIN도 순서 번호를 하나 차지합니다. 그 앞의 번호가 모두 채워져야 처리됩니다.',
      en: 'A FIN has a sequence number too: it is processed once every number before it is in.',
    },
  };
}
