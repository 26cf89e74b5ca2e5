import { createEmptyCard, default_w, FSRS } from 'ts-fsrs';
import type { Grade } from './event.ts';
import { DAY_MS } from './study-day.ts';
import type { Weights } from './weights.ts';

/** The weights in force when a learner has none of their own. */
export const defaultWeights: Weights = default_w;

/** What FSRS holds of an item between two reviews. */
export interface MemoryState {
  /** Days after which the chance of recall has fallen to 0.9. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
}

/** FSRS with certain weights, without due dates: what it foretells, and how an answer changes it. */
export interface MemoryModel {
  /** The state after a grade given `days` study days after the last one; `before` is null at the first. */
  after(before: MemoryState | null, days: number, grade: Grade): MemoryState;
  /** The chance of recall, 0 to 1, `days` study days after the last grade. */
  recall(state: MemoryState, days: number): number;
}

/** The model with these weights, which must be valid (areWeights). */
export function memoryModel(weights: Weights): MemoryModel {
  const fsrs = new FSRS({ w: weights });
  return {
    after: (before, days, grade) => fsrs.next_state(before, days, grade),
    recall: ({ stability }, days) => fsrs.forgetting_curve(days, stability),
  };
}

/** The whole days after which an item comes back when it is graded like this, each time when it is due. */
export function dayIntervals(weights: Weights, retention: number, grades: readonly Grade[]): number[] {
  const fsrs = new FSRS({ w: weights, request_retention: retention });
  let card = createEmptyCard(new Date(0));
  const intervals: number[] = [];
  for (const grade of grades) {
    // Reviewed in minutes means the same day, and midnight is not to come between.
    const at = new Date(Math.floor(card.due.getTime() / DAY_MS) * DAY_MS);
    card = fsrs.next(card, at, grade).card;
    if (card.scheduled_days > 0) intervals.push(card.scheduled_days);
  }
  return intervals;
}
