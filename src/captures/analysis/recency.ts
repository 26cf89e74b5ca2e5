import type { ConversationTrack } from './conversation-track.ts';

/** Conversations in the order in which a segment of them was captured last. */
export class Recency {
  #newest: ConversationTrack | null = null;
  #oldest: ConversationTrack | null = null;

  get oldest(): ConversationTrack | null {
    return this.#oldest;
  }

  /** Makes it the newest; it is in this order already. */
  touch(track: ConversationTrack): void {
    if (this.#newest === track) return;
    this.remove(track);
    this.add(track);
  }

  add(track: ConversationTrack): void {
    track.older = this.#newest;
    track.newer = null;
    if (this.#newest !== null) this.#newest.newer = track;
    this.#newest = track;
    this.#oldest ??= track;
  }

  remove(track: ConversationTrack): void {
    if (track.newer === null) this.#newest = track.older;
    else track.newer.older = track.older;
    if (track.older === null) this.#oldest = track.newer;
    else track.older.newer = track.newer;
    track.newer = null;
    track.older = null;
  }
}
