import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MisconceptionId } from '../../src/questions/misconceptions.ts';
import { distinctPredictions } from '../../src/questions/predictions.ts';

describe('distinctPredictions', () => {
  it('keeps rules that can be told apart', () => {
    expect(
      distinctPredictions('number', 5, {
        required: [
          ['M01', 4],
          ['M02', 6],
        ],
      }),
    ).toEqual([
      { rule: 'M01', value: 4 },
      { rule: 'M02', value: 6 },
    ]);
  });

  it('refuses a draw in which a required rule is right or like another', () => {
    expect(distinctPredictions('number', 5, { required: [['M01', 5]] })).toBeNull();
    expect(
      distinctPredictions('number', 5, {
        required: [
          ['M01', 4],
          ['M02', 4],
        ],
      }),
    ).toBeNull();
  });

  it('leaves out optional rules that cannot be told apart', () => {
    const predictions = distinctPredictions('number', 5, {
      required: [['M01', 4]],
      optional: [
        ['M02', 5],
        ['M03', 4],
        ['M04', 9],
        ['M05', 9],
        ['M06', 7],
      ],
    });
    expect(predictions?.map(({ rule }) => rule)).toEqual(['M01', 'M06']);
  });

  it('compares flags as sets', () => {
    expect(distinctPredictions('flags', ['SYN', 'ACK'], { required: [['N02', ['ACK', 'SYN']]] })).toBeNull();
  });

  it('never lets two values meet', () => {
    const rule = fc.constantFrom<MisconceptionId[]>('M01', 'M02', 'M03', 'M04', 'M05');
    const pairs = fc.array(fc.tuple(rule, fc.integer({ min: 0, max: 8 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), pairs, pairs, (answer, required, optional) => {
        const predictions = distinctPredictions('number', answer, { required, optional });
        const wanted = required.map(([, value]) => value);
        const unfit = wanted.includes(answer) || new Set(wanted).size < wanted.length;
        expect(predictions === null).toBe(unfit);
        if (predictions === null) return;
        const values = [answer, ...predictions.map(({ value }) => value)];
        expect(new Set(values).size).toBe(values.length);
        expect(predictions.length).toBeGreaterThanOrEqual(required.length);
      }),
    );
  });
});
