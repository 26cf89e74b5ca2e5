import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import { isControl } from '../../trace/control.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { excerptAround, isPlain } from '../captured/moment.ts';
import { handshakeOn } from '../captured/opening.ts';
import { allFields, orderField } from '../fields.ts';
import { ackBeforeSynAck, dataBeforeAck, sortedBySeq } from '../misconceptions/handshake-rules.ts';
import { isPureAck } from '../moments.ts';
import type { ExplanationStep, Option } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import { drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { dataBytes, HOST, withParticle } from '../words.ts';
import { ORDER_HINTS } from './handshake-hints.ts';

/** A handshake alone, or with the first data and its ACK. */
function drawSegments(random: Random): Opening {
  const count = random.pick([3, 4, 5]);
  const host: HostName = random.pick(['client', 'server'] as const);
  const trace = play(random, {
    isn: drawIsns(random),
    turns: count === 3 ? [] : [{ host, sizes: drawSizes(random, 1) }],
  });
  return { trace, segments: trace.segments.slice(0, count) };
}

export const handshakeOrder: Skill = {
  id: 'handshake.order',
  title: { ko: '핸드셰이크의 순서', en: 'The order of a handshake' },
  type: 12,
  level: 'easy',
  concepts: ['handshake', 'numbers'],
  after: ['handshake.third-segment'],
  pose: (random) => draft(drawSegments(random), random),
  poseOn: (captured, random) => {
    const segments = openingSegmentsOn(captured, random.pick([3, 4, 5]));
    const excerpt = segments && excerptAround(captured, [1, segments.length]);
    if (segments === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    return draft({ trace, segments: trace.segments.slice(0, segments.length) }, random);
  },
};

interface Opening {
  readonly trace: Trace;
  /** Its first segments, in the order of sending. */
  readonly segments: readonly TracedSegment[];
}

/**
 * The first segments of a captured conversation: a handshake, the first data, and a pure ACK of that, as many as are wanted.
 * Each but the data answers the one before, which settles the order at either end. Null where it goes on in another way.
 */
function openingSegmentsOn(captured: CapturedTrace, count: number): readonly TracedSegment[] | null {
  const opening = handshakeOn(captured);
  const segments = captured.trace.segments.slice(0, count);
  if (opening?.ack?.n !== 3 || segments.length < count) return null;
  const [data, answer] = segments.slice(3);
  if (data !== undefined) {
    const [seq, ack] = data.from === 'client' ? [opening.ack.seq, opening.ack.ack] : [opening.ack.ack, opening.ack.seq];
    const control = isControl(data);
    if (data.len === 0 || control || data.seq !== seq || data.ack !== ack || !isPlain(captured, data)) return null;
    if (answer !== undefined) {
      if (answer.from === data.from || !isPureAck(answer) || !isPlain(captured, answer)) return null;
      if (answer.seq !== data.ack || answer.ack !== endOf(data)) return null;
    }
  }
  const shown = new Set(segments.map((segment) => numbersOf(segment).en));
  return shown.size === segments.length ? segments : null;
}

function draft({ trace, segments }: Opening, random: Random): QuestionDraft | null {
  const letters = random.shuffle(segments.map((_, index) => 'abcde'[index] ?? ''));
  const items = segments.map((segment, index) => ({ segment, id: letters[index] ?? '' }));
  const answer = items.map(({ id }) => id);
  const early = dataBeforeAck(answer);
  const fields = allFields([
    orderField(
      { id: 'order', label: { ko: '순서', en: 'order' }, place: null },
      [...items]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ segment, id }): Option => ({ id, text: numbersOf(segment) })),
      answer,
      {
        required: [['N12', ackBeforeSynAck(answer)]],
        optional: [
          ['N09', sortedBySeq(items).map(({ id }) => id)],
          ...(early === null ? [] : [['N13', early] as const]),
        ],
      },
    ),
  ]);
  return (
    fields && {
      prompt: {
        ko: `연결이 시작될 때 오간 세그먼트 ${segments.length}개를 보낸 쪽과 플래그를 가리고 섞어 놓았습니다. 보낸 순서대로 나열하세요.`,
        en: `The ${segments.length} segments at the start of a connection are shown shuffled, without sender and flags. Put them in the order in which they were sent.`,
      },
      conventions: [],
      trace,
      view: { until: 0, hidden: [], hiddenStates: [], marks: true, focus: [] },
      fields,
      figures: [],
      hints: ORDER_HINTS,
      explanation: segments.map((segment) => reason(segments, segment)),
    }
  );
}

