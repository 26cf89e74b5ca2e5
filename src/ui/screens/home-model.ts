import type { Module } from '../../curriculum/module.ts';
import type { Catalogue } from '../../learning/catalogue.ts';
import { dueItems } from '../../learning/schedule.ts';
import type { Settings } from '../../learning/settings.ts';
import type { LearnerState } from '../../learning/state.ts';
import { scheduleOptions } from '../schedule-options.ts';

/** What the home screen tells. */
export interface HomeModel {
  /** Items to review now, new ones included. */
  readonly due: number;
  /** How long that will take, ms. */
  readonly dueMs: number;
  /** The first lesson of the path that is not finished; null when all are. */
  readonly nextLesson: Module | null;
  /** Never used before: nothing has been learned or opened. */
  readonly isFirstTime: boolean;
}

/** Guesses of how long an item takes before there is anything to go by, ms. */
const CARD_MS = 12_000;
const SKILL_MS = 30_000;

export function homeModel(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  settings: Settings,
  modules: readonly Module[],
): HomeModel {
  const due = dueItems(state, now, catalogue, scheduleOptions(settings));
  return {
    due: due.length,
    dueMs: due.reduce((sum, { kind }) => sum + (kind === 'card' ? CARD_MS : SKILL_MS), 0),
    nextLesson: modules.find(({ id }) => state.lessons.get(id)?.finishedAt == null) ?? null,
    isFirstTime: state.timeline === null && state.lessons.size === 0,
  };
}
