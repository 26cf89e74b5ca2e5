import type { LearnerState } from '../account/state.ts';
import { type Catalogue, itemsOf } from '../catalogue.ts';
import type { ItemId } from '../events/event.ts';
import { dueItems } from '../schedule/due.ts';
import { memoryOf, type ScheduleOptions } from '../schedule/schedule.ts';
import { dateOf } from '../study-day.ts';

/** Days the forecast of reviews looks ahead, today among them. */
export const FORECAST_DAYS = 30;

/** Days of DueCounts.nextDays. */
const WEEK = 7;

export interface DueCounts {
  /** What a review started now holds, new items included. */
  readonly now: number;
  /** New items among them. */
  readonly fresh: number;
  /** `now` and what else comes back before the study day ends. */
  readonly today: number;
  /** Items that come back, per study day: today (with what is overdue) and the six after it. New ones are not in it. */
  readonly nextDays: readonly number[];
}

/** When items come back next. What is graded meanwhile comes again, so that later days will hold more than this. */
export interface Forecast {
  readonly days: readonly ForecastDay[];
  /** Items that should have come back before today; they are among today's. */
  readonly overdue: number;
  /** Items that come back after the last of `days`. */
  readonly later: number;
  /** '2026-12-12', the day of the exam by whose eve everything comes back once more; null for none, or one that is over. */
  readonly exam: string | null;
}

export interface ForecastDay {
  /** '2026-11-22' */
  readonly date: string;
  readonly items: number;
}

/** When an item comes back, ms since the epoch; null when it was never graded or is suspended. A buried one rests first. */
export function comesBackAt(state: LearnerState, item: ItemId, now: number, options: ScheduleOptions): number | null {
  const memory = memoryOf(state, item, now, options);
  const hold = state.items.get(item)?.hold ?? null;
  if (memory === null || hold?.kind === 'suspended') return null;
  const rested = hold === null ? 0 : state.rulesOfFold.studyDays.startOf(hold.day + 1);
  return Math.max(memory.dueAt, rested);
}

export function forecastOf(state: LearnerState, now: number, catalogue: Catalogue, options: ScheduleOptions): Forecast {
  const { studyDays } = state.rulesOfFold;
  const today = studyDays.dayOf(now);
  const startOfToday = studyDays.startOf(today);
  const counts = Array.from({ length: FORECAST_DAYS }, () => 0);
  let overdue = 0;
  let later = 0;
  for (const { item } of itemsOf(catalogue)) {
    const dueAt = comesBackAt(state, item, now, options);
    if (dueAt === null) continue;
    if (dueAt < startOfToday) overdue++;
    const day = Math.max(0, studyDays.dayOf(dueAt) - today);
    const before = counts[day];
    if (before === undefined) later++;
    else counts[day] = before + 1;
  }
  const { examDay } = options;
  return {
    days: counts.map((items, at) => ({ date: dateOf(today + at), items })),
    overdue,
    later,
    exam: examDay === null || examDay < today ? null : dateOf(examDay),
  };
}

/** What there is to do now, today and in the week. */
export function dueCounts(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions,
  { days }: Forecast = forecastOf(state, now, catalogue, options),
): DueCounts {
  const { studyDays } = state.rulesOfFold;
  const tonight = studyDays.startOf(studyDays.dayOf(now) + 1);
  let later = 0;
  for (const { item } of itemsOf(catalogue)) {
    const dueAt = comesBackAt(state, item, now, options);
    if (dueAt !== null && dueAt > now && dueAt < tonight) later++;
  }
  const due = dueItems(state, now, catalogue, options);
  const fresh = due.filter(({ phase }) => phase === 'new').length;
  const nextDays = days.slice(0, WEEK).map(({ items }) => items);
  return { now: due.length, fresh, today: due.length + later, nextDays };
}
