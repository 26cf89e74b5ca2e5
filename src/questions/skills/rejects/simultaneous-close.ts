import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import type { State } from '../../../tcp/state.ts';
import { HOST_NAMES, type HostName, peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { closeExcerpt, closingOn, isIn } from '../../captured/closing.ts';
import { inExcerpt } from '../../captured/moment.ts';
import { finNumber } from '../../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { allFields, choiceField, LABELS, numberField, stateField } from '../../fields.ts';
import { wrongAckOfFin } from '../../misconceptions/closing-rules.ts';
import { isPureAck } from '../../moments.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawBothClose } from '../../situations/crossing.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';
import { stateAfter } from '../state-after.ts';
import { bothWait, oneWaits } from './simultaneous-close-words.ts';

export const simultaneousClose: Skill = {
  id: 'close.both-close',
  title: { ko: '동시 종료인지 가려내기', en: 'Simultaneous close, or not' },
  type: 52,
  level: 'hard',
  concepts: ['close', 'states', 'late-segment'],
  after: ['close.four-segments', 'state.next'],
  pose: (random) => {
    const crossed = random.chance(0.65);
    const drawn = drawBothClose(random, crossed);
    if (drawn === null) return null;
    const { trace, host, arrival, own, answer } = drawn;
    const { segment: fin } = arrival;
    const state = stateAfter(trace, arrival.index);
    const waits = trace.events.flatMap((e) => (e.kind === 'state' && e.to === 'TIME-WAIT' ? [e.host] : []));
    if (state === null || waits.length !== (crossed ? 2 : 1)) return null;
    return draft(
      random,
      { trace, host, own, fin, answer, state, crossed },
      {
        ko: '양쪽 애플리케이션이 잇달아 close를 호출했습니다.',
        en: 'Both applications called close, one shortly after the other.',
      },
    );
  },
  poseOn: (captured, random) => {
    const closing = closingOn(captured);
    const excerpt = closing && closeExcerpt(captured, closing);
    if (closing === null || excerpt === null) return null;
    const { closer, answer, peerFin, lastAck, crossed } = closing;
    // Where the peer's FIN acknowledges the first, nothing else may have told that side before.
    if (!crossed && answer.n !== peerFin.n) return null;
    const host = crossed ? random.pick(HOST_NAMES) : closer;
    const state = crossed ? 'CLOSING' : 'TIME-WAIT';
    const reply = host === closer ? lastAck : answer;
    if (!isPureAck(reply) || !isIn(captured, host, reply.n, state)) return null;
    const within = excerpt.closing;
    const [own, fin, sent] =
      host === closer
        ? ([within.fin, within.peerFin, within.lastAck] as const)
        : ([within.peerFin, within.fin, within.answer] as const);
    if (sent.seq !== endOf(own)) return null;
    return inExcerpt(
      excerpt,
      draft(
        random,
        { trace: excerpt.captured.trace, host, own, fin, answer: sent, state, crossed },
        { ko: '양쪽이 모두 FIN을 보냈습니다.', en: 'Both sides have sent their FINs.' },
      ),
    );
  },
};

/** The FIN of a host's peer arrives in FIN-WAIT-1. */
interface BothClosed {
  readonly trace: Trace;
  readonly host: HostName;
  readonly own: TracedSegment;
  readonly fin: TracedSegment;
  readonly answer: TracedSegment;
  /** Of the host, after that. */
  readonly state: State;
  readonly crossed: boolean;
}

/** `begun`: how the prompt begins. */
function draft(
  random: Random,
  { trace, host, own, fin, answer, state, crossed }: BothClosed,
  begun: Text,
): QuestionDraft | null {
  const peer = peerOf(host);
  const first = own.sentMs < fin.sentMs || (own.sentMs === fin.sentMs && own.n < fin.n) ? host : peer;
  const seqPlace = { segment: answer.n, part: 'seq' } as const;
  const ackPlace = { segment: answer.n, part: 'ack' } as const;
  const options = random.shuffle([
    { id: 'both', text: { ko: '둘 다', en: 'both' } },
    { id: 'client', text: { ko: '클라이언트만', en: 'only the client' } },
    { id: 'server', text: { ko: '서버만', en: 'only the server' } },
    { id: 'none', text: { ko: '어느 쪽도 지나지 않음', en: 'neither' } },
  ]);
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, answer.seq, {
      required: [
        ['M09', finNumber(own)],
        ['M11', answer.ack],
      ],
      optional: [['M07', seqAdd(answer.seq, 1)]],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, answer.ack, wrongAckOfFin(fin, answer)),
    stateField(
      { id: 'state', label: { ko: `${HOST[host].ko}의 상태`, en: `state of ${HOST[host].en}` }, place: null },
      state,
      {
        required: [['N24', 'FIN-WAIT-1'], crossed ? ['N23', 'TIME-WAIT'] : ['N36', 'CLOSING'], ['M36', 'CLOSE-WAIT']],
      },
    ),
    choiceField(
      { id: 'waits', label: { ko: 'TIME-WAIT를 지나는 쪽', en: 'who passes through TIME-WAIT' }, place: null },
      options,
      crossed ? 'both' : host,
      {
        required: [crossed ? ['N197', first] : ['N32', 'both'], ['M36', peerOf(first)], ['N25', 'none']],
      },
    ),
  ]);
  if (fields === null) return null;
  return {
    prompt: {
      ko: `${begun.ko} 자기 FIN(seq=${own.seq})을 보내고 FIN-WAIT-1에 있는 ${HOST[host].ko}에 ${HOST[peer].ko}의 FIN(seq=${fin.seq}, ack=${fin.ack})이 도착합니다. ${HOST[host].ko}가 곧바로 보내는 답의 seq와 ack는 얼마이고, 그 뒤의 상태는 무엇입니까? 아무것도 유실되지 않으면 어느 쪽이 TIME-WAIT를 지납니까?`,
      en: `${begun.en} ${HOST_FIRST[host].en}, in FIN-WAIT-1 after its own FIN (seq ${own.seq}), receives the FIN (seq ${fin.seq}, ack ${fin.ack}) of ${HOST[peer].en}. Which seq and ack are in the answer that ${HOST[host].en} sends at once, and what state is it in afterwards? If nothing is lost, who passes through TIME-WAIT?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [seqPlace, ackPlace],
      // The ack that tells whether the FINs have crossed has to be seen.
      secret: crossed ? [answer.seq, answer.ack] : [answer.ack],
      hiddenStates: ['client', 'server'],
      focus: [fin.n, answer.n],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: '두 가지를 따로 봅니다. 상대의 FIN을 받았는지, 그리고 자기 FIN이 확인되었는지입니다.',
        en: "Two things are to be told apart: whether the peer's FIN is here, and whether one's own is acknowledged.",
      },
      {
        ko: '도착한 FIN 세그먼트의 ack를 자기 FIN의 번호와 비교하면, 상대가 그때 자기 FIN을 받았는지 알 수 있습니다.',
        en: "Compare the ack of the FIN that arrives with the number of one's own FIN: it tells whether the peer had received that.",
      },
      {
        ko: 'seq는 자기 FIN의 번호 + 1, ack는 상대 FIN의 번호 + 1입니다. FIN이 서로 엇갈렸다면 양쪽이 같은 길을 지나고, 아니면 먼저 닫은 쪽만 기다립니다.',
        en: "seq is the number of one's own FIN + 1, ack that of the peer's FIN + 1. If the FINs have crossed both sides go the same way, else only the first closer waits.",
      },
    ],
    explanation: [
      {
        text: {
          ko: `${HOST[host].ko}의 FIN이 번호 ${finNumber(own)}번을 썼으므로 seq는 ${sum(finNumber(own), 1)}, ${HOST[peer].ko}의 FIN이 ${finNumber(fin)}번을 썼으므로 ack는 ${sum(finNumber(fin), 1)}입니다.`,
          en: `${HOST_FIRST[host].en}'s FIN used number ${finNumber(own)}, so seq is ${sum(finNumber(own), 1)}; the FIN of ${HOST[peer].en} used ${finNumber(fin)}, so ack is ${sum(finNumber(fin), 1)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      ...(crossed ? bothWait(host, fin, state) : oneWaits(host, fin, state)),
    ],
  };
}
