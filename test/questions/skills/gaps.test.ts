import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { GAPS_EXPECTED } from '../expected/gaps.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(GAPS_EXPECTED)) describeSkill(id, expectation);

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
