import type { Text } from '../../../language.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { acknowledgedRunsOn } from '../../captured/runs.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { allFields, LABELS, numberField } from '../../fields.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import { addsOneEach, countsSegments, lastLengthOnly } from '../../misconceptions/streams-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Place } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawBurst } from '../../situations/streams-burst.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';

export const cumulativeAck: Skill = {
  id: 'ack.cumulative',
  title: { ko: '여러 세그먼트에 대한 누적 ACK', en: 'The cumulative ACK of several segments' },
  type: 17,
  level: 'medium',
  concepts: ['numbers'],
  after: ['ack.in-order', 'seq.next'],
  pose: (random) => {
    const burst = drawBurst(random, random.chance(0.4));
    if (burst === null) return null;
    const { trace, sender, segments, acks } = burst;
    const ack = acks.at(-1);
    if (ack === undefined) return null;
    const lostAt = segments.findIndex((segment) => segment.fate === 'lost');
    return draft({
      ...{ trace, sender, segments, ack, earlier: acks.slice(0, -1) },
      lostAt: lostAt === -1 ? null : lostAt,
      fate: lostAt === -1 ? ALL_ARRIVE : ONE_LOST(lostAt + 1),
      asks: WHEN_LAST_ARRIVES(peerOf(sender)),
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
    });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, acknowledgedRunsOn(captured));
    if (moment === null) return null;
    const count = random.int(2, moment.data.length);
    const data = moment.data.slice(-count);
    const excerpt = excerptAround(captured, [data[0]?.n ?? 1, moment.ack.n]);
    if (excerpt === null) return null;
    const { trace } = excerpt.captured;
    const segments = data.map(({ n }) => excerpt.at(n));
    const ack = excerpt.at(moment.ack.n);
    const [first = ack] = segments;
    const earlier = trace.segments.filter(({ n, from }) => from === ack.from && n > first.n && n < ack.n);
    return inExcerpt(
      excerpt,
      draft({
        ...{ trace, sender: first.from, segments, ack, earlier },
        lostAt: null,
        fate: ALL_HAVE_ARRIVED,
        asks: TO_ACKNOWLEDGE_ALL(ack.from),
        conventions: [ABSOLUTE_NUMBERS],
      }),
    );
  },
};

/** Segments in a row, and the ACK asked about. */
interface Asked {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly segments: readonly TracedSegment[];
  readonly ack: TracedSegment;
  /** What the receiver sent meanwhile: its ACKs are not shown. */
  readonly earlier: readonly TracedSegment[];
  /** Which of the segments does not arrive, from 0; null: all do. */
  readonly lostAt: number | null;
  readonly fate: Text;
  readonly asks: Text;
  readonly conventions: readonly Text[];
}

