import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { ackOf, arrivedAt, sentAt } from '../independent-states.ts';
import { placedNumbers } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

export const GAPS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  // The segment that is missing stands on the ladder, lost or still under way: its seq is the ACK to give.
  'ack.above-gap': { expected: placedNumbers, inSight: () => true, variety: 250 },
  'ack.gap-filled': {
    expected: placedNumbers,
    // With a second gap the ACK is the seq of its first segment.
    inSight: (question) =>
      visibleSegments(question).some(({ seq, len }) => (len ?? 0) > 0 && seq === question.fields[0]?.answer),
    variety: 250,
  },
  'ack.duplicate-segment': {
    expected: (question) => {
      const { trace, view, fields } = question;
      if (fields[0]?.id !== 'reaction') return placedNumbers(question);
      const index = arrivedAt(trace, view.focus[0]!);
      const { host } = trace.events[index]!;
      const reply = trace.segments.find((s) => s.from === host && sentAt(trace, s.n) > index)!;
      const right = reply.flags.join() === 'ACK' && reply.len === 0 && reply.ack === ackOf(trace, reply.n);
      const again = trace.segments.filter((s) => s.seq === trace.segments[view.focus[0]! - 1]!.seq && s.len > 0);
      return { reaction: right && again.length > 1 ? 'ack' : '?' };
    },
    variety: 150,
  },
};
