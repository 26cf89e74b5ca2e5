import type { Text } from '../../language.ts';
import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, LABELS, numberField, stateField } from '../fields.ts';
import { countedAgain, finNotCounted, wrongAckOfFin } from '../misconceptions/closing-rules.ts';
import { ackTakesNumber } from '../misconceptions/handshake-rules.ts';
import { REPEATED_FIN_IN_TIME_WAIT } from '../misconceptions/states-rules.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { REPEATED_FIN_HINTS } from './time-wait-hints.ts';

/** A host in TIME-WAIT gets its peer's FIN once more. */
export interface RepeatedFin {
  readonly trace: Trace;
  readonly waiter: HostName;
  readonly ownFin: TracedSegment;
  readonly peerFin: TracedSegment;
  /** The peer's FIN as it comes again. */
  readonly again: TracedSegment;
  readonly answer: TracedSegment;
  /** Of the waiter, after that. */
  readonly state: State;
}

/** The answer to a FIN that comes again; `why` it does is part of the prompt: a sentence in Korean, a clause in English. */
export function repeatedFinDraft(
  { trace, waiter, ownFin, peerFin, again, answer, state }: RepeatedFin,
  why: Text,
): QuestionDraft | null {
  const seqPlace = { segment: answer.n, part: 'seq' } as const;
  const ackPlace = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, answer.seq, {
      required: [
        ['M09', finNotCounted(ownFin)],
        ['M07', ackTakesNumber(answer.seq)],
        ['M11', answer.ack],
      ],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, answer.ack, {
      ...wrongAckOfFin(peerFin, answer),
      optional: [['N28', countedAgain(answer.ack, 1)]],
    }),
    stateField(
      { id: 'state', label: { ko: `${HOST[waiter].ko}의 상태`, en: `state of ${HOST[waiter].en}` }, place: null },
      state,
      {
        required: REPEATED_FIN_IN_TIME_WAIT,
      },
    ),
  ]);
  if (fields === null) return null;
  const other = peerOf(waiter);
  return {
    prompt: {
      ko: `TIME-WAIT에 있는 ${HOST[waiter].ko}에 ${HOST[other].ko}의 FIN(seq=${peerFin.seq})이 다시 도착했습니다. ${why.ko} ${HOST[waiter].ko}가 보내는 답의 seq와 ack는 얼마이고, 그 뒤의 상태는 무엇입니까?`,
      en: `${HOST_FIRST[waiter].en} is in TIME-WAIT when ${HOST[other].en}'s FIN (seq ${peerFin.seq}) comes again, ${why.en}. Which seq and ack does ${HOST[waiter].en}'s answer carry, and what state is it in afterwards?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [seqPlace, ackPlace],
      secret: [answer.seq, answer.ack],
      hiddenStates: [waiter],
      focus: [again.n, answer.n],
    }),
    fields,
    figures: [],
    hints: REPEATED_FIN_HINTS,
    explanation: [
      {
        text: {
          ko: `${HOST[waiter].ko}의 FIN은 ${finNumber(ownFin)}번을 썼으므로 SND.NXT, 곧 seq는 ${sum(finNumber(ownFin), 1)}입니다. ACK를 다시 보내도 번호는 늘지 않습니다.`,
          en: `${HOST_FIRST[waiter].en}'s FIN used number ${finNumber(ownFin)}, so SND.NXT and thus seq is ${sum(finNumber(ownFin), 1)}. Sending an ACK again takes no number.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `상대의 FIN(번호 ${finNumber(peerFin)})은 이미 처리했으므로 RCV.NXT, 곧 ack는 그대로 ${sum(finNumber(peerFin), 1)}입니다.`,
          en: `The peer's FIN (number ${finNumber(peerFin)}) has been processed already, so RCV.NXT and thus ack is still ${sum(finNumber(peerFin), 1)}.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `다시 ACK한 다음 ${state}에 머물며 2MSL 타이머를 처음부터 다시 시작합니다.`,
          en: `After this ACK it stays in ${state} and starts the 2 MSL timer afresh.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
