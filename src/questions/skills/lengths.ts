import type { Random } from '../../simulator/random.ts';
import type { Flag } from '../../tcp/segment.ts';
import { seqAdd, seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment } from '../captured/moment.ts';
import { hasFinding, scanStreams } from '../captured/stream-scan.ts';
import { NOTHING_RETRANSMITTED } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { ackTakesNumber, SYN_AS_DATA } from '../misconceptions/handshake-rules.ts';
import {
  bothEnds,
  lastMinusFirst,
  oneMoreThanData,
  unwrappedDifference,
  withoutHeaders,
  withTcpHeader,
} from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { dataFrom, isPureAck, sendIndex, sentBy } from '../moments.ts';
import type { ExplanationStep } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import { drawHost, drawIsns, drawSizes, MSS } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, difference, HOST, HOST_FIRST } from '../words.ts';
import { DATA_LENGTH_HINTS, SEGMENT_LENGTH_HINTS } from './numbers-hints.ts';

export const dataLength: Skill = {
  id: 'seq.length',
  title: { ko: '두 seq 사이의 길이', en: 'Length between two seqs' },
  type: 7,
  level: 'easy',
  concepts: ['numbers'],
  after: ['seq.next'],
  pose: (random) => {
    const host = drawHost(random);
    const sizes = drawSizes(random, random.int(2, 3));
    const [other = 0] = drawSizes(random, 1);
    const shape = random.pick(['in-a-row', 'one-by-one', 'answered', 'fin'] as const);
    const single = sizes.map((size) => ({ host, sizes: [size] }));
    const [first, ...later] = single;
    const trace = play(random, {
      isn: drawIsns(random),
      turns:
        shape === 'in-a-row'
          ? [{ host, sizes }]
          : shape === 'answered' && first !== undefined
            ? [first, { host: peerOf(host), sizes: [other] }, ...later]
            : single,
      closes: shape === 'fin' ? host : null,
    });
    const pair = drawPair(random, trace, host, shape === 'fin');
    if (pair === null) return null;
    return dataLengthDraft({ trace, ...pair });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, followedOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.before.n, moment.after.n]);
    if (moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const after = excerpt.at(moment.after.n);
    // Nothing is retransmitted in what is seen: so the question says.
    if (trace.segments.some(({ n }) => n < after.n && hasFinding(excerpt.captured, n, 'retransmission'))) return null;
    const before = excerpt.at(moment.before.n);
    return inExcerpt(excerpt, dataLengthDraft({ trace, before, after }));
  },
};

/** Data of a captured conversation, and what its host sent right after it. */
const followedOn = momentsOf((captured): readonly Pair[] => {
  const found: Pair[] = [];
  scanStreams(captured, (after, own) => {
    const before = own.lastNumbered;
    if (before === null || before.len === 0 || after.seq !== own.next || endOf(before) !== after.seq) return;
    const fin = after.flags.includes('FIN');
    const control = [...before.flags, ...after.flags].some((flag) => flag === 'SYN' || flag === 'RST') || own.fin;
    if (control || (fin ? after.len > 0 || !after.flags.includes('ACK') : after.len === 0)) return;
    if (isPlain(captured, before) && isPlain(captured, after)) found.push({ before, after });
  });
  return found;
});

function dataLengthDraft({ trace, before, after }: Pair & { readonly trace: Trace }): QuestionDraft | null {
  const host = before.from;
  const place = { segment: before.n, part: 'len' } as const;
  const { len } = before;
  const fields = allFields([
    numberField({ id: 'len', label: LABELS.len, place }, len, {
      required: [
        ['N50', lastMinusFirst(len)],
        ['N05', bothEnds(len)],
      ],
      optional: [...withoutHeaders(len), ...unwrappedDifference(before.seq, after.seq)],
    }),
  ]);
  const next = after.flags.includes('FIN') ? 'FIN,ACK' : { ko: '데이터', en: 'data segment' };
  const name = typeof next === 'string' ? { ko: next, en: next } : next;
  return (
    fields && {
      prompt: {
        ko: `${HOST[host].ko}의 데이터 세그먼트가 seq=${before.seq}에서 시작하고, 이어지는 ${name.ko} 세그먼트의 seq는 ${after.seq}입니다. 앞 세그먼트에 실린 데이터는 몇 바이트입니까?`,
        en: `A data segment of ${HOST[host].en} starts at seq ${before.seq}, and the ${name.en} it sends next has seq ${after.seq}. How many data bytes does the first of the two carry?`,
      },
      conventions: [NOTHING_RETRANSMITTED],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, after.n),
        asked: [place],
        // send(500 bytes) would answer it.
        marks: false,
        focus: [before.n, after.n],
      }),
      fields,
      figures: [],
      hints: DATA_LENGTH_HINTS,
      explanation: [
        {
          text: {
            ko: `앞 세그먼트는 ${before.seq}번부터 ${seqAdd(after.seq, -1)}번까지의 바이트를 싣고 있습니다.`,
            en: `The first segment carries the bytes numbered ${before.seq} to ${seqAdd(after.seq, -1)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `그래서 길이는 두 seq의 차입니다: ${difference(after.seq, before.seq)}.`,
            en: `So its length is the difference of the two seqs: ${difference(after.seq, before.seq)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
      ],
    }
  );
}

