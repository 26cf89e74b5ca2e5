import { NEW_ITEM } from '../account/account.ts';
import type { LearnerState } from '../account/state.ts';
import { type Catalogue, itemsOf } from '../catalogue.ts';
import type { ItemId } from '../events/event.ts';
import { median } from '../schedule/grading.ts';
import { defaultSchedule, memoryOf, retrievability, type ScheduleOptions } from '../schedule/schedule.ts';
import { comesBackAt } from './review-forecast.ts';

export interface ModuleProgress {
  readonly module: string;
  /** Mean over its cards and skills, 0 to 1; see masteryOf. */
  readonly mastery: number;
  /** Cards and skills graded at least once, of all. */
  readonly seen: number;
  readonly items: number;
  /** Of those seen, how many come back by the end of the study day; of all, how many are suspended. */
  readonly due: number;
  readonly suspended: number;
  /** Time spent on its cards and skills, ms; a skill that several concepts train counts in each. */
  readonly timeMs: number;
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
}

export interface SkillProgress {
  readonly skill: string;
  /** The first module of the path that trains it. */
  readonly module: string;
  readonly mastery: number;
  readonly answered: number;
  readonly correct: number;
  /** correct / answered; null when nothing was answered. */
  readonly accuracy: number | null;
  /** Time per question, ms. */
  readonly medianMs: number | null;
  readonly timeMs: number;
  /** When the schedule brings it back; null when it is new. */
  readonly dueAt: number | null;
  /** It is not asked in reviews until the learner takes it up again. */
  readonly suspended: boolean;
}

/**
 * How well an item is known now, 0 to 1: the chance of recall, so that it falls by itself; 0 when it was never graded
 * or when the last grade was 'again', until it is known once more.
 */
export function masteryOf(state: LearnerState, item: ItemId, now: number): number {
  const after = state.items.get(item)?.memory?.after;
  return after === undefined || after.lastGrade === 1 ? 0 : retrievability(state, item, now);
}

export function isSuspended(state: LearnerState, item: ItemId): boolean {
  return state.items.get(item)?.hold?.kind === 'suspended';
}

/** The concepts, in the order of the path. */
export function moduleProgress(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): ModuleProgress[] {
  const { studyDays } = state.rulesOfFold;
  const tonight = studyDays.startOf(studyDays.dayOf(now) + 1);
  return catalogue.modules.map(({ id, cards, skills }) => {
    const items = [...new Set([...cards, ...skills])];
    let mastery = 0;
    let seen = 0;
    let due = 0;
    let suspended = 0;
    let timeMs = 0;
    for (const item of items) {
      mastery += masteryOf(state, item, now);
      if ((state.items.get(item)?.memory ?? null) !== null) seen++;
      if ((comesBackAt(state, item, now, options) ?? tonight) < tonight) due++;
      if (isSuspended(state, item)) suspended++;
      timeMs += state.items.get(item)?.timeMs ?? 0;
    }
    return {
      module: id,
      mastery: items.length === 0 ? 0 : mastery / items.length,
      seen,
      items: items.length,
      due,
      suspended,
      timeMs,
      openedAt: state.lessons.get(id)?.openedAt ?? null,
      finishedAt: state.lessons.get(id)?.finishedAt ?? null,
    };
  });
}

/** The skills, in the order of the path. */
export function skillProgress(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): SkillProgress[] {
  return itemsOf(catalogue)
    .filter(({ item }) => item.startsWith('skill:'))
    .map(({ item, module }) => {
      const { answered, correct, times, timeMs } = state.items.get(item) ?? NEW_ITEM;
      return {
        skill: item.slice('skill:'.length),
        module,
        mastery: masteryOf(state, item, now),
        answered,
        correct,
        accuracy: answered === 0 ? null : correct / answered,
        medianMs: median(times),
        timeMs,
        dueAt: memoryOf(state, item, now, options)?.dueAt ?? null,
        suspended: isSuspended(state, item),
      };
    });
}
