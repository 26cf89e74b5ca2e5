import type { MapSkill } from '../../questions/skill-map.ts';
import type { LearnerState } from '../account/state.ts';
import type { ItemId } from '../events/event.ts';
import { type HoldKind, holdOf } from '../schedule/holds.ts';
import { defaultSchedule, memoryOf, type ScheduleOptions } from '../schedule/schedule.ts';

/** How a learner stands with a skill. docs/practice.md gives the reasons. */
export type SkillState =
  /** Something it builds on is not known yet, nor is the skill itself. */
  | 'locked'
  /** Open, and never asked. */
  | 'new'
  /** Missed lately, or answered by a wrong rule. */
  | 'weak'
  /** Known or on the way, but not asked for so long that it is about to be forgotten. */
  | 'due'
  /** Asked, and not known yet. */
  | 'learning'
  /** Known, and fresh. */
  | 'strong';

/** Right answers among the latest, without a hint, that make a skill known. */
export const KNOWN_RIGHT = 3;

/** Misses among the latest that make a skill weak; one may be a slip. */
const WEAK_MISSES = 2;

/** A wrong rule followed in one of so many newest answers makes a skill weak: it takes as many to show that it is gone. */
const RULE_ANSWERS = 3;

/** A learner and a skill. */
export interface Standing {
  readonly skill: string;
  readonly state: SkillState;
  /** Well enough to build on, however long ago. */
  readonly known: boolean;
  /** What it builds on directly that is not known, by id, in the order of its `after`. */
  readonly needs: readonly string[];
  /** Of the latest answers (at most LATEST): how many there are, were right without a hint, and were wrong. */
  readonly latest: { readonly asked: number; readonly right: number; readonly missed: number };
  /** A wrong rule was followed in one of the newest answers. */
  readonly byRule: boolean;
  /** Set aside now: a mix does not ask it. */
  readonly hold: HoldKind | null;
  /** When it was last asked, and when the schedule brings it back; null when it was never. */
  readonly lastAt: number | null;
  readonly dueAt: number | null;
}

/** How the learner stands with each of the skills, by id. */
export function standingsOf(
  state: LearnerState,
  now: number,
  skills: readonly MapSkill[],
  options: ScheduleOptions = defaultSchedule,
): ReadonlyMap<string, Standing> {
  const asked = new Map(skills.map((skill) => [skill.id, askedOf(state, now, skill.id, options)]));
  const standings = skills.map((skill): [string, Standing] => {
    const own = asked.get(skill.id) ?? NEVER;
    // A name that no skill has cannot be learned, so nothing waits for it.
    // Nor does anything wait for what the learner has suspended.
    const needs = skill.after.filter((id) => {
      const base = asked.get(id);
      return base !== undefined && !base.known && holdOf(state, `skill:${id}`, now) !== 'suspended';
    });
    const { known, latest, byRule, lastAt, dueAt } = own;
    const standing = { skill: skill.id, state: stateOf(own, needs.length > 0), known, needs, latest, byRule };
    return [skill.id, { ...standing, hold: holdOf(state, `skill:${skill.id}`, now), lastAt, dueAt }];
  });
  return new Map(standings);
}

type Asked = Omit<Standing, 'skill' | 'state' | 'needs' | 'hold'> & { readonly weak: boolean; readonly due: boolean };

const NEVER: Asked = {
  known: false,
  weak: false,
  due: false,
  latest: { asked: 0, right: 0, missed: 0 },
  byRule: false,
  lastAt: null,
  dueAt: null,
};

function askedOf(state: LearnerState, now: number, skill: string, options: ScheduleOptions): Asked {
  const item: ItemId = `skill:${skill}`;
  const newest = state.items.get(item)?.latest ?? [];
  const [last] = newest;
  if (last === undefined) return NEVER;
  const latest = {
    asked: newest.length,
    right: newest.filter(({ correct, hinted }) => correct && !hinted).length,
    missed: newest.filter(({ correct }) => !correct).length,
  };
  const byRule = newest.slice(0, RULE_ANSWERS).some(({ rules }) => rules.length > 0);
  const weak = byRule || latest.missed >= WEAK_MISSES;
  const dueAt = memoryOf(state, item, now, options)?.dueAt ?? null;
  const { studyDays } = state.rulesOfFold;
  // What was asked today is not forgotten today: within a study day, being learned says what there is to say.
  const rested = studyDays.dayOf(last.at) < studyDays.dayOf(now);
  return {
    known: !weak && latest.right >= KNOWN_RIGHT,
    weak,
    due: rested && dueAt !== null && dueAt <= now,
    latest,
    byRule,
    lastAt: last.at,
    dueAt,
  };
}

function stateOf({ known, weak, due, latest }: Asked, waits: boolean): SkillState {
  // Whoever knows a skill has shown that its base is there.
  if (waits && !known) return 'locked';
  if (latest.asked === 0) return 'new';
  if (weak) return 'weak';
  if (due) return 'due';
  return known ? 'strong' : 'learning';
}
