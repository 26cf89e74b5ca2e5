import type { Field } from '../../../src/questions/question.ts';

/** The keys that enter a field's right answer. */
export function rightKeys(field: Field): string {
  if (field.kind === 'number' || field.kind === 'state') return String(field.answer);
  if (field.kind === 'numbers') return field.answer.length === 0 ? 'none' : field.answer.join(' ');
  if (field.kind === 'ranges') return field.answer.map((range) => range.join('-')).join(' ') || 'none';
  if (field.kind === 'flags') return field.answer.map((flag) => flag.charAt(0)).join('');
  const place = (options: readonly { readonly id: string }[], id: string) =>
    options.findIndex((option) => option.id === id) + 1;
  if (field.kind === 'choice') return String(place(field.options, field.answer));
  return field.answer.map((id) => place(field.items, id)).join('');
}
