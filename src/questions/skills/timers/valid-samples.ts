import type { TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { timedRunsOn } from '../../captured/timed.ts';
import { NO_DELAYED_ACK } from '../../conventions.ts';
import { KARN_CAPTURED, KARN_CONVENTIONS } from '../../conventions-timers.ts';
import { THREE_DECIMALS } from '../../conventions-windows.ts';
import type { Hints } from '../../question.ts';
import { drawTimed, type Timed } from '../../situations/timed-segments.ts';
import type { Skill } from '../../skill.ts';
import { draft, toMicroseconds } from './valid-samples-draft.ts';

export const validSamples: Skill = {
  id: 'rto.valid-samples',
  title: { ko: '유효한 RTT 표본', en: 'Valid RTT samples' },
  type: 37,
  level: 'medium',
  concepts: ['tcp', 'numbers'],
  after: ['rto.estimate'],
  pose: (random) => {
    const timestamps = random.chance(0.4);
    const drawn = drawTimed(random, timestamps);
    if (drawn === null) return null;
    return draft(drawn, timestamps, {
      measure: 'amount',
      conventions: [...KARN_CONVENTIONS[timestamps ? 'timestamps' : 'clock'], NO_DELAYED_ACK],
      hints: timestamps ? HINTS_BY_TIMESTAMPS : HINTS_BY_CLOCK,
    });
  },
  poseOn: (captured, random) => {
    const run = pickMoment(random, timedRunsOn(captured));
    const [begun] = run ?? [];
    const end = run?.at(-1);
    const excerpt = begun && end && excerptAround(captured, [begun.first.n, end.ack.n]);
    if (!run || begun === undefined || !excerpt) return null;
    const startMs = begun.first.sentMs;
    // Times count from the first of them, to the microsecond that most captures have.
    const within = ({ n }: TracedSegment): TracedSegment => {
      const segment = excerpt.at(n);
      return { ...segment, sentMs: toMicroseconds(segment.sentMs - startMs) };
    };
    const data = run.map(({ first, last, ack, ackedMs }): Timed => {
      const sent = within(first);
      const again = first === last ? sent : within(last);
      return { first: sent, last: again, ack: within(ack), ackedMs: toMicroseconds(ackedMs - startMs) };
    });
    const timestamps = begun.ack.options.timestamps !== undefined;
    return inExcerpt(
      excerpt,
      draft({ trace: excerpt.captured.trace, sender: begun.first.from, data }, timestamps, {
        measure: 'decimal',
        conventions: [...KARN_CAPTURED[timestamps ? 'timestamps' : 'clock'], THREE_DECIMALS],
        hints: timestamps ? HINTS_BY_TIMESTAMPS : HINTS_BY_CAPTURED_CLOCK,
      }),
    );
  },
};

const LAST_HINT = {
  ko: '표본 = ACK를 받은 시각 - 그 ACK를 부른 전송의 시각',
  en: 'A sample is the time the ACK is received less the time of the sending it answers.',
};

const HINTS_BY_CLOCK: Hints = [
  {
    ko: '두 번 보낸 세그먼트의 ACK가 어느 전송에 대한 것인지 보내는 쪽은 알 수 없습니다.',
    en: 'When a segment was sent twice, its sender cannot tell which sending an ACK is for.',
  },
  {
    ko: '표에서 재전송이 없는 줄을 찾습니다. 래더에는 무엇이 유실되었는지 보이지만 보내는 쪽은 모릅니다.',
    en: 'Look in the table for lines without a retransmission. The ladder shows what was lost, but the sender does not know it.',
  },
  LAST_HINT,
];

const HINTS_BY_CAPTURED_CLOCK: Hints = [
  HINTS_BY_CLOCK[0],
  { ko: '표에서 재전송이 없는 줄을 찾습니다.', en: 'Look in the table for lines without a retransmission.' },
  LAST_HINT,
];

const HINTS_BY_TIMESTAMPS: Hints = [
  {
    ko: '타임스탬프가 있으면 ACK의 TSecr로 어느 전송에 대한 응답인지 알 수 있으므로, 재전송한 세그먼트에서도 표본을 얻습니다.',
    en: 'With timestamps the TSecr of an ACK tells which sending it answers, so a segment sent twice gives a sample too.',
  },
  {
    ko: '표의 줄마다 ACK의 TSecr와 같은 TSval을 실은 전송이 어느 것인지 봅니다.',
    en: 'In each line of the table see which sending has the TSval that the TSecr of the ACK repeats.',
  },
  LAST_HINT,
];
