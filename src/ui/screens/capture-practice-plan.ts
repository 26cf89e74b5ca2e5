import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { essence } from '../../questions/captured/essence.ts';
import { isPosable, makeQuestionOn, posableSkills } from '../../questions/captured/make-on.ts';
import { tellsApart } from '../../questions/drill.ts';
import type { MisconceptionId } from '../../questions/misconceptions.ts';
import type { Question } from '../../questions/question.ts';
import type { Skill } from '../../questions/skill.ts';
import { randomFrom } from '../../simulator/random.ts';

/** Seeds tried for a skill before it is taken to have nothing new to ask about this conversation. */
const TRIES = 12;

/**
 * Up to `count` questions on a captured conversation: its skills in turn, in an order drawn anew each time, so that none is
 * asked twice running while there are others, and no question twice. `known` are those asked before.
 */
export function questionsOn(
  captured: CapturedTrace,
  count: number,
  newSeed: () => string,
  known: Iterable<Question> = [],
): Question[] {
  const skills = randomFrom(newSeed()).shuffle(posableSkills(captured));
  const asked = new Set([...known].map(essence));
  const questions: Question[] = [];
  let left = skills;
  while (left.length > 0 && questions.length < count) {
    // A skill that has nothing new to ask drops out.
    const next: typeof left = [];
    for (const skill of left) {
      if (questions.length >= count) break;
      const question = freshQuestion(captured, skill, newSeed, asked);
      if (question === null) continue;
      asked.add(essence(question));
      questions.push(question);
      next.push(skill);
    }
    left = next;
  }
  return questions;
}

/** What is to be drilled: up to `count` questions of these skills, on a wrong rule or on none. */
export interface DrillPlan {
  readonly skills: readonly Skill[];
  readonly rule: MisconceptionId | null;
  readonly count: number;
}

/**
 * Up to `count` questions of these skills on a captured conversation, none of `known` and none twice: those that tell a wrong
 * rule from the right one where there is a rule. Fewer, or none, where the conversation has no more.
 */
export function drillOn(
  captured: CapturedTrace,
  { skills, rule, count }: DrillPlan,
  newSeed: () => string,
  known: Iterable<Question>,
): Question[] {
  const asked = new Set([...known].map(essence));
  const questions: Question[] = [];
  const trains = (question: Question) => rule === null || tellsApart(question, rule);
  for (const skill of skills) {
    if (!isPosable(captured, skill)) continue;
    while (questions.length < count) {
      const question = freshQuestion(captured, skill, newSeed, asked, trains);
      if (question === null) break;
      asked.add(essence(question));
      questions.push(question);
    }
  }
  return questions;
}

function freshQuestion(
  captured: CapturedTrace,
  skill: Skill,
  newSeed: () => string,
  asked: ReadonlySet<string>,
  isWanted: (question: Question) => boolean = () => true,
): Question | null {
  for (let i = 0; i < TRIES; i++) {
    const question = makeQuestionOn(captured, skill, newSeed());
    if (question !== null && !asked.has(essence(question)) && isWanted(question)) return question;
  }
  return null;
}