interface Pair {
  readonly before: TracedSegment;
  readonly after: TracedSegment;
}

/** A data segment and what the host sends right after it, its FIN if so wanted. */
function drawPair(random: Random, trace: Trace, host: HostName, fin: boolean): Pair | null {
  const numbered = sentBy(trace, host).filter((segment) => segment.len > 0 || segment.flags.includes('FIN'));
  const pairs = numbered.slice(1).flatMap((after, index): readonly Pair[] => {
    const before = numbered[index];
    return before !== undefined && after.flags.includes('FIN') === fin ? [{ before, after }] : [];
  });
  return pairs.length === 0 ? null : random.pick(pairs);
}

type Shape = 'syn' | 'syn-ack' | 'ack' | 'data' | 'fin' | 'fin-data';

const SHAPES: readonly Shape[] = ['syn', 'syn-ack', 'ack', 'data', 'fin', 'fin-data'];

export const segmentLength: Skill = {
  id: 'seq.segment-length',
  title: { ko: '세그먼트가 차지하는 번호', en: 'Numbers a segment takes' },
  type: 9,
  level: 'easy',
  concepts: ['numbers'],
  after: ['seq.length', 'handshake.syn-ack-number'],
  pose: (random) => {
    const shape = random.pick(SHAPES);
    const host = drawHost(random);
    const trace = play(random, {
      isn: drawIsns(random),
      // Three full segments fill the initial window, so that the FIN joins what waits behind them.
      turns: [{ host, sizes: shape === 'fin-data' ? [MSS, MSS, MSS, random.int(12, 1400)] : drawSizes(random, 2) }],
      closes: host,
      closesWhen: shape === 'fin-data' ? 'sent' : 'acknowledged',
    });
    const segment = segmentOf(random, trace, host, shape);
    const sent = segment && trace.events[sendIndex(trace, segment.n)];
    if (segment === null || sent?.kind !== 'send' || sent.after === null) return null;
    return segmentLengthDraft({ trace, segment, shape, answer: seqDistance(segment.seq, sent.after.sndNxt) });
  },
  poseOn: (captured, random) => {
    const shape = random.pick(SHAPES);
    const moment = pickMoment(
      random,
      takenOn(captured).filter((taken) => taken.shape === shape),
    );
    const excerpt = moment && excerptAround(captured, [moment.segment.n, moment.segment.n]);
    if (moment === null || excerpt === null) return null;
    const segment = excerpt.at(moment.segment.n);
    return inExcerpt(excerpt, segmentLengthDraft({ ...moment, trace: excerpt.captured.trace, segment }));
  },
};

interface Taken {
  readonly segment: TracedSegment;
  readonly shape: Shape;
  /** How many numbers it takes. */
  readonly answer: number;
}

/** Segments of a captured conversation whose host went on to use the number after theirs. */
const takenOn = momentsOf((captured): readonly Taken[] => {
  const found: Taken[] = [];
  scanStreams(captured, (segment, { last, next }) => {
    if (last === null || next === null || segment.seq !== next || !isPlain(captured, segment)) return;
    const shape = shapeOf(last);
    if (shape !== null && isPlain(captured, last) && endOf(last) === next) {
      found.push({ segment: last, shape, answer: seqDistance(last.seq, segment.seq) });
    }
  });
  return found;
});

function shapeOf(segment: TracedSegment): Shape | null {
  const { flags, len } = segment;
  if (flags.includes('RST')) return null;
  if (flags.includes('SYN')) return flags.includes('FIN') || len > 0 ? null : flags.includes('ACK') ? 'syn-ack' : 'syn';
  if (flags.includes('FIN')) return len > 0 ? 'fin-data' : 'fin';
  return len > 0 ? 'data' : isPureAck(segment) ? 'ack' : null;
}

