import {
  BasicLearningStepsStrategy,
  createEmptyCard,
  FSRS,
  type Card as FsrsCard,
  GenSeedStrategyWithCardId,
  State,
  StrategyMode,
} from 'ts-fsrs';
import type { Grade, ItemId } from '../events/event.ts';
import { DAY_MS } from '../study-day.ts';

/**
 * The only importer of ts-fsrs (FSRS-6). ts-fsrs counts UTC calendar days, so it is told study days as if each were
 * midnight UTC, and never a time of day: elapsed days are then right in every time zone.
 */

/** The 21 weights of FSRS-6; null for its defaults. */
export type Weights = readonly number[] | null;

/** What FSRS knows of an item after a grade: all that the next grade builds on. */
export interface Trail {
  readonly phase: 'learning' | 'review' | 'relearning';
  /** Position among the learning steps, from 0. */
  readonly step: number;
  /** Days after which the chance of recall has fallen to 0.9. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  readonly reps: number;
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number;
  readonly lastGrade: Grade;
  /** ms since the epoch. */
  readonly lastAt: number;
  /** Study days of the first and the last grade. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** When an item comes back: after so many study days, or, in the middle of being learned, after so many ms. */
export type Wait = { readonly days: number } | { readonly ms: number };

const PHASES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

/** The name under which ts-fsrs finds the item in its card, for a spread that depends on item and count only. */
const SEED_FIELD = 'item';

/** Minutes in a day: learning steps shorter than this stay within it. */
const DAY_MINUTES = 1440;

const made = new Map<string, FSRS>();

function fsrsWith(weights: Weights, retention: number, fuzz: boolean): FSRS {
  const key = `${retention} ${fuzz} ${weights?.join() ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fsrs = new FSRS({
    request_retention: retention,
    enable_fuzz: fuzz,
    ...(weights === null ? {} : { w: [...weights] }),
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of ts-fsrs; only its name looks like a React hook.
  fsrs.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId(SEED_FIELD));
  made.set(key, fsrs);
  return fsrs;
}

/** FSRS's memory model under some weights: what grades do to an item, and how it is forgotten. */
export interface MemoryModel {
  /**
   * The trail after a grade given at `at` in study day `day`; `before` is null for the first. A clock that went back
   * counts as standing still.
   */
  after(before: Trail | null, grade: Grade, at: number, day: number): Trail;
  /** The chance, 0 to 1, that an item of this stability is recalled after so many days. */
  recall(days: number, stability: number): number;
  /** Days until the chance of recall has fallen to `retention` (0.7 to 0.97); whole, at least 1, without any spread. */
  interval(stability: number, retention: number): number;
}

/** The retention plays no part in what a grade does to an item, only in when it comes back. */
const ANY_RETENTION = 0.9;

/**
 * The model for these weights. It follows ts-fsrs's own next() step for step but works out only the grade given, not
 * all four and no dates: that is what makes a log of a million answers readable in seconds. A property test holds it
 * against next(), bit for bit.
 */
export function memoryModel(weights: Weights): MemoryModel {
  const fsrs = fsrsWith(weights, ANY_RETENTION, false);
  const { parameters } = fsrs;
  return {
    after(before, grade, at, givenDay) {
      const lastDay = Math.max(givenDay, before?.lastDay ?? givenDay);
      const elapsed = before === null ? 0 : lastDay - before.lastDay;
      const { stability, difficulty } = fsrs.next_state(before, elapsed, grade);
      const forgotten = before?.phase === 'review' && grade === 1;
      let phase: Trail['phase'] = 'review';
      let step = 0;
      if (before === null || before.phase !== 'review' || forgotten) {
        const state = before === null ? State.New : PHASES[before.phase];
        const next = BasicLearningStepsStrategy(parameters, state, before?.step ?? 0)[grade];
        const minutes = next?.scheduled_minutes ?? 0;
        if (minutes > 0) step = Math.max(0, next?.next_step ?? 0);
        if (minutes > 0 && minutes < DAY_MINUTES)
          phase = forgotten || before?.phase === 'relearning' ? 'relearning' : 'learning';
      }
      return {
        phase,
        step,
        stability,
        difficulty,
        reps: (before?.reps ?? 0) + 1,
        lapses: (before?.lapses ?? 0) + (forgotten ? 1 : 0),
        lastGrade: grade,
        lastAt: Math.max(at, before?.lastAt ?? at),
        firstDay: before?.firstDay ?? lastDay,
        lastDay,
      };
    },
    recall: (days, stability) => fsrs.forgetting_curve(days, stability),
    interval: (stability, retention) => fsrsWith(weights, retention, false).next_interval(stability, 0),
  };
}

/** What the wait after a grade depends on beside the trail. */
export interface WaitOptions {
  readonly weights: Weights;
  /** The chance of recall at which an item comes back, 0.7 to 0.97. */
  readonly retention: number;
  /** Spreads waits a little, by item and number of grades. */
  readonly fuzz: boolean;
}

/** How long an item rests after a grade given in study day `day` on top of `before`. */
export function waitAfter(
  item: ItemId,
  before: Trail | null,
  grade: Grade,
  day: number,
  { weights, retention, fuzz }: WaitOptions,
): Wait {
  const when = new Date(Math.max(day, before?.lastDay ?? day) * DAY_MS);
  const { card } = fsrsWith(weights, retention, fuzz).next(cardOf(item, before, when), when, grade);
  return card.scheduled_days > 0 ? { days: card.scheduled_days } : { ms: card.due.getTime() - when.getTime() };
}

function cardOf(item: ItemId, trail: Trail | null, when: Date): FsrsCard & { readonly [SEED_FIELD]: ItemId } {
  if (trail === null) return { ...createEmptyCard(when), [SEED_FIELD]: item };
  const lastReview = new Date(trail.lastDay * DAY_MS);
  return {
    due: lastReview,
    stability: trail.stability,
    difficulty: trail.difficulty,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: trail.step,
    reps: trail.reps,
    lapses: trail.lapses,
    state: PHASES[trail.phase],
    last_review: lastReview,
    [SEED_FIELD]: item,
  };
}
