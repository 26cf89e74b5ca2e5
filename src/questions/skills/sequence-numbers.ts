import { seqDistance } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, RELATIVE_TO_ISN } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { ackTakesNumber } from '../misconceptions/handshake-rules.ts';
import {
  absoluteFromFirstByte,
  acrossDirections,
  relativeToFirstByte,
  sinceOtherIsn,
  unwrapped,
  unwrappedDifference,
} from '../misconceptions/numbers-rules.ts';
import { dataFrom, isPureAck, sentBy } from '../moments.ts';
import type { Place } from '../question.ts';
import { drawHost, drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { difference, HOST, HOST_FIRST, sum, withParticle } from '../words.ts';
import { FIRST_DATA_HINTS, TO_ABSOLUTE_HINTS, TO_RELATIVE_HINTS } from './numbers-hints.ts';

export const firstData: Skill = {
  id: 'seq.first-data',
  title: { ko: '첫 데이터의 seq', en: 'The seq of the first data' },
  type: 4,
  level: 'easy',
  concepts: ['numbers', 'handshake'],
  after: ['handshake.third-segment'],
  pose: (random) => {
    const host = drawHost(random);
    const peer = peerOf(host);
    const [size = 0, other = 0] = drawSizes(random, 2);
    const answers = random.chance(0.4);
    const turn = { host, sizes: [size] };
    const trace = play(random, {
      isn: drawIsns(random),
      turns: answers ? [{ host: peer, sizes: [other] }, turn] : [turn],
    });
    const [segment] = dataFrom(trace, host);
    const [syn] = sentBy(trace, host);
    if (segment === undefined || syn === undefined) return null;
    const acked = sentBy(trace, host).some((sent) => isPureAck(sent) && sent.n < segment.n);
    const place = { segment: segment.n, part: 'seq' } as const;
    const fields = allFields([
      numberField({ id: 'seq', label: LABELS.seq, place }, segment.seq, {
        required: [
          ['M07', ackTakesNumber(segment.seq)],
          ['M08', syn.seq],
          ['M11', segment.ack],
        ],
        optional: [
          ...(answers ? ([['M12', acrossDirections(segment.seq, other)]] as const) : []),
          ...unwrapped(syn.seq, 1),
        ],
      }),
    ]);
    return (
      fields && {
        prompt: {
          ko: `${HOST[host].ko}의 ISN은 ${syn.seq}입니다. ${HOST[host].ko}가 이 연결에서 처음 보내는 데이터 세그먼트(${segment.len}바이트)의 seq는 얼마입니까?`,
          en: `The ${host}'s ISN is ${syn.seq}. Which seq does the first data segment (${segment.len} bytes) that ${HOST[host].en} sends on this connection carry?`,
        },
        conventions: [ABSOLUTE_NUMBERS],
        trace,
        view: questionView(trace, {
          until: untilSeen(trace, segment.n),
          asked: [place],
          secret: [segment.seq],
          focus: [syn.n, segment.n],
        }),
        fields,
        figures: [],
        hints: FIRST_DATA_HINTS,
        explanation: [
          {
            text: {
              ko: `${HOST[host].ko}의 SYN이 ${syn.seq}번을 썼습니다. 다음 번호는 ${sum(syn.seq, 1)}입니다.`,
              en: `The ${host}'s SYN used number ${syn.seq}. The next one is ${sum(syn.seq, 1)}.`,
            },
            rfc: 'RFC 9293 §3.4',
          },
          {
            text: {
              ko: `${acked ? '그 뒤에 보낸 ACK는 번호를 차지하지 않으므로' : `그 뒤로 ${HOST[host].ko}가 보낸 것이 없으므로`} 첫 데이터 바이트의 번호는 그대로 ${segment.seq}입니다.`,
              en: `${acked ? 'ACKs sent since then take no number' : `${HOST_FIRST[host].en} has sent nothing since`}, so the first data byte is number ${segment.seq}.`,
            },
            rfc: 'RFC 9293 §3.5',
          },
        ],
      }
    );
  },
};

/** A number of a header in its stream: that stream's ISN and the other one's. */
interface Numbered {
  readonly trace: Trace;
  readonly segment: TracedSegment;
  readonly part: 'seq' | 'ack';
  readonly value: number;
  readonly isn: number;
  readonly otherIsn: number;
}

export const relativeNumber: Skill = {
  id: 'seq.relative',
  title: { ko: '상대 번호와 절대 번호', en: 'Relative and absolute numbers' },
  type: 15,
  level: 'easy',
  concepts: ['numbers', 'isn'],
  after: ['seq.first-data'],
  pose: (random) => {
    const host = drawHost(random);
    const peer = peerOf(host);
    const [a = 0, b = 0, c = 0] = drawSizes(random, 3);
    const trace = play(random, {
      isn: drawIsns(random),
      turns: [
        { host, sizes: [a] },
        { host: peer, sizes: [b] },
        { host, sizes: [c] },
      ],
    });
    const segment = dataFrom(trace, host).at(-1);
    const syn = sentBy(trace, host)[0];
    const peerSyn = sentBy(trace, peer)[0];
    if (segment === undefined || syn === undefined || peerSyn === undefined) return null;
    const part = random.pick(['seq', 'ack'] as const);
    const numbered: Numbered =
      part === 'seq'
        ? { trace, segment, part, value: segment.seq, isn: syn.seq, otherIsn: peerSyn.seq }
        : { trace, segment, part, value: segment.ack, isn: peerSyn.seq, otherIsn: syn.seq };
    return random.chance(0.6) ? toAbsolute(numbered) : toRelative(numbered);
  },
};

function toAbsolute(numbered: Numbered): QuestionDraft | null {
  const { segment, part, value, isn, otherIsn } = numbered;
  const relative = seqDistance(isn, value);
  const place: Place = { segment: segment.n, part };
  const fields = allFields([
    numberField({ id: part, label: LABELS[part], place }, value, {
      required: [
        ['M24', relative],
        ['N10', absoluteFromFirstByte(value)],
        ['M12', acrossDirections(otherIsn, relative)],
      ],
      optional: unwrapped(isn, relative),
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `분석 도구는 ${HOST[segment.from].ko}가 보낸 이 데이터 세그먼트(${segment.len}바이트)의 ${part}를 상대 번호 ${withParticle(relative, '으로/로')} 표시합니다. 헤더에 실린 절대 번호는 얼마입니까?`,
        en: `An analyser shows the ${part} of this data segment (${segment.len} bytes) from ${HOST[segment.from].en} as the relative number ${relative}. Which absolute number is in the header?`,
      },
      ...relativeFrame(numbered, [place]),
      hints: TO_ABSOLUTE_HINTS,
      fields,
      explanation: [
        streamStep(numbered),
        {
          text: {
            ko: `절대 번호는 ISN에 상대 번호를 더한 값입니다: ${sum(isn, relative)}.`,
            en: `The absolute number is the ISN plus the relative one: ${sum(isn, relative)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
      ],
    }
  );
}

function toRelative(numbered: Numbered): QuestionDraft | null {
  const { segment, part, value, isn, otherIsn } = numbered;
  const relative = seqDistance(isn, value);
  const label =
    part === 'seq' ? { ko: 'seq(상대 번호)', en: 'relative seq' } : { ko: 'ack(상대 번호)', en: 'relative ack' };
  const fields = allFields([
    numberField({ id: 'relative', label, place: null }, relative, {
      required: [
        ['N18', value],
        ['N10', relativeToFirstByte(relative)],
        ['M12', sinceOtherIsn(otherIsn, value)],
      ],
      optional: unwrappedDifference(isn, value),
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${HOST_FIRST[segment.from].ko}가 보낸 이 데이터 세그먼트(${segment.len}바이트)의 ${part} 필드 값은 ${value}입니다. 이 번호를 상대 번호로 나타내면 얼마입니까?`,
        en: `The ${part} field of this data segment (${segment.len} bytes) from ${HOST[segment.from].en} holds ${value}. What is that as a relative number?`,
      },
      ...relativeFrame(numbered, []),
      hints: TO_RELATIVE_HINTS,
      fields,
      explanation: [
        streamStep(numbered),
        {
          text: {
            ko: `상대 번호는 절대 번호에서 ISN을 뺀 값입니다: ${difference(value, isn)}.`,
            en: `The relative number is the absolute one minus the ISN: ${difference(value, isn)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
      ],
    }
  );
}

/** What both directions of reckoning have in common. */
function relativeFrame({ trace, segment, part, value }: Numbered, asked: readonly Place[]) {
  return {
    conventions: [RELATIVE_TO_ISN],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, segment.n),
      asked,
      // Even where it is not asked: a ladder in relative numbers would show the answer here.
      alsoHidden: [{ segment: segment.n, part }],
      secret: [value],
      focus: [segment.n],
    }),
    figures: [],
  };
}

function streamStep({ segment, part, isn }: Numbered) {
  const stream = part === 'seq' ? segment.from : peerOf(segment.from);
  return {
    text: {
      ko: `이 ${part}는 ${HOST[stream].ko}가 보내는 스트림의 번호이고, ${HOST[stream].ko}의 ISN은 ${isn}입니다.`,
      en: `This ${part} is a number of the ${stream}'s stream, and the ${stream}'s ISN is ${isn}.`,
    },
    rfc: 'RFC 9293 §3.4',
  };
}
