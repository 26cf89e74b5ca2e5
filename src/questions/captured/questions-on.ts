import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { randomFrom } from '../../simulator/random.ts';
import type { Question } from '../question.ts';
import type { Skill } from '../skill.ts';
import { essence } from './essence.ts';
import { isPosable, makeQuestionOn } from './make-on.ts';

export interface CapturedPlan {
  /** The same captures, skills, count and seed give the same questions. */
  readonly seed: string;
  readonly count: number;
  readonly skills: readonly Skill[];
}

/** Seeds tried for a skill before it is taken to have nothing new to ask of a conversation. */
const TRIES = 6;

/** Segments of traces that are kept at hand; others are made again when their turn comes. */
const MOST_AT_HAND = 50_000;

/** A skill with the conversations it may still have something new to ask of, the next one first. */
interface Turn {
  readonly skill: Skill;
  readonly left: number[];
}

/**
 * Up to `count` questions on captured conversations: every skill in turn in an order that the seed settles, each time of
 * another conversation; fewer where the captures hold no more, and none twice. The questions' seeds are `seed-1`, `seed-2` ...,
 * of which those are left out that turned out unfit.
 */
export function questionsOn(
  conversations: readonly (() => CapturedTrace)[],
  { seed, count, skills }: CapturedPlan,
): readonly Question[] {
  const random = randomFrom(`captured/${seed}`);
  const made = new Map<number, CapturedTrace>();
  let segments = 0;
  const traceOf = (index: number): CapturedTrace | null => {
    const known = made.get(index);
    if (known !== undefined) return known;
    const trace = conversations[index]?.() ?? null;
    if (trace === null) return null;
    segments += trace.trace.segments.length;
    if (segments > MOST_AT_HAND) {
      made.clear();
      segments = trace.trace.segments.length;
    }
    made.set(index, trace);
    return trace;
  };
  const all = conversations.map((_, index) => index);
  // Sorted by code unit, as in planQuiz: the order of --skill options does not matter.
  const ordered = [...new Set(skills)].sort((a, b) => (a.id < b.id ? -1 : 1));
  let turns: readonly Turn[] = ordered.map((skill) => ({ skill, left: random.shuffle(all) }));
  const questions: Question[] = [];
  const asked = new Set<string>();
  let tried = 0;

  const next = ({ skill, left }: Turn): Question | null => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const captured = traceOf(index);
      if (captured === null || !isPosable(captured, skill)) continue;
      for (let i = 0; i < TRIES; i++) {
        const question = makeQuestionOn(captured, skill, `${seed}-${++tried}`);
        if (question === null || asked.has(essence(question))) continue;
        left.push(index);
        return question;
      }
    }
    return null;
  };

  while (turns.length > 0 && questions.length < count) {
    const round = random.shuffle(turns);
    if (round.length > 1 && round[0]?.skill.id === questions.at(-1)?.skill) round.push(...round.splice(0, 1));
    turns = round.filter((turn) => {
      if (questions.length >= count) return true;
      const question = next(turn);
      if (question === null) return false;
      asked.add(essence(question));
      questions.push(question);
      return true;
    });
  }
  return questions;
}
