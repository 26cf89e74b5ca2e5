import type { ItemRecord } from '../account/account.ts';
import type { LearnerState } from '../account/state.ts';
import type { Grade, ItemId } from '../events/event.ts';
import { memoryModel, type Trail, type Wait, type Weights, waitAfter } from '../memory/fsrs.ts';
import { DAY_MS } from '../study-day.ts';
import { dayBeforeExam } from './exam.ts';
import type { DailyLimits } from './limits.ts';

/** How the schedule is to behave; the same options give the same schedule from the same events. */
export interface ScheduleOptions extends DailyLimits {
  /** The chance of recall at which an item comes back, 0.7 to 0.97. */
  readonly retention: number;
  /** Spreads intervals a little, by item, so that items learned together do not always come back together. */
  readonly fuzz: boolean;
  /** The study day of an exam or an interview, before which everything comes once more; null for none. */
  readonly examDay: number | null;
}

export const defaultSchedule: ScheduleOptions = {
  retention: 0.9,
  newPerDay: 10,
  reviewsPerDay: 200,
  perDay: null,
  fuzz: true,
  examDay: null,
};

/** Where an item stands in FSRS's life of a card. */
export type Phase = 'new' | Trail['phase'];

/** What the schedule knows of an item that has been graded at least once. */
export interface Memory extends Trail {
  /** When it comes back, ms since the epoch; after a whole number of days, the start of that study day. */
  readonly dueAt: number;
}

type ItemMemory = NonNullable<ItemRecord['memory']>;

/** Waits by the memory they follow from, which is another after each grade: they are worked out once. */
const waits = new WeakMap<ItemMemory, Map<string, Wait>>();

function waitOf(item: ItemId, memory: ItemMemory, weights: Weights, { retention, fuzz }: ScheduleOptions): Wait {
  const ofMemory = waits.get(memory) ?? new Map<string, Wait>();
  waits.set(memory, ofMemory);
  const key = `${retention} ${fuzz} ${weights?.join() ?? ''}`;
  const { before, after } = memory;
  const wait =
    ofMemory.get(key) ?? waitAfter(item, before, after.lastGrade, after.lastDay, { weights, retention, fuzz });
  ofMemory.set(key, wait);
  return wait;
}

/** What the schedule knows of an item at a time; null when it has not been graded yet. */
export function memoryOf(
  state: LearnerState,
  item: ItemId,
  now: number,
  options: ScheduleOptions = defaultSchedule,
): Memory | null {
  const memory = state.items.get(item)?.memory ?? null;
  if (memory === null) return null;
  const { studyDays, weights } = state.rulesOfFold;
  const { after } = memory;
  const wait = waitOf(item, memory, weights, options);
  if ('ms' in wait) return { ...after, dueAt: after.lastAt + wait.ms };
  const { examDay } = options;
  const dueDay = after.lastDay + wait.days;
  const isBefore = examDay !== null && studyDays.dayOf(now) < examDay;
  const day = isBefore ? dayBeforeExam(item, after.lastDay, dueDay, examDay) : dueDay;
  return { ...after, dueAt: studyDays.startOf(day) };
}

/** How long until the item comes back after each grade given now, ms; whole days count 24 hours each. */
export function nextIntervals(
  state: LearnerState,
  item: ItemId,
  now: number,
  { retention, fuzz, examDay }: ScheduleOptions = defaultSchedule,
): Record<Grade, number> {
  const { studyDays, weights } = state.rulesOfFold;
  const before = state.items.get(item)?.memory?.after ?? null;
  // A clock that went back counts as standing still.
  const today = Math.max(studyDays.dayOf(now), before?.lastDay ?? Number.NEGATIVE_INFINITY);
  const after = (given: Grade): number => {
    const wait = waitAfter(item, before, given, today, { weights, retention, fuzz });
    if ('ms' in wait) return wait.ms;
    const isBefore = examDay !== null && today < examDay;
    return (isBefore ? dayBeforeExam(item, today, today + wait.days, examDay) - today : wait.days) * DAY_MS;
  };
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The chance, 0 to 1, that the item is recalled now; 0 when it was never graded. */
export function retrievability(state: LearnerState, item: ItemId, now: number): number {
  const after = state.items.get(item)?.memory?.after;
  if (after === undefined) return 0;
  const { studyDays, weights } = state.rulesOfFold;
  return memoryModel(weights).recall(Math.max(0, studyDays.dayOf(now) - after.lastDay), after.stability);
}
