import { setImmediate as turn } from 'node:timers/promises';
import type { ConversationSummary } from '../captures/analysis/conversation.ts';
import type { CaptureChunk } from '../captures/disk/capture-chunk.ts';
import { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { PlacedSegment } from '../captures/survey/placed-segment.ts';
import type { Text } from '../language.ts';
import type { HostName } from '../trace/trace.ts';
import { type CaptureSource, drive, reasonOf } from './capture-drive.ts';
import { ConversationRun } from './conversation-run.ts';

/** How far the reading of a capture is. */
export type CaptureProgress =
  | {
      readonly kind: 'reading';
      /** 0..1 of the file; null where its size is not known. */
      readonly share: number | null;
      readonly bytes: number;
      readonly bytesPerSecond: number;
    }
  /** To the end of the file, or to where it is damaged: survey.problem. */
  | { readonly kind: 'read' }
  | { readonly kind: 'stopped'; readonly share: number | null }
  /** There is nothing to show. */
  | { readonly kind: 'failed'; readonly why: Text };

/** What is there to be shown; another object whenever something has changed. */
export interface CaptureView {
  readonly progress: CaptureProgress;
  readonly conversations: readonly ConversationSummary[];
}

/** As many segments are kept at most, so that the conversations of a small capture need no second reading. */
const MOST_KEPT = 50_000;
/**
 * None of a larger file, bytes: reading it once more takes no time to speak of up to here. Once V8 has seen segments that stay,
 * it makes all later ones where they are costly to clear away.
 */
const LARGEST_KEPT = 16_000_000;
/** Conversations kept after they have been opened. */
const MOST_OPENED = 4;
/** The list is made anew at most so often, ms, and takes at most so much of the time. */
const SHOW_EVERY_MS = 150;
const SHARE_OF_TIME = 0.1;

/** The reading of a capture, begun at once and told to whoever listens. */
export class CaptureRun {
  readonly path: string;
  readonly survey: CaptureSurvey;
  /** Resolves when the reading is over, however it ended. */
  readonly ended: Promise<void>;
  readonly #open: CaptureSource;
  readonly #at: HostName | null;
  readonly #now: () => number;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #opened = new Map<string, ConversationRun>();
  /** null once there are too many. */
  #kept: PlacedSegment[] | null = [];
  #view: CaptureView = { progress: { kind: 'reading', share: 0, bytes: 0, bytesPerSecond: 0 }, conversations: [] };

  constructor(path: string, at: HostName | null, open: CaptureSource, now: () => number) {
    this.path = path;
    this.#open = open;
    this.#at = at;
    this.#now = now;
    this.survey = new CaptureSurvey({ at, onSegment: (placed) => this.#keep(placed), keepsHeaders: true });
    this.ended = this.#read();
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): CaptureView => this.#view;

  /** Ends the reading; what has been read stays. */
  readonly stop = (): void => this.#stop.abort();

  /** The segments of a conversation, from its segment number `from` on: those kept, else by reading the file once more. */
  conversation(summary: ConversationSummary, from: number): ConversationRun {
    const key = `${summary.number}/${from}`;
    const opened = this.#opened.get(key);
    if (opened !== undefined && !opened.isStopped) return opened;
    const run = new ConversationRun(summary, from, this.#kept, this.#at, (signal) => this.#open(this.path, signal));
    this.#opened.delete(key);
    this.#opened.set(key, run);
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= MOST_OPENED) break;
      this.#opened.delete(oldest);
    }
    return run;
  }

  #keep(placed: PlacedSegment): void {
    if (this.#kept === null) return;
    if (this.#kept.length < MOST_KEPT) this.#kept.push(placed);
    else this.#keepNone();
  }

  #keepNone(): void {
    this.#kept = null;
    this.survey.leaveOutHeaders();
  }

  async *#pieces(): AsyncGenerator<CaptureChunk> {
    for await (const piece of this.#open(this.path, this.#stop.signal)) {
      if (this.#kept !== null && (piece.total ?? 0) > LARGEST_KEPT) this.#keepNone();
      yield piece;
    }
  }

  async #read(): Promise<void> {
    const begun = this.#now();
    let shownAt = begun;
    let cost = 0;
    let share: number | null = null;
    // Whoever made this listens only from the next turn on.
    await turn();
    try {
      await drive(this.#pieces(), this.survey, this.#stop.signal, async ({ read, total }) => {
        share = total === null || total === 0 ? null : read / total;
        const now = this.#now();
        if (now - shownAt < Math.max(SHOW_EVERY_MS, cost / SHARE_OF_TIME)) return;
        const bytesPerSecond = (1000 * read) / Math.max(1, now - begun);
        this.#show({ kind: 'reading', share, bytes: read, bytesPerSecond });
        // Drawing takes place in turns of its own, and counts.
        await turn();
        await turn();
        shownAt = this.#now();
        cost = shownAt - now;
      });
      this.#show(this.#stop.signal.aborted ? { kind: 'stopped', share } : { kind: 'read' });
    } catch (error) {
      this.#show(this.#stop.signal.aborted ? { kind: 'stopped', share } : { kind: 'failed', why: reasonOf(error) });
    }
  }

  #show(progress: CaptureProgress): void {
    this.#view = { progress, conversations: progress.kind === 'failed' ? [] : this.survey.conversations() };
    for (const listener of this.#listeners) listener();
  }
}
