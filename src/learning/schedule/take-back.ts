import { newestFirst } from '../account/history.ts';
import type { LearnerState } from '../account/state.ts';
import { isUndoable, type UndoableEvent } from '../events/event.ts';

/** Whether the event changed what is asked when: a grade that reached the schedule, or an item set aside or taken up. */
export function counts(event: UndoableEvent): boolean {
  switch (event.kind) {
    case 'answer':
      return event.grade !== null;
    case 'card':
      return event.where === 'review';
    case 'item':
      return true;
  }
}

/** The newest event that changed the schedule, of this run of the program or an earlier one; null when none is at hand. */
export function newestCounting(state: LearnerState): UndoableEvent | null {
  for (const event of newestFirst(state.recent)) if (isUndoable(event) && counts(event)) return event;
  return null;
}
