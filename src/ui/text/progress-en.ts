import { count, durationEn, grouped, monthEn } from './format.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** '12 December' of '2026-12-12'. */
const day = (date: string): string => `${Number(date.slice(8))} ${monthEn(Number(date.slice(5, 7)))}`;

/** The words of the progress screen and of `seqack stats`, English. Its shape is that of every language. */
export const progressEn = {
  title: 'Progress',
  parts: {
    overview: 'Overview',
    memory: 'Memory',
    reviews: 'Reviews',
    time: 'Time',
    mistakes: 'Mistakes',
    concepts: 'Concepts',
    skills: 'Skills',
  },
  overview: 'Overview',
  streak: 'Streak',
  /** `again`: when the next day of rest may be; null for at once. */
  streakOf: (days: string, again: string | null) =>
    again === null ? `${days}, may rest a day` : `${days}, may rest again from ${day(again)}`,
  restDay: 'Day of rest',
  restAvailable: 'you may leave one day out',
  restUsed: (on: string, again: string) => `taken on ${day(on)}, the next from ${day(again)}`,
  /** Told before anything was done. */
  empty: 'Nothing is recorded yet. At home (esc), p asks a first question and l opens the first lesson.',
  answered: 'Questions answered',
  answeredOf: (n: number, right: number, share: string) =>
    n === 0 ? 'none yet' : `${grouped(n)}, ${grouped(right)} right (${share})`,
  time: 'Usual time',
  perQuestion: (time: string) => `${time} a question`,
  cards: 'Cards flipped',
  lessons: 'Lessons read',
  of: (n: number, all: number) => `${n} of ${all}`,
  interviews: 'Interview answers',
  spent: 'Time spent',
  bestQuiz: 'Best quiz',
  quiz: (right: number, of: number, time: string) => `${right} of ${of} in ${time}`,
  calendar: 'The last half year',
  activeDays: (n: number, of: number) => `You answered on ${n} of the last ${of} days.`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  month: (n: number) => monthEn(n).slice(0, 3),
  day,
  /** In six cells, below a chart. */
  chartDay: (date: string) => `${Number(date.slice(8))} ${monthEn(Number(date.slice(5, 7))).slice(0, 3)}`,

  retention: 'True retention',
  retentionAbout:
    'Of what you had learned and were asked again on a later day, the share you still knew, beside what FSRS forecast.',
  verdictRule: (fewest: number) =>
    `"As forecast": the forecast lies within the 99% interval around your share. Fewer than ${fewest} reviews are too few to tell.`,
  spans: (days: 1 | 7 | 30 | 90 | 'all') => (days === 'all' ? 'in all' : days === 1 ? 'today' : `last ${days} days`),
  recalled: 'recalled',
  forecasted: 'forecast',
  difference: 'points',
  reviewCount: 'reviews',
  ages: { young: 'Young (stability below 21 days)', mature: 'Mature (21 days or more)' },
  verdicts: {
    'too-few': 'too few to tell',
    'as-forecast': 'as forecast',
    better: 'better',
    worse: 'worse',
  },
  retentionSaid: (span: string, recalled: number, reviews: number, share: number, forecast: number, verdict: string) =>
    `${span}: ${grouped(recalled)} of ${grouped(reviews)} recalled, ${percent(share)}; forecast ${percent(forecast)}; ${verdict}.`,
  noReviewsIn: (span: string) => `${span}: no reviews.`,
  noReviews:
    'Nothing has come back yet. What you review or answer today comes back on a later day; this then shows how much of it you still knew.',
  calibration: 'How far the forecasts can be trusted',
  calibrationPlot: 'recalled (up) against forecast (right)',
  legend: (many: string, few: string, line: string, fewest: number) =>
    `${many} ${fewest} reviews or more   ${few} fewer   ${line} just as forecast`,
  tooFewToPlot: (fewest: number) => `No forecast has ${fewest} reviews yet: too few for a plot.`,
  bandSaid: (from: number, to: number, recalled: number, reviews: number, share: number, verdict: string) =>
    `Forecast ${Math.round(from * 100)} to ${percent(to)}: ${grouped(recalled)} of ${grouped(reviews)} recalled, ${percent(share)}; ${verdict}.`,
  errors: (rmse: string, logLoss: string, reviews: number) =>
    `RMSE over these bands ${rmse}, log loss ${logLoss}, from ${count(reviews, 'review', 'reviews')}. The lower, the better.`,

  forecast: 'Comes back in the next 30 days',
  forecastAbout: 'As the schedule stands now; what you review meanwhile comes again later.',
  inDays: (n: number) => (n === 0 ? 'today' : n === 1 ? 'tomorrow' : `in ${n} days`),
  comesBack: (date: string, n: number) => `${day(date)}: ${grouped(n)}`,
  overdue: (n: number) => `${grouped(n)} of today's were due earlier.`,
  later: (n: number) => `${count(n, 'item comes', 'items come')} back later than that.`,
  nothingComesBack: 'Nothing comes back in the next 30 days.',
  exam: (date: string) => `Exam on ${day(date)}: everything comes back once more before it.`,
  freshNow: (n: number) => `${count(n, 'new item', 'new items')} can be begun now: Review at home.`,

  today: 'Today',
  week: 'Last 7 days',
  perDay: 'A day of study',
  perDayOf: (time: string, days: number) => `${time} (mean of ${count(days, 'day', 'days')} in the last 30)`,
  inAll: 'In all',
  byConcept: 'By concept',
  pace: 'Median time of right answers, by week',
  paceAbout: 'Answers without a hint. A week of harder questions is slower, too.',
  paceSaid: (date: string, time: string, answers: number) =>
    `Week of ${day(date)}: ${time}, ${count(answers, 'right answer', 'right answers')}.`,
  paceChange: {
    faster: (now: string, before: string) => `Faster than four weeks before: ${now} against ${before}.`,
    slower: (now: string, before: string) => `Slower than four weeks before: ${now} against ${before}.`,
    same: (now: string, before: string) => `As fast as four weeks before: ${now} against ${before}.`,
  },
  paceTooFew: (fewest: number) =>
    `A comparison needs ${fewest} right answers in this week or the last, and in the one four weeks before it.`,
  noPace:
    'No right answers in the last half year yet. Practise some questions: this then shows whether you are getting faster.',
  seconds: (ms: number) => durationEn(ms),

  rules: 'Wrong rules in the last 90 days',
  noRules: 'None so far. A wrong answer that follows a known wrong rule puts that rule here, to be drilled.',
  times: (n: number) => count(n, 'time', 'times'),
  trends: { fading: 'fading', growing: 'growing', steady: 'steady', 'too-few': 'too few to tell' },
  ruleRates: (recent: number, recentRate: number | null, before: number, beforeRate: number | null) =>
    `last 30 days: ${rate(recent, recentRate)}; the 60 days before: ${rate(before, beforeRate)}`,
  ruleSaid: (name: string, times: number, trend: string) => `${name}: ${count(times, 'time', 'times')}, ${trend}.`,

  concepts: 'Concepts',
  skills: 'Skills',
  mastery: 'known',
  seen: 'seen',
  due: 'due',
  right: 'right',
  median: 'time',
  spentShort: 'spent',
  suspended: 'suspended',
  suspendedOf: (n: number) => `${n} suspended`,
  masterySaid: (name: string, known: string, rest: readonly string[]) =>
    `${name}: ${[`${known} known`, ...rest].join(', ')}.`,
  seenSaid: (seen: number, items: number) => `${seen} of ${items} seen`,
  dueSaid: (n: number) => `${n} due today`,
  rightSaid: (right: number, answered: number) => `${right} of ${answered} right`,
  timeSaid: (time: string) => `usually ${time}`,
  spentSaid: (time: string) => `${time} spent`,
};

function rate(times: number, share: number | null): string {
  return share === null
    ? 'no questions'
    : `${count(times, 'time', 'times')}, ${(share * 100).toFixed(1)} per 100 questions`;
}

export type ProgressWords = typeof progressEn;
