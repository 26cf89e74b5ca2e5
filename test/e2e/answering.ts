import { printed } from './printed.ts';
import { KEYS } from './terminal.ts';

/** A question as `seqack questions NAME --json` prints it: what the tests answer from. */
export interface PrintedQuestion {
  readonly name: string;
  readonly prompt: { readonly ko: string; readonly en: string };
  readonly hints: readonly { readonly ko: string; readonly en: string }[];
  readonly fields: readonly PrintedField[];
  readonly answer: Readonly<Record<string, Value>>;
  readonly explanation: readonly {
    readonly text: { readonly ko: string; readonly en: string };
    readonly rfc: string;
  }[];
  readonly wrongRules: readonly WrongRule[];
}

export type Value = number | string | readonly (string | number | readonly number[])[];

interface PrintedField {
  readonly id: string;
  readonly kind: 'number' | 'numbers' | 'ranges' | 'flags' | 'state' | 'choice' | 'order';
  readonly options: readonly { readonly id: string; readonly text: { readonly ko: string; readonly en: string } }[];
}

interface WrongRule {
  readonly field: string;
  readonly rule: string;
  readonly value: Value;
  readonly name: { readonly ko: string; readonly en: string };
  readonly mistake: { readonly ko: string; readonly en: string };
  readonly correction: { readonly ko: string; readonly en: string };
}

export function questionNamed(name: string): PrintedQuestion {
  const [question] = printed<{ readonly questions: readonly PrintedQuestion[] }>('questions', name).questions;
  if (question === undefined) throw new Error(`no question ${name}`);
  return question;
}

/** The keys that enter a value into a field: numbers, ranges, flags by their letters, a state by its name, options by place. */
export function keysFor({ kind, options }: PrintedField, value: Value): string {
  const place = (id: string) => String(options.findIndex((option) => option.id === id) + 1);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return kind === 'choice' ? place(value) : value;
  const parts = value.map((part) => (typeof part === 'object' ? part.join('-') : String(part)));
  if (kind === 'numbers' || kind === 'ranges') return parts.length === 0 ? 'none' : parts.join(' ');
  return kind === 'order' ? parts.map(place).join('') : parts.map((flag) => flag[0]).join('');
}

/** All fields filled in, each with Enter after it; the last Enter is the answer. */
export function answerKeys(question: PrintedQuestion, instead: Readonly<Record<string, Value>> = {}): string {
  return question.fields
    .map((field) => keysFor(field, instead[field.id] ?? question.answer[field.id] ?? '') + KEYS.enter)
    .join('');
}
