import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment, WIDEST } from '../../captured/moment.ts';
import { scanStreams } from '../../captured/stream-scan.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { PIGGYBACKED } from '../../conventions-streams.ts';
import { allFields, LABELS, numberField } from '../../fields.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import { addsOneEach, countsSegments, lastLengthOnly } from '../../misconceptions/streams-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { arrivalOf, dataFrom } from '../../moments.ts';
import type { ExplanationStep, Place } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawTwoWay, type TwoWay } from '../../situations/streams-two-way.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';

type Wrong = readonly (readonly [MisconceptionId, number])[];

export const twoWayStreams: Skill = {
  id: 'stream.two-way',
  title: { ko: '양방향 대화의 seq와 ack', en: 'seq and ack when both sides talk' },
  type: 16,
  level: 'medium',
  concepts: ['numbers'],
  after: ['seq.next', 'ack.in-order'],
  pose: (random) => {
    const drawn = drawTwoWay(random, random.chance(0.4));
    return drawn && draft(drawn, random, false);
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, twoWayOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.first, moment.asked.n]);
    if (moment === null || excerpt === null) return null;
    const here = ({ n }: TracedSegment): TracedSegment => excerpt.at(n);
    const [own, received] = [moment.own.map(here), moment.received.map(here)];
    const within = { trace: excerpt.captured.trace, asked: here(moment.asked), own, received, crossing: null };
    return inExcerpt(excerpt, draft(within, random, true));
  },
};

interface CapturedTwoWay {
  /** The n of the first SYN. */
  readonly first: number;
  readonly asked: TracedSegment;
  readonly own: readonly TracedSegment[];
  readonly received: readonly TracedSegment[];
}

/** Sums of more lengths than these are toil. */
const MOST_TERMS = 8;

/** Data segments of a captured conversation that acknowledge all their peer had sent by then, when nothing had been lost. */
const twoWayOn = momentsOf((captured): readonly CapturedTwoWay[] => {
  const found: CapturedTwoWay[] = [];
  scanStreams(captured, (asked, own, peer) => {
    if (asked.n > WIDEST || asked.len === 0 || own.syn === null || peer.syn === null) return;
    if (own.bytes === 0 || peer.bytes === 0 || own.fin || peer.fin || asked.flags.includes('RST')) return;
    if (asked.seq !== own.next || asked.ack !== peer.next || !isPlain(captured, asked)) return;
    if ([own, peer].some(({ steady, gapless, syn, data }) => !steady || !gapless || !syn || data.length > MOST_TERMS))
      return;
    // Data in a SYN would not begin at the number after it.
    if (own.syn.len > 0 || peer.syn.len > 0) return;
    const first = Math.min(own.syn.n, peer.syn.n);
    found.push({ first, asked, own: [...own.data], received: [...peer.data] });
  });
  return found;
});

