import type { HostName } from '../../trace/trace.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import { ConversationTable } from '../analysis/conversation-table.ts';
import type { CaptureChunk, Damage } from '../disk/capture-chunk.ts';
import { CaptureReader } from '../file/capture-reader.ts';
import { type CaptureProblem, type CaptureTally, NotACapture } from '../file/capture-tally.ts';
import type { PlacedSegment } from './placed-segment.ts';

export interface SurveyOptions {
  /** The end at which the capture was taken, where a person knows; null leaves it to the times in the capture. */
  readonly at: HostName | null;
  /** Told of every segment in the order of the file. */
  readonly onSegment?: (placed: PlacedSegment) => void;
  /** Whether segments are to hold their headers as captured; absent: they do not. */
  readonly keepsHeaders?: boolean;
}

/** What a survey needs of a piece of a file. */
export type SurveyPiece = Pick<CaptureChunk, 'bytes' | 'compressed' | 'damage'>;

/** Why and where the reading of a file ended too early; what was read before it holds. */
export interface Shortfall extends CaptureProblem {
  /** Whether the offset counts the bytes of a compressed file after they were unpacked. */
  readonly unpacked: boolean;
}

/**
 * A whole capture read and analysed from its bytes, however they come: what the command and the screens show of it.
 * Memory does not grow with the file. Pure.
 */
export class CaptureSurvey {
  readonly #reader: CaptureReader;
  readonly #table: ConversationTable;
  #shortfall: Shortfall | null = null;
  #damage: Damage | null = null;
  #lastMs = 0;

  constructor({ at, onSegment, keepsHeaders = false }: SurveyOptions) {
    this.#table = new ConversationTable(at === null ? {} : { vantage: at });
    this.#reader = new CaptureReader(
      (segment) => {
        if (segment.ms > this.#lastMs) this.#lastMs = segment.ms;
        const placed = this.#table.add(segment);
        onSegment?.({ segment, ...placed });
      },
      { keepsHeaders },
    );
  }

  /** Takes the next piece of the file. Throws NotACapture when it shows that the file is none. */
  push({ bytes, compressed, damage }: SurveyPiece): void {
    this.#reader.compressed = compressed;
    this.#damage ??= damage;
    this.#reader.push(bytes);
  }

  /** From here on segments come without their headers, which take time and memory. */
  leaveOutHeaders(): void {
    this.#reader.leaveOutHeaders();
  }

  /** Whether what else comes would not be looked at: the file makes no sense from some place on. */
  get isOver(): boolean {
    return this.#reader.problem !== null;
  }

  /**
   * To be called when there are no more bytes; `shortfall` is known from then on. Throws NotACapture for a file without any
   * frame to be read.
   */
  end(): void {
    const damage = this.#damage;
    if (damage === null) {
      const problem = this.#reader.end();
      this.#shortfall = problem === null ? null : { ...problem, unpacked: this.tally.compressed };
      return;
    }
    // What is missing is missing because of the damage, whatever else it looks like.
    const { frames } = this.tally;
    if (frames === 0) throw new NotACapture(damage.offset, damage.text);
    this.#shortfall = { ...damage, frames, unpacked: false };
  }

  get tally(): CaptureTally {
    return this.#reader.tally;
  }

  /** Why the file could not be read to its end; null when it could, and before `end`. */
  get shortfall(): Shortfall | null {
    return this.#shortfall;
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
