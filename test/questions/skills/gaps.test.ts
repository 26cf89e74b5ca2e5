import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { ackOf, arrivedAt, sentAt } from '../independent-states.ts';
import { placedNumbers } from '../placed.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

// The segment that is missing stands on the ladder, lost or still under way: its seq is the ACK to give.
describeSkill('ack.above-gap', { expected: placedNumbers, inSight: () => true, variety: 250 });

describeSkill('ack.gap-filled', {
  expected: placedNumbers,
  // With a second gap the ACK is the seq of its first segment.
  inSight: (question) =>
    visibleSegments(question).some(({ seq, len }) => (len ?? 0) > 0 && seq === question.fields[0]?.answer),
  variety: 250,
});

describeSkill('ack.duplicate-segment', {
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
});

describe('questions about gaps', () => {
  it('show no ACK already sent for the gap', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const question = makeQuestion(`ack.above-gap@${seed}`);
      const { trace, view } = question;
      const answer = question.fields[0]!.answer as number;
      const arrived = trace.segments[view.focus[0]! - 1]!;
      const missing = trace.segments.find((s) => s.from === arrived.from && s.len > 0 && s.seq === answer)!;
      const shown = visibleSegments(question).filter((s) => s.from !== arrived.from && s.n > missing.n);
      expect(shown.map((s) => s.ack)).not.toContain(answer);
    }
  });

  it('leave a second gap open now and then', () => {
    const open = Array.from({ length: SEEDS }, (_, seed) => makeQuestion(`ack.gap-filled@${seed}`)).filter(
      ({ fields }) => fields[0]?.predictions.some(({ rule }) => rule === 'N43'),
    );
    expect(open.length).toBeGreaterThan(SEEDS / 20);
  });

  it('has data come again by the network and by retransmission', () => {
    const prompts = Array.from({ length: SEEDS }, (_, seed) => makeQuestion(`ack.duplicate-segment@${seed}`).prompt.en);
    expect(prompts.filter((prompt) => prompt.includes('duplicated')).length).toBeGreaterThan(SEEDS / 5);
    expect(prompts.filter((prompt) => prompt.includes('retransmitted')).length).toBeGreaterThan(SEEDS / 5);
  });
});
