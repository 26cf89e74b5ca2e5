import type { Pace } from './account.ts';

/** The shortest time told apart, ms. */
const FASTEST_MS = 250;

/** Steps to the double of a time. */
const STEPS = 8;

/** The longest time told apart is FASTEST_MS * 2^(LAST / STEPS), over an hour. */
const LAST = 112;

function stepOf(ms: number): number {
  return ms <= FASTEST_MS ? 0 : Math.min(LAST, Math.floor(STEPS * Math.log2(ms / FASTEST_MS)));
}

/** The pace while right answers are being added to the latest week. */
export class PaceDraft {
  #before: Pace | null;
  #week: number | null = null;
  #counts: number[] = [];

  constructor(pace: Pace | null) {
    this.#before = pace;
  }

  /** One more right answer in a week (its Monday, a day number), which is the latest or a later one. */
  add(week: number, ms: number): void {
    if (week !== this.#week) {
      const before = this.pace();
      const isSame = before?.week === week;
      this.#before = isSame ? before.before : before;
      this.#counts = isSame ? [...before.counts] : [];
      this.#week = week;
    }
    const step = stepOf(ms);
    while (this.#counts.length <= step) this.#counts.push(0);
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
  }

  pace(): Pace | null {
    return this.#week === null ? this.#before : { week: this.#week, counts: [...this.#counts], before: this.#before };
  }
}

/** The median time of a week to within a sixteenth of an octave (4%), ms; null of no answers. */
export function medianOfPace({ counts }: Pick<Pace, 'counts'>): number | null {
  const total = answersOfPace({ counts });
  let before = 0;
  for (const [step, count] of counts.entries()) {
    before += count;
    if (count > 0 && before * 2 >= total) return FASTEST_MS * 2 ** ((step + 0.5) / STEPS);
  }
  return null;
}

/** Right answers counted in a week. */
export function answersOfPace({ counts }: Pick<Pace, 'counts'>): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