function draft({
  trace,
  sender,
  segments,
  ack,
  earlier,
  lostAt,
  fate,
  asks,
  conventions,
}: Asked): QuestionDraft | null {
  const [first] = segments;
  const last = segments.at(-1);
  if (first === undefined || last === undefined) return null;
  const lost = lostAt === null ? undefined : segments[lostAt];
  const counted = lostAt === null ? segments : segments.slice(0, lostAt);
  const sizes = counted.map(({ len }) => len);
  const required: (readonly [MisconceptionId, number])[] = [
    ['M01', seqAdd(ack.ack, -1)],
    ['M03', countsSegments(first.seq, sizes)],
    ['M11', ack.seq],
  ];
  if (lost === undefined) required.push(['N100', lastLengthOnly(first.seq, sizes)]);
  else required.push(['M13', endOf(last)], ['N40', seqAdd(endOf(last), -lost.len)]);
  const place = { segment: ack.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, ack.ack, {
      required,
      optional: [
        ['M02', addsOneEach(ack.ack, counted.length)],
        ...(lost === undefined ? [] : [['N44', endOf(lost)] as const]),
        ...unwrapped(first.seq, ...sizes),
      ],
    }),
  ]);
  if (fields === null) return null;
  const hidden: Place[] = [
    ...segments.slice(1).map(({ n }): Place => ({ segment: n, part: 'seq' })),
    ...earlier.map(({ n }): Place => ({ segment: n, part: 'ack' })),
  ];
  return {
    prompt: {
      ko: `${HOST[sender].ko}가 데이터 세그먼트 ${segments.length}개를 잇달아 보냅니다. 첫 세그먼트의 seq는 ${first.seq}이고 길이는 차례로 ${lengths(segments)}바이트입니다. ${fate.ko} ${asks.ko}`,
      en: `${HOST_FIRST[sender].en} sends ${segments.length} data segments in a row: the first has seq ${first.seq}, and they carry ${lengths(segments)} bytes in turn. ${fate.en} ${asks.en}`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, ack.n),
      asked: [place],
      alsoHidden: hidden,
      secret: [ack.ack],
      focus: [...segments.map(({ n }) => n), ack.n],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: 'ACK는 누적입니다. 빈 곳 없이 이어진 데이터의 다음 번호 하나로 그 앞을 모두 확인 응답합니다.',
        en: 'ACKs are cumulative: one number, the next after the data received without a gap, covers all before it.',
      },
      {
        ko: '첫 세그먼트부터 차례로 보면서 도착하지 않은 것이 있는지 찾습니다.',
        en: 'Go through the segments from the first on and look for one that does not arrive.',
      },
      {
        ko: '첫 seq + 빈 곳이 나오기 전까지 도착한 세그먼트들의 길이의 합(mod 2^32)',
        en: 'The first seq + the lengths of the segments that arrive before any gap (mod 2^32).',
      },
    ],
    explanation: [
      {
        text: {
          ko: `빈 곳 없이 도착한 데이터는 앞에서부터 ${counted.length}개 세그먼트입니다. 다음 번호는 ${sum(first.seq, ...sizes)}입니다.`,
          en: `Without a gap, the data of the first ${counted.length === 1 ? 'segment' : `${counted.length} segments`} has arrived. The next number is ${sum(first.seq, ...sizes)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      lost === undefined ? covers(ack.ack) : stays(ack.ack, lost),
    ],
  };
}

const ALL_ARRIVE = { ko: '모두 순서대로 도착합니다.', en: 'All arrive in order.' };

const ONE_LOST = (nth: number) => ({
  ko: `그중 ${nth}번째는 유실되고 나머지는 순서대로 도착합니다.`,
  en: `Number ${nth} of them is lost; the others arrive in order.`,
});

const ALL_HAVE_ARRIVED = {
  ko: '앞의 데이터와 함께 모두 빠짐없이 도착했습니다.',
  en: 'With the data before them, all have arrived.',
};

const WHEN_LAST_ARRIVES = (receiver: HostName): Text => ({
  ko: `마지막 세그먼트가 도착했을 때 ${HOST[receiver].ko}가 보내는 ACK의 ack는 얼마입니까?`,
  en: `Which ack does ${HOST[receiver].en} send when the last of them arrives?`,
});

/** A captured receiver may have waited with its ACK: not when it goes is asked about, but what it says. */
const TO_ACKNOWLEDGE_ALL = (receiver: HostName): Text => ({
  ko: `${HOST[receiver].ko}가 이 데이터를 모두 확인 응답하는 ACK의 ack는 얼마입니까?`,
  en: `Which ack is in the ACK by which ${HOST[receiver].en} acknowledges all of them?`,
});

function lengths(segments: readonly TracedSegment[]): string {
  return segments.map(({ len }) => len).join(', ');
}

function covers(ack: number): ExplanationStep {
  return {
    text: {
      ko: `마지막 ACK(ack=${ack}) 하나가 앞의 세그먼트를 모두 확인 응답합니다.`,
      en: `The last ACK (ack ${ack}) by itself acknowledges every segment before it.`,
    },
    rfc: 'RFC 9293 §3.4',
  };
}

function stays(ack: number, lost: TracedSegment): ExplanationStep {
  return {
    text: {
      ko: `${lost.seq}부터 ${lost.len}바이트가 빠져 있으므로, 그 뒤의 세그먼트가 도착해도 중복 ACK(ack=${ack})를 보낼 뿐입니다.`,
      en: `The ${lost.len} bytes from ${lost.seq} on are missing, so whatever arrives after them is answered by a duplicate ACK: ack ${ack}.`,
    },
    rfc: 'RFC 5681 §4.2',
  };
}
