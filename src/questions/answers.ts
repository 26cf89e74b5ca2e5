import type { Language } from '../language.ts';
import type { Flag } from '../tcp/segment.ts';
import { readFlags } from './answers/flags.ts';
import { readNumber } from './answers/number.ts';
import { readNumbers } from './answers/numbers.ts';
import { readChoice, readOrder } from './answers/option.ts';
import { readRanges } from './answers/ranges.ts';
import { NOTHING_ENTERED, normalized, type Reading } from './answers/reading.ts';
import { readState } from './answers/state.ts';
import type { Field, Option, Range } from './question.ts';

/** What a field holds: a number, a state or an option's id, flags, option ids, numbers or ranges in order. */
export type FieldValue = number | string | readonly Flag[] | readonly string[] | readonly number[] | readonly Range[];

/** Reads what was typed into a field, by the field's kind. Never throws; blank text is unreadable. */
export function readAnswer(field: Field, text: string): Reading<FieldValue> {
  if (normalized(text) === '') return { ok: false, message: NOTHING_ENTERED[field.kind] };
  switch (field.kind) {
    case 'number':
      return readNumber(text, field.measure);
    case 'numbers':
      return readNumbers(text, field.measure);
    case 'ranges':
      return readRanges(text);
    case 'flags':
      return readFlags(text);
    case 'state':
      return readState(text);
    case 'choice':
      return readChoice(field.options, text);
    case 'order':
      return readOrder(field.items, text);
  }
}

/**
 * A value as it is shown to a reader of `language`: plain digits, SYN,ACK, the option's text, items joined by arrows,
 * ranges as 3001-4001.
 */
export function formatValue(field: Field, value: FieldValue, language: Language): string {
  if (typeof value === 'number') return written(value);
  if (typeof value === 'string') return field.kind === 'choice' ? optionText(field.options, value, language) : value;
  if (value.length === 0) return { ko: '없음', en: 'none' }[language];
  const parts = value.map(written);
  if (field.kind === 'order') return parts.map((id) => optionText(field.items, id, language)).join(' → ');
  return parts.join(field.kind === 'flags' ? ',' : '  ');
}

/** A value as text that readAnswer reads back: what a screen passes on when the learner picks rather than types. */
export function typedValue(value: FieldValue): string {
  if (typeof value !== 'object') return written(value);
  return value.length === 0 ? 'none' : value.map(written).join(',');
}

/** Whether two values of one field are the same answer; the order of flags does not matter, that of items does. */
export function sameValue(kind: Field['kind'], a: FieldValue, b: FieldValue): boolean {
  return valueKey(kind, a) === valueKey(kind, b);
}

/** A text equal for equal values of one kind of field, different otherwise. */
export function valueKey(kind: Field['kind'], value: FieldValue): string {
  if (typeof value !== 'object') return written(value);
  const parts = value.map(written);
  return (kind === 'flags' ? parts.sort() : parts).join(',');
}

/** One value, or one part of a list. Numbers to three decimals: what is reckoned by hand is written no finer. */
function written(part: number | string | Range): string {
  if (typeof part === 'number') return String(Math.round(part * 1000) / 1000);
  return typeof part === 'object' ? part.join('-') : part;
}

function optionText(options: readonly Option[], id: string, language: Language): string {
  return options.find((option) => option.id === id)?.text[language] ?? id;
}
