import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import type { State } from '../../../tcp/state.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { bothOpenOn } from '../../captured/both-open.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { allFields, choiceField, flagsField, LABELS, numberField, stateField } from '../../fields.ts';
import { segmentAt } from '../../moments.ts';
import type { Place } from '../../question.ts';
import { drawBothOpen } from '../../situations/crossing.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';
import { stateAfter } from '../state-after.ts';

export const simultaneousOpen: Skill = {
  id: 'handshake.both-open',
  title: { ko: '동시 열기', en: 'Simultaneous open' },
  type: 51,
  level: 'hard',
  concepts: ['handshake', 'states'],
  after: ['handshake.third-segment', 'state.next'],
  pose: (random) => {
    const drawn = drawBothOpen(random);
    if (drawn === null) return null;
    const { trace, host, arrival, own, answer, lost } = drawn;
    const state = stateAfter(trace, arrival.index);
    return (
      state &&
      draft(
        random,
        { trace, host, segment: arrival.segment, own, answer, state, lost },
        { ko: '양쪽이 모두 connect를 호출해 SYN을 보냈습니다.', en: 'Both sides have called connect and sent a SYN.' },
      )
    );
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, bothOpenOn(captured));
    const excerpt = moment && excerptAround(captured, [1, moment.answer.n]);
    if (moment === null || excerpt === null) return null;
    const { own, segment, answer } = moment;
    const met: Met = {
      trace: excerpt.captured.trace,
      host: own.from,
      own: excerpt.at(own.n),
      segment: excerpt.at(segment.n),
      answer: excerpt.at(answer.n),
      state: 'SYN-RECEIVED',
      lost: false,
    };
    return inExcerpt(
      excerpt,
      draft(random, met, { ko: '양쪽이 모두 SYN을 보냈습니다.', en: 'Both sides have sent a SYN.' }),
    );
  },
};

/** A SYN or SYN,ACK arrives at a host that has sent a SYN, and is answered. */
interface Met {
  readonly trace: Trace;
  readonly host: HostName;
  readonly own: TracedSegment;
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
  /** Of the host, after that. */
  readonly state: State;
  /** The first SYN of the peer was lost. */
  readonly lost: boolean;
}

