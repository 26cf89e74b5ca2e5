import { nearestWord } from '../documents/nearest.ts';
import { type Random, randomFrom } from '../simulator/random.ts';
import { skillById, skills } from './catalogue.ts';
import { isReservedSeed, needsCapture, parseQuestionName, printable, QuestionNameError, questionName } from './name.ts';
import type { Question } from './question.ts';
import type { QuestionDraft, Skill } from './skill.ts';

/** Draws before a skill is held to be broken, or a capture to have nothing to ask. A fit draw comes within a few; the tests watch it. */
export const MOST_DRAWS = 200;

/**
 * The question a name stands for, the same on every machine. Throws QuestionNameError when the name is malformed, no
 * skill has it, or it is that of a question on a capture, which takes the capture to be made (makeQuestionOn).
 */
export function makeQuestion(name: string): Question {
  const { skill: id, seed } = parseQuestionName(name);
  const skill = skillById(id);
  if (skill === null) throw new QuestionNameError(unknownSkill(id));
  if (isReservedSeed(seed)) throw new QuestionNameError(needsCapture(name));
  return poseQuestion(skill, seed);
}

/** The question of a skill and a seed (see isSeed). Throws RangeError when the skill finds no fit draw: a bug in it. */
export function poseQuestion(skill: Skill, seed: string): Question {
  const name = questionName(skill.id, seed);
  const draft = firstFit(name, MOST_DRAWS, skill.pose);
  if (draft === null) throw new RangeError(`${name}: no fit question in ${MOST_DRAWS} draws`);
  return { version: 1, name, skill: skill.id, seed, ...draft };
}

/** The first draw of a question's name that is fit; null when none of them is. */
export function firstFit(
  name: string,
  draws: number,
  pose: (random: Random) => QuestionDraft | null,
): QuestionDraft | null {
  const random = randomFrom(name);
  for (let draw = 0; draw < draws; draw++) {
    const draft = pose(random.fork(String(draw)));
    if (draft !== null) return draft;
  }
  return null;
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
