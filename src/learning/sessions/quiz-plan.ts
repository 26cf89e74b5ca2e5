import { questionName } from '../../questions/name.ts';
import { randomFrom } from '../../simulator/random.ts';

export interface QuizRequest {
  readonly seed: string;
  /** Questions to ask, 1 or more. */
  readonly count: number;
  /** Skill ids to ask from; their order and repetitions do not matter. */
  readonly skills: readonly string[];
  /** The same skills in the same order, each with another instance: one for each student. */
  readonly variant?: string | null;
}

/**
 * The names of a quiz's questions, `skill@seed-i` (`skill@seed-variant-i`) with i from 1: every skill once in an order the seed settles, then
 * every skill again in another, and never the same skill twice running when there are two. The same request gives
 * the same quiz on every machine. No skills give no questions. Throws QuestionNameError for a seed that cannot name a
 * question.
 */
export function planQuiz({ seed, count, skills, variant = null }: QuizRequest): string[] {
  // Sorted by code unit, not by a locale's rules, which differ between machines.
  const ids = [...new Set(skills)].sort();
  const random = randomFrom(`quiz/${seed}`);
  const order: string[] = [];
  while (ids.length > 0 && order.length < count) {
    const round = random.shuffle(ids);
    if (round.length > 1 && round[0] === order.at(-1)) round.push(...round.splice(0, 1));
    order.push(...round);
  }
  const stem = variant === null ? seed : `${seed}-${variant}`;
  return order.slice(0, count).map((skill, index) => questionName(skill, `${stem}-${index + 1}`));
}
