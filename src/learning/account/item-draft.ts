import { type AnswerMark, type Hold, type ItemRecord, LATEST, NEWEST_RIGHT, NEWEST_TIMES } from './account.ts';
import { Newest } from './newest.ts';

/** An item's record while events are being added to it. */
export class ItemDraft {
  memory: ItemRecord['memory'];
  hold: Hold;
  flipped: number;
  timeMs: number;
  /** When it was answered last, ms since the epoch; before all time when it never was. */
  answeredAt: number;
  #answered: number;
  #correct: number;
  readonly #latest: Newest<AnswerMark>;
  readonly #rightMs: Newest<number>;
  readonly #times: Newest<number>;

  constructor({ answered, correct, flipped, timeMs, latest, rightMs, times, memory, hold }: ItemRecord) {
    this.memory = memory;
    this.hold = hold;
    this.flipped = flipped;
    this.timeMs = timeMs;
    this.answeredAt = latest[0]?.at ?? Number.NEGATIVE_INFINITY;
    this.#answered = answered;
    this.#correct = correct;
    this.#latest = new Newest(latest, LATEST);
    this.#rightMs = new Newest(rightMs, NEWEST_RIGHT);
    this.#times = new Newest(times, NEWEST_TIMES);
  }

  answered({ at, correct, hinted, rules }: AnswerMark, tookMs: number): void {
    this.#answered++;
    this.answeredAt = at;
    this.timeMs += tookMs;
    if (correct) this.#correct++;
    this.#latest.add({ at, correct, hinted, rules });
    if (correct && !hinted) this.#rightMs.add(tookMs);
    this.#times.add(tookMs);
  }

  record(): ItemRecord {
    return {
      answered: this.#answered,
      correct: this.#correct,
      flipped: this.flipped,
      timeMs: this.timeMs,
      latest: this.#latest.values(),
      rightMs: this.#rightMs.values(),
      times: this.#times.values(),
      memory: this.memory,
      hold: this.hold,
    };
  }
}
