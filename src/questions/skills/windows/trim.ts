import type { Random } from '../../../simulator/random.ts';
import { seqAdd, seqDistance, seqLt } from '../../../tcp/sequence.ts';
import { answeredArrivals, onArrival } from '../../captured/arrivals.ts';
import { momentsOf } from '../../captured/moment.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { DATA_ONLY, WINDOW_STAYS } from '../../conventions-windows.ts';
import { allFields, numberField } from '../../fields.ts';
import {
  type Arriving,
  cutOff,
  keptOf,
  pastNext,
  untrimmed,
  withRightEdge,
} from '../../misconceptions/windows-rules.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { Field } from '../../question.ts';
import { drawIsn } from '../../situations/conversation.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { difference, sum } from '../../words.ts';

/** A segment that reaches out of the window on one side. On both it would fail the test of RFC 9293 §3.4. */
function drawArriving(random: Random): Arriving {
  const len = random.int(20, 1460);
  const outside = random.int(3, len - 4);
  if (random.chance(0.5)) return { wnd: random.int(len, 9000), start: -outside, len };
  const start = random.chance(0.25) ? 0 : random.int(4, 4000);
  return { wnd: start + len - outside, start, len };
}

export const trim: Skill = {
  id: 'window.trim',
  title: { ko: '윈도우에 맞추어 자르기', en: 'Trimming a segment to the window' },
  type: 31,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['window.acceptable'],
  pose: (random) => {
    const nxt = drawIsn(random);
    return draft({
      ...{ nxt, arriving: drawArriving(random), conventions: [ABSOLUTE_NUMBERS, DATA_ONLY, WINDOW_STAYS] },
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
    });
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, overlapsOn(captured), ({ trace, segment, rcvNxt, whole }) =>
      draft({
        nxt: rcvNxt,
        arriving: { wnd: whole.wnd ?? 0, start: -seqDistance(segment.seq, rcvNxt), len: segment.len },
        conventions: [ABSOLUTE_NUMBERS, DATA_ONLY],
        trace,
        view: questionView(trace, {
          until: untilSeen(trace, segment.n),
          asked: [],
          marks: false,
          focus: [segment.n],
        }),
      }),
    ),
};

/** Data that begins below RCV.NXT and ends above it, where nothing else is held and the ACK says that its end was taken. */
const overlapsOn = momentsOf((captured) =>
  answeredArrivals(captured, 'overlap').filter(
    ({ segment, rcvNxt, held, wnd }) => wnd !== null && held.length === 0 && seqLt(segment.seq, rcvNxt),
  ),
);

/** A segment and the variables of the receiver that it meets. */
interface Asked extends Pick<QuestionDraft, 'conventions' | 'trace' | 'view'> {
  readonly nxt: number;
  readonly arriving: Arriving;
}

