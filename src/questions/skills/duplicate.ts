import { peerOf } from '../../trace/trace.ts';
import { answeredArrivals, onArrival } from '../captured/arrivals.ts';
import { momentsOf } from '../captured/moment.ts';
import { answerTo } from '../closing-moments.ts';
import { arrivalsAt, snapshotBefore } from '../moments.ts';
import { segmentEndingAt } from '../sequence-ends.ts';
import { drawDuplicate } from '../situations/gap.ts';
import type { Skill } from '../skill.ts';
import { number, reaction } from './duplicate-draft.ts';

export const duplicateSegment: Skill = {
  id: 'ack.duplicate-segment',
  title: { ko: '다시 온 데이터에 대한 답', en: 'The answer to data that comes again' },
  type: 22,
  level: 'medium',
  concepts: ['numbers'],
  after: ['ack.in-order'],
  pose: (random) => {
    const { trace, sender } = drawDuplicate(random);
    const receiver = peerOf(sender);
    const again = arrivalsAt(trace, receiver).filter(
      ({ segment, notes }) => notes.includes('old-duplicate') && segment.len > 0,
    );
    if (again.length === 0) return null;
    const arrival = random.pick(again);
    const answer = answerTo(trace, arrival);
    const rcvNxt = snapshotBefore(trace, receiver, arrival.index)?.rcvNxt;
    const last = rcvNxt === undefined ? null : segmentEndingAt(trace, sender, rcvNxt);
    if (answer === null || rcvNxt === undefined || last === null) return null;
    const duplicate = { trace, segment: arrival.segment, answer, rcvNxt, last, unacknowledged: true };
    return random.chance(0.4) ? reaction(random, duplicate) : number(duplicate);
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, againOn(captured), ({ trace, segment, answer, rcvNxt, before }) => {
      const duplicate = { trace, segment, answer, rcvNxt, last: before, unacknowledged: false };
      return random.chance(0.4) ? reaction(random, duplicate) : number(duplicate);
    }),
};

const againOn = momentsOf((captured) => answeredArrivals(captured, 'old'));
