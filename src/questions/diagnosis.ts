import type { Text } from '../language.ts';
import { SEQUENCE_SPACE } from '../tcp/sequence.ts';
import type { Trace } from '../trace/trace.ts';
import { type FieldValue, readAnswer, sameValue } from './answers.ts';
import type { MisconceptionId } from './misconceptions.ts';
import { type NearMiss, nearMissOf } from './near-miss.ts';
import type { Field, Question } from './question.ts';

/** What became of one field. At most one wrong rule is named; a near miss only when no rule matches. */
export type FieldVerdict =
  | { readonly field: string; readonly outcome: 'correct'; readonly given: FieldValue }
  | {
      readonly field: string;
      readonly outcome: 'wrong';
      readonly given: FieldValue;
      readonly rule: MisconceptionId | null;
      readonly nearMiss: NearMiss | null;
    }
  | { readonly field: string; readonly outcome: 'unreadable'; readonly message: Text };

export interface Verdict {
  /** Every field is correct. */
  readonly correct: boolean;
  /** One for each field, in the question's order. */
  readonly fields: readonly FieldVerdict[];
}

/** The wrong rule that the answer follows, that of the first field with one; null where none is known. */
export function followedRule({ fields }: Verdict): MisconceptionId | null {
  for (const field of fields) if (field.outcome === 'wrong' && field.rule !== null) return field.rule;
  return null;
}

const OUT_OF_RANGE: Text = {
  ko: '헤더의 32비트 필드에는 0부터 4294967295까지만 들어갑니다.',
  en: 'A 32-bit header field holds 0 to 4294967295 only.',
};

/** Judges what was typed, by field id; a field that is missing counts as blank. Pure. */
export function checkAnswer(question: Question, given: Readonly<Record<string, string>>): Verdict {
  const fields = question.fields.map((field) =>
    judgeField(question.trace, field, Object.hasOwn(given, field.id) ? (given[field.id] ?? '') : ''),
  );
  return { correct: fields.every((field) => field.outcome === 'correct'), fields };
}

/** Judges what was typed into one field. Pure. */
export function judgeField(trace: Trace, field: Field, text: string): FieldVerdict {
  const reading = readAnswer(field, text);
  if (!reading.ok) return { field: field.id, outcome: 'unreadable', message: reading.message };
  const given = reading.value;
  if (sameValue(field.kind, given, field.answer)) return { field: field.id, outcome: 'correct', given };
  const rule = field.predictions.find((prediction) => sameValue(field.kind, prediction.value, given))?.rule ?? null;
  if (rule !== null) return { field: field.id, outcome: 'wrong', given, rule, nearMiss: null };
  if (field.kind === 'number' && field.measure === 'sequence' && Number(given) >= SEQUENCE_SPACE)
    return { field: field.id, outcome: 'unreadable', message: OUT_OF_RANGE };
  return { field: field.id, outcome: 'wrong', given, rule: null, nearMiss: nearMissOf(trace, field, given, text) };
}
