import type { Text } from '../../language.ts';
import type { PassedOver } from '../packet/passed-over.ts';

export type { PassedOver } from '../packet/passed-over.ts';

/** What is known of a file beside its segments, while it is read and when it has been. */
export interface CaptureTally {
  readonly format: 'pcap' | 'pcapng';
  readonly compressed: boolean;
  /** Bytes of the file taken so far, unpacked. */
  readonly bytes: number;
  readonly frames: number;
  readonly segments: number;
  readonly passedOver: Readonly<Record<PassedOver, number>>;
  /** Time of the first frame, ms since the epoch; null before there is one. */
  readonly epochMs: number | null;
}

/** Why a file could not be read to its end, and where: what was read before it holds. */
export interface CaptureProblem {
  /** Of the first byte that makes no sense, from 0, in the unpacked file. */
  readonly offset: number;
  /** How many frames had been read. */
  readonly frames: number;
  readonly text: Text;
}

/** The file is no capture, or none of a kind that is read here. `text` is one line and says what it is instead. */
export class NotACapture extends Error {
  readonly offset: number;
  readonly text: Text;

  constructor(offset: number, text: Text) {
    super(text.en);
    this.name = 'NotACapture';
    this.offset = offset;
    this.text = text;
  }
}
