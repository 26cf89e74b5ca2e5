import type { Text } from '../../../language.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { inExcerpt } from '../../captured/moment.ts';
import { DATA_ONLY, FOUR_CASES } from '../../conventions-windows.ts';
import { allFields, choiceField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { Option } from '../../question.ts';
import { drawIsn } from '../../situations/conversation.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { bytes, HOST, HOST_FIRST, sum } from '../../words.ts';
import { type Candidate, drawCandidates } from './acceptable-candidates.ts';
import { drawCapturedChoice } from './acceptable-captured.ts';

const NONE: Option = { id: 'none', text: { ko: '없음', en: 'none of them' } };

export const acceptable: Skill = {
  id: 'window.acceptable',
  title: { ko: '받아들일 수 있는 세그먼트', en: 'Which segment is acceptable' },
  type: 30,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.above-gap'],
  pose: (random) => {
    const nxt = drawIsn(random);
    const wnd = random.chance(0.25) ? 0 : random.int(500, 9000);
    const candidates = random.shuffle(drawCandidates(random, wnd));
    return acceptableDraft({
      ...{ nxt, wnd, candidates, prompt: PROMPT, trace: NO_TRACE },
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
    });
  },
  poseOn: (captured, random) => {
    const choice = drawCapturedChoice(captured, random);
    if (choice === null) return null;
    const { excerpt, segment, wnd, candidates } = choice;
    const { trace } = excerpt.captured;
    const { n } = excerpt.at(segment.n);
    const draft = acceptableDraft({
      ...{ nxt: segment.ack, wnd, candidates, prompt: capturedPrompt(segment), trace },
      view: questionView(trace, { until: untilSeen(trace, n), asked: [], marks: false, focus: [n] }),
    });
    return inExcerpt(excerpt, draft);
  },
};

const PROMPT = {
  ko: 'ESTABLISHED 상태에서 받는 쪽의 변수가 주어진 값과 같습니다. 이때 도착하면 받아들일 수 있는(acceptable) 세그먼트는 다음 가운데 어느 것입니까?',
  en: 'A receiver in ESTABLISHED has the variables given. Which of these segments would be acceptable if it arrived now?',
};

function capturedPrompt({ from, seq, ack }: TracedSegment): Text {
  const [host, peer] = [HOST[from], HOST[peerOf(from)]];
  return {
    ko: `${host.ko}가 세그먼트(seq=${seq}, ack=${ack})를 막 보냈고, 이것이 알린 RCV.NXT와 RCV.WND가 주어져 있습니다. 보기는 모두 이 대화에 나오는 ${peer.ko}의 데이터 세그먼트입니다. 그때 ${host.ko}에 도착하면 받아들일 수 있는(acceptable) 것은 다음 가운데 어느 것입니까?`,
    en: `${HOST_FIRST[from].en} has just sent a segment (seq ${seq}, ack ${ack}); the RCV.NXT and RCV.WND that it advertised are given. The choices are data segments of ${peer.en} of this conversation. Which of them would be acceptable if it reached ${host.en} at that moment?`,
  };
}

/** The variables of a receiver, and what is offered to it. */
interface Asked extends Pick<QuestionDraft, 'prompt' | 'trace' | 'view'> {
  readonly nxt: number;
  readonly wnd: number;
  /** In the order shown; one or none is acceptable. */
  readonly candidates: readonly Candidate[];
}

/** The question which of some segments a receiver accepts. */
function acceptableDraft({ nxt, wnd, candidates, prompt, trace, view }: Asked): QuestionDraft | null {
  const named = candidates.map((one, index) => ({ ...one, id: 'abcd'.charAt(index), seq: seqAdd(nxt, one.start) }));
  const right = named.find((one) => one.right);
  const required = named.flatMap(({ id, rule }): (readonly [MisconceptionId, string])[] => (rule ? [[rule, id]] : []));
  if (right && wnd === 0) required.push(['N128', NONE.id]);
  else if (right && (right.start < 0 || right.start + right.len > wnd)) required.push(['N126', NONE.id]);
  const options = named.map(({ id, seq, len }): Option => ({ id, text: segmentWords(seq, len) }));
  const fields = allFields([
    choiceField(
      { id: 'segment', label: { ko: '세그먼트', en: 'segment' }, place: null },
      [...options, NONE],
      right?.id ?? NONE.id,
      { required },
    ),
  ]);
  if (fields === null) return null;
  return {
    prompt,
    conventions: [FOUR_CASES, DATA_ONLY],
    trace,
    view,
    figures: [
      {
        kind: 'values',
        title: null,
        values: [
          { name: 'RCV.NXT', value: nxt },
          { name: 'RCV.WND', value: wnd },
        ],
      },
    ],
    fields,
    hints: [
      {
        ko: '데이터가 있으면 첫 번호나 마지막 번호가, 없으면 seq가 윈도우 안에 있어야 합니다. 윈도우가 0일 때는 규칙이 다릅니다.',
        en: 'With data, the first or the last number must be in the window; without, the seq must. A zero window has a rule of its own.',
      },
      {
        ko: '세그먼트마다 SEG.SEQ와 SEG.SEQ + SEG.LEN - 1을 윈도우의 양 끝과 견주어 봅니다.',
        en: 'Compare SEG.SEQ and SEG.SEQ + SEG.LEN - 1 of each segment with the two ends of the window.',
      },
      {
        ko: 'RCV.NXT =< 번호 < RCV.NXT + RCV.WND인지 봅니다(2^32를 법으로).',
        en: 'Check RCV.NXT =< number < RCV.NXT + RCV.WND, modulo 2^32.',
      },
    ],
    explanation: [
      wnd === 0
        ? {
            text: {
              ko: `윈도우가 0이므로 데이터가 없고 seq가 ${nxt}인 세그먼트만 받아들일 수 있습니다.`,
              en: `The window is zero: only an empty segment with seq ${nxt} is acceptable.`,
            },
            rfc: 'RFC 9293 §3.4',
          }
        : {
            text: {
              ko: `윈도우에 드는 번호는 ${nxt}부터 ${sum(nxt, wnd - 1)}까지입니다.`,
              en: `The window holds the numbers from ${nxt} to ${sum(nxt, wnd - 1)}.`,
            },
            rfc: 'RFC 9293 §3.4',
          },
      ...named.map(({ seq, len, why }) => {
        const words = segmentWords(seq, len);
        return { text: { ko: `${words.ko}: ${why.ko}.`, en: `${words.en}: ${why.en}.` }, rfc: 'RFC 9293 §3.4' };
      }),
    ],
  };
}

function segmentWords(seq: number, len: number): Text {
  return len === 0
    ? { ko: `seq=${seq}, 데이터 없음`, en: `seq ${seq}, no data` }
    : { ko: `seq=${seq}, 데이터 ${len}바이트`, en: `seq ${seq}, ${bytes(len)} of data` };
}
