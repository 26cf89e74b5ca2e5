import type { Text } from '../../../language.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import type { HostName, Trace, TracedSegment } from '../../../trace/trace.ts';
import { allFields, LABELS, numberField } from '../../fields.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import { addsOneEach, countsSegments, lastLengthOnly } from '../../misconceptions/streams-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Place } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';

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

/** The question which ack covers segments in a row; null when the wrong rules cannot be told apart. */
export function draft({
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
