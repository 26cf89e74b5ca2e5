import type { Skill } from './skill.ts';

/** Every skill there is, in the order of the catalogue of question types. */
export const skills: readonly Skill[] = [];

const BY_ID: ReadonlyMap<string, Skill> = new Map(skills.map((skill) => [skill.id, skill]));

/** The skill with this id, or null. */
export function skillById(id: string): Skill | null {
  return BY_ID.get(id) ?? null;
}
