import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { LEAST_AGAIN, synSeriesOn } from '../../captured/syn-series.ts';
import { capturedPrompt, realTimes } from '../../captured/syn-series-words.ts';
import { NO_UPPER_BOUND_REACHED } from '../../conventions-timers.ts';
import { allFields } from '../../fields.ts';
import { drawLostSyns, type LostSyns, type SynLoss, untilFirstLoss } from '../../situations/lost-syns.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { explanationOf, fieldsOf } from './syn-times-answer.ts';

/** The longest wait that is below 60 s, the least that RFC 6298 (2.5) lets an upper bound be. */
const LONGEST_MS = 59_500;

/** The first RTO: often the second of RFC 6298 (2.1) or its former three, else any. */
function drawRto(random: Random, waits: number): number {
  if (random.chance(0.06)) return random.pick([1000, 3000]);
  return random.int(60, Math.min(700, Math.floor(LONGEST_MS / 2 ** (waits - 1) / 5))) * 5;
}

export const synTimes: Skill = {
  id: 'handshake.syn-times',
  title: { ko: 'SYN을 다시 보내는 시각', en: 'When a SYN is sent again' },
  type: 25,
  level: 'medium',
  concepts: ['handshake'],
  after: ['handshake.lost-segment'],
  pose: (random) => {
    const loss = random.pick(['syn', 'syn', 'ack', 'unreachable'] as const);
    const again = random.int(3, 5);
    const rto = drawRto(random, loss === 'unreachable' ? again + 1 : again);
    const lost = drawLostSyns(random, loss, rto, again);
    if (lost === null) return null;
    const [first, ...more] = lost.sendings;
    const times = more.map((segment) => segment.sentMs - first.sentMs);
    const givenUp = lost.gaveUpMs === null ? null : lost.gaveUpMs - first.sentMs;
    return draft(
      { loss, rto, times, givenUp },
      {
        prompt: PROMPTS[loss](lost, again),
        conventions: [firstTimeout(rto), NO_UPPER_BOUND_REACHED],
        trace: lost.trace,
        view: questionView(lost.trace, { until: untilFirstLoss(lost), asked: [], focus: [first.n] }),
      },
    );
  },
  poseOn: (captured, random) => {
    const series = pickMoment(random, synSeriesOn(captured));
    const excerpt = series && excerptAround(captured, [series.first.n, series.last.n]);
    if (series === null || excerpt === null) return null;
    const { rto, loss } = series;
    const again = random.int(LEAST_AGAIN, series.real.length);
    const times = series.real.slice(0, again).map((_, nth) => rto * (2 ** (nth + 1) - 1));
    const first = excerpt.at(series.first.n);
    const { trace } = excerpt.captured;
    const asked = draft(
      { loss, rto, times, givenUp: null },
      {
        prompt: capturedPrompt(series, again),
        conventions: [],
        trace,
        view: questionView(trace, { until: untilSeen(trace, first.n), asked: [], marks: false, focus: [first.n] }),
      },
    );
    return asked && inExcerpt(excerpt, { ...asked, explanation: [...asked.explanation, realTimes(series, times)] });
  },
};

/** What is asked of a segment that is sent again and again. */
interface Times {
  readonly loss: SynLoss;
  readonly rto: number;
  readonly times: readonly number[];
  readonly givenUp: number | null;
}

function draft(
  { loss, rto, times, givenUp }: Times,
  about: Pick<QuestionDraft, 'prompt' | 'conventions' | 'trace' | 'view'>,
): QuestionDraft | null {
  const fields = allFields(fieldsOf(loss, rto, times, givenUp));
  return (
    fields && {
      ...about,
      fields,
      figures: [],
      hints: [
        {
          ko: '재전송 타이머가 만료되면 세그먼트를 다시 보내고, RTO를 2배로 늘려 타이머를 다시 시작합니다.',
          en: 'When the timer expires the segment goes again, the RTO is doubled, and the timer starts anew.',
        },
        {
          ko: '묻는 것은 재전송 사이의 간격이 아니라 첫 전송부터 잰 시각입니다.',
          en: 'Asked for are times since the first sending, not the waits between sendings.',
        },
        {
          ko: '첫 재전송은 처음의 RTO가 지났을 때이고, 그다음부터는 바로 앞 시각에 2배씩 늘어나는 RTO를 더합니다.',
          en: 'The first comes after the first RTO; for each further one add the RTO, doubled each time, to the time before.',
        },
      ],
      explanation: explanationOf(loss, rto, times, givenUp),
    }
  );
}

function firstTimeout(rto: number): Text {
  return {
    ko: `처음의 재전송 타임아웃(RTO)은 양쪽 모두 ${rto} ms입니다.`,
    en: `The first retransmission timeout (RTO) of both sides is ${rto} ms.`,
  };
}

const PROMPTS: Readonly<Record<SynLoss, (lost: LostSyns, again: number) => Text>> = {
  syn: ({ sendings: [first] }, again) => ({
    ko: `클라이언트가 보낸 SYN(seq=${first.seq})이 첫 전송부터 잇달아 ${again}번 유실되고, 그다음에 보낸 것이 도착합니다. 첫 SYN을 보낸 때를 0 ms로 하면, 클라이언트가 SYN을 다시 보내는 시각은 각각 몇 ms입니까? ${again}번의 시각을 차례로 적으세요.`,
    en: `The client's SYN (seq ${first.seq}) is lost ${again} times in a row, from the first sending on; the next one arrives. With the first SYN sent at 0 ms, at which times does the client send it again? Give all ${again} times in order, in ms.`,
  }),
  ack: ({ sendings: [first] }, again) => ({
    ko: `서버의 SYN,ACK(seq=${first.seq})는 매번 클라이언트에 도착하지만, 클라이언트가 그때마다 답하는 ACK가 잇달아 ${again}번 유실되고 그다음 ACK가 도착합니다. 클라이언트는 그동안 다른 것을 보내지 않습니다. 첫 SYN,ACK를 보낸 때를 0 ms로 하면, 서버가 SYN,ACK를 다시 보내는 시각은 각각 몇 ms입니까? ${again}번의 시각을 차례로 적으세요.`,
    en: `The server's SYN,ACK (seq ${first.seq}) reaches the client every time, but the ACK with which the client answers is lost ${again} times in a row; the next ACK arrives. Meanwhile the client sends nothing else. With the first SYN,ACK sent at 0 ms, at which times does the server send it again? Give all ${again} times in order, in ms.`,
  }),
  unreachable: ({ sendings: [first] }, again) => ({
    ko: `클라이언트가 보낸 SYN(seq=${first.seq})은 하나도 서버에 도착하지 않습니다. 클라이언트의 시스템은 SYN을 ${again}번까지만 다시 보내고, 그 뒤에 타이머가 한 번 더 만료되면 연결을 포기하도록 설정되어 있습니다. 첫 SYN을 보낸 때를 0 ms로 하면, SYN을 다시 보내는 ${again}번의 시각과 포기하는 시각은 각각 몇 ms입니까?`,
    en: `No SYN of the client (seq ${first.seq}) ever reaches the server. The client's system is set to send it again ${again} times at most and to give up when the timer expires once more after that. With the first SYN sent at 0 ms, at which ${again} times is it sent again, and when does the client give up, in ms?`,
  }),
};
