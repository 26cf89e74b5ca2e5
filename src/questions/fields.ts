import type { Text } from '../language.ts';
import type { Flag } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import { type Candidates, distinctPredictions } from './predictions.ts';
import type { Field, Measure, Option, Place, Range } from './question.ts';

interface FieldHead {
  readonly id: string;
  readonly label: Text;
  readonly place: Place | null;
}

/** Labels of header fields: the same words on the ladder and beside the input. */
export const LABELS = {
  seq: { ko: 'seq', en: 'seq' },
  ack: { ko: 'ack', en: 'ack' },
  flags: { ko: '플래그', en: 'flags' },
  len: { ko: '데이터 길이', en: 'data bytes' },
  state: { ko: '상태', en: 'state' },
} as const satisfies Readonly<Record<string, Text>>;

/*
 * One maker for each kind of field. All return null when this draw is unfit (see distinctPredictions).
 */

/** A number; one of the header's 32-bit numbers unless said otherwise. */
export function numberField(
  head: FieldHead,
  answer: number,
  wrong: Candidates<number>,
  measure: Measure = 'sequence',
): Field | null {
  const predictions = distinctPredictions('number', answer, wrong);
  // Each key by itself: a spread here took a twentieth of the time that a question takes.
  return (
    predictions && { id: head.id, label: head.label, place: head.place, kind: 'number', measure, answer, predictions }
  );
}

/** Numbers in order; none is an answer too. */
export function numbersField(
  head: FieldHead,
  answer: readonly number[],
  wrong: Candidates<readonly number[]>,
  measure: Measure = 'sequence',
): Field | null {
  const predictions = distinctPredictions('numbers', answer, wrong);
  return predictions && { ...head, kind: 'numbers', measure, answer, predictions };
}

/** Ranges in order; none is an answer too. */
export function rangesField(
  head: FieldHead,
  answer: readonly Range[],
  wrong: Candidates<readonly Range[]>,
): Field | null {
  const predictions = distinctPredictions('ranges', answer, wrong);
  return predictions && { ...head, kind: 'ranges', answer, predictions };
}

export function flagsField(head: FieldHead, answer: readonly Flag[], wrong: Candidates<readonly Flag[]>): Field | null {
  const predictions = distinctPredictions('flags', answer, wrong);
  return predictions && { ...head, kind: 'flags', answer, predictions };
}

export function stateField(head: FieldHead, answer: State, wrong: Candidates<State>): Field | null {
  const predictions = distinctPredictions('state', answer, wrong);
  return predictions && { ...head, kind: 'state', answer, predictions };
}

/** `options` in the order shown; the answer and every prediction are among them. */
export function choiceField(
  head: FieldHead,
  options: readonly Option[],
  answer: string,
  wrong: Candidates<string>,
): Field | null {
  const predictions = distinctPredictions('choice', answer, wrong);
  return predictions && { ...head, kind: 'choice', options, answer, predictions };
}

/** `items` in the shuffled order shown; the answer and every prediction are their ids in another order. */
export function orderField(
  head: FieldHead,
  items: readonly Option[],
  answer: readonly string[],
  wrong: Candidates<readonly string[]>,
): Field | null {
  const predictions = distinctPredictions('order', answer, wrong);
  return predictions && { ...head, kind: 'order', items, answer, predictions };
}

/** All fields of a question, or null when one of them is unfit. */
export function allFields(fields: readonly (Field | null)[]): readonly Field[] | null {
  const fit = fields.filter((field) => field !== null);
  return fit.length === fields.length ? fit : null;
}
