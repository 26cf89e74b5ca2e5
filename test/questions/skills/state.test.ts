import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { STATE_EXPECTED } from '../expected/state.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(STATE_EXPECTED)) describeSkill(id, expectation);

describe('state.next', () => {
  it('asks for every transition and for events that are none', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++) {
      const question = makeQuestion(`state.next@${seed}`);
      const before = / is in ([A-Z0-9-]+)\./.exec(question.prompt.en)![1]!;
      const step = `${before} > ${question.fields[0]!.answer}`;
      seen.set(step, (seen.get(step) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([
      'CLOSE-WAIT > CLOSE-WAIT',
      'CLOSE-WAIT > LAST-ACK',
      'CLOSED > LISTEN',
      'CLOSED > SYN-SENT',
      'CLOSING > TIME-WAIT',
      'ESTABLISHED > CLOSE-WAIT',
      'ESTABLISHED > ESTABLISHED',
      'ESTABLISHED > FIN-WAIT-1',
      'FIN-WAIT-1 > CLOSING',
      'FIN-WAIT-1 > FIN-WAIT-1',
      'FIN-WAIT-1 > FIN-WAIT-2',
      'FIN-WAIT-1 > TIME-WAIT',
      'FIN-WAIT-2 > FIN-WAIT-2',
      'FIN-WAIT-2 > TIME-WAIT',
      'LAST-ACK > CLOSED',
      'LAST-ACK > LAST-ACK',
      'LISTEN > SYN-RECEIVED',
      'SYN-RECEIVED > ESTABLISHED',
      'SYN-SENT > ESTABLISHED',
      'SYN-SENT > SYN-RECEIVED',
      'TIME-WAIT > CLOSED',
      'TIME-WAIT > TIME-WAIT',
    ]);
    expect(Math.min(...seen.values())).toBeGreaterThan(8);
  });
});
