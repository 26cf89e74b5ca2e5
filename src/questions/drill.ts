import type { MisconceptionId } from './misconceptions.ts';
import { questionName } from './name.ts';
import type { Question } from './question.ts';

/** Draws of one skill before its question is taken as it comes: most tell the rule apart at once, a few seldom. */
const TRIES = 300;

/**
 * `count` questions, by name, that tell a wrong rule from the right one: of `skills` in turn, each with a seed with
 * which the rule predicts a value. `newSeed` gives another seed each time; `make` is the maker of questions.
 */
export function drillQuestions(
  rule: MisconceptionId,
  skills: readonly string[],
  count: number,
  newSeed: () => string,
  make: (name: string) => Question,
): string[] {
  if (skills.length === 0) return [];
  return Array.from({ length: count }, (_, at) => {
    const skill = skills[at % skills.length] ?? '';
    let name = questionName(skill, newSeed());
    for (let tries = 1; tries < TRIES && !tellsApart(make(name), rule); tries++) name = questionName(skill, newSeed());
    return name;
  });
}

/** Whether a learner who follows the rule gives another answer to some field than one who does not. */
export function tellsApart({ fields }: Question, rule: MisconceptionId): boolean {
  return fields.some(({ predictions }) => predictions.some((prediction) => prediction.rule === rule));
}
