import type { Text } from '../language.ts';
import { SEQUENCE_SPACE, seqDistance } from '../tcp/sequence.ts';
import { type HostName, peerOf, type Trace } from '../trace/trace.ts';
import { normalized } from './answers/reading.ts';
import { type FieldValue, readAnswer, sameValue } from './answers.ts';
import type { MisconceptionId } from './misconceptions.ts';
import type { Field, Place, Question } from './question.ts';

/** A slip rather than a wrong rule. */
export type NearMiss = 'off-by-one' | 'one-digit' | 'relative-for-absolute' | 'hex-read-as-decimal';

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
    judge(question.trace, field, Object.hasOwn(given, field.id) ? (given[field.id] ?? '') : ''),
  );
  return { correct: fields.every((field) => field.outcome === 'correct'), fields };
}

function judge(trace: Trace, field: Field, text: string): FieldVerdict {
  const reading = readAnswer(field, text);
  if (!reading.ok) return { field: field.id, outcome: 'unreadable', message: reading.message };
  const given = reading.value;
  if (sameValue(field.kind, given, field.answer)) return { field: field.id, outcome: 'correct', given };
  const rule = field.predictions.find((prediction) => sameValue(field.kind, prediction.value, given))?.rule ?? null;
  if (rule !== null || field.kind !== 'number' || typeof given !== 'number') {
    return { field: field.id, outcome: 'wrong', given, rule, nearMiss: null };
  }
  if (field.measure === 'sequence' && given >= SEQUENCE_SPACE)
    return { field: field.id, outcome: 'unreadable', message: OUT_OF_RANGE };
  const nearMiss = nearMissOf(field.answer, given, text, isnsOf(trace, field.place));
  return { field: field.id, outcome: 'wrong', given, rule: null, nearMiss };
}

function nearMissOf(answer: number, given: number, text: string, isns: readonly number[]): NearMiss | null {
  const digits = normalized(text).replace(/\D/g, '');
  if (!normalized(text).startsWith('0X') && Number.parseInt(digits, 16) === answer) return 'hex-read-as-decimal';
  if (isns.some((isn) => seqDistance(isn, answer) === given)) return 'relative-for-absolute';
  if (seqDistance(answer, given) === 1 || seqDistance(given, answer) === 1) return 'off-by-one';
  return oneDigitApart(String(answer), String(given)) ? 'one-digit' : null;
}

/** Too short a number has no typing slips, only other values. */
const LEAST_DIGITS = 3;

function oneDigitApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < LEAST_DIGITS) return false;
  return [...a].filter((digit, index) => digit !== b[index]).length === 1;
}

/** The initial sequence numbers a field's number can be relative to. */
function isnsOf(trace: Trace, place: Place | null): readonly number[] {
  const segment = place === null ? undefined : trace.segments[place.segment - 1];
  if (place === null || segment === undefined) return [];
  if (place.part === 'seq') return isnBefore(trace, segment.from, segment.n);
  if (place.part === 'ack') return isnBefore(trace, peerOf(segment.from), segment.n);
  return [];
}

function isnBefore(trace: Trace, host: HostName, n: number): readonly number[] {
  const syn = trace.segments.findLast(
    (segment) => segment.n <= n && segment.from === host && segment.flags.includes('SYN'),
  );
  return syn === undefined ? [] : [syn.seq];
}
