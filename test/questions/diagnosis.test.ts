import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/questions/diagnosis.ts';
import type { Field } from '../../src/questions/question.ts';
import { FIGURE_6, handMadeQuestion, handMadeTrace } from './hand-made.ts';

const ack: Field = {
  id: 'ack',
  label: { ko: 'ack', en: 'ack' },
  place: { segment: 5, part: 'ack' },
  kind: 'number',
  measure: 'sequence',
  answer: 111,
  predictions: [
    { rule: 'M01', value: 110 },
    { rule: 'M03', value: 102 },
    { rule: 'M22', value: 4294967407 },
  ],
};

function outcome(field: Field, text: string, trace = handMadeTrace(FIGURE_6)) {
  const verdict = checkAnswer(handMadeQuestion({ trace, fields: [field] }), { [field.id]: text });
  expect(verdict.fields).toHaveLength(1);
  expect(verdict.correct).toBe(verdict.fields[0]?.outcome === 'correct');
  return verdict.fields[0]!;
}

describe('checkAnswer', () => {
  it('takes the right value in any spelling', () => {
    for (const text of ['111', '0x6f', '0x6F', '1_11', ' 111 ', '１１１']) {
      expect(outcome(ack, text)).toEqual({ field: 'ack', outcome: 'correct', given: 111 });
    }
  });

  it('names the wrong rule whose value was given, before any near miss', () => {
    expect(outcome(ack, '110')).toMatchObject({ outcome: 'wrong', given: 110, rule: 'M01', nearMiss: null });
    expect(outcome(ack, '102')).toMatchObject({ outcome: 'wrong', rule: 'M03', nearMiss: null });
  });

  it('diagnoses a value beyond 2^32 when a rule predicts it, and finds it unreadable otherwise', () => {
    expect(outcome(ack, '4294967407')).toMatchObject({ outcome: 'wrong', rule: 'M22' });
    expect(outcome(ack, '4294967408')).toMatchObject({ outcome: 'unreadable' });
  });

  it('names near misses', () => {
    expect(outcome(ack, '112')).toMatchObject({ rule: null, nearMiss: 'off-by-one' });
    expect(outcome(ack, '171')).toMatchObject({ rule: null, nearMiss: 'one-digit' });
    expect(outcome(ack, '11')).toMatchObject({ rule: null, nearMiss: 'relative-for-absolute' });
    expect(outcome(ack, '6f')).toMatchObject({ outcome: 'unreadable' });
    expect(outcome({ ...ack, answer: 0x111 }, '111')).toMatchObject({ rule: null, nearMiss: 'hex-read-as-decimal' });
    expect(outcome(ack, '5000')).toMatchObject({ rule: null, nearMiss: null });
  });

  it('measures relative numbers from the ISN of the stream the field belongs to', () => {
    const seq: Field = { ...ack, id: 'seq', place: { segment: 5, part: 'seq' }, answer: 301 };
    expect(outcome(seq, '1')).toMatchObject({ nearMiss: 'relative-for-absolute' });
    expect(outcome(seq, '201')).toMatchObject({ nearMiss: 'one-digit' });
  });

  it('counts one off across the wraparound', () => {
    expect(outcome({ ...ack, answer: 0 }, '4294967295')).toMatchObject({ nearMiss: 'off-by-one' });
  });

  it('measures amounts by themselves: no control bit, no ISN, but units', () => {
    const amount: Field = { ...ack, measure: 'amount', answer: 4096 };
    expect(outcome(amount, '4097')).toMatchObject({ nearMiss: 'one-more-or-less' });
    expect(outcome({ ...amount, measure: 'decimal', answer: 1.5 }, '1500')).toMatchObject({ nearMiss: 'wrong-unit' });
    expect(outcome(amount, '4996')).toMatchObject({ nearMiss: 'one-digit' });
    expect(outcome({ ...amount, answer: 0x111 }, '111')).toMatchObject({ nearMiss: null });
  });

  it('says what a list lacks', () => {
    const list: Field = { ...ack, kind: 'numbers', answer: [501, 501, 1001], predictions: [] };
    expect(outcome(list, '501 501 1002')).toMatchObject({ nearMiss: 'one-part-wrong' });
    expect(outcome(list, '501 1001')).toMatchObject({ nearMiss: 'one-part-missing' });
    expect(outcome(list, '501 501 1001 1501')).toMatchObject({ nearMiss: 'one-part-too-many' });
    expect(outcome(list, '501 1001 501')).toMatchObject({ nearMiss: 'other-order' });
    expect(outcome(list, '500 500 1000')).toMatchObject({ nearMiss: null });
    expect(outcome(list, '501')).toMatchObject({ nearMiss: null });
    const pair: Field = { ...list, answer: [501, 1001] };
    expect(outcome(pair, '501 1002')).toMatchObject({ nearMiss: null });
    const ranges: Field = {
      ...ack,
      kind: 'ranges',
      answer: [
        [3001, 4001],
        [1001, 2001],
      ],
      predictions: [],
    };
    expect(outcome(ranges, '1001-2001 3001-4001')).toMatchObject({ nearMiss: 'other-order' });
    expect(outcome(ranges, '3001-4001')).toMatchObject({ nearMiss: 'one-part-missing' });
    expect(outcome(ranges, 'none')).toMatchObject({ nearMiss: null });
  });

  it('judges flags as sets', () => {
    const flags: Field = {
      ...ack,
      kind: 'flags',
      answer: ['SYN', 'ACK'],
      predictions: [{ rule: 'N02', value: ['ACK'] }],
    };
    expect(outcome(flags, 'ack+syn').outcome).toBe('correct');
    expect(outcome(flags, '.')).toMatchObject({ outcome: 'wrong', rule: 'N02' });
    expect(outcome(flags, 'FIN')).toMatchObject({ outcome: 'wrong', rule: null, nearMiss: null });
    expect(outcome(flags, 'SYN')).toMatchObject({ rule: null, nearMiss: 'one-part-missing' });
    expect(outcome(flags, 'SYN,ACK,PSH')).toMatchObject({ rule: null, nearMiss: 'one-part-too-many' });
  });

  it('finds blank and missing fields unreadable, and is correct only when every field is', () => {
    const second: Field = { ...ack, id: 'seq', answer: 301, predictions: [] };
    const question = handMadeQuestion({ fields: [ack, second] });
    expect(checkAnswer(question, { ack: '111', seq: '301' }).correct).toBe(true);
    const partly = checkAnswer(question, { ack: '111' });
    expect(partly.correct).toBe(false);
    expect(partly.fields.map((field) => field.outcome)).toEqual(['correct', 'unreadable']);
    expect(checkAnswer(question, {}).fields.map((field) => field.outcome)).toEqual(['unreadable', 'unreadable']);
    const named = handMadeQuestion({ fields: [{ ...ack, id: 'toString' }] });
    expect(checkAnswer(named, {}).fields[0]?.outcome).toBe('unreadable');
  });
});
