import fc from 'fast-check';
import { CLAMP_PARAMETERS, default_w, FSRS, W17_W18_Ceiling } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { areWeights, WEIGHT_RANGES, weightsFrom } from '../../../src/learning/memory/weights.ts';

const valid = fc.tuple(...WEIGHT_RANGES.map(([min, max]) => fc.double({ min, max, noNaN: true })));

describe('FSRS weights', () => {
  it('have the ranges ts-fsrs holds them to', () => {
    expect(WEIGHT_RANGES).toEqual(CLAMP_PARAMETERS(W17_W18_Ceiling));
  });

  it('are taken by ts-fsrs as they are when they are valid', () => {
    fc.assert(
      fc.property(valid, (weights) => {
        expect(areWeights(weights)).toBe(true);
        expect([...new FSRS({ w: weights }).parameters.w]).toEqual(weights);
      }),
    );
    expect(areWeights(default_w)).toBe(true);
  });

  it('are refused when one is missing, too many, out of its range or no number', () => {
    expect(areWeights(null)).toBe(false);
    expect(areWeights({ length: 21 })).toBe(false);
    expect(areWeights([])).toBe(false);
    expect(areWeights(default_w.slice(1))).toBe(false);
    expect(areWeights([...default_w, 0.2])).toBe(false);
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.constantFrom<unknown>(Number.NaN, Infinity, -1, 101, '1', null),
        (at, wrong) => {
          expect(areWeights(default_w.map((weight, i) => (i === at ? wrong : weight)))).toBe(false);
        },
      ),
    );
  });

  it('are brought into their ranges when a fitter gave a little more, and not made up when it gave none', () => {
    const fitted = default_w.map((weight, i) => (i === 20 ? 0.800000011920929 : i === 19 ? 0 : Math.fround(weight)));
    const weights = weightsFrom(fitted);
    expect(areWeights(weights)).toBe(true);
    expect(weights?.slice(19)).toEqual([0.01, 0.8]);
    expect(weightsFrom(default_w.map((weight, i) => (i === 7 ? Number.NaN : weight)))).toBeNull();
    expect(weightsFrom(default_w.slice(2))).toBeNull();
  });
});
