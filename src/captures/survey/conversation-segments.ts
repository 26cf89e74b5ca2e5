import type { PlacedSegment } from './placed-segment.ts';

/** Which segments of a conversation are wanted. */
export interface SegmentRange {
  /** Number of the conversation, from 1. */
  readonly conversation: number;
  /** The first segment, from 1. */
  readonly from: number;
  /** How many at most. */
  readonly count: number;
}

/** Takes the segments of one conversation out of those of a capture, as far as they are wanted. */
export class ConversationSegments {
  readonly #range: SegmentRange;
  readonly #segments: PlacedSegment[] = [];
  #seen = 0;

  constructor(range: SegmentRange) {
    this.#range = range;
  }

  /** Takes the next segment of the capture, whichever conversation it belongs to. */
  add(placed: PlacedSegment): void {
    const { conversation, from, count } = this.#range;
    if (placed.conversation !== conversation) return;
    this.#seen++;
    if (this.#seen >= from && this.#segments.length < count) this.#segments.push(placed);
  }

  get segments(): readonly PlacedSegment[] {
    return this.#segments;
  }

  /** How many of the conversation came before those taken, and how many after. */
  get leftOut(): { readonly before: number; readonly after: number } {
    const before = Math.min(this.#seen, this.#range.from - 1);
    return { before, after: this.#seen - before - this.#segments.length };
  }
}
