import type { Random } from '../../simulator/random.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, choiceField, LABELS, numberField } from '../fields.ts';
import { countedAgain, endOfDuplicate } from '../misconceptions/closing-rules.ts';
import { lastByteReceived } from '../misconceptions/numbers-rules.ts';
import { arrivalOf } from '../moments.ts';
import { endWords } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../words.ts';
import { DUPLICATE_NUMBER_HINTS, DUPLICATE_REACTION_HINTS } from './gap-hints.ts';

/** Data arrives a second time. */
interface Duplicate {
  readonly trace: Trace;
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
  readonly rcvNxt: number;
  /** The segment that RCV.NXT follows. */
  readonly last: TracedSegment;
  /** Whether it is known why it comes again: what was sent again had not been acknowledged at its sender. */
  readonly unacknowledged: boolean;
}

export function number(duplicate: Duplicate): QuestionDraft | null {
  const { trace, segment, answer, rcvNxt } = duplicate;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [
        ['N28', countedAgain(rcvNxt, segment.len)],
        ['N41', segment.seq],
        ['M01', lastByteReceived(rcvNxt)],
      ],
      optional: [
        ['N27', endOfDuplicate(segment)],
        ['M11', answer.seq],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(duplicate),
    hints: DUPLICATE_NUMBER_HINTS,
    prompt: {
      ko: `${situation(duplicate).ko} ${HOST[answer.from].ko}가 보내는 답의 ack는 얼마입니까?`,
      en: `${situation(duplicate).en} Which ack does ${HOST[answer.from].en}'s answer carry?`,
    },
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      secret: [answer.ack],
      focus: [segment.n, answer.n],
    }),
    fields,
  };
}

export function reaction(random: Random, duplicate: Duplicate): QuestionDraft | null {
  const { trace, segment, answer, rcvNxt } = duplicate;
  const end = endOfDuplicate(segment);
  const twice = countedAgain(rcvNxt, segment.len);
  const options = [
    {
      id: 'ack',
      text: {
        ko: `버리고, 지금의 번호로 ACK(ack=${answer.ack})를 보냅니다`,
        en: `drops it and sends an ACK of the present numbers (ack ${answer.ack})`,
      },
    },
    {
      id: 'silent',
      text: { ko: '이미 받은 것이므로 응답 없이 버립니다', en: 'drops it in silence, having it already' },
    },
    {
      id: 'again',
      text: {
        ko: `애플리케이션에 다시 전달하고 ACK(ack=${twice})를 보냅니다`,
        en: `delivers it again and sends an ACK (ack ${twice})`,
      },
    },
    { id: 'reset', text: { ko: `RST(seq=${answer.seq})를 보냅니다`, en: `sends a RST (seq ${answer.seq})` } },
  ];
  const backwards =
    end === answer.ack
      ? []
      : [
          {
            id: 'back',
            text: {
              ko: `버리고, 이 세그먼트의 끝을 ACK(ack=${end})합니다`,
              en: `drops it and acknowledges the end of this very segment (ack ${end})`,
            },
          },
        ];
  const fields = allFields([
    choiceField(
      { id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null },
      random.shuffle([...options, ...backwards]),
      'ack',
      {
        required: [
          ['N20', 'silent'],
          ['N28', 'again'],
          ['M42', 'reset'],
          ...backwards.map((option) => ['N27', option.id] as const),
        ],
      },
    ),
  ]);
  if (fields === null) return null;
  return {
    ...frame(duplicate),
    hints: DUPLICATE_REACTION_HINTS,
    prompt: {
      ko: `${situation(duplicate).ko} ${HOST[answer.from].ko}는 이 세그먼트를 어떻게 처리합니까?`,
      en: `${situation(duplicate).en} What does ${HOST[answer.from].en} do with this segment?`,
    },
    view: questionView(trace, { until: (arrivalOf(trace, segment.n)?.index ?? -1) + 1, asked: [], focus: [segment.n] }),
    fields,
  };
}

function situation({ segment, answer, unacknowledged }: Duplicate) {
  const { seq, len, from, origin } = segment;
  const size = { ko: `데이터 ${len}바이트(seq=${seq})`, en: `${dataBytes(len)} (seq ${seq})` };
  if (origin === 'copy') {
    return {
      ko: `네트워크에서 ${HOST[from].ko}의 ${size.ko}가 복제되어, ${HOST[answer.from].ko}가 이미 받은 세그먼트를 한 번 더 받았습니다.`,
      en: `The network has duplicated ${size.en} from ${HOST[from].en}: ${HOST[answer.from].en} receives once more a segment it already has.`,
    };
  }
  return unacknowledged
    ? {
        ko: `${HOST[from].ko}가 ACK를 받지 못해 ${size.ko}를 재전송했습니다. ${HOST[answer.from].ko}는 이 세그먼트를 이미 받았습니다.`,
        en: `${HOST_FIRST[from].en}, still without an ACK, has retransmitted ${size.en}, which ${HOST[answer.from].en} received before.`,
      }
    : {
        ko: `${HOST[from].ko}의 ${size.ko}가 재전송되어 도착했습니다. ${HOST[answer.from].ko}는 이 데이터를 이미 받았습니다.`,
        en: `A retransmission of ${size.en} from ${HOST[from].en} arrives; ${HOST[answer.from].en} received that data before.`,
      };
}

function frame({ trace, segment, answer, rcvNxt, last }: Duplicate) {
  const why =
    segment.origin === 'copy'
      ? {
          ko: '받는 쪽은 네트워크의 복제인지 ACK를 받지 못한 상대의 재전송인지 알 수 없으므로',
          en: 'For all the receiver knows, its ACK was lost and the peer is retransmitting',
        }
      : { ko: '응답 없이 버리면 상대가 계속 재전송하므로', en: 'Silence would leave the peer retransmitting' };
  return {
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    figures: [],
    explanation: [
      {
        text: {
          ko: `${HOST[segment.from].ko}에게서 빈 곳 없이 받은 것의 끝을 보면, ${endWords(last).ko}입니다. 이것이 RCV.NXT입니다.`,
          en: `Received from ${HOST[segment.from].en} without a gap: ${endWords(last).en}. That is RCV.NXT.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `다시 온 세그먼트는 ${segment.seq}부터 ${sum(segment.seq, segment.len)} 앞까지로 모두 RCV.NXT(${rcvNxt})보다 앞의 번호입니다. 받아들일 수 없어 버립니다.`,
          en: `The segment runs from ${segment.seq} to just before ${sum(segment.seq, segment.len)}, all of it below RCV.NXT (${rcvNxt}): it is not acceptable and is dropped.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `${why.ko} 지금의 번호로 ACK(seq=${answer.seq}, ack=${answer.ack})를 보냅니다.`,
          en: `${why.en}, so an ACK of the present numbers is sent: seq ${answer.seq}, ack ${answer.ack}.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