function segmentLengthDraft({
  trace,
  segment,
  shape,
  answer,
}: Taken & { readonly trace: Trace }): QuestionDraft | null {
  const { len } = segment;
  const fields = allFields([
    numberField({ id: 'segment-length', label: { ko: '번호 개수', en: 'sequence numbers' }, place: null }, answer, {
      required: wrongLengths(shape, len, answer),
      optional: [['M18', withTcpHeader(answer)]],
    }),
  ]);
  const flags = segment.flags.join(',');
  return (
    fields && {
      prompt: {
        ko: `${HOST[segment.from].ko}가 보낸 ${flags} 세그먼트(seq=${segment.seq}, 데이터 ${len}바이트)는 순서 번호를 몇 개 차지합니까(SEG.LEN)?`,
        en: `${HOST_FIRST[segment.from].en} sends ${flags.startsWith('ACK') ? 'an' : 'a'} ${flags} segment (seq ${segment.seq}, ${dataBytes(len)}). How many sequence numbers does it take (SEG.LEN)?`,
      },
      conventions: [],
      trace,
      view: questionView(trace, { until: untilSeen(trace, segment.n), asked: [], focus: [segment.n] }),
      fields,
      figures: [],
      hints: SEGMENT_LENGTH_HINTS,
      explanation: lengthSteps(segment, answer),
    }
  );
}

function segmentOf(random: Random, trace: Trace, host: HostName, shape: Shape): TracedSegment | null {
  const has = (flag: Flag) => (segment: TracedSegment) => segment.flags.includes(flag);
  switch (shape) {
    case 'syn':
      return sentBy(trace, 'client').find(has('SYN')) ?? null;
    case 'syn-ack':
      return sentBy(trace, 'server').find(has('SYN')) ?? null;
    case 'ack': {
      const acks = trace.segments.filter(isPureAck);
      return acks.length === 0 ? null : random.pick(acks);
    }
    case 'data':
      return random.pick(dataFrom(trace, host));
    case 'fin':
    case 'fin-data': {
      const fin = sentBy(trace, host).find(has('FIN'));
      return fin !== undefined && fin.len > 0 === (shape === 'fin-data') ? fin : null;
    }
  }
}

/** What wrong rules say about the numbers a segment takes. Those that miss SYN or FIN count its data alone. */
function wrongLengths(shape: Shape, len: number, answer: number): readonly (readonly [MisconceptionId, number])[] {
  switch (shape) {
    case 'syn':
      return [
        ['M04', len],
        ['M05', SYN_AS_DATA],
      ];
    case 'syn-ack':
      return [
        ['M04', len],
        ['M05', SYN_AS_DATA],
        ['M07', ackTakesNumber(answer)],
      ];
    case 'ack':
      return [['M07', ackTakesNumber(answer)]];
    case 'data':
      return [
        ['M02', oneMoreThanData(len)],
        ['M03', 1],
      ];
    case 'fin':
      return [
        ['M09', len],
        ['M07', ackTakesNumber(answer)],
      ];
    case 'fin-data':
      return [
        ['M09', len],
        ['M07', ackTakesNumber(answer)],
        ['M03', 1],
      ];
  }
}

function lengthSteps(segment: TracedSegment, answer: number): readonly ExplanationStep[] {
  const numbered = segment.flags.filter((flag) => flag === 'SYN' || flag === 'FIN');
  const free = segment.flags.filter((flag) => flag !== 'SYN' && flag !== 'FIN').join(',');
  const [control] = numbered;
  const counted: ExplanationStep =
    control === undefined
      ? {
          text: {
            ko: `SYN도 FIN도 없으므로 데이터만 셉니다. 데이터가 ${segment.len}바이트이므로 ${answer}개입니다.`,
            en: `There is no SYN and no FIN, so only data counts: ${dataBytes(segment.len)}, hence ${answer}.`,
          },
          rfc: 'RFC 9293 §3.4',
        }
      : {
          text: {
            ko: `데이터 ${segment.len}바이트에 ${control}이 차지하는 1을 더합니다: ${segment.len} + 1 = ${answer}.`,
            en: `The ${dataBytes(segment.len)} plus 1 for the ${control}: ${segment.len} + 1 = ${answer}.`,
          },
          rfc: 'RFC 9293 §3.4',
        };
  const uncounted: ExplanationStep = {
    text: {
      ko: `${free} 플래그와 헤더는 순서 번호를 차지하지 않습니다.`,
      en: `The ${free} ${free.includes(',') ? 'flags' : 'flag'} and the headers take no sequence numbers.`,
    },
    rfc: 'RFC 9293 §3.5',
  };
  return free === '' ? [counted] : [counted, uncounted];
}
