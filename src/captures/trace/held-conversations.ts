import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import type { Analysed } from '../analysis/conversation-table.ts';
import { MOST_SEGMENTS } from './conversation-trace.ts';

export interface HoldOptions {
  /** Only the conversation with this number; all of them if absent. */
  readonly only?: number;
  /** As many segments as are held of all conversations together; MOST_HELD if absent. */
  readonly most?: number;
}

export interface HeldConversation {
  readonly summary: ConversationSummary;
  /** Its first segments, MOST_SEGMENTS at most. */
  readonly segments: readonly AnalysedSegment[];
}

/** Less than 100 MB. */
export const MOST_HELD = 100_000;

/**
 * The segments of a capture by their conversations, as many as fit in a bound of memory. One that is held has all its segments
 * up to MOST_SEGMENTS, however full it gets: for want of room those that began last are given up whole.
 */
export class HeldConversations {
  readonly #only: number | null;
  readonly #most: number;
  readonly #held = new Map<number, AnalysedSegment[]>();
  /** The numbers of those held, lowest first: they come in that order. */
  readonly #numbers: number[] = [];
  #total = 0;
  /** No conversation from this number on is held. */
  #closedFrom = Number.POSITIVE_INFINITY;

  constructor({ only, most = MOST_HELD }: HoldOptions = {}) {
    this.#only = only ?? null;
    this.#most = most;
  }

  /** Takes the next segment of the capture, whichever conversation it belongs to. */
  add({ segment, from, analysis, conversation }: Analysed & Pick<AnalysedSegment, 'segment'>): void {
    if (conversation >= this.#closedFrom || (this.#only !== null && conversation !== this.#only)) return;
    const segments = this.#segmentsOf(conversation);
    if (segments.length >= MOST_SEGMENTS) return;
    segments.push({ segment, from, analysis });
    this.#total += 1;
    if (this.#total > this.#most) this.#giveUpLast();
  }

  /** What is held of the conversations of these summaries, in the order of their numbers. */
  of(summaries: readonly ConversationSummary[]): readonly HeldConversation[] {
    return summaries.flatMap((summary) => {
      const segments = this.#held.get(summary.number);
      return segments === undefined ? [] : [{ summary, segments }];
    });
  }

  #segmentsOf(conversation: number): AnalysedSegment[] {
    const known = this.#held.get(conversation);
    if (known !== undefined) return known;
    const begun: AnalysedSegment[] = [];
    this.#held.set(conversation, begun);
    this.#numbers.push(conversation);
    return begun;
  }

  #giveUpLast(): void {
    if (this.#numbers.length === 1) return;
    const last = this.#numbers.pop();
    if (last === undefined) return;
    this.#total -= this.#held.get(last)?.length ?? 0;
    this.#held.delete(last);
    this.#closedFrom = last;
  }
}
