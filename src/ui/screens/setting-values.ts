import type { Settings } from '../../learning/settings.ts';
import { dateOf, dayOfDate } from '../../learning/study-day.ts';
import { stepAround, stepNumber } from '../layout/choice.ts';
import type { Words } from '../text/en.ts';

/** What a learner chooses on the screen; weights are made by `seqack tune`. */
export type Choice = Exclude<keyof Settings, 'weights'>;

export type ChoiceGroup = keyof Words['settings']['groups'];

/** The settings in the order of the screen. */
export const CHOICES: readonly { readonly group: ChoiceGroup; readonly names: readonly Choice[] }[] = [
  { group: 'display', names: ['language', 'theme', 'colours', 'ascii', 'mouse', 'screenReader'] },
  { group: 'simulator', names: ['numbers', 'ladder', 'speed', 'motion'] },
  { group: 'learning', names: ['newPerDay', 'reviewsPerDay', 'perDay', 'examDate', 'retention'] },
  { group: 'quiz', names: ['quizCount', 'quizMinutes', 'quizFeedback'] },
];

const QUIZ_COUNTS = [5, 10, 15, 20, 30, 40, 50, 100];
const QUIZ_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];
const NEW_PER_DAY = [0, 5, 10, 15, 20, 30, 50, 100];
const REVIEWS_PER_DAY = [0, 20, 30, 50, 75, 100, 150, 200, 300, 500, 9999];
const PER_DAY = [10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, Number.POSITIVE_INFINITY];
const RETENTIONS = [0.8, 0.85, 0.9, 0.93, 0.95];
const SPEEDS: readonly Settings['speed'][] = [0.5, 1, 2, 4];

/** The setting with its next or previous value. */
export function changed(settings: Settings, name: Exclude<Choice, 'examDate'>, by: 1 | -1): Partial<Settings> {
  switch (name) {
    case 'language':
      return { language: stepAround(['auto', 'ko', 'en'] as const, settings.language, by) };
    case 'numbers':
      return { numbers: stepAround(['absolute', 'relative'] as const, settings.numbers, by) };
    case 'ascii':
      return { ascii: !settings.ascii };
    case 'theme':
      return { theme: stepAround(['auto', 'dark', 'light'] as const, settings.theme, by) };
    case 'colours':
      return { colours: stepAround(['standard', 'colour-blind'] as const, settings.colours, by) };
    case 'motion':
      return { motion: stepAround(['full', 'reduced'] as const, settings.motion, by) };
    case 'ladder':
      return { ladder: stepAround(['time', 'compact'] as const, settings.ladder, by) };
    case 'mouse':
      return { mouse: !settings.mouse };
    case 'screenReader':
      return { screenReader: !settings.screenReader };
    case 'speed':
      return { speed: stepAround(SPEEDS, settings.speed, by) };
    case 'newPerDay':
      return { newPerDay: stepNumber(NEW_PER_DAY, settings.newPerDay, by) };
    case 'reviewsPerDay':
      return { reviewsPerDay: stepNumber(REVIEWS_PER_DAY, settings.reviewsPerDay, by) };
    case 'perDay': {
      const next = stepNumber(PER_DAY, settings.perDay ?? Number.POSITIVE_INFINITY, by);
      return { perDay: Number.isFinite(next) ? next : null };
    }
    case 'retention':
      return { retention: stepNumber(RETENTIONS, settings.retention, by) };
    case 'quizCount':
      return { quizCount: stepNumber(QUIZ_COUNTS, settings.quizCount, by) };
    case 'quizMinutes':
      return { quizMinutes: stepNumber(QUIZ_MINUTES, settings.quizMinutes, by) };
    case 'quizFeedback':
      return { quizFeedback: stepAround(['end', 'each'] as const, settings.quizFeedback, by) };
  }
}

/** Days from today at which a date is first set. */
const FIRST_DATE = 14;

/** The date a day later or earlier, never before tomorrow (`today` is a study day); none before that, and after none one in two weeks. */
export function steppedDate(date: string | null, by: 1 | -1, today: number): string | null {
  const day = date === null ? null : dayOfDate(date);
  if (day === null) return by > 0 ? dateOf(today + FIRST_DATE) : null;
  // A date that has gone by is of no use to step from.
  const next = Math.max(day, today) + by;
  return next <= today ? null : dateOf(next);
}

/** The value in force, as people read it. */
export function valueText(settings: Settings, name: Choice, { settings: words, shell }: Words): string {
  switch (name) {
    case 'language':
      return words.languages[settings.language];
    case 'numbers':
      return words.numbers[settings.numbers];
    case 'ascii':
      return settings.ascii ? shell.on : shell.off;
    case 'theme':
      return words.themes[settings.theme];
    case 'colours':
      return words.colours[settings.colours];
    case 'motion':
      return words.motions[settings.motion];
    case 'ladder':
      return words.ladders[settings.ladder];
    case 'mouse':
      return settings.mouse ? shell.on : shell.off;
    case 'screenReader':
      return settings.screenReader ? shell.on : shell.off;
    case 'speed':
      return words.speed(settings.speed);
    case 'newPerDay':
      return shell.number(settings.newPerDay);
    case 'reviewsPerDay':
      return shell.number(settings.reviewsPerDay);
    case 'perDay':
      return settings.perDay === null ? words.noLimit : shell.number(settings.perDay);
    case 'examDate':
      return settings.examDate === null ? shell.none : shell.fullDate(settings.examDate);
    case 'retention':
      return shell.percent(settings.retention);
    case 'quizCount':
      return shell.questions(settings.quizCount);
    case 'quizMinutes':
      return shell.minutes(settings.quizMinutes);
    case 'quizFeedback':
      return words.feedback[settings.quizFeedback];
  }
}
