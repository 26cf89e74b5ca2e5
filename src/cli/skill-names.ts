import { nearestWord } from '../documents/nearest.ts';
import { skillById, skills } from '../questions/catalogue.ts';
import { isMisconceptionId, MISCONCEPTION_IDS } from '../questions/misconceptions.ts';
import {
  isReservedSeed,
  needsCapture,
  parseCapturedSeed,
  parseQuestionName,
  QuestionNameError,
} from '../questions/name.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';

/** Throws a usage Failure, with the nearest name there is, for a skill there is none of. */
export function checkSkill(id: string): void {
  if (skillById(id) !== null) return;
  throw usage(errors.unknownSkill(id, nearestWord(id, skillIds()), familyOf(id)));
}

/** The same for a skill or a mistake (M01). */
export function checkSkillOrMistake(name: string): void {
  if (isMisconceptionId(name) || skillById(name) !== null) return;
  throw usage(errors.unknownSkill(name, nearestWord(name, [...skillIds(), ...MISCONCEPTION_IDS]), familyOf(name)));
}

function skillIds(): string[] {
  return skills.map(({ id }) => id);
}

/** The skills of which a name is the part before the dot. */
function familyOf(name: string): string[] {
  return skillIds().filter((id) => id.startsWith(`${name}.`));
}

/** Throws a usage Failure or a QuestionNameError for a name `skill@seed` that names no question, or one on a capture. */
export function checkQuestionName(name: string): void {
  if (skillById(name) !== null) throw usage(errors.skillNotQuestion(name));
  const { skill, seed } = parseQuestionName(name);
  checkSkill(skill);
  if (isReservedSeed(seed)) throw new QuestionNameError(needsCapture(name));
}

/** The same for a name that is to be one of a question on a capture. */
export function checkCapturedName(name: string): void {
  const { skill, seed } = parseQuestionName(name);
  checkSkill(skill);
  if (parseCapturedSeed(seed) === null) throw usage(errors.notOfACapture(name));
}
