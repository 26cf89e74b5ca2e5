import type { CapturedSegment } from '../packet/captured-segment.ts';

/** How many segments without data are remembered: a copy follows its original closely. */
const REMEMBERED = 16;
const FIRST = 3;
const FIELDS = 8;
const NONE = new Float64Array(0);

/** The last segments without data of one direction, to tell a copy that the network made from an ACK sent again. */
export class RecentAcks {
  /** Longer only when it had to be: most conversations are short. */
  #numbers: Float64Array = NONE;
  #next = 0;

  add(segment: CapturedSegment): void {
    const at = (this.#next % REMEMBERED) * FIELDS;
    if (at >= this.#numbers.length) {
      const longer = new Float64Array((at === 0 ? FIRST : REMEMBERED) * FIELDS);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[at] = segment.frame;
    this.#numbers[at + 1] = segment.identification ?? -1;
    this.#numbers[at + 2] = segment.seq;
    this.#numbers[at + 3] = segment.ack;
    this.#numbers[at + 4] = segment.options.timestamps?.[0] ?? -1;
    this.#numbers[at + 5] = segment.ms;
    this.#numbers[at + 6] = segment.window;
    this.#numbers[at + 7] = firstBlock(segment);
    this.#next++;
  }

  /** The frame of the segment with the same identification, numbers and time; null without one. */
  sameAs(segment: CapturedSegment): number | null {
    const numbers = this.#numbers;
    for (let i = 0; i < Math.min(this.#next, REMEMBERED); i++) {
      const at = i * FIELDS;
      if (
        numbers[at + 1] === segment.identification &&
        numbers[at + 2] === segment.seq &&
        numbers[at + 3] === segment.ack &&
        numbers[at + 4] === (segment.options.timestamps?.[0] ?? -1)
      )
        return numbers[at] ?? null;
    }
    return null;
  }

  /**
   * The frame of the segment that is the same in everything but the identification, and was captured less than `ms` before; null
   * without one.
   */
  lately(segment: CapturedSegment, ms: number): number | null {
    const numbers = this.#numbers;
    for (let i = 0; i < Math.min(this.#next, REMEMBERED); i++) {
      const at = i * FIELDS;
      if (
        numbers[at + 2] === segment.seq &&
        numbers[at + 3] === segment.ack &&
        numbers[at + 4] === (segment.options.timestamps?.[0] ?? -1) &&
        segment.ms - (numbers[at + 5] ?? 0) < ms &&
        numbers[at + 6] === segment.window &&
        numbers[at + 7] === firstBlock(segment)
      )
        return numbers[at] ?? null;
    }
    return null;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#next = 0;
  }
}

/** The edges of its first SACK block as one number; -1 without one. */
function firstBlock({ options: { sack } }: CapturedSegment): number {
  const first = sack?.[0];
  return first === undefined ? -1 : (first[1] - first[0]) * 2 ** 21 + (first[0] % 2 ** 21);
}
