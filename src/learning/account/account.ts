import type { AnswerEvent, Grade, InterviewEvent, ItemId, QuizEvent, SessionEvent } from '../events/event.ts';
import type { Trail } from '../memory/fsrs.ts';

/**
 * What events add up to, taken in the order of their time. Everything here is bounded by what there is to learn and by
 * the days there were, not by the number of answers: a million answers make an account of the size that ten thousand do.
 */
export interface Account {
  /** The event taken in last; null before the first. */
  readonly newest: Place | null;
  /** By item; an item never met is absent. */
  readonly items: ReadonlyMap<ItemId, ItemRecord>;
  /** By module id. */
  readonly lessons: ReadonlyMap<string, LessonState>;
  /** Study days on which anything was done, the latest at hand. */
  readonly days: Days | null;
  /** Weeks (from Monday) with right answers, the latest at hand. */
  readonly pace: Pace | null;
  /** How far FSRS can be trusted: reviews by the chance of recall it gave them, BINS bins from 0 to 1, each as wide. */
  readonly calibration: readonly CalibrationBin[];
  /** By id of the wrong rule. */
  readonly rules: ReadonlyMap<string, RuleRecord>;
  /** By questionKey. */
  readonly interviews: ReadonlyMap<string, InterviewRecord>;
  readonly quizzes: { readonly count: number; readonly best: QuizEvent | null };
  /** The practice and the quiz begun last. */
  readonly sessions: Sessions;
  /** Skills answered last, the latest last. */
  readonly recentSkills: readonly string[];
  /** Times of the newest answers, the newest first, ms. */
  readonly times: readonly number[];
  readonly totals: Totals;
}

/** A place in the order of events. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

export interface Totals {
  readonly answered: number;
  readonly correct: number;
  /** Flip cards graded. */
  readonly cards: number;
  /** Answers to interview questions graded by the learner; their follow-ups are not counted. */
  readonly interviews: number;
  /** Time spent on questions, cards and interview answers, ms. */
  readonly timeMs: number;
}

/** The newest answers that say how a skill is known now. */
export const LATEST = 5;

/** A usual time is taken from at most so many right answers, a median time from at most so many answers. */
export const NEWEST_RIGHT = 20;
export const NEWEST_TIMES = 50;

/** Skills that count as asked a moment ago. */
export const RECENT_SKILLS = 3;

/** An answer as far as it says how a skill is known. */
export type AnswerMark = Pick<AnswerEvent, 'at' | 'correct' | 'hinted' | 'rules'>;

/** Why an item is not asked though it may be due; null when it is asked. */
export type Hold =
  /** Until the learner takes it up again. */
  | { readonly kind: 'suspended' }
  /** Until this study day is over. */
  | { readonly kind: 'buried'; readonly day: number }
  | null;

export interface ItemRecord {
  readonly answered: number;
  readonly correct: number;
  /** Times it was graded as a flip card. */
  readonly flipped: number;
  /** Time spent on it, ms. */
  readonly timeMs: number;
  /** The newest first. */
  readonly latest: readonly AnswerMark[];
  /** Times of the newest right answers without a hint, the newest first, ms. */
  readonly rightMs: readonly number[];
  /** Times of the newest answers, the newest first, ms. */
  readonly times: readonly number[];
  /** Its schedule; null while no grade has counted. */
  readonly memory: { readonly before: Trail | null; readonly after: Trail } | null;
  readonly hold: Hold;
}

export const NEW_ITEM: ItemRecord = {
  answered: 0,
  correct: 0,
  flipped: 0,
  timeMs: 0,
  latest: [],
  rightMs: [],
  times: [],
  memory: null,
  hold: null,
};

export interface LessonState {
  /** Times of the first opening and the first finishing, ms since the epoch; null when it has not happened. */
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
}

