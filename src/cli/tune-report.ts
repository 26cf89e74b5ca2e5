import type { Text } from '../language.ts';
import type { Grade } from '../learning/events/event.ts';
import type { Weights } from '../learning/memory/fsrs.ts';
import { dayIntervals } from '../learning/tuning/day-intervals.ts';
import type { ForecastScore } from '../learning/tuning/forecast.ts';
import type { JudgedTuning } from '../learning/tuning/tune.ts';
import { tableLines } from './table.ts';
import { tune as text } from './text/tune.ts';

/** What was done about fitted weights, as the JSON calls it (docs/formats.md). */
export type TuningOutcome = 'kept' | 'would-keep' | 'not-better';

export interface TuningReport {
  readonly tuning: JudgedTuning;
  /** Items reviewed. */
  readonly items: number;
  /** The chance of recall at which items come back. */
  readonly goal: number;
  readonly outcome: TuningOutcome;
}

/** What weights mean for an item, told by how it is answered each time it is due. */
const COURSES = {
  alwaysRight: [3, 3, 3, 3, 3],
  wrongFirst: [1, 3, 3, 3, 3],
  forgotten: [3, 3, 3, 1, 3, 3],
} as const satisfies Record<string, readonly Grade[]>;

type Course = keyof typeof COURSES;

function intervals(weights: Weights, retention: number): Readonly<Record<Course, readonly number[]>> {
  const of = (course: Course): number[] => dayIntervals(weights, retention, COURSES[course]);
  return { alwaysRight: of('alwaysRight'), wrongFirst: of('wrongFirst'), forgotten: of('forgotten') };
}

const VERDICTS: Readonly<Record<TuningOutcome, Text>> = {
  kept: text.kept,
  'would-keep': text.wouldKeep,
  'not-better': text.notBetter,
};

/** The plain report, a line each. */
export function tuningLines({ tuning, items, goal, outcome }: TuningReport, say: (words: Text) => string): string[] {
  const { later, fittedTo, judged, recalled, before, after, scores } = tuning;
  const score = (name: Text, { logLoss, rmseBins, expected }: ForecastScore): string[] => [
    `  ${say(name)}`,
    logLoss.toFixed(4),
    rmseBins.toFixed(4),
    `${(expected * 100).toFixed(1)}%`,
  ];
  const forecast = [
    [say(text.forecast), say(text.logLoss), say(text.rmse), say(text.expected)],
    score(text.defaults, scores.defaults),
    ...(before === null ? [] : [score(text.current, scores.before)]),
    score(text.fitted, scores.after),
  ];
  const waits = [intervals(before, goal), intervals(after, goal)];
  const course = (of: Course): string[] => [`  ${say(text[of])}`, ...waits.map((by) => by[of].join(', '))];
  const comesBack = [
    [say(text.comesBack), say(text.now), say(text.afterwards)],
    course('alwaysRight'),
    course('wrongFirst'),
    course('forgotten'),
  ];
  return [
    say(text.used(later, items, fittedTo, judged)),
    say(text.recalled(recalled, goal)),
    '',
    ...tableLines(forecast, ['left', 'right', 'right', 'right']),
    '',
    ...tableLines(comesBack, ['left', 'left', 'left']),
    '',
    say(VERDICTS[outcome]),
  ];
}

/** The same for programs. */
export function tuningJson({ tuning, items, goal, outcome }: TuningReport): object {
  const { later, fittedTo, judged, recalled, before, after, scores } = tuning;
  return {
    reviews: { later, items, fitted: fittedTo, judged },
    retention: { goal, reached: recalled },
    forecasts: { defaults: scores.defaults, before: scores.before, fitted: scores.after },
    intervals: { before: intervals(before, goal), fitted: intervals(after, goal) },
    weights: { before, fitted: after, inForce: outcome === 'kept' ? after : before },
  };
}
