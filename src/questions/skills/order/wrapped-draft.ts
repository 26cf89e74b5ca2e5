import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { SEQUENCE_SPACE, seqAdd } from '../../../tcp/sequence.ts';
import { type HostName, peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { allFields, numberField } from '../../fields.ts';
import { neverWrapped, oneEach, restarted, roundTooShort, wholeSegments } from '../../misconceptions/order-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { Place } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { Wrapped } from '../../situations/wrapped.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';

const TOP = SEQUENCE_SPACE - 1;

/** How what arrives, and the ACK that is asked about, are spoken of. */
export interface Said {
  readonly arrive: Text;
  readonly ack: (receiver: HostName) => Text;
}

/** A run whose numbers pass through 0, and the ACK that covers it. */
export interface Run extends Omit<Wrapped, 'acks'> {
  readonly ack: TracedSegment;
  /** ACKs that would give the answer away, that one included. */
  readonly answers: readonly TracedSegment[];
  /** ISN of the sender; null where it is not known. */
  readonly isn: number | null;
  readonly said: Said;
  /** Beside that of the numbers. */
  readonly conventions: readonly Text[];
}

export function draft(random: Random, wrapped: Run): QuestionDraft | null {
  const { trace, sender, segments, beginBefore, bytesBefore, ack, answers, isn, said, conventions } = wrapped;
  const receiver = peerOf(sender);
  const index = random.int(beginBefore, segments.length - 1);
  const [first] = segments;
  const asked = segments[index];
  const last = segments.at(-1);
  if (first === undefined || asked === undefined || last === undefined) return null;
  const lengths = segments.map(({ len }) => len);
  const inside = endOf(segments[beginBefore - 1] ?? first) !== 0;
  const between = lengths.slice(beginBefore, index);
  const after = lengths.slice(beginBefore);
  const seqPlace: Place = { segment: asked.n, part: 'seq' };
  const ackPlace: Place = { segment: ack.n, part: 'ack' };
  const seqTo = restarted(asked.seq, [1]);
  const ackTo = restarted(ack.ack, [1]);
  const fields = allFields([
    numberField(
      { id: 'before', label: { ko: `${TOP}번까지 쓰는 바이트 수`, en: `bytes numbered up to ${TOP}` }, place: null },
      bytesBefore,
      {
        required: [['N174', roundTooShort(bytesBefore)]],
        optional: inside ? [['N177', wholeSegments(lengths.slice(0, beginBefore - 1))]] : [],
      },
      'amount',
    ),
    numberField(
      { id: 'seq', label: { ko: `세그먼트 ${index + 1}의 seq`, en: `seq of segment ${index + 1}` }, place: seqPlace },
      asked.seq,
      {
        required: [
          ['M22', neverWrapped(asked.seq)],
          ['N174', seqTo],
          ['M03', oneEach(first.seq, index)],
        ],
        optional: [['N175', restarted(0, between)], ['N175', restarted(1, between)], ...fromIsn(isn, between)],
      },
    ),
    numberField({ id: 'ack', label: { ko: '마지막 ACK의 ack', en: 'ack of the last ACK' }, place: ackPlace }, ack.ack, {
      required: [
        ['M22', neverWrapped(ack.ack)],
        ['N174', ackTo],
        ['M03', oneEach(first.seq, segments.length)],
        ['M01', seqAdd(ack.ack, -1)],
      ],
      optional: [['N175', restarted(0, after)], ...fromIsn(isn, after)],
    }),
  ]);
  if (fields === null) return null;
  const who = HOST[sender];
  return {
    prompt: {
      ko: `${who.ko}의 데이터 세그먼트 ${segments.length}개가 잇달아 나가는 동안 순서 번호가 ${TOP}를 지나 0으로 돌아갑니다. 첫 세그먼트의 seq는 ${first.seq}이고 길이는 차례로 ${lengths.join(', ')}바이트이며, ${said.arrive.ko}. 이 데이터 가운데 ${TOP}번까지의 번호를 쓰는 것은 모두 몇 바이트입니까? ${index + 1}번째 세그먼트의 seq와, ${said.ack(receiver).ko}는 얼마입니까?`,
      en: `While ${who.en} sends ${segments.length} data segments in a row, its sequence numbers go past ${TOP} and back to 0. The first segment has seq ${first.seq}; they carry ${lengths.join(', ')} bytes in turn, and ${said.arrive.en}. How many bytes of this data have numbers up to ${TOP}? What is the seq of segment number ${index + 1} of them, and ${said.ack(receiver).en}?`,
    },
    conventions: [ABSOLUTE_NUMBERS, ...conventions],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, ack.n),
      asked: [seqPlace, ackPlace],
      alsoHidden: [
        ...segments.slice(1).map(({ n }): Place => ({ segment: n, part: 'seq' })),
        ...answers.map(({ n }): Place => ({ segment: n, part: 'ack' })),
      ],
      secret: [asked.seq, ack.ack],
      marks: false,
      focus: [asked.n, ack.n],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: `순서 번호의 덧셈은 모두 2^32를 법으로 합니다. ${TOP} 다음 바이트는 0번입니다.`,
        en: `Sequence numbers are added modulo 2^32: the byte after number ${TOP} is number 0.`,
      },
      {
        ko: '첫 세그먼트의 seq에서 2^32까지 몇 개가 남았는지 보고, 길이를 차례로 더해 어느 세그먼트가 0을 지나는지 찾습니다.',
        en: 'See how many numbers are left from the first seq up to 2^32, and add the lengths in turn to find the segment that passes 0.',
      },
      {
        ko: '남은 개수 = 2^32 - 첫 seq. seq와 ack = 첫 seq + 그 앞 데이터의 길이의 합 - 2^32.',
        en: 'Numbers left = 2^32 - first seq. A seq or ack = first seq + lengths of the data before it - 2^32.',
      },
    ],
    explanation: [
      {
        text: {
          ko: `${first.seq}번부터 ${TOP}번까지 번호는 ${SEQUENCE_SPACE} - ${first.seq} = ${bytesBefore}개이므로, 데이터의 처음 ${bytesBefore}바이트가 이 번호를 씁니다.`,
          en: `From ${first.seq} to ${TOP} there are ${SEQUENCE_SPACE} - ${first.seq} = ${bytesBefore} numbers: the first ${bytesBefore} bytes of the data take them.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      wrapStep(segments, beginBefore, inside),
      {
        text: {
          ko: `${index + 1}번째 세그먼트 앞에 데이터가 ${lengths.slice(0, index).join(' + ')}바이트 있습니다. seq는 ${sum(first.seq, ...lengths.slice(0, index))}입니다.`,
          en: `Before segment ${index + 1} come ${lengths.slice(0, index).join(' + ')} bytes: its seq is ${sum(first.seq, ...lengths.slice(0, index))}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `마지막 ACK는 그다음에 받을 번호를 알립니다. 마지막 세그먼트는 ${last.seq}번부터 ${last.len}바이트이므로 ack는 ${sum(last.seq, last.len)}입니다.`,
          en: `${HOST_FIRST[receiver].en}'s last ACK names the next number wanted: the last segment has ${last.len} bytes from ${last.seq} on, so ack is ${sum(last.seq, last.len)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
  };
}

function fromIsn(isn: number | null, lengths: readonly number[]): readonly (readonly [MisconceptionId, number])[] {
  return isn === null
    ? []
    : [
        ['N176', restarted(isn, lengths)],
        ['N176', restarted(seqAdd(isn, 1), lengths)],
      ];
}

function wrapStep(segments: readonly TracedSegment[], nth: number, inside: boolean) {
  const { seq = 0, len = 0 } = segments[nth - 1] ?? {};
  const left = SEQUENCE_SPACE - seq;
  const which = nth === 1 ? '첫' : `${nth}번째`;
  return {
    text: inside
      ? {
          ko: `${which} 세그먼트가 0을 지납니다. seq=${seq}에서 시작해 앞의 ${left}바이트는 ${TOP}번까지, 뒤의 ${len - left}바이트는 0번부터입니다.`,
          en: `Segment ${nth} passes 0: from seq ${seq} its first ${left} bytes go up to ${TOP}, its other ${len - left} begin at 0.`,
        }
      : {
          ko: `${which} 세그먼트가 꼭 ${TOP}번에서 끝나므로 다음 세그먼트는 0번에서 시작합니다.`,
          en: `Segment ${nth} ends exactly with number ${TOP}, so the next one begins at 0.`,
        },
    rfc: 'RFC 9293 §3.4',
  };
}
