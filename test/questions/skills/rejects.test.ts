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

  it('has every reaction to a forged segment, and gives the window that the last ACK announced', () => {
    const reactions = new Map<string, number>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const { trace, view, figures, fields } = makeQuestion(`reject.forged-segment@${seed}`);
      const forged = trace.segments[view.focus[0]! - 1]!;
      const said = trace.segments.findLast((s) => s.from !== forged.from && s.n < forged.n)!;
      expect(JSON.stringify(figures)).toContain(`"${said.window} bytes"`);
      const reaction = `${forged.flags.join()} ${fields[1]!.answer}`;
      reactions.set(reaction, (reactions.get(reaction) ?? 0) + 1);
    }
    for (const reaction of ['RST reset', 'RST ack', 'RST silent', 'SYN ack']) {
      expect(reactions.get(reaction), reaction).toBeGreaterThan(SEEDS / 10);
    }
    expect(reactions.size).toBe(4);
  });
});
