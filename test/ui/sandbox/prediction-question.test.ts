import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import { typedValue } from '../../../src/questions/answers.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { Flag } from '../../../src/tcp/segment.ts';
import { FLAGS } from '../../../src/ui/components/question/entry.ts';
import { answered, predictionQuestion } from '../../../src/ui/screens/sandbox/prediction-question.ts';

/** Of those that a learner can set. */
const isOffered = (flag: Flag) => FLAGS.includes(flag);

describe.each(Object.values(scenarios))('$name', (scenario) => {
  const trace = simulate(scenario, 'x');
  const asked = trace.events.flatMap((_, events) => {
    const question = predictionQuestion(trace, events);
    return question === null ? [] : [{ events, question }];
  });

  test('nothing of the segment, or of what comes after it, is in the question', () => {
    for (const { question } of asked) {
      const { prediction, asking } = question;
      expect(asking.trace.segments.every(({ n }) => n < prediction.segment.n)).toBe(true);
      expect(asking.trace.events).toHaveLength(prediction.index);
      expect(asking.fields.map(({ id }) => id)).toEqual(['flags', 'seq', 'ack', 'len']);
      expect(asking.fields.every(({ place }) => place === null)).toBe(true);
    }
  });

  test('the segment itself is the right answer, with PSH or without', () => {
    for (const { question } of asked) {
      const { flags, seq, ack, len } = question.prediction.segment;
      const given = {
        flags: typedValue(flags.filter(isOffered)),
        seq: String(seq),
        ack: String(ack),
        len: String(len),
      };
      expect(answered(trace, question, given).verdict.correct).toBe(true);
      const bare = typedValue(flags.filter((flag) => isOffered(flag) && flag !== 'PSH'));
      expect(answered(trace, question, { ...given, flags: bare }).verdict.correct).toBe(true);
    }
  });

  test('another number is wrong, but for the ack of a segment without ACK', () => {
    for (const { question } of asked) {
      const { flags, seq, ack, len } = question.prediction.segment;
      const given = {
        flags: typedValue(flags.filter(isOffered)),
        seq: String(seq),
        ack: String(ack),
        len: String(len),
      };
      for (const part of ['seq', 'ack', 'len'] as const) {
        const other = { ...given, [part]: String((Number(given[part]) + 7) % 4_294_967_296) };
        const unused = part === 'ack' && !flags.includes('ACK');
        expect(answered(trace, question, other).verdict.correct).toBe(unused);
      }
    }
  });

  test('once answered, the segment is shown and nothing after it', () => {
    for (const { question } of asked) {
      const { segment, index } = question.prediction;
      const { question: told } = answered(trace, question, { flags: 'SYN', seq: '1', ack: '1', len: '1' });
      expect(told.trace.events).toHaveLength(index + 1);
      expect(told.trace.segments.some(({ n }) => n === segment.n)).toBe(true);
      expect(told.explanation).toHaveLength(4);
    }
  });
});
