import { modules } from 'seqack:content';
import { nearestWord } from '../documents/nearest.ts';
import { skills } from '../questions/catalogue.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';

/**
 * The skills of a list of topics with commas between them. A topic is a concept (a folder of content/), a family of skills
 * (what stands before the dot) or a level; one name may be two of these. Throws a usage Failure for any other name.
 */
export function skillsOfTopics(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  return [...new Set(names.flatMap(skillsOfTopic))];
}

function skillsOfTopic(name: string): readonly string[] {
  const trained = modules.find(({ id }) => id === name)?.skills ?? [];
  const alike = skills.filter(({ id, level }) => familyOf(id) === name || level === name).map(({ id }) => id);
  const found = [...trained, ...alike];
  if (found.length === 0) throw usage(errors.unknownTopic(name, nearestWord(name, topics()), topics()));
  return found;
}

/** Every topic there are questions of. */
export function topics(): string[] {
  const concepts = modules.filter((module) => module.skills.length > 0).map(({ id }) => id);
  return [...new Set([...concepts, ...skills.map(({ id }) => familyOf(id)), ...skills.map(({ level }) => level)])];
}

function familyOf(skill: string): string {
  return skill.split('.')[0] ?? skill;
}
