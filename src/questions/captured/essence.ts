import type { Field, Option, Question } from '../question.ts';

/** What makes two questions the same to the one who is asked, whatever their seeds and the order their options are shown in. */
export function essence({ skill, prompt, fields }: Question): string {
  return JSON.stringify([skill, prompt.en, fields.map(answerTold)]);
}

/** The answer as it reads: the ids of options only say where they are shown. */
function answerTold(field: Field): unknown {
  const textOf = (options: readonly Option[], id: string) => options.find((one) => one.id === id)?.text.en;
  if (field.kind === 'choice') return textOf(field.options, field.answer);
  if (field.kind === 'order') return field.answer.map((id) => textOf(field.items, id));
  return field.answer;
}
