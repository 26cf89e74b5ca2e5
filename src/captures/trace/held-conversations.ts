import type { ConversationSummary } from '../analysis/conversation.ts';
import { ConversationTable, type TableOptions } from '../analysis/conversation-table.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { AnalysedSegment } from './analysed-segment.ts';
import { MOST_SEGMENTS } from './conversation-trace.ts';

export interface HoldOptions extends TableOptions {
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

/** About 60 MB. */
export const MOST_HELD = 100_000;

/**
 * The conversations of a capture with their segments, as many as fit in a bound of memory. One that is held has all its segments
 * up to MOST_SEGMENTS, however full it gets: for want of room those that began last are given up whole.
 */
export class HeldConversations {
  readonly #table: ConversationTable;
  readonly #only: number | null;
  readonly #most: number;
  readonly #held = new Map<number, AnalysedSegment[]>();
  #total = 0;
  #count = 0;
  /** No conversation from this number on is held. */
  #closedFrom = Number.POSITIVE_INFINITY;

  constructor({ only, most = MOST_HELD, ...table }: HoldOptions = {}) {
    this.#table = new ConversationTable(table);
    this.#only = only ?? null;
    this.#most = most;
  }

  /** How many conversations the capture has. */
  get count(): number {
    return this.#count;
  }

  /** Takes the next segment of the capture. */
  add(segment: CapturedSegment): void {
    const { conversation, from, analysis } = this.#table.add(segment);
    this.#count = Math.max(this.#count, conversation);
    if (conversation >= this.#closedFrom || (this.#only !== null && conversation !== this.#only)) return;
    const segments = this.#segmentsOf(conversation);
    if (segments.length >= MOST_SEGMENTS) return;
    segments.push({ segment, from, analysis });
    this.#total += 1;
    if (this.#total > this.#most) this.#giveUpLast();
  }

  /** What is held, in the order of the conversations. */
  conversations(): readonly HeldConversation[] {
    const summaries = this.#table.summaries();
    return [...this.#held].flatMap(([number, segments]) => {
      const summary = summaries[number - 1];
      return summary === undefined ? [] : [{ summary, segments }];
    });
  }

  #segmentsOf(conversation: number): AnalysedSegment[] {
    const known = this.#held.get(conversation);
    if (known !== undefined) return known;
    const begun: AnalysedSegment[] = [];
    this.#held.set(conversation, begun);
    return begun;
  }

  #giveUpLast(): void {
    const last = [...this.#held.keys()].at(-1);
    if (last === undefined || this.#held.size === 1) return;
    this.#total -= this.#held.get(last)?.length ?? 0;
    this.#held.delete(last);
    this.#closedFrom = last;
  }
}
