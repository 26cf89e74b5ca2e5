import { expect, test } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { HANDSHAKE_EXPECTED } from '../expected/handshake.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(HANDSHAKE_EXPECTED)) describeSkill(id, expectation);

test('a repeated first SYN is asked about without the flags of the one before in sight', () => {
  const names = Array.from({ length: 120 }, (_, seed) => `handshake.flags@${seed}`);
  const again = names.map(makeQuestion).filter(({ prompt }) => prompt.en.includes('sends it again'));
  expect(again.length).toBeGreaterThan(0);
  for (const question of again) {
    const own = visibleSegments(question).filter(({ from }) => from === 'client');
    expect(own.map(({ flags }) => flags)).toEqual(own.map(() => null));
    expect(question.view.hiddenStates).toEqual(['client']);
  }
});
