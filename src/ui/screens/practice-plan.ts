import { drillQuestions } from '../../questions/drill.ts';
import { isMisconceptionId, type MisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { questionName } from '../../questions/name.ts';
import type { Engine } from '../services.ts';

/** Questions in a practice on skills, or on a wrong rule. */
export const PRACTICE_LENGTH = 10;

/**
 * The questions of a practice, by name: each instance named once; of each wrong rule a drill; of the skills named a
 * fresh instance each, in turn, until there are enough. `newSeed` gives another seed each time.
 */
export function planPractice(names: readonly string[], engine: Engine, newSeed: () => string): string[] {
  const instances = names.filter((name) => name.includes('@'));
  const rules = names.filter(isMisconceptionId);
  const skills = names.filter((name) => !name.includes('@') && !isMisconceptionId(name));
  const drills = rules.flatMap((rule) => drillOf(rule, PRACTICE_LENGTH, engine, newSeed));
  const count = skills.length === 0 ? 0 : Math.max(PRACTICE_LENGTH, skills.length);
  const fresh = Array.from({ length: count }, (_, at) => questionName(skills[at % skills.length] ?? '', newSeed()));
  return [...instances, ...drills, ...fresh];
}

/** Questions, by name, that train the difference between a wrong rule and the right one. */
export function drillOf(rule: MisconceptionId, count: number, engine: Engine, newSeed: () => string): string[] {
  const asked = misconception(rule).drill.filter((id) => engine.skills.some((skill) => skill.id === id));
  return drillQuestions(rule, asked, count, newSeed, engine.makeQuestion);
}

/** More questions of one skill. */
export function moreOf(skill: string, count: number, newSeed: () => string): string[] {
  return Array.from({ length: count }, () => questionName(skill, newSeed()));
}

/** Whether this version of the program asks a skill, by id. */
export function isAskedBy(skills: Engine['skills']): (skill: string) => boolean {
  const ids = new Set(skills.map(({ id }) => id));
  return (skill) => ids.has(skill);
}
