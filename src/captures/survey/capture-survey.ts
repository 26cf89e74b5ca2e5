import type { HostName } from '../../trace/trace.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import { ConversationTable } from '../analysis/conversation-table.ts';
import { CaptureReader } from '../file/capture-reader.ts';
import type { CaptureProblem, CaptureTally } from '../file/capture-tally.ts';
import type { PlacedSegment } from './placed-segment.ts';

export interface SurveyOptions {
  /** The end at which the capture was taken, where a person knows; null leaves it to the times in the capture. */
  readonly at: HostName | null;
  /** Told of every segment in the order of the file. */
  readonly onSegment?: (placed: PlacedSegment) => void;
}

/**
 * A whole capture read and analysed from its bytes, however they come: what the command and the screens show of it.
 * Memory does not grow with the file. Pure.
 */
export class CaptureSurvey {
  readonly #reader: CaptureReader;
  readonly #table: ConversationTable;
  #problem: CaptureProblem | null = null;
  #lastMs = 0;

  constructor({ at, onSegment }: SurveyOptions) {
    this.#table = new ConversationTable({ vantage: at });
    this.#reader = new CaptureReader((segment) => {
      if (segment.ms > this.#lastMs) this.#lastMs = segment.ms;
      const placed = this.#table.add(segment);
      onSegment?.({ segment, ...placed });
    });
  }

  /** Takes the next bytes of the unpacked file. Throws NotACapture when they show that it is none. */
  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** To be called when there are no more bytes; `problem` is known from then on. Throws NotACapture for a file without any. */
  end(): void {
    this.#problem = this.#reader.end();
  }

  get tally(): CaptureTally {
    return this.#reader.tally;
  }

  /** Why the file could not be read to its end; null when it could, and before `end`. */
  get problem(): CaptureProblem | null {
    return this.#problem;
  }

  /** In the order of their first segments. Made anew at each call. */
  conversations(): readonly ConversationSummary[] {
    return this.#table.summaries();
  }

  /** Conversations of which no summary was kept, because there were too many. */
  get forgotten(): number {
    return this.#table.forgotten;
  }

  /** Time of the latest segment, ms since the first frame. */
  get lastMs(): number {
    return this.#lastMs;
  }
}
