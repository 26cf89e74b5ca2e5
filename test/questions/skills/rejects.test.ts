import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { REJECTS_EXPECTED } from '../expected/rejects.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(REJECTS_EXPECTED)) describeSkill(id, expectation);

describe('questions about resets', () => {
  it('ask for a RST with ACK and one without, each often', () => {
    const flags = Array.from(
      { length: SEEDS },
      (_, seed) => makeQuestion(`reject.rst-fields@${seed}`).fields[0]!.answer,
    );
    const withAck = flags.filter((answer) => String(answer) === 'RST,ACK').length;
    expect(withAck).toBeGreaterThan(SEEDS / 5);
    expect(withAck).toBeLessThan((SEEDS * 4) / 5);
  });
});
