import type { LearnerState } from '../account/state.ts';
import type { Catalogue } from '../catalogue.ts';
import type { QuizEvent } from '../events/event.ts';
import { median } from '../schedule/grading.ts';
import { defaultSchedule, type ScheduleOptions } from '../schedule/schedule.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { type HeatmapDay, heatmapOf } from './habit.ts';
import { type ModuleProgress, moduleProgress, type SkillProgress, skillProgress } from './mastery.ts';
import { type PaceTrend, paceTrendOf } from './pace-trend.ts';
import { type RetentionWindow, retentionOf } from './retention.ts';
import { type DueCounts, dueCounts, type Forecast, forecastOf } from './review-forecast.ts';
import { type RestDay, streakOf } from './streak.ts';
import { type TimeSpent, timeSpentOf } from './time-spent.ts';
import { type WrongRule, wrongRulesOf } from './wrong-rules.ts';

/** Everything the progress screen and `stats` show. Times are ms. */
export interface Progress {
  readonly modules: readonly ModuleProgress[];
  readonly skills: readonly SkillProgress[];
  readonly accuracy: number | null;
  readonly medianMs: number | null;
  readonly retention: readonly RetentionWindow[];
  readonly calibration: Calibration;
  readonly forecast: Forecast;
  readonly time: TimeSpent;
  readonly pace: PaceTrend;
  /** Over the last 90 days, most frequent first. */
  readonly wrongRules: readonly WrongRule[];
  readonly heatmap: readonly HeatmapDay[];
  /** Days studied in the streak. */
  readonly streak: number;
  readonly restDay: RestDay;
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

/** The learner's progress at a time. */
export function progressOf(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): Progress {
  const { totals, quizzes, times } = state;
  const lessonsFinished = [...state.lessons.values()].filter(({ finishedAt }) => finishedAt !== null).length;
  const forecast = forecastOf(state, now, catalogue, options);
  const { days: streak, restDay } = streakOf(state, now);
  return {
    modules: moduleProgress(state, now, catalogue, options),
    skills: skillProgress(state, now, catalogue, options),
    accuracy: totals.answered === 0 ? null : totals.correct / totals.answered,
    medianMs: median(times),
    retention: retentionOf(state, now),
    calibration: calibrationOf(state),
    forecast,
    time: timeSpentOf(state, now),
    pace: paceTrendOf(state, now),
    wrongRules: wrongRulesOf(state, now),
    heatmap: heatmapOf(state, now),
    streak,
    restDay,
    due: dueCounts(state, now, catalogue, options, forecast),
    totals: { ...totals, quizzes: quizzes.count, lessonsFinished },
    bestQuiz: quizzes.best,
  };
}
