import { type FieldValue, typedValue } from '../answers.ts';
import type { Field } from '../question.ts';

/** Most flags whose every order is written out. */
const MOST_PERMUTED = 3;

/**
 * How a value may be typed where a program compares texts and cannot read: the one that is asked for first, then others
 * that our own reading takes as well. Letters' case does not matter there.
 */
export function spellings(field: Field, value: FieldValue): string[] {
  if (typeof value === 'number' || field.kind === 'choice') return [typedValue(value)];
  if (typeof value === 'string') return stateSpellings(value);
  if (value.length === 0) return ['none', '없음'];
  const parts = value.map((part) => (typeof part === 'object' ? part.join('-') : String(part)));
  if (field.kind === 'flags') {
    const orders = parts.length <= MOST_PERMUTED ? permutations(parts) : [parts];
    return unique(orders.flatMap((order) => [order.join(','), order.join(', '), order.join(' '), order.join('+')]));
  }
  if (field.kind === 'order') {
    const places = parts.map((id) => String(field.items.findIndex((item) => item.id === id) + 1));
    const together = field.items.length <= 9 ? [places.join('')] : [];
    return unique([places.join(' '), places.join(','), places.join(', '), ...together]);
  }
  return unique([parts.join(' '), parts.join(', '), parts.join(',')]);
}

function stateSpellings(state: string): string[] {
  const names = state === 'SYN-RECEIVED' ? [state, 'SYN-RCVD', 'SYN-RECV'] : [state];
  const forms = names.flatMap((name) => [name, name.replace(/-(\d)/, '$1')]);
  const all = forms.flatMap((form) => [form, form.replaceAll('-', '_'), form.replaceAll('-', ' ')]);
  return unique(state === 'ESTABLISHED' ? [...all, 'ESTAB'] : all);
}

function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
