import { type CalibrationBin, type DayRecord, type Days, NO_REVIEWS, type ReviewTally } from './account.ts';

/** The days while events are being added to the latest. */
export class DayDraft {
  answered = 0;
  correct = 0;
  cards = 0;
  timeMs = 0;
  met = 0;
  again = 0;
  reviews: TallyDraft = { ...NO_REVIEWS };
  mature: TallyDraft = { ...NO_REVIEWS };
  #before: Days | null;
  #day: number | null = null;

  constructor(days: Days | null) {
    this.#before = days;
  }

  /** What follows happened on this day, which is the latest or a later one. */
  begin(day: number): void {
    if (day === this.#day) return;
    const before = this.days();
    const latest = before?.day.day === day ? before.day : emptyDay(day);
    this.#before = before?.day.day === day ? before.before : before;
    this.#day = day;
    this.answered = latest.answered;
    this.correct = latest.correct;
    this.cards = latest.cards;
    this.timeMs = latest.timeMs;
    this.met = latest.met;
    this.again = latest.again;
    this.reviews = { ...latest.reviews };
    this.mature = { ...latest.mature };
  }

  days(): Days | null {
    const day = this.#day;
    if (day === null) return this.#before;
    const { answered, correct, cards, timeMs, met, again } = this;
    const record = {
      day,
      answered,
      correct,
      cards,
      timeMs,
      met,
      again,
      reviews: { ...this.reviews },
      mature: { ...this.mature },
    };
    // A day on which a lesson was opened and nothing asked is no day of study.
    return answered + cards + timeMs === 0 ? this.#before : { day: record, before: this.#before };
  }
}

/** A tally being added to. */
export type TallyDraft = { -readonly [Key in keyof ReviewTally]: ReviewTally[Key] };

/** A bin of the calibration being added to. */
export type BinDraft = { -readonly [Key in keyof CalibrationBin]: CalibrationBin[Key] };

/** No chance is so small or so great that a surprise would weigh without end. */
const SUREST = 1e-4;

/** What a review of this chance of recall adds to the log loss. */
export function lossOf(expected: number, recalled: boolean): number {
  const chance = Math.min(1 - SUREST, Math.max(SUREST, expected));
  return -Math.log(recalled ? chance : 1 - chance);
}

/** Adds a review of which FSRS gave this chance of recall. */
export function addReview(tally: TallyDraft, expected: number, recalled: boolean): void {
  tally.count++;
  if (recalled) tally.recalled++;
  tally.expected += expected;
}

function emptyDay(day: number): DayRecord {
  return {
    day,
    answered: 0,
    correct: 0,
    cards: 0,
    timeMs: 0,
    met: 0,
    again: 0,
    reviews: NO_REVIEWS,
    mature: NO_REVIEWS,
  };
}
