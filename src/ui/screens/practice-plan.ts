import { questionName } from '../../questions/name.ts';

/** Questions in a practice on skills. */
export const PRACTICE_LENGTH = 10;

/**
 * The questions of a practice, by name: each instance named once; of the skills named a fresh instance each, in turn,
 * until there are enough. `newSeed` gives another seed each time.
 */
export function planPractice(names: readonly string[], newSeed: () => string): string[] {
  const skills = names.filter((name) => !name.includes('@'));
  const instances = names.filter((name) => name.includes('@'));
  if (skills.length === 0) return instances;
  const count = Math.max(PRACTICE_LENGTH, skills.length);
  return [...instances, ...Array.from({ length: count }, (_, at) => fresh(skills[at % skills.length] ?? '', newSeed))];
}

/** More questions of one skill. */
export function moreOf(skill: string, count: number, newSeed: () => string): string[] {
  return Array.from({ length: count }, () => fresh(skill, newSeed));
}

function fresh(skill: string, newSeed: () => string): string {
  return questionName(skill, newSeed());
}