function draft({ nxt, arriving, conventions, trace, view }: Asked): QuestionDraft | null {
  const { wnd, start, len } = arriving;
  const seq = seqAdd(nxt, start);
  const kept = keptOf(arriving);
  const first = seqAdd(nxt, kept.first);
  const end = seqAdd(first, kept.bytes);
  const fields = allFields([firstField(nxt, arriving), bytesField(arriving)]);
  if (fields === null) return null;
  const left = start < 0;
  const edge = seqAdd(nxt, wnd);
  return {
    prompt: {
      ko: `받는 쪽의 변수와 도착한 데이터 세그먼트가 주어진 값과 같습니다. 이 세그먼트를 윈도우에 맞추어 자르면, 남는 첫 바이트의 번호는 얼마이고 몇 바이트가 남습니까?`,
      en: `The variables of a receiver and a data segment that arrives are given. When the segment is trimmed to the window, what is the number of the first byte kept, and how many bytes are kept?`,
    },
    conventions,
    trace,
    view,
    figures: [
      {
        kind: 'values',
        title: null,
        values: [
          { name: 'RCV.NXT', value: nxt },
          { name: 'RCV.WND', value: wnd },
          { name: 'SEG.SEQ', value: seq },
          { name: 'SEG.LEN', value: len },
        ],
      },
    ],
    fields,
    hints: [
      {
        ko: '윈도우 밖의 부분은 잘라 내고 안에 드는 바이트만 남깁니다.',
        en: 'The parts outside the window are trimmed off; the bytes inside stay.',
      },
      {
        ko: '세그먼트의 양 끝(SEG.SEQ, SEG.SEQ + SEG.LEN)을 윈도우의 양 끝(RCV.NXT, RCV.NXT + RCV.WND)과 견주어 봅니다.',
        en: 'Compare the ends of the segment (SEG.SEQ, SEG.SEQ + SEG.LEN) with those of the window (RCV.NXT, RCV.NXT + RCV.WND).',
      },
      {
        ko: '둘 가운데 뒤의 시작에서 앞의 끝까지가 남습니다. 끝에서 시작을 빼면 바이트 수입니다(2^32를 법으로).',
        en: 'What stays runs from the later start to the earlier end; end minus start, modulo 2^32, is the count.',
      },
    ],
    explanation: [
      {
        text: {
          ko: `윈도우는 ${nxt}부터 ${sum(nxt, wnd)} 앞까지이고, 세그먼트는 ${seq}부터 ${sum(seq, len)} 앞까지입니다.`,
          en: `The window runs from ${nxt} to before ${sum(nxt, wnd)}, the segment from ${seq} to before ${sum(seq, len)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      left
        ? {
            text: {
              ko: `${nxt} 앞의 ${-start}바이트는 이미 받은 것이라 잘라 냅니다. 남는 첫 번호는 ${first}입니다.`,
              en: `The ${-start} bytes below ${nxt} are old and cut off: the first byte kept is ${first}.`,
            },
            rfc: 'RFC 9293 §3.10.7.4',
          }
        : {
            text: {
              ko: `${edge}부터의 ${cutOff(arriving)}바이트는 윈도우를 넘으므로 잘라 냅니다. 앞쪽은 그대로라 남는 첫 번호는 ${first}입니다.`,
              en: `The ${cutOff(arriving)} bytes from ${edge} on lie beyond the window and are cut off. The front stays: the first byte kept is ${first}.`,
            },
            rfc: 'RFC 9293 §3.10.7.4',
          },
      {
        text: {
          ko: `남는 것은 ${first}부터 ${end} 앞까지, 곧 ${difference(len, cutOff(arriving))}바이트입니다.`,
          en: `Kept is what runs from ${first} to before ${end}: ${difference(len, cutOff(arriving))} bytes.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

function firstField(nxt: number, arriving: Arriving): Field | null {
  const at = (offset: number): number => seqAdd(nxt, offset);
  const { start } = arriving;
  return numberField(
    { id: 'first', label: { ko: '남는 첫 바이트의 번호', en: 'first byte kept' }, place: null },
    at(keptOf(arriving).first),
    start < 0
      ? {
          required: [
            ['N129', at(start)],
            ['N132', at(pastNext(arriving).first)],
          ],
        }
      : start > 0
        ? { required: [['N133', nxt]] }
        : { required: [['N132', at(pastNext(arriving).first)]] },
  );
}

function bytesField(arriving: Arriving): Field | null {
  const { bytes } = keptOf(arriving);
  const edge = withRightEdge(arriving).bytes;
  return numberField(
    { id: 'kept', label: { ko: '남는 바이트 수', en: 'bytes kept' }, place: null },
    bytes,
    {
      required: [
        ['N129', untrimmed(arriving).bytes],
        ['N130', 0],
        ...(edge === bytes ? [] : ([['M21', edge]] as const)),
      ],
      optional: [['N132', pastNext(arriving).bytes]],
    },
    'amount',
  );
}
