import type { Language } from '../../language.ts';
import { type FieldValue, formatValue } from '../answers.ts';
import { misconception } from '../misconceptions.ts';
import type { Field, Option, Prediction, Question } from '../question.ts';

/** What can be chosen from, or put in order. */
export function offered(field: Field): readonly Option[] {
  return field.kind === 'choice' ? field.options : field.kind === 'order' ? field.items : [];
}

/** A wrong rule's prediction, whatever kind of field it is of. */
export function predictionsOf(field: Field): readonly Prediction<FieldValue>[] {
  return field.predictions;
}

/** `ack: 1001`, a line for each thing asked. */
export function keyLines({ fields }: Question, language: Language): string[] {
  return fields.map((field) => `${field.label[language]}: ${formatValue(field, field.answer, language)}`);
}

/** The steps of the worked solution, each with its RFC section. */
export function solutionLines({ explanation }: Question, language: Language): string[] {
  return explanation.map(({ text, rfc }) => `${text[language]} (${rfc})`);
}

/** `ack: 1002 (name of the wrong rule)`, a line for each wrong rule and field. */
export function wrongLines({ fields }: Question, language: Language): string[] {
  return fields.flatMap((field) =>
    predictionsOf(field).map(
      ({ rule, value }) =>
        `${field.label[language]}: ${formatValue(field, value, language)} (${misconception(rule).name[language]})`,
    ),
  );
}
