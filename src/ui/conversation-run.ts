import type { ConversationSummary } from '../captures/analysis/conversation.ts';
import type { CaptureChunk } from '../captures/disk/capture-chunk.ts';
import { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import { ConversationSegments } from '../captures/survey/conversation-segments.ts';
import type { PlacedSegment } from '../captures/survey/placed-segment.ts';
import { MOST_SEGMENTS } from '../captures/trace/conversation-trace.ts';
import type { Text } from '../language.ts';
import type { HostName } from '../trace/trace.ts';
import { drive, reasonOf } from './capture-drive.ts';

export type ConversationView =
  | { readonly kind: 'reading'; readonly share: number | null }
  | { readonly kind: 'read'; readonly segments: readonly PlacedSegment[]; readonly before: number }
  | { readonly kind: 'failed'; readonly why: Text };

/** The segments of one conversation, from a capture read already or read once more up to its last frame. */
export class ConversationRun {
  readonly summary: ConversationSummary;
  readonly ended: Promise<void>;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<() => void>();
  #view: ConversationView = { kind: 'reading', share: 0 };
  #stopped = false;

  constructor(
    summary: ConversationSummary,
    from: number,
    kept: readonly PlacedSegment[] | null,
    at: HostName | null,
    open: (signal: AbortSignal) => AsyncIterable<CaptureChunk>,
  ) {
    this.summary = summary;
    const wanted = new ConversationSegments({ conversation: summary.number, from, count: MOST_SEGMENTS });
    this.ended = kept === null ? this.#read(wanted, at, open) : this.#take(wanted, kept);
  }

  /** Whether it was left before it was read. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): ConversationView => this.#view;

  /** Ends the reading where nobody waits for it any more. */
  readonly stop = (): void => {
    if (this.#view.kind === 'reading') this.#stopped = true;
    this.#stop.abort();
  };

  #take(wanted: ConversationSegments, kept: readonly PlacedSegment[]): Promise<void> {
    for (const placed of kept) wanted.add(placed);
    this.#show(read(wanted));
    return Promise.resolve();
  }

  async #read(
    wanted: ConversationSegments,
    at: HostName | null,
    open: (signal: AbortSignal) => AsyncIterable<CaptureChunk>,
  ): Promise<void> {
    const enough = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, enough.signal]);
    const survey = new CaptureSurvey({
      at,
      keepsHeaders: true,
      onSegment: (placed) => {
        wanted.add(placed);
        if (placed.segment.frame >= this.summary.lastFrame) enough.abort();
      },
    });
    let percent = 0;
    try {
      await drive(open(signal), survey, signal, ({ read: bytes, total }) => {
        const share = total === null || total === 0 ? null : bytes / total;
        // A redraw for every piece would take longer than reading it.
        if (share === null || Math.floor(100 * share) === percent) return;
        percent = Math.floor(100 * share);
        this.#show({ kind: 'reading', share });
      });
      this.#show(read(wanted));
    } catch (error) {
      this.#show(enough.signal.aborted ? read(wanted) : { kind: 'failed', why: reasonOf(error) });
    }
  }

  #show(view: ConversationView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

function read(wanted: ConversationSegments): ConversationView {
  return { kind: 'read', segments: wanted.segments, before: wanted.leftOut.before };
}
