import { type Catalogue, itemsOf } from './catalogue.ts';
import { type AnswerEvent, type ItemId, isReview, type QuizEvent } from './event.ts';
import { median } from './grading.ts';
import { type HeatmapDay, heatmapOf, streakOf } from './habit.ts';
import { newestFirst } from './history.ts';
import { defaultSchedule, dueItems, memoryOf, retrievability, type ScheduleOptions } from './schedule.ts';
import type { LearnerState } from './state.ts';
import { DAY_MS } from './study-day.ts';

/** Wrong rules older than this, ms, say nothing about the learner of today. */
export const RULE_AGE_MS = 90 * DAY_MS;

/** A median time is taken from at most this many of a skill's newest answers. */
const NEWEST = 50;

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
  return memory === null || memory.lastGrade === 1 ? 0 : retrievability(state, item, now, options);
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

function answersOf(state: LearnerState, item: ItemId): AnswerEvent[] {
  return [...newestFirst(state.items.get(item) ?? null)].filter((event) => event.kind === 'answer');
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
      const answers = answersOf(state, item);
      const correct = answers.filter((answer) => answer.correct).length;
      return {
        skill: item.slice('skill:'.length),
        module,
        mastery: masteryOf(state, item, now, options),
        answered: answers.length,
        correct,
        accuracy: answers.length === 0 ? null : correct / answers.length,
        medianMs: median(answers.slice(0, NEWEST).map(({ tookMs }) => tookMs)),
        dueAt: memoryOf(state, item, now, options)?.dueAt ?? null,
      };
    });
}

/** The wrong rules matched in the last 90 days, most frequent first, the latest first among equals. */
export function wrongRulesOf(state: LearnerState, now: number): WrongRule[] {
  const rules = new Map<string, WrongRule>();
  for (const event of newestFirst(state.timeline)) {
    if (event.at < now - RULE_AGE_MS) break;
    if (event.kind !== 'answer') continue;
    for (const rule of event.rules) {
      const { count, lastAt } = rules.get(rule) ?? { count: 0, lastAt: event.at };
      rules.set(rule, { rule, count: count + 1, lastAt });
    }
  }
  return [...rules.values()].sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.rule < b.rule ? -1 : 1));
}

function dueCounts(state: LearnerState, now: number, catalogue: Catalogue, options: ScheduleOptions): DueCounts {
  const { studyDays } = options;
  const today = studyDays.dayOf(now);
  const nextDays = Array.from({ length: 7 }, () => 0);
  let later = 0;
  for (const { item } of itemsOf(catalogue)) {
    const memory = memoryOf(state, item, now, options);
    if (memory === null) continue;
    const day = Math.max(0, studyDays.dayOf(memory.dueAt) - today);
    const before = nextDays[day];
    if (before !== undefined) nextDays[day] = before + 1;
    if (day === 0 && memory.dueAt > now) later++;
  }
  const due = dueItems(state, now, catalogue, options);
  const fresh = due.filter(({ phase }) => phase === 'new').length;
  return { now: due.length, fresh, today: due.length + later, nextDays };
}

function betterQuiz(a: QuizEvent, b: QuizEvent): QuizEvent {
  const share = (quiz: QuizEvent): number => (quiz.asked === 0 ? 0 : quiz.correct / quiz.asked);
  const difference = share(b) - share(a) || b.asked - a.asked || a.tookMs - b.tookMs;
  return difference > 0 ? b : a;
}

/** The learner's progress at a time. */
export function progressOf(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): Progress {
  let answered = 0;
  let correct = 0;
  let cards = 0;
  let quizzes = 0;
  let interviews = 0;
  let timeMs = 0;
  let bestQuiz: QuizEvent | null = null;
  const times: number[] = [];
  for (const event of newestFirst(state.timeline)) {
    if (isReview(event)) timeMs += event.tookMs;
    if (event.kind === 'answer') {
      answered++;
      if (event.correct) correct++;
      if (times.length < NEWEST) times.push(event.tookMs);
    } else if (event.kind === 'card') cards++;
    else if (event.kind === 'interview' && event.what === 'graded') {
      timeMs += event.tookMs;
      if (event.followUp === null) interviews++;
    } else if (event.kind === 'quiz') {
      quizzes++;
      bestQuiz = bestQuiz === null ? event : betterQuiz(bestQuiz, event);
    }
  }
  const lessonsFinished = [...state.lessons.values()].filter(({ finishedAt }) => finishedAt !== null).length;
  return {
    modules: moduleProgress(state, now, catalogue, options),
    skills: skillProgress(state, now, catalogue, options),
    accuracy: answered === 0 ? null : correct / answered,
    medianMs: median(times),
    wrongRules: wrongRulesOf(state, now),
    heatmap: heatmapOf(state, now, options.studyDays),
    streak: streakOf(state, now, options.studyDays),
    due: dueCounts(state, now, catalogue, options),
    totals: { answered, correct, cards, quizzes, lessonsFinished, interviews, timeMs },
    bestQuiz,
  };
}
