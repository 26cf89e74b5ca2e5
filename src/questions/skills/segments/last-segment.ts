import { seqAdd } from '../../../tcp/sequence.ts';
import type { TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { fullRunsOn } from '../../captured/runs.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { allFields, numberField } from '../../fields.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import {
  firstPlusBytes,
  lastOneFull,
  segmentsAfter,
  segmentsWithHeaders,
} from '../../misconceptions/segments-rules.ts';
import { sendIndex } from '../../moments.ts';
import { drawOneSend } from '../../situations/one-send.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST, sum } from '../../words.ts';

const CUT_AT_MSS = {
  ko: 'TCP는 데이터를 앞에서부터 MSS만큼씩 잘라 곧바로 보냅니다. MSS는 세그먼트 하나에 싣는 데이터이며 헤더는 들지 않고, TCP 옵션은 없습니다.',
  en: 'TCP cuts the data into pieces of one MSS from the front and sends them at once. The MSS counts data only, no header; there are no TCP options.',
};

export const lastSegment: Skill = {
  id: 'seq.last-segment',
  title: { ko: '여러 세그먼트의 마지막 번호', en: 'The last numbers of a transfer' },
  type: 59,
  level: 'medium',
  concepts: ['numbers'],
  after: ['seq.next', 'seq.length'],
  pose: (random) => {
    const sent = drawOneSend(random);
    if (sent === null) return null;
    const { trace, sender, mss, total, segments } = sent;
    const from = segments[0]?.seq ?? 0;
    return draft({
      ...{ trace, mss, total, segments },
      prompt: {
        ko: `${HOST[sender].ko}의 애플리케이션이 데이터 ${total}바이트를 한 번에 보냅니다. MSS는 ${mss}바이트이고, 첫 데이터 세그먼트의 seq는 ${from}입니다. ${HOW_MANY.ko}`,
        en: `${HOST_FIRST[sender].en}'s application sends ${total} bytes of data in one call. The MSS is ${mss} bytes and the first data segment has seq ${from}. ${HOW_MANY.en}`,
      },
      conventions: [ABSOLUTE_NUMBERS, CUT_AT_MSS],
    });
  },
  poseOn: (captured, random) => {
    const run = pickMoment(random, fullRunsOn(captured));
    const first = run?.[0];
    const last = run?.at(-1);
    const excerpt = first && last && excerptAround(captured, [first.n, last.n]);
    if (!run || first === undefined || last === undefined || !excerpt) return null;
    const { from, len: mss } = first;
    const total = mss * (run.length - 1) + last.len;
    return inExcerpt(
      excerpt,
      draft({
        ...{ trace: excerpt.captured.trace, mss, total, segments: run.map(({ n }) => excerpt.at(n)) },
        prompt: {
          ko: `${HOST[from].ko}가 데이터 ${total}바이트를 앞에서부터 ${mss}바이트씩 잘라 잇달아 보냅니다. 첫 세그먼트의 seq는 ${first.seq}이고, 마지막 세그먼트에는 남은 것만 실립니다. ${HOW_MANY.ko}`,
          en: `${HOST_FIRST[from].en} sends ${total} bytes of data in a row, ${mss} bytes in each segment and what is left in the last. The first segment has seq ${first.seq}. ${HOW_MANY.en}`,
        },
        conventions: [ABSOLUTE_NUMBERS],
      }),
    );
  },
};

const HOW_MANY = {
  ko: '세그먼트는 모두 몇 개이고, 마지막 세그먼트의 seq와 마지막 바이트의 번호는 얼마입니까?',
  en: 'How many segments are there, what is the seq of the last one, and what is the number of the last byte?',
};

/** Data of one host in segments of `mss` bytes, and a last one. */
interface Asked extends Pick<QuestionDraft, 'prompt' | 'conventions' | 'trace'> {
  readonly mss: number;
  readonly total: number;
  readonly segments: readonly TracedSegment[];
}

function draft({ prompt, conventions, trace, mss, total, segments }: Asked): QuestionDraft | null {
  const [first] = segments;
  const last = segments.at(-1);
  if (first === undefined || last === undefined) return null;
  const count = segments.length;
  const full = count - 1;
  const lastByte = seqAdd(first.seq, total - 1);
  const fields = allFields([
    numberField(
      { id: 'count', label: { ko: '세그먼트 수', en: 'segments' }, place: null },
      count,
      { required: [['N220', full]], optional: [['M18', segmentsWithHeaders(total, mss)]] },
      'amount',
    ),
    numberField(
      { id: 'seq', label: { ko: '마지막 세그먼트의 seq', en: 'seq of the last segment' }, place: null },
      last.seq,
      {
        required: [
          ['M19', firstPlusBytes(first.seq, total)],
          ['M03', segmentsAfter(first.seq, count)],
          ['N221', lastOneFull(first.seq, total, mss)],
        ],
        optional: unwrapped(first.seq, full * mss),
      },
    ),
    numberField(
      { id: 'byte', label: { ko: '마지막 바이트의 번호', en: 'number of the last byte' }, place: null },
      lastByte,
      {
        required: [['M19', firstPlusBytes(first.seq, total)]],
        optional: unwrapped(first.seq, total - 1),
      },
    ),
  ]);
  if (fields === null) return null;
  return {
    prompt,
    conventions,
    trace,
    view: questionView(trace, { until: sendIndex(trace, first.n) + 1, asked: [], focus: [first.n] }),
    fields,
    figures: [],
    hints: [
      {
        ko: 'seq는 세그먼트에 실린 첫 바이트의 번호입니다. 번호는 바이트마다 하나씩 붙습니다.',
        en: 'seq is the number of the first byte in a segment; every byte takes one number.',
      },
      {
        ko: '마지막 세그먼트 앞에 MSS를 가득 채운 세그먼트가 몇 개 있는지 먼저 구합니다.',
        en: 'Find out first how many full segments lie before the last one.',
      },
      {
        ko: '마지막 seq = 첫 seq + 가득 찬 세그먼트 수 × MSS, 마지막 바이트 = 첫 seq + 전체 바이트 수 - 1(mod 2^32)',
        en: 'Last seq = first seq + full segments × MSS; last byte = first seq + all bytes - 1 (mod 2^32).',
      },
    ],
    explanation: [
      {
        text: {
          ko: `${total} = ${full} × ${mss} + ${last.len}이므로 가득 찬 세그먼트 ${full}개와 ${last.len}바이트짜리 하나, 모두 ${count}개입니다.`,
          en: `${total} = ${full} × ${mss} + ${last.len}: ${full} full segments and one of ${last.len === 1 ? '1 byte' : `${last.len} bytes`}, ${count} in all.`,
        },
        rfc: 'RFC 9293 §3.7.1',
      },
      {
        text: {
          ko: `마지막 세그먼트는 앞의 ${full * mss}바이트 다음에서 시작합니다: ${sum(first.seq, full * mss)}.`,
          en: `The last segment starts after the ${full * mss} bytes before it: ${sum(first.seq, full * mss)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `마지막 바이트의 번호는 ${sum(first.seq, total - 1)}입니다. ${seqAdd(lastByte, 1)}번은 아직 보내지 않은 다음 바이트의 것입니다.`,
          en: `The last byte is number ${sum(first.seq, total - 1)}; ${seqAdd(lastByte, 1)} belongs to the byte that would follow.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
  };
}
