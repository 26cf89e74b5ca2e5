import type { FieldValue } from '../../src/questions/answers.ts';
import type { Question } from '../../src/questions/question.ts';
import type { State } from '../../src/tcp/state.ts';
import type { HostName } from '../../src/trace/trace.ts';
import { ackOf, seqOf } from './independent-states.ts';

/** What the fields that stand in a segment must be, by field id, from the segments alone. */
export function placedNumbers({ trace, fields }: Question): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.flatMap(({ id, place }): [string, FieldValue][] => {
      if (place?.part === 'seq') return [[id, seqOf(trace, place.segment)]];
      if (place?.part === 'ack') return [[id, ackOf(trace, place.segment)]];
      return [];
    }),
  );
}

/** The host a state field is about, from its label. */
export function hostAsked(label: { readonly en: string }): HostName {
  return label.en.includes('client') ? 'client' : 'server';
}

/** The answers of the state fields, by field id, with their hosts and labels for a test to reckon again. */
export function stateFields({ fields }: Question): { id: string; host: HostName; label: string; answer: State }[] {
  return fields.flatMap((field) =>
    field.kind === 'state'
      ? [{ id: field.id, host: hostAsked(field.label), label: field.label.en, answer: field.answer }]
      : [],
  );
}
