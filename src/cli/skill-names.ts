import { nearestWord } from '../documents/nearest.ts';
import { skillById, skills } from '../questions/catalogue.ts';
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
  const known = skills.map((skill) => skill.id);
  throw usage(errors.unknownSkill(id, nearestWord(id, known)));
}

/** Throws a usage Failure or a QuestionNameError for a name `skill@seed` that names no question, or one on a capture. */
export function checkQuestionName(name: string): void {
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
