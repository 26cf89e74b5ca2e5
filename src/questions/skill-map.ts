import type { Skill } from './skill.ts';

/** What the map is drawn from: a name and the names of what it builds on. */
export type MapSkill = Pick<Skill, 'id' | 'after'>;

/**
 * The skills in steps: those that build on nothing first, then each one step after the last of what it builds on, so
 * that whatever a skill needs stands above it. Within a step the order is that of `skills`. A name in `after` that no
 * skill has counts for nothing, and skills that build on each other in a circle, which a test rules out, come last.
 */
export function skillSteps<S extends MapSkill>(skills: readonly S[]): readonly (readonly S[])[] {
  const known = new Set(skills.map(({ id }) => id));
  const placed = new Set<string>();
  const steps: S[][] = [];
  let left = skills;
  while (left.length > 0) {
    const next = left.filter(({ after }) => after.every((id) => placed.has(id) || !known.has(id)));
    const step = next.length > 0 ? [...next] : [...left];
    for (const { id } of step) placed.add(id);
    steps.push(step);
    left = left.filter(({ id }) => !placed.has(id));
  }
  return steps;
}

/** The skills in the order of the map, step by step: the order in which they are to be met. */
export function mapOrder<S extends MapSkill>(skills: readonly S[]): readonly S[] {
  return skillSteps(skills).flat();
}

/** The skills that build on this one directly, in the order of `skills`. */
export function openedBy<S extends MapSkill>(id: string, skills: readonly S[]): readonly S[] {
  return skills.filter(({ after }) => after.includes(id));
}
