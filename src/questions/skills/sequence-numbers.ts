import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import { seqAdd, seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment, WIDEST } from '../captured/moment.ts';
import { scanStreams } from '../captured/stream-scan.ts';
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
    return firstDataDraft({ trace, syn, segment, since: acked ? 'acks' : 'nothing', received: answers ? other : 0 });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, firstDataOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.syn.n, moment.segment.n]);
    if (moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const syn = excerpt.at(moment.syn.n);
    const segment = excerpt.at(moment.segment.n);
    return inExcerpt(excerpt, firstDataDraft({ ...moment, trace, syn, segment }));
  },
};

interface FirstData {
  readonly syn: TracedSegment;
  readonly segment: TracedSegment;
  /** What its host has sent between the two; a capture need not have all of that, only nothing that takes a number. */
  readonly since: 'acks' | 'nothing' | 'no-number';
  /** Data bytes of the peer before it. */
  readonly received: number;
}

/** The first data of either end of a captured conversation, right after its ISN. */
const firstDataOn = momentsOf((captured): readonly FirstData[] => {
  const found: FirstData[] = [];
  scanStreams(captured, (segment, own, peer) => {
    const { syn, data, last } = own;
    if (segment.len === 0 || syn === null || data.length > 0 || !isPlain(captured, segment)) return;
    if (!own.gapless || own.next !== segment.seq) return;
    if (segment.flags.includes('SYN') || syn.len > 0 || segment.seq !== seqAdd(syn.seq, 1)) return;
    const acked = last !== null && isPureAck(last);
    found.push({ syn, segment, since: acked ? 'acks' : 'no-number', received: peer.gapless ? peer.bytes : 0 });
  });
  return found;
});

function firstDataDraft({
  trace,
  syn,
  segment,
  since,
  received,
}: FirstData & { readonly trace: Trace }): QuestionDraft | null {
  const host = segment.from;
  const place = { segment: segment.n, part: 'seq' } as const;
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place }, segment.seq, {
      required: [
        ['M07', ackTakesNumber(segment.seq)],
        ['M08', syn.seq],
        ['M11', segment.ack],
      ],
      optional: [
        ...(received > 0 ? ([['M12', acrossDirections(segment.seq, received)]] as const) : []),
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
            ko: `${SINCE[since](host).ko} 첫 데이터 바이트의 번호는 그대로 ${segment.seq}입니다.`,
            en: `${SINCE[since](host).en}, so the first data byte is number ${segment.seq}.`,
          },
          rfc: 'RFC 9293 §3.5',
        },
      ],
    }
  );
}

const SINCE: Readonly<Record<FirstData['since'], (host: HostName) => Text>> = {
  acks: () => ({ ko: '그 뒤에 보낸 ACK는 번호를 차지하지 않으므로', en: 'ACKs sent since then take no number' }),
  nothing: (host) => ({
    ko: `그 뒤로 ${HOST[host].ko}가 보낸 것이 없으므로`,
    en: `${HOST_FIRST[host].en} has sent nothing since`,
  }),
  'no-number': () => ({
    ko: '그 뒤로 번호를 차지하는 것은 보내지 않았으므로',
    en: 'Nothing that takes a number has been sent since',
  }),
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
    return relativeDraft({ trace, segment, syn, peerSyn }, random);
  },
  poseOn: (captured, random) => {
    if (captured.numbers === 'relative') return null;
    const moment = pickMoment(random, numberedOn(captured));
    const excerpt = moment && excerptAround(captured, [Math.min(moment.syn.n, moment.peerSyn.n), moment.segment.n]);
    if (moment === null || excerpt === null) return null;
    const [segment, syn, peerSyn] = [moment.segment, moment.syn, moment.peerSyn].map(({ n }) => excerpt.at(n));
    if (segment === undefined || syn === undefined || peerSyn === undefined) return null;
    return inExcerpt(excerpt, relativeDraft({ trace: excerpt.captured.trace, segment, syn, peerSyn }, random));
  },
};

/** A data segment, and the SYNs its numbers count from. */
interface Counted {
  readonly segment: TracedSegment;
  readonly syn: TracedSegment;
  readonly peerSyn: TracedSegment;
}

/** Data segments of a captured conversation that stand within sight of both SYNs. */
const numberedOn = momentsOf((captured): readonly Counted[] => {
  const found: Counted[] = [];
  scanStreams(captured, (segment, own, peer) => {
    if (segment.n > WIDEST || segment.len === 0 || own.syn === null || peer.syn === null) return;
    if (!own.gapless || !peer.gapless || !isPlain(captured, segment)) return;
    if (segment.flags.includes('SYN') || !segment.flags.includes('ACK')) return;
    found.push({ segment, syn: own.syn, peerSyn: peer.syn });
  });
  return found;
});

function relativeDraft(
  { trace, segment, syn, peerSyn }: Counted & { readonly trace: Trace },
  random: Random,
): QuestionDraft | null {
  const part = random.pick(['seq', 'ack'] as const);
  const numbered: Numbered =
    part === 'seq'
      ? { trace, segment, part, value: segment.seq, isn: syn.seq, otherIsn: peerSyn.seq }
      : { trace, segment, part, value: segment.ack, isn: peerSyn.seq, otherIsn: syn.seq };
  return random.chance(0.6) ? toAbsolute(numbered) : toRelative(numbered);
}

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