/** One study day. */
export interface DayRecord {
  readonly day: number;
  readonly answered: number;
  readonly correct: number;
  readonly cards: number;
  readonly timeMs: number;
  /** Items graded for the first time. */
  readonly met: number;
  /** Learned items graded for the schedule on a later day than the last grade: what the daily limit counts. */
  readonly again: number;
  /**
   * Learned items asked again on a later day than their last grade, each once a day: what the forecast of FSRS can be
   * held against. Practice before an item is due counts too, though it only reaches the schedule when it goes wrong:
   * counting none but the wrong answers would tell of a worse memory than there is.
   */
  readonly reviews: ReviewTally;
  /** Those of them whose stability was MATURE_DAYS or more. */
  readonly mature: ReviewTally;
}

/** Days of stability from which an item counts as mature, as in Anki. */
export const MATURE_DAYS = 21;

export interface ReviewTally {
  readonly count: number;
  readonly recalled: number;
  /** Sum of the chances of recall that FSRS gave. */
  readonly expected: number;
}

export const NO_REVIEWS: ReviewTally = { count: 0, recalled: 0, expected: 0 };

/** Days in order, the latest at hand; nodes are shared and never change. */
export interface Days {
  readonly day: DayRecord;
  readonly before: Days | null;
}

/** Bins of the calibration. */
export const BINS = 20;

export interface CalibrationBin extends ReviewTally {
  /** Sum of the log losses of its reviews, natural logarithm: how much each surprised FSRS. */
  readonly logLoss: number;
}

/**
 * Right answers without a hint in one week by the time they took, in steps of an eighth of an octave from FASTEST_MS:
 * enough for a median to a few percent, and of one size however many answers there were.
 */
export interface Pace {
  /** Days from 1970-01-01 to the Monday on which the week starts. */
  readonly week: number;
  /** By step, as long as needed. */
  readonly counts: readonly number[];
  readonly before: Pace | null;
}

export interface RuleRecord {
  readonly count: number;
  readonly lastAt: number;
  /** Answers by study day, the latest first, of the RULE_DAYS days up to the latest. */
  readonly days: readonly (readonly [day: number, count: number])[];
}

/** Days for which the answers by a wrong rule are told apart. */
export const RULE_DAYS = 182;

export interface InterviewRecord {
  /** The newest graded answer to the question itself; null when there is none. */
  readonly last: { readonly at: number; readonly had: number; readonly of: number } | null;
  /** Of the newest going through the question: for each step the newest draft and the newest graded answer, newest first. */
  readonly run: readonly InterviewEvent[];
}

/** Each null before the first. */
export interface Sessions {
  readonly practice: SessionRecord | null;
  readonly quiz: SessionRecord | null;
}

/** A practice or a quiz, from its beginning. */
export interface SessionRecord {
  /** How it began; of its plan, what comes before anything that was added. */
  readonly started: Extract<SessionEvent, { readonly what: 'started' }>;
  /** What comes after that, by name, in the order it is asked: questions added later, and the rest of the plan. */
  readonly added: readonly string[];
  /** Questions after these that are still to be chosen; 0 in a quiz. */
  readonly toChoose: number;
  /** In order; as many by one name as the plan has questions of it. */
  readonly answered: readonly SessionAnswer[];
  /** Time of a quiz that is known to be used, ms. */
  readonly usedMs: number;
  /** Time of its newest event, ms since the epoch. */
  readonly lastAt: number;
  readonly ended: boolean;
}

export interface SessionAnswer {
  readonly question: string;
  readonly correct: boolean;
  readonly hinted: boolean;
  readonly grade: Grade | null;
  readonly tookMs: number;
  /** Ids of the wrong rules followed. */
  readonly rules: readonly string[];
  /** What was typed, by field id; kept in a quiz, whose result shows it. */
  readonly given: Readonly<Record<string, string>>;
}

/** Before anything has happened. */
export function emptyAccount(): Account {
  return {
    newest: null,
    items: new Map(),
    lessons: new Map(),
    days: null,
    pace: null,
    calibration: Array.from({ length: BINS }, () => ({ ...NO_REVIEWS, logLoss: 0 })),
    rules: new Map(),
    interviews: new Map(),
    quizzes: { count: 0, best: null },
    sessions: { practice: null, quiz: null },
    recentSkills: [],
    times: [],
    totals: { answered: 0, correct: 0, cards: 0, interviews: 0, timeMs: 0 },
  };
}
