import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleEvents } from '../../../src/questions/visible-trace.ts';
import { TIME_WAIT_EXPECTED } from '../expected/time-wait.ts';
import { stateFields } from '../placed.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(TIME_WAIT_EXPECTED)) describeSkill(id, expectation);

describe('close.time-wait', () => {
  const questions = Array.from({ length: SEEDS }, (_, seed) => makeQuestion(`close.time-wait@${seed}`));

  it('asks about the end, the reply, old data and the lost ACK', () => {
    const first = questions.map(({ fields }) => fields[0]?.id);
    for (const id of ['end', 'seq', 'reaction', 'next'])
      expect(first.filter((f) => f === id).length).toBeGreaterThan(20);
  });

  it('does not show the end of TIME-WAIT, nor a state it asks for', () => {
    for (const question of questions) {
      const events = visibleEvents(question);
      expect(events.some((e) => e.kind === 'timer' && e.timer === 'time-wait')).toBe(false);
      const shown = events.flatMap((e) => (e.kind === 'state' ? [e.host] : []));
      for (const { host } of stateFields(question)) expect(shown).not.toContain(host);
    }
  });
});