function numbersOf(segment: TracedSegment): Text {
  const { seq, ack, len } = segment;
  const hasAck = segment.flags.includes('ACK');
  return {
    ko: `seq ${seq}, ${hasAck ? `ack ${ack}` : 'ack 없음'}, ${len === 0 ? '데이터 없음' : `데이터 ${len}바이트`}`,
    en: `seq ${seq}, ${hasAck ? `ack ${ack}` : 'no ack'}, ${len === 0 ? 'no data' : dataBytes(len)}`,
  };
}

/** Why a segment stands where it does. */
function reason(segments: readonly TracedSegment[], segment: TracedSegment): ExplanationStep {
  const who = HOST[segment.from];
  const previous = segments.findLast((other) => other.n < segment.n && other.from !== segment.from);
  if (previous === undefined) {
    return {
      text: {
        ko: `seq=${segment.seq}: ack가 없으므로 연결을 시작하는 클라이언트의 SYN입니다.`,
        en: `seq ${segment.seq}: it has no ack, so it is the client's SYN that opens the connection.`,
      },
      rfc: 'RFC 9293 §3.5',
    };
  }
  if (segment.flags.includes('SYN')) {
    return {
      text: {
        ko: `seq=${segment.seq}: ack=${withParticle(segment.ack, '은/는')} 클라이언트의 ISN+1이고 seq는 새 ISN입니다. 서버의 SYN,ACK입니다.`,
        en: `seq ${segment.seq}: its ack ${segment.ack} is the client's ISN+1 and its seq a new ISN, so it is the server's SYN,ACK.`,
      },
      rfc: 'RFC 9293 §3.5',
    };
  }
  if (segment.len === 0) {
    return {
      text: {
        ko: `seq=${segment.seq}: ${who.ko}가 ack=${withParticle(segment.ack, '으로/로')} 바로 앞 세그먼트(seq=${previous.seq})를 확인 응답합니다.`,
        en: `seq ${segment.seq}: ${who.en} acknowledges the segment before (seq ${previous.seq}) with ack ${segment.ack}.`,
      },
      rfc: 'RFC 9293 §3.4',
    };
  }
  // Before the client's first data only its pure ACK can come, and that has the same seq.
  if (segment.from === 'client') {
    return {
      text: {
        ko: `seq=${segment.seq}: 클라이언트가 ACK 다음에 이 번호부터 데이터 ${segment.len}바이트를 보냅니다. ACK는 번호를 차지하지 않아 두 seq가 같습니다. 데이터가 먼저였다면 ACK의 seq가 더 컸을 것입니다.`,
        en: `seq ${segment.seq}: after its ACK the client sends ${dataBytes(segment.len)} from this number on. The ACK takes no number, so both have the same seq; sent after the data, it would have a higher one.`,
      },
      rfc: 'RFC 9293 §3.5',
    };
  }
  return {
    text: {
      ko: `seq=${segment.seq}: 핸드셰이크가 끝난 뒤 ${who.ko}가 이 번호부터 데이터 ${segment.len}바이트를 보냅니다.`,
      en: `seq ${segment.seq}: the handshake is done, and ${who.en} sends ${dataBytes(segment.len)} from this number on.`,
    },
    rfc: 'RFC 9293 §3.5',
  };
}