/** `arrived`: of a captured conversation it is said what had come before the segment left. */
function draft(drawn: TwoWay, random: Random, arrived: boolean): QuestionDraft | null {
  const { trace, asked, own, received, crossing } = drawn;
  // With the earlier numbers hidden, everything is to be counted from the handshake.
  const fromHandshake = random.chance(0.5);
  const [ownFirst, peerFirst] = [own[0]?.seq, received[0]?.seq];
  if (ownFirst === undefined || peerFirst === undefined) return null;
  const sent = own.map(({ len }) => len);
  const got = received.map(({ len }) => len);
  const seqPlace = { segment: asked.n, part: 'seq' } as const;
  const ackPlace = { segment: asked.n, part: 'ack' } as const;
  // Counted from the handshake, one too few can also come from a SYN that was not counted.
  const oneTooFew = (rule: MisconceptionId, right: number): Wrong => (fromHandshake ? [] : [[rule, seqAdd(right, -1)]]);
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, asked.seq, {
      required: [
        ['M11', asked.ack],
        ['M12', seqAdd(asked.seq, total(got))],
        ['M03', countsSegments(ownFirst, sent)],
        ['N104', endOf(asked)],
      ],
      optional: [
        ...oneTooFew('N48', asked.seq),
        ['M02', addsOneEach(asked.seq, sent.length)],
        ['N100', lastLengthOnly(ownFirst, sent)],
        ...unwrapped(ownFirst, ...sent),
      ],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, asked.ack, {
      required: [
        ['M11', asked.seq],
        ['M12', seqAdd(asked.ack, total(sent))],
        ['M03', countsSegments(peerFirst, got)],
        ...(crossing === null ? [] : [['N105', seqAdd(asked.ack, crossing.len)] as const]),
      ],
      optional: [
        ...oneTooFew('M01', asked.ack),
        ['M02', addsOneEach(asked.ack, got.length)],
        ['N100', lastLengthOnly(peerFirst, got)],
        ...unwrapped(peerFirst, ...got),
      ],
    }),
  ]);
  if (fields === null) return null;
  const host = asked.from;
  const told = arrived ? ALL_ARRIVED : crossing === null ? IN_TURN : crossedWords(asked, crossing);
  return {
    prompt: {
      ko: `${told.ko} ${HOST[host].ko}가 보내는 ${asked.len}바이트 데이터 세그먼트의 seq와 ack는 얼마입니까?`,
      en: `${told.en} Which seq and ack does the data segment of ${asked.len} bytes from ${HOST[host].en} carry?`,
    },
    conventions: arrived ? [ABSOLUTE_NUMBERS] : [ABSOLUTE_NUMBERS, PIGGYBACKED],
    trace,
    view: questionView(trace, {
      until: untilBothSeen(trace, asked, crossing),
      asked: [seqPlace, ackPlace],
      alsoHidden: hiddenBeside(drawn, fromHandshake),
      secret: [asked.seq, asked.ack],
      marks: false,
      focus: [asked.n],
    }),
    figures: [],
    fields,
    hints: [
      {
        ko: '두 방향은 서로 독립된 스트림입니다. seq는 보내는 쪽 스트림, ack는 상대 스트림의 번호입니다.',
        en: "The two directions are independent streams: seq counts in the sender's own, ack in the peer's.",
      },
      {
        ko: 'seq는 이 쪽이 앞서 보낸 데이터만, ack는 이 세그먼트를 보내기 전에 상대에게서 도착한 데이터만 봅니다.',
        en: 'For seq look only at what this side has sent before; for ack only at what had arrived from the peer by then.',
      },
      {
        ko: 'seq = 자신의 ISN + 1 + 앞서 보낸 바이트, ack = 상대의 ISN + 1 + 도착한 바이트(mod 2^32)',
        en: "seq = own ISN + 1 + bytes sent before; ack = peer's ISN + 1 + bytes received (mod 2^32).",
      },
    ],
    explanation: [
      {
        text: {
          ko: `${HOST[host].ko}의 첫 데이터 바이트는 ISN 다음인 ${ownFirst}번입니다. 앞서 보낸 데이터를 더하면 seq = ${sum(ownFirst, ...sent)}입니다.`,
          en: `${HOST_FIRST[host].en}'s first data byte is number ${ownFirst}, the one after its ISN. With the data sent before, seq = ${sum(ownFirst, ...sent)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `${HOST[peerOf(host)].ko} 쪽은 ${peerFirst}번부터입니다. 이 세그먼트를 보내기 전에 도착한 데이터를 더하면 ack = ${sum(peerFirst, ...got)}입니다.`,
          en: `${HOST_FIRST[peerOf(host)].en}'s data begins at ${peerFirst}. With what had arrived before this segment left, ack = ${sum(peerFirst, ...got)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      crossing === null ? CARRIED : uncovered(crossing),
    ],
  };
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((a, b) => a + b, 0);
}

/** Up to the segment asked for, or to the end of two that cross, so that both arrows are whole. */
function untilBothSeen(trace: Trace, asked: TracedSegment, crossing: TracedSegment | null): number {
  if (crossing === null) return untilSeen(trace, asked.n);
  return Math.max(...[asked, crossing].map(({ n }) => (arrivalOf(trace, n)?.index ?? 0) + 1));
}

/** Numbers of data segments: all of them, or only those of the one that crosses. */
function hiddenBeside({ trace, asked, crossing }: TwoWay, all: boolean): readonly Place[] {
  const segments = all
    ? [...dataFrom(trace, asked.from), ...dataFrom(trace, peerOf(asked.from))].filter(({ n }) => n < asked.n)
    : [];
  return [...segments, ...(crossing === null ? [] : [crossing])].flatMap(({ n }): Place[] => [
    { segment: n, part: 'seq' },
    { segment: n, part: 'ack' },
  ]);
}

const IN_TURN: Text = {
  ko: '양쪽이 번갈아 데이터를 보내며 유실은 없습니다.',
  en: 'Both sides send data in turn, and nothing is lost.',
};

function crossedWords(asked: TracedSegment, crossing: TracedSegment): Text {
  return {
    ko: `${IN_TURN.ko} 마지막 두 세그먼트(${asked.len}바이트와 ${crossing.len}바이트)는 서로 엇갈립니다.`,
    en: `${IN_TURN.en} The last two segments, of ${asked.len} and ${crossing.len} bytes, cross each other.`,
  };
}

const ALL_ARRIVED: Text = {
  ko: '양쪽 모두 데이터를 보냈고 재전송은 없었습니다. 묻는 세그먼트가 나갈 때 상대가 앞서 보낸 데이터는 모두 도착해 있었습니다.',
  en: 'Both sides have sent data, and nothing has been sent again. All that the peer had sent before had arrived when the segment in question left.',
};

const CARRIED: ExplanationStep = {
  text: {
    ko: '연결이 성립한 뒤에는 모든 세그먼트에 ACK가 실리므로, 데이터 세그먼트 하나가 두 번호를 함께 알립니다.',
    en: 'Once a connection is established every segment carries an ACK, so one data segment tells both numbers.',
  },
  rfc: 'RFC 9293 §3.1',
};

function uncovered(crossing: TracedSegment): ExplanationStep {
  const { len, from } = crossing;
  return {
    text: {
      ko: `${HOST[from].ko}의 ${len}바이트는 엇갈려 아직 도착하지 않았으므로 이 ack에 들어가지 않습니다.`,
      en: `The ${len} bytes from ${HOST[from].en} were still under way when it left, so this ack does not cover them.`,
    },
    rfc: 'RFC 9293 §3.4',
  };
}
