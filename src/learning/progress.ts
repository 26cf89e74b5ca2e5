import { NEW_ITEM } from './account.ts';
import { type Catalogue, itemsOf } from './catalogue.ts';
import { dueItems } from './due.ts';
import type { ItemId, QuizEvent } from './event.ts';
import { median } from './grading.ts';
import { type HeatmapDay, heatmapOf, streakOf } from './habit.ts';
import { holdOf } from './holds.ts';
import { defaultSchedule, memoryOf, retrievability, type ScheduleOptions } from './schedule.ts';
import type { LearnerState } from './state.ts';

/** Wrong rules older than this, in days, say nothing about the learner of today. */
export const RULE_AGE_DAYS = 90;

export interface ModuleProgress {
  readonly module: string;
  /** Mean over its cards and skills, 0 to 1; see masteryOf. */
  readonly mastery: number;
  /** Cards and skills graded at least once, of all. */
  readonly seen: number;
  readonly items: number;
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
}

export interface SkillProgress {
  readonly skill: string;
  /** The first module of the path that trains it. */
  readonly module: string;
  readonly mastery: number;
  readonly answered: number;
  readonly correct: number;
  /** correct / answered; null when nothing was answered. */
  readonly accuracy: number | null;
  /** Time per question, ms. */
  readonly medianMs: number | null;
  /** When the schedule brings it back; null when it is new. */
  readonly dueAt: number | null;
}

export interface WrongRule {
  /** M01 ... */
  readonly rule: string;
  readonly count: number;
  readonly lastAt: number;
}

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

/** Everything the progress screen and `stats` show. Times are ms. */
export interface Progress {
  readonly modules: readonly ModuleProgress[];
  readonly skills: readonly SkillProgress[];
  readonly accuracy: number | null;
  readonly medianMs: number | null;
  /** Over the last 90 days, most frequent first. */
  readonly wrongRules: readonly WrongRule[];
  readonly heatmap: readonly HeatmapDay[];
  /** Study days in a row. */
  readonly streak: number;
  readonly due: DueCounts;
  readonly totals: {
    readonly answered: number;
    readonly correct: number;
    /** Flip cards graded. */
    readonly cards: number;
    readonly quizzes: number;
    readonly lessonsFinished: number;
    /** Answers to interview questions graded by the learner; their follow-ups are not counted. */
    readonly interviews: number;
    /** Time spent on questions, cards and interview answers. */
    readonly timeMs: number;
  };
  /** The quiz with the best share of right answers, then the most questions, then the shortest time. */
  readonly bestQuiz: QuizEvent | null;
}

/**
 * How well an item is known now, 0 to 1: the chance of recall, so that it falls by itself; 0 when it was never graded
 * or when the last grade was 'again', until it is known once more.
 */
export function masteryOf(
  state: LearnerState,
  item: ItemId,
  now: number,
  options: ScheduleOptions = defaultSchedule,
): number {
  const memory = memoryOf(state, item, now, options);
  return memory === null || memory.lastGrade === 1 ? 0 : retrievability(state, item, now);
}

function moduleProgress(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions,
): ModuleProgress[] {
  return catalogue.modules.map(({ id, cards, skills }) => {
    const items = [...new Set([...cards, ...skills])];
    const sum = items.reduce((total, item) => total + masteryOf(state, item, now, options), 0);
    return {
      module: id,
      mastery: items.length === 0 ? 0 : sum / items.length,
      seen: items.filter((item) => memoryOf(state, item, now, options) !== null).length,
      items: items.length,
      openedAt: state.lessons.get(id)?.openedAt ?? null,
      finishedAt: state.lessons.get(id)?.finishedAt ?? null,
    };
  });
}

function skillProgress(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions,
): SkillProgress[] {
  return itemsOf(catalogue)
    .filter(({ item }) => item.startsWith('skill:'))
    .map(({ item, module }) => {
      const { answered, correct, times } = state.items.get(item) ?? NEW_ITEM;
      return {
        skill: item.slice('skill:'.length),
        module,
        mastery: masteryOf(state, item, now, options),
        answered,
        correct,
        accuracy: answered === 0 ? null : correct / answered,
        medianMs: median(times),
        dueAt: memoryOf(state, item, now, options)?.dueAt ?? null,
      };
    });
}

/** The wrong rules matched in the last 90 study days, most frequent first, the latest first among equals. */
export function wrongRulesOf({ rules, rulesOfFold }: LearnerState, now: number): WrongRule[] {
  const first = rulesOfFold.studyDays.dayOf(now) - RULE_AGE_DAYS;
  const lately = [...rules].map(([rule, { lastAt, days }]): WrongRule => {
    const count = days.reduce((sum, [day, times]) => (day >= first ? sum + times : sum), 0);
    return { rule, count, lastAt };
  });
  return lately
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.rule < b.rule ? -1 : 1));
}

function dueCounts(state: LearnerState, now: number, catalogue: Catalogue, options: ScheduleOptions): DueCounts {
  const { studyDays } = state.rulesOfFold;
  const today = studyDays.dayOf(now);
  const nextDays = Array.from({ length: 7 }, () => 0);
  let later = 0;
  for (const { item } of itemsOf(catalogue)) {
    const memory = memoryOf(state, item, now, options);
    // What is suspended does not come back by itself.
    if (memory === null || holdOf(state, item, now) === 'suspended') continue;
    const day = Math.max(0, studyDays.dayOf(memory.dueAt) - today);
    const before = nextDays[day];
    if (before !== undefined) nextDays[day] = before + 1;
    if (day === 0 && memory.dueAt > now) later++;
  }
  const due = dueItems(state, now, catalogue, options);
  const fresh = due.filter(({ phase }) => phase === 'new').length;
  return { now: due.length, fresh, today: due.length + later, nextDays };
}

/** The learner's progress at a time. */
export function progressOf(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): Progress {
  const { totals, quizzes, times } = state;
  const lessonsFinished = [...state.lessons.values()].filter(({ finishedAt }) => finishedAt !== null).length;
  return {
    modules: moduleProgress(state, now, catalogue, options),
    skills: skillProgress(state, now, catalogue, options),
    accuracy: totals.answered === 0 ? null : totals.correct / totals.answered,
    medianMs: median(times),
    wrongRules: wrongRulesOf(state, now),
    heatmap: heatmapOf(state, now),
    streak: streakOf(state, now),
    due: dueCounts(state, now, catalogue, options),
    totals: { ...totals, quizzes: quizzes.count, lessonsFinished },
    bestQuiz: quizzes.best,
  };
}
