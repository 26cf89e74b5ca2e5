import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { DATA_ONLY, FOUR_CASES } from '../../conventions-windows.ts';
import { allFields, choiceField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { Option } from '../../question.ts';
import { drawIsn } from '../../situations/conversation.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { bytes, sum } from '../../words.ts';

/** A segment offered as an answer; offsets count from RCV.NXT. */
interface Candidate {
  readonly start: number;
  readonly len: number;
  /** Who would pick it, or null: nobody does by a rule. */
  readonly rule: MisconceptionId | null;
  readonly right: boolean;
  /** Whether it is acceptable, and why. */
  readonly why: Text;
}

const INSIDE: Text = {
  ko: '첫 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
  en: 'its first number is in the window, so it is acceptable',
};

/** Four segments for a window of some size, of which one or none is acceptable. */
function drawCandidates(random: Random, wnd: number): readonly Candidate[] {
  const size = (): number => random.int(2, 1460);
  const old = size();
  const above = wnd + random.int(1, 3000);
  const wrong: Candidate[] = [
    {
      start: -old,
      len: old,
      rule: 'N124',
      right: false,
      why: {
        ko: '마지막 번호가 RCV.NXT 바로 앞이라 모두 이미 받은 데이터입니다',
        en: 'its last number is just below RCV.NXT: all of it is old',
      },
    },
    {
      start: above,
      len: size(),
      rule: 'N125',
      right: false,
      why: { ko: '처음부터 윈도우 너머에 있습니다', en: 'it starts beyond the window' },
    },
  ];
  if (wnd === 0) {
    return [
      ...wrong,
      {
        start: 0,
        len: size(),
        rule: 'N125',
        right: false,
        why: { ko: '윈도우가 0이면 데이터는 받아들일 수 없습니다', en: 'no data is acceptable at a zero window' },
      },
      drawEmpty(random),
    ];
  }
  const edge: Candidate = {
    start: wnd,
    len: random.chance(0.3) ? 0 : size(),
    rule: 'M21',
    right: false,
    why: {
      ko: 'RCV.NXT + RCV.WND에서 시작하므로 윈도우 밖입니다',
      en: 'it starts at RCV.NXT + RCV.WND, outside the window',
    },
  };
  return [...wrong, edge, drawFourth(random, wnd)];
}

/** An empty segment that meets a zero window: acceptable at RCV.NXT and nowhere else. */
function drawEmpty(random: Random): Candidate {
  const start = random.chance(0.7) ? 0 : random.pick([-1, 1]);
  const why =
    start === 0
      ? {
          ko: '데이터가 없고 seq가 RCV.NXT이므로 받아들일 수 있습니다',
          en: 'it is empty and its seq is RCV.NXT, so it is acceptable',
        }
      : { ko: '데이터가 없지만 seq가 RCV.NXT와 다릅니다', en: 'it is empty, but its seq is not RCV.NXT' };
  return { start, len: 0, rule: null, right: start === 0, why };
}

function drawFourth(random: Random, wnd: number): Candidate {
  const len = random.int(2, Math.min(1460, wnd - 1));
  const cut = random.int(1, len - 1);
  switch (random.pick(['inside', 'left', 'left', 'right', 'right', 'last', 'below'] as const)) {
    case 'inside':
      return { start: random.int(0, wnd - len), len, rule: null, right: true, why: INSIDE };
    case 'left':
      return {
        start: -cut,
        len,
        rule: null,
        right: true,
        why: {
          ko: '앞부분은 이미 받았지만 마지막 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
          en: 'it begins with old data, but its last number is in the window, so it is acceptable',
        },
      };
    case 'right':
      return {
        start: wnd - cut,
        len,
        rule: null,
        right: true,
        why: {
          ko: '끝부분은 윈도우를 넘지만 첫 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
          en: 'it reaches beyond the window, but its first number is inside, so it is acceptable',
        },
      };
    case 'last':
      return {
        start: wnd - 1,
        len: 0,
        rule: null,
        right: true,
        why: {
          ko: '데이터가 없고 seq가 윈도우의 마지막 번호이므로 받아들일 수 있습니다',
          en: 'it is empty and its seq is the last number of the window, so it is acceptable',
        },
      };
    case 'below':
      return {
        start: -1,
        len: 0,
        rule: null,
        right: false,
        why: { ko: '데이터가 없고 seq가 RCV.NXT보다 앞입니다', en: 'it is empty and its seq is below RCV.NXT' },
      };
  }
}

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
    const named = candidates.map((one, index) => ({ ...one, id: 'abcd'.charAt(index), seq: seqAdd(nxt, one.start) }));
    const right = named.find((one) => one.right);
    const required = named.flatMap(({ id, rule }): (readonly [MisconceptionId, string])[] =>
      rule ? [[rule, id]] : [],
    );
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
      prompt: {
        ko: 'ESTABLISHED 상태에서 받는 쪽의 변수가 주어진 값과 같습니다. 이때 도착하면 받아들일 수 있는(acceptable) 세그먼트는 다음 가운데 어느 것입니까?',
        en: 'A receiver in ESTABLISHED has the variables given. Which of these segments would be acceptable if it arrived now?',
      },
      conventions: [FOUR_CASES, DATA_ONLY],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
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
  },
};

function segmentWords(seq: number, len: number): Text {
  return len === 0
    ? { ko: `seq=${seq}, 데이터 없음`, en: `seq ${seq}, no data` }
    : { ko: `seq=${seq}, 데이터 ${len}바이트`, en: `seq ${seq}, ${bytes(len)} of data` };
}
