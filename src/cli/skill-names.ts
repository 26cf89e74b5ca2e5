import { nearestWord } from '../documents/nearest.ts';
import { skillById, skills } from '../questions/catalogue.ts';
import { parseQuestionName } from '../questions/name.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';

/** Throws a usage Failure, with the nearest name there is, for a skill there is none of. */
export function checkSkill(id: string): void {
  if (skillById(id) !== null) return;
  const known = skills.map((skill) => skill.id);
  throw usage(errors.unknownSkill(id, nearestWord(id, known)));
}

/** Throws a usage Failure or a QuestionNameError for a name `skill@seed` that names no question. */
export function checkQuestionName(name: string): void {
  checkSkill(parseQuestionName(name).skill);
}
