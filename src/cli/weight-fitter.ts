import type { FSRSBindingReview } from '@open-spaced-repetition/binding';
import type { Fitter, TrainingItem } from '../learning/tuning/tune.ts';
import { Failure } from './failure.ts';
import { tune as text } from './text/tune.ts';

/** The optional package with FSRS's own optimiser, a native library; nothing but this file loads it. */
const PACKAGE = '@open-spaced-repetition/binding';

/** As the schedule has it: ts-fsrs's one step after an item was forgotten. */
const RELEARNING_STEPS = 1;

/** Told now and then: how much of the work is done, 0 to 1. */
export type OnFitting = (done: number) => void;

/** Loads the optimiser. Throws a Failure that says what to install when it is not there or does not run here. */
export async function loadFitter(onFitting: OnFitting): Promise<Fitter> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await load();
  return async (items) => {
    const shared = new Map<string, FSRSBindingReview>();
    const review = ({ grade, days }: TrainingItem[number]): FSRSBindingReview => {
      const key = `${grade} ${days}`;
      const known = shared.get(key) ?? new FSRSBindingReview(grade, days);
      shared.set(key, known);
      return known;
    };
    const trainSet = items.map((item) => new FSRSBindingItem(item.map(review)));
    try {
      return await computeParameters(trainSet, {
        enableShortTerm: true,
        numRelearningSteps: RELEARNING_STEPS,
        progress: (current, total) => {
          if (total > 0) onFitting(Math.min(1, current / total));
        },
      });
    } catch (error) {
      throw new Failure(1, text.failed(error instanceof Error ? error.message : String(error)));
    }
  };
}

async function load(): Promise<typeof import('@open-spaced-repetition/binding')> {
  try {
    return await import('@open-spaced-repetition/binding');
  } catch {
    throw new Failure(1, text.notInstalled(PACKAGE));
  }
}
