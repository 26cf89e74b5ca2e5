import type { FoldRules } from '../../src/learning/account/fold-rules.ts';
import { emptyState, type LearnerState } from '../../src/learning/account/state.ts';
import type { Grade, ItemId, LearningEvent } from '../../src/learning/events/event.ts';
import { practiceGrade } from '../../src/learning/schedule/grading.ts';
import {
  defaultSchedule,
  memoryOf,
  retrievability,
  type ScheduleOptions,
} from '../../src/learning/schedule/schedule.ts';
import { answer, applied, card, DAY, MINUTE, NOON } from './events.ts';

/** A learner who forgets just as FSRS says, or a little otherwise: what it forecasts is then known beforehand. */
export interface SimulatedLearner {
  readonly items: readonly ItemId[];
  readonly days: number;
  /** Draws all chance. */
  readonly seed: number;
  /** The chance that a day is left out, so that reviews come late. */
  readonly restShare: number;
  /** The chance that a skill not due is practised on a day. */
  readonly practiceShare: number;
  /** The true chance of recall where FSRS gives this one. */
  readonly recall: (forecast: number) => number;
}

/** Mulberry32: 0 to below 1, the same from the same seed everywhere. */
export function chanceFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance of recall while an item is being learned: FSRS makes no forecast for it. */
const LEARNING = 0.85;

/** What the learner did from NOON on, a study day a day, and the state after it. */
export function simulateLearner(
  { items, days, seed, restShare, practiceShare, recall }: SimulatedLearner,
  rules: FoldRules,
  options: ScheduleOptions = { ...defaultSchedule, retention: 0.85 },
): { readonly state: LearnerState; readonly events: readonly LearningEvent[]; readonly now: number } {
  const chance = chanceFrom(seed);
  const events: LearningEvent[] = [];
  let state = emptyState(rules);
  let now = NOON;
  const ask = (item: ItemId, where: 'review' | 'practice'): void => {
    now += MINUTE / 2;
    const memory = memoryOf(state, item, now, options);
    const isLater = memory !== null && rules.studyDays.dayOf(now) > memory.lastDay;
    const isForecast = memory?.phase === 'review' && isLater;
    const right = chance() < (isForecast ? recall(retrievability(state, item, now)) : LEARNING);
    const grade: Grade = right ? 3 : 1;
    const event = item.startsWith('card:')
      ? card(now, grade, item)
      : answer(now, {
          question: `${item.slice('skill:'.length)}@${events.length}`,
          correct: right,
          where,
          grade: where === 'review' ? grade : practiceGrade(grade, memory, now),
          tookMs: 4000 + Math.floor(chance() * 8000),
        });
    events.push(event);
    state = applied(state, event);
  };
  for (let day = 0; day < days; day++) {
    if (chance() < restShare) continue;
    now = NOON + day * DAY;
    for (const item of items) {
      const memory = memoryOf(state, item, now, options);
      if (memory !== null && memory.dueAt > now && item.startsWith('skill:') && chance() < practiceShare) {
        ask(item, 'practice');
      }
    }
    for (let round = 0; round < 4; round++) {
      for (const item of items) {
        const dueAt = memoryOf(state, item, now, options)?.dueAt ?? now;
        if (dueAt <= now) ask(item, 'review');
      }
      now += 15 * MINUTE;
    }
  }
  return { state, events, now };
}
