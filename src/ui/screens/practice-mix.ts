import type { LearnerState } from '../../learning/account/state.ts';
import { KNOWN_RIGHT, type Standing, standingsOf } from '../../learning/progress/standing.ts';
import type { ScheduleOptions } from '../../learning/schedule/schedule.ts';
import { nextSkill } from '../../learning/sessions/mix.ts';
import { questionName } from '../../questions/name.ts';
import { mapOrder } from '../../questions/skill-map.ts';
import { randomFrom } from '../../simulator/random.ts';
import type { Engine } from '../services.ts';
import type { Words } from '../text/en.ts';

/** A question that a mixed practice has chosen, and why. */
export interface MixedQuestion {
  readonly question: string;
  readonly standing: Standing;
}

/**
 * The next question of a mixed practice, by what the learner knows now; `shown` is the skill on the screen, which may
 * not have been answered. null only without skills.
 */
export function chooseMixed(
  engine: Engine,
  learner: LearnerState,
  now: number,
  options: ScheduleOptions,
  shown: string | null,
  newSeed: () => string,
): MixedQuestion | null {
  const standings = [...standingsOf(learner, now, mapOrder(engine.skills), options).values()];
  const recent = [...learner.recentSkills, ...(shown === null ? [] : [shown])];
  const standing = nextSkill(standings, recent, randomFrom(newSeed()));
  return standing === null ? null : { question: questionName(standing.skill, newSeed()), standing };
}

/** Why the skill was chosen, for QuestionPane: from the fullest wording to the shortest. */
export function whyMixed(standing: Standing, begins: boolean, now: number, words: Words): readonly string[] {
  const { mix, shell } = words;
  const { state, latest, lastAt } = standing;
  switch (state) {
    case 'weak':
      return standing.byRule ? mix.byRule() : mix.missed(latest.missed, latest.asked);
    case 'due':
      return mix.due(shell.span(now - (lastAt ?? now)));
    case 'learning':
      return mix.learning(latest.right, KNOWN_RIGHT);
    case 'strong':
      return mix.strong();
    case 'new':
    case 'locked':
      return begins ? mix.begin() : mix.next();
  }
}
