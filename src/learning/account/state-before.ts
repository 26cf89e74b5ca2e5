import { accountAfter } from './accounting.ts';
import { newestFirst } from './history.ts';
import type { LearnerState } from './state.ts';

/**
 * The state as it was just before a time, ms since the epoch: what a session is held against at its end, though the
 * program may have been started anew since. Where the events kept one by one do not reach back so far, it is the oldest
 * state they do reach.
 */
export function stateBefore(state: LearnerState, at: number): LearnerState {
  const { base, rulesOfFold } = state;
  const earlier = [...newestFirst(state.recent)].filter((event) => event.at < at).reverse();
  const account = accountAfter(base, earlier, rulesOfFold);
  return { ...state, ...account };
}