/** `begun`: how the prompt begins. */
function draft(
  random: Random,
  { trace, host, own, segment, answer, state, lost }: Met,
  begun: Text,
): QuestionDraft | null {
  const peer = peerOf(host);
  const acked = segment.flags.includes('ACK');
  const at = { segment: answer.n };
  const options = random.shuffle([
    { id: 'one', text: { ko: '연결 하나', en: 'one connection' } },
    { id: 'two', text: { ko: '연결 둘, 방향마다 하나씩', en: 'two connections, one for each SYN' } },
    { id: 'none', text: { ko: '연결 없음, 둘 다 거절됨', en: 'no connection: both are refused' } },
  ]);
  const fields = allFields([
    flagsField({ id: 'flags', label: LABELS.flags, place: { ...at, part: 'flags' } }, answer.flags, {
      required: [
        ...(acked ? ([['N196', ['SYN', 'ACK']]] as const) : ([['N02', ['ACK']]] as const)),
        ['M42', ['RST', 'ACK']],
      ],
    }),
    numberField({ id: 'seq', label: LABELS.seq, place: { ...at, part: 'seq' } }, answer.seq, {
      required: [acked ? ['N196', own.seq] : ['N02', seqAdd(own.seq, 1)], ['M11', answer.ack]],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: { ...at, part: 'ack' } }, answer.ack, {
      required: [
        ['M04', segment.seq],
        ['M11', answer.seq],
      ],
    }),
    stateField(
      { id: 'state', label: { ko: `${HOST[host].ko}의 상태`, en: `state of ${HOST[host].en}` }, place: null },
      state,
      { required: [acked ? ['N196', 'SYN-RECEIVED'] : ['N23', 'ESTABLISHED'], ['N24', 'SYN-SENT']] },
    ),
    choiceField({ id: 'count', label: { ko: '맺어지는 것', en: 'what results' }, place: null }, options, 'one', {
      required: [
        ['N191', 'two'],
        ['M42', 'none'],
      ],
    }),
  ]);
  if (fields === null) return null;
  const flags = segment.flags.join(',');
  return {
    prompt: {
      ko: `${begun.ko} ${lost ? `${HOST[peer].ko}의 SYN은 유실되었습니다. ` : ''}SYN-SENT에 있는 ${HOST[host].ko}에 ${HOST[peer].ko}의 ${flags}(seq=${segment.seq})${acked ? '가' : '이'} 도착합니다. ${HOST[host].ko}가 곧바로 보내는 답의 플래그, seq, ack는 무엇이고, 그 뒤 ${HOST[host].ko}의 상태는 무엇입니까? 더 유실되는 것이 없으면 무엇이 맺어집니까?`,
      en: `${begun.en} ${lost ? `The SYN of ${HOST[peer].en} was lost. ` : ''}${HOST_FIRST[host].en}, in SYN-SENT, now receives the ${flags} (seq ${segment.seq}) of ${HOST[peer].en}. Which flags, seq and ack are in the answer it sends at once, and what state is it in afterwards? What results if nothing more is lost?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: fields.flatMap(({ place }) => place ?? []),
      alsoHidden: siblings(trace, answer.n),
      hiddenStates: ['client', 'server'],
      focus: [segment.n, answer.n],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: '자기 SYN이 ACK되기 전까지는 보내는 세그먼트에 그 SYN이 계속 들어갑니다.',
        en: "Until one's own SYN is acknowledged, that SYN stays in what one sends.",
      },
      {
        ko: '도착한 세그먼트에 ACK 플래그가 있는지 봅니다. 자기 SYN이 확인되었는지가 거기에 있습니다.',
        en: "See whether the arriving segment has the ACK flag: that tells whether one's own SYN is acknowledged.",
      },
      {
        ko: 'ack는 상대의 ISN + 1입니다. seq는 SYN을 다시 보내면 자기 ISN, 아니면 자기 ISN + 1입니다. 연결은 4-튜플로 구별합니다.',
        en: "ack is the peer's ISN + 1. seq is one's own ISN where the SYN goes out again, else ISN + 1. A connection is known by its 4-tuple.",
      },
    ],
    explanation: [
      {
        text: acked
          ? {
              ko: `SYN,ACK(ack=${segment.ack})는 ${HOST[host].ko}의 SYN(seq=${own.seq})을 확인합니다. 상대의 SYN도 받았으므로 ${state}가 되고 ACK만 보냅니다. seq는 ${sum(own.seq, 1)}입니다.`,
              en: `The SYN,ACK (ack ${segment.ack}) acknowledges ${HOST[host].en}'s SYN (seq ${own.seq}). With the peer's SYN here too it is ${state} and sends a plain ACK; seq is ${sum(own.seq, 1)}.`,
            }
          : {
              ko: `상대의 SYN은 받았지만 ${HOST[host].ko}의 SYN은 아직 확인되지 않았습니다. ${state}로 가고, 자기 SYN을 같은 번호(seq=${answer.seq})로 ACK와 함께 다시 보냅니다.`,
              en: `The peer's SYN is here but ${HOST[host].en}'s own is not acknowledged yet. It enters ${state} and sends its SYN again with the same seq ${answer.seq}, now with an ACK.`,
            },
        rfc: 'RFC 9293 §3.10.7.3',
      },
      {
        text: {
          ko: `상대의 SYN이 번호를 하나 차지하므로 ack는 ${sum(segment.seq, 1)}입니다.`,
          en: `The peer's SYN takes one number, so ack is ${sum(segment.seq, 1)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: '두 SYN의 주소와 포트 쌍은 같습니다. 그래서 둘은 한 연결의 두 방향이고, 맺어지는 연결은 하나입니다.',
          en: 'Both SYNs name the same pair of addresses and ports: they are the two directions of one connection.',
        },
        rfc: 'RFC 9293 §3.5',
      },
    ],
  };
}

/** The same answer from the other side, sent at about the same time, shows what this one looks like. */
function siblings(trace: Trace, n: number): readonly Place[] {
  return trace.segments
    .filter(
      (segment) =>
        segment.n !== n && segment.flags.join() === 'SYN,ACK' && segment.n > 2 && !isArriving(trace, segment, n),
    )
    .flatMap(({ n: segment }) => [
      { segment, part: 'flags' } as const,
      { segment, part: 'seq' } as const,
      { segment, part: 'ack' } as const,
    ]);
}

/** Whether it is the segment that segment n answers. */
function isArriving(trace: Trace, segment: TracedSegment, n: number): boolean {
  const answer = segmentAt(trace, n);
  return segment.from !== answer.from && segment.arrivedMs === answer.sentMs;
}
