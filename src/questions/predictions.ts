import { type FieldValue, valueKey } from './answers.ts';
import type { MisconceptionId } from './misconceptions.ts';
import type { Field, Prediction } from './question.ts';

/** What the wrong rules say about one field. */
export interface Candidates<Value> {
  /** Rules the question is about: a collision makes this draw unfit. */
  readonly required: readonly (readonly [MisconceptionId, Value])[];
  /** Rules that are diagnosed when this draw tells them apart, and left out when it does not. */
  readonly optional?: readonly (readonly [MisconceptionId, Value])[];
}

/**
 * The predictions of a field, none equal to the answer and no two equal, so that a diagnosis is never a guess.
 * Null when a required rule predicts the answer or what another required rule predicts: the maker draws again.
 * Optional rules that collide are left out, both of them when they collide with each other.
 */
export function distinctPredictions<Value extends FieldValue>(
  kind: Field['kind'],
  answer: Value,
  candidates: Candidates<Value>,
): readonly Prediction<Value>[] | null {
  const taken = new Set([valueKey(kind, answer)]);
  for (const [, value] of candidates.required) {
    const key = valueKey(kind, value);
    if (taken.has(key)) return null;
    taken.add(key);
  }
  const optional = (candidates.optional ?? []).filter(([, value]) => !taken.has(valueKey(kind, value)));
  const count = new Map<string, number>();
  for (const [, value] of optional) {
    const key = valueKey(kind, value);
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  const alone = optional.filter(([, value]) => count.get(valueKey(kind, value)) === 1);
  return [...candidates.required, ...alone].map(([rule, value]) => ({ rule, value }));
}
