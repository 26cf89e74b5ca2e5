import type { LearnerState } from '../account/state.ts';
import { type Catalogue, itemsOf } from '../catalogue.ts';
import type { ItemId } from '../events/event.ts';
import { type MemoryModel, memoryModel, type Trail } from '../memory/fsrs.ts';
import { DAY_MS } from '../study-day.ts';
import { dayBeforeExam } from './exam.ts';
import { holdOf } from './holds.ts';
import { recordOfToday } from './limits.ts';
import { memoryOf, type ScheduleOptions } from './schedule.ts';

/** What has to be raised so that everything can be learned in time, and to how many items a day. */
export interface Shortage {
  readonly limit: 'newPerDay' | 'reviewsPerDay' | 'perDay';
  readonly needs: number;
}

/** What is left to do before an exam. */
export interface ExamWork {
  readonly kind: 'ahead';
  /** Study days left, today's with it and the exam's without, at least 1. */
  readonly daysLeft: number;
  /** Items not met yet, and of those that are not set aside for good, all. */
  readonly unmet: number;
  readonly items: number;
  /** New items a day, today's with those already met, so that all are met some days before. */
  readonly newPerDay: number;
  /** Items a day, new and again, each counted once a day: the steady pace at which all is done in time. */
  readonly perDay: number;
  /** The daily limit that is too low for that; null when none is. */
  readonly shortage: Shortage | null;
  /** More than anyone keeps up: perDay above HEAVY. */
  readonly isHeavy: boolean;
  /** Mean chance of recall on the day, 0 to 1, if all is done so. */
  readonly recall: number;
}

export type ExamPlan = ExamWork | { readonly kind: 'today' } | { readonly kind: 'over'; readonly daysAgo: number };

/** Items a day from which a plan is called heavy: at half a minute each, half an hour. */
export const HEAVY = 60;

/** Days before the exam by which all is met, or a fifth of the days that are left if that is fewer. */
const MET_BEFORE = 3;

/** Days whose work is levelled out at the end. */
const LEVELLED = 3;

/** How an item goes on from here. */
interface Course {
  readonly item: ItemId;
  /** Its memory, null while it is new. */
  trail: Trail | null;
  /** The study day it is asked next. */
  day: number;
}

/**
 * What the days until the exam of `options.examDay` have to hold; null when there is none. The days are gone through
 * with a right answer each time, every item asked on the day it is due: what is forgotten on the way comes on top.
 */
export function examPlan(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions,
): ExamPlan | null {
  const { examDay } = options;
  if (examDay === null) return null;
  const { studyDays, weights } = state.rulesOfFold;
  const today = studyDays.dayOf(now);
  const daysLeft = examDay - today;
  if (daysLeft < 0) return { kind: 'over', daysAgo: -daysLeft };
  if (daysLeft === 0) return { kind: 'today' };

  const met = recordOfToday(state, now)?.met ?? 0;
  const items = itemsOf(catalogue).filter(({ item }) => holdOf(state, item, now) !== 'suspended');
  const courses = items.map(({ item }): Course => {
    const memory = memoryOf(state, item, now, options);
    return { item, trail: memory, day: memory === null ? today : Math.max(today, studyDays.dayOf(memory.dueAt)) };
  });
  const fresh = courses.filter(({ trail }) => trail === null);
  const meetingDays = Math.max(1, daysLeft - Math.min(MET_BEFORE, Math.floor(daysLeft / 5)));
  const newPerDay = fresh.length === 0 ? 0 : Math.ceil((fresh.length + met) / meetingDays);
  // Those met today already have used up part of today's share.
  for (const [at, course] of fresh.entries()) {
    course.day = today + Math.floor((at + Math.min(met, newPerDay)) / Math.max(1, newPerDay));
  }

  const walk: Walk = { model: memoryModel(weights), retention: options.retention, today, examDay };
  const reviews = new Array<number>(daysLeft).fill(0);
  const meetings = new Array<number>(daysLeft).fill(0);
  let recall = 0;
  for (const course of courses) recall += goThrough(course, walk, meetings, reviews);

  const all = reviews.map((count, at) => count + (meetings[at] ?? 0));
  const perDay = paceOf(all);
  return {
    kind: 'ahead',
    daysLeft,
    unmet: fresh.length,
    items: items.length,
    newPerDay,
    perDay,
    shortage: shortageOf(options, { newPerDay, perDay, reviewsPerDay: paceOf(reviews) }),
    isHeavy: perDay > HEAVY,
    recall: items.length === 0 ? 0 : recall / items.length,
  };
}

interface Walk {
  readonly model: MemoryModel;
  readonly retention: number;
  readonly today: number;
  readonly examDay: number;
}

/** Asks the item each time it is due until the exam, noting the days; its chance of recall on the day. */
function goThrough(
  { item, trail: known, day: first }: Course,
  { model, retention, today, examDay }: Walk,
  meetings: number[],
  reviews: number[],
): number {
  let trail = known;
  let day = first;
  while (day < examDay) {
    const noted = trail === null ? meetings : reviews;
    noted[day - today] = (noted[day - today] ?? 0) + 1;
    trail = model.after(trail, 3, day * DAY_MS, day);
    // The learning steps of the same day.
    for (let steps = 0; trail.phase !== 'review' && steps < 3; steps++)
      trail = model.after(trail, 3, day * DAY_MS, day);
    const dueDay = day + model.interval(trail.stability, retention);
    day = Math.max(day + 1, dayBeforeExam(item, day, dueDay, examDay));
  }
  return trail === null ? 0 : model.recall(Math.max(0, examDay - trail.lastDay), trail.stability);
}

/**
 * The smallest steady number a day that gets all done by the last day, when what comes up on a day can be done on it or
 * later but not before: from each day on, what still comes up has to fit into the days from there. The last LEVELLED
 * days are taken together: a last round may as well come a day early.
 */
export function paceOf(counts: readonly number[]): number {
  let pace = 0;
  let sum = 0;
  for (let at = counts.length - 1; at >= 0; at--) {
    sum += counts[at] ?? 0;
    const days = counts.length - at;
    if (days >= Math.min(LEVELLED, counts.length)) pace = Math.max(pace, Math.ceil(sum / days));
  }
  return pace;
}

/** The first of the limits that is lower than what is needed. */
function shortageOf(options: ScheduleOptions, needed: Readonly<Record<Shortage['limit'], number>>): Shortage | null {
  for (const limit of ['newPerDay', 'perDay', 'reviewsPerDay'] as const) {
    const set = options[limit];
    if (set !== null && set < needed[limit]) return { limit, needs: needed[limit] };
  }
  return null;
}
