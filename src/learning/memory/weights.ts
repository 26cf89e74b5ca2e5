/**
 * Least and greatest value of each of the 21 weights, w0 to w20, as FSRS-6 defines them (test/learning/memory/weights.test.ts holds them against
 * ts-fsrs). ts-fsrs takes any list without a word, a short one as the defaults and NaN as it is: so they are checked
 * here before it sees them. Written out because settings are read at every start, and ts-fsrs is not loaded for that.
 */
export const WEIGHT_RANGES: readonly (readonly [least: number, greatest: number])[] = [
  // w0-w3: stability in days after a first again, hard, good, easy.
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  // w4-w7: difficulty.
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  // w8-w10: stability after it was recalled.
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  // w11-w14: stability after it was forgotten.
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  // w15, w16: a hard and an easy answer.
  [0, 1],
  [1, 6],
  // w17-w19: more than once in a day.
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  // w20: how flat the forgetting curve is.
  [0.1, 0.8],
];

/** Whether a value is 21 finite numbers, each within its range. */
export function areWeights(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length === WEIGHT_RANGES.length &&
    WEIGHT_RANGES.every(
      ([least, greatest], i) => Number.isFinite(value[i]) && value[i] >= least && value[i] <= greatest,
    )
  );
}

/**
 * What a fitter gave, brought into the ranges: it works in single precision and its own ranges are a little wider.
 * Null when it is not 21 finite numbers.
 */
export function weightsFrom(fitted: readonly number[]): readonly number[] | null {
  if (fitted.length !== WEIGHT_RANGES.length || !fitted.every(Number.isFinite)) return null;
  return WEIGHT_RANGES.map(([least, greatest], i) => Math.min(greatest, Math.max(least, fitted[i] ?? least)));
}
