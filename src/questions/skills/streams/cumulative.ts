import type { Text } from '../../../language.ts';
import { type HostName, peerOf } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { acknowledgedRunsOn } from '../../captured/runs.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { drawBurst } from '../../situations/streams-burst.ts';
import type { Skill } from '../../skill.ts';
import { HOST } from '../../words.ts';
import { draft } from './cumulative-draft.ts';

export const cumulativeAck: Skill = {
  id: 'ack.cumulative',
  title: { ko: '여러 세그먼트에 대한 누적 ACK', en: 'The cumulative ACK of several segments' },
  type: 17,
  level: 'medium',
  concepts: ['numbers'],
  after: ['ack.in-order', 'seq.next'],
  pose: (random) => {
    const burst = drawBurst(random, random.chance(0.4));
    if (burst === null) return null;
    const { trace, sender, segments, acks } = burst;
    const ack = acks.at(-1);
    if (ack === undefined) return null;
    const lostAt = segments.findIndex((segment) => segment.fate === 'lost');
    return draft({
      ...{ trace, sender, segments, ack, earlier: acks.slice(0, -1) },
      lostAt: lostAt === -1 ? null : lostAt,
      fate: lostAt === -1 ? ALL_ARRIVE : ONE_LOST(lostAt + 1),
      asks: WHEN_LAST_ARRIVES(peerOf(sender)),
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
    });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, acknowledgedRunsOn(captured));
    if (moment === null) return null;
    const count = random.int(2, moment.data.length);
    const data = moment.data.slice(-count);
    const excerpt = excerptAround(captured, [data[0]?.n ?? 1, moment.ack.n]);
    if (excerpt === null) return null;
    const { trace } = excerpt.captured;
    const segments = data.map(({ n }) => excerpt.at(n));
    const ack = excerpt.at(moment.ack.n);
    const [first = ack] = segments;
    const earlier = trace.segments.filter(({ n, from }) => from === ack.from && n > first.n && n < ack.n);
    return inExcerpt(
      excerpt,
      draft({
        ...{ trace, sender: first.from, segments, ack, earlier },
        lostAt: null,
        fate: ALL_HAVE_ARRIVED,
        asks: TO_ACKNOWLEDGE_ALL(ack.from),
        conventions: [ABSOLUTE_NUMBERS],
      }),
    );
  },
};

const ALL_ARRIVE = { ko: '모두 순서대로 도착합니다.', en: 'All arrive in order.' };

const ONE_LOST = (nth: number) => ({
  ko: `그중 ${nth}번째는 유실되고 나머지는 순서대로 도착합니다.`,
  en: `Number ${nth} of them is lost; the others arrive in order.`,
});

const ALL_HAVE_ARRIVED = {
  ko: '앞의 데이터와 함께 모두 빠짐없이 도착했습니다.',
  en: 'With the data before them, all have arrived.',
};

const WHEN_LAST_ARRIVES = (receiver: HostName): Text => ({
  ko: `마지막 세그먼트가 도착했을 때 ${HOST[receiver].ko}가 보내는 ACK의 ack는 얼마입니까?`,
  en: `Which ack does ${HOST[receiver].en} send when the last of them arrives?`,
});

/** A captured receiver may have waited with its ACK: not when it goes is asked about, but what it says. */
const TO_ACKNOWLEDGE_ALL = (receiver: HostName): Text => ({
  ko: `${HOST[receiver].ko}가 이 데이터를 모두 확인 응답하는 ACK의 ack는 얼마입니까?`,
  en: `Which ack is in the ACK by which ${HOST[receiver].en} acknowledges all of them?`,
});
