import { nearestWord } from '../documents/nearest.ts';
import { randomFrom } from '../simulator/random.ts';
import { skillById, skills } from './catalogue.ts';
import { parseQuestionName, printable, QuestionNameError, questionName } from './name.ts';
import type { Question } from './question.ts';
import type { Skill } from './skill.ts';

/** Draws before a skill is held to be broken. A fit draw comes within a few; the tests watch it. */
const MOST_DRAWS = 200;

/**
 * The question a name stands for, the same on every machine. Throws QuestionNameError when the name is malformed or
 * no skill has it.
 */
export function makeQuestion(name: string): Question {
  const { skill: id, seed } = parseQuestionName(name);
  const skill = skillById(id);
  if (skill === null) throw new QuestionNameError(unknownSkill(id));
  return poseQuestion(skill, seed);
}

/** The question of a skill and a seed (see isSeed). Throws RangeError when the skill finds no fit draw: a bug in it. */
export function poseQuestion(skill: Skill, seed: string): Question {
  const name = questionName(skill.id, seed);
  const random = randomFrom(name);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const draft = skill.pose(random.fork(String(draw)));
    if (draft !== null) return { version: 1, name, skill: skill.id, seed, ...draft };
  }
  throw new RangeError(`${name}: no fit question in ${MOST_DRAWS} draws`);
}

function unknownSkill(id: string): QuestionNameError['text'] {
  const meant = nearestWord(
    id,
    skills.map((skill) => skill.id),
  );
  const shown = printable(id);
  return meant === null
    ? { ko: `${shown}라는 skill은 없습니다.`, en: `There is no skill ${shown}.` }
    : { ko: `${shown}라는 skill은 없습니다. ${meant}?`, en: `There is no skill ${shown}. Did you mean ${meant}?` };
}
