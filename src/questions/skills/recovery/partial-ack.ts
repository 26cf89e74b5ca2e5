import type { TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { partialAcksOn } from '../../captured/recoveries.ts';
import { sendIndex } from '../../moments.ts';
import { untilFlightSent } from '../../situations/recovery.ts';
import { drawPartialAck } from '../../situations/recovery-partial.ts';
import type { Skill } from '../../skill.ts';
import { HOST, HOST_FIRST, withParticle } from '../../words.ts';
import { draft } from './partial-ack-draft.ts';

export const partialAck: Skill = {
  id: 'recovery.partial-ack',
  title: { ko: '부분 ACK와 빠른 회복의 끝', en: 'A partial ACK, and the end of fast recovery' },
  type: 45,
  level: 'hard',
  concepts: ['late-segment', 'numbers'],
  after: ['recovery.fast-retransmit', 'ack.gap-filled'],
  pose: (random) => {
    const partial = drawPartialAck(random, random.chance(0.4));
    if (partial === null) return null;
    const { trace, sender, flight, added, again } = partial;
    const last = flight.at(-1);
    const [fresh] = added;
    if (last === undefined) return null;
    const who = HOST[sender];
    const begun =
      fresh === undefined
        ? {
            ko: `${who.ko}가 데이터를 모두 내보냈고 유실로 표시된 세그먼트만 도착하지 않습니다. 나머지는 차례대로 도착하고 ACK는 하나도 유실되지 않습니다. ${who.ko}는 세 번째 중복 ACK를 받고 seq ${again.seq}인 세그먼트를 재전송하며 빠른 회복에 들어갔습니다.`,
            en: `${HOST_FIRST[sender].en} has sent all its data; only the segments marked as lost fail to arrive. The rest arrive in order and no ACK is lost. On the third duplicate ACK ${who.en} has retransmitted the segment of seq ${again.seq} and entered fast recovery.`,
          }
        : {
            ko: `${who.ko}가 세 번째 중복 ACK를 받고 seq ${again.seq}인 세그먼트를 재전송하며 빠른 회복에 들어갔고, 애플리케이션이 데이터를 더 맡기자 seq ${fresh.seq}인 새 세그먼트도 보냈습니다. 유실로 표시된 세그먼트만 도착하지 않고 나머지는 보낸 순서대로 도착하며, ACK는 하나도 유실되지 않습니다. 더 보낼 새 데이터는 없습니다.`,
            en: `On the third duplicate ACK ${who.en} has retransmitted the segment of seq ${again.seq} and entered fast recovery; its application then handed over more data, and a new segment of seq ${fresh.seq} was sent too. Only the segments marked as lost fail to arrive; the rest arrive in the order of sending, no ACK is lost, and there is no more new data to send.`,
          };
    const until = fresh === undefined ? untilFlightSent(trace, last) : sendIndex(trace, fresh.n) + 1;
    return draft(partial, begun, until);
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, partialAcksOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.missing[0].n, moment.resent.n]);
    if (moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const within = ({ n }: TracedSegment): TracedSegment => excerpt.at(n);
    const again = within(moment.again);
    const who = HOST[again.from];
    const partial = {
      ...{
        trace,
        sender: again.from,
        flight: moment.sent.map(within),
        added: [],
        lost: moment.missing.map(within),
        again,
      },
      ack: moment.partial.ack,
      resent: [within(moment.resent)],
    };
    const [hole, next] = moment.missing;
    const begun = {
      ko: `${who.ko}가 세 번째 중복 ACK를 받고 seq ${again.seq}인 세그먼트를 재전송하며 빠른 회복에 들어갔습니다. 그때까지 보낸 데이터 가운데 seq ${withParticle(hole.seq, '과/와')} ${next.seq}인 세그먼트만 도착하지 않았고 나머지는 모두 도착했습니다.`,
      en: `On the third duplicate ACK ${who.en} has retransmitted the segment of seq ${again.seq} and entered fast recovery. Of the data sent before that only the segments of seq ${hole.seq} and ${next.seq} have not arrived.`,
    };
    return inExcerpt(excerpt, draft(partial, begun, sendIndex(trace, again.n) + 1));
  },
};
