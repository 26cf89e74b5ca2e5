import type { Text } from '../../language.ts';

/** A piece of a capture, unpacked. */
export interface CaptureChunk {
  /** They hold until the next piece is asked for. Empty in the last piece of a damaged file. */
  readonly bytes: Uint8Array;
  /** Whether the file is compressed. */
  readonly compressed: boolean;
  /** Bytes of the file read so far, as it lies on the disk. */
  readonly read: number;
  /** Its size; null where that is not known (standard input, a pipe). */
  readonly total: number | null;
  /** Why what follows could not be read or unpacked; the last piece then. Null in all others. */
  readonly damage: Damage | null;
}

/** A file that cannot be read, or unpacked, to its end. */
export interface Damage {
  /** About where in the file, as it lies on the disk. */
  readonly offset: number;
  readonly text: Text;
}

/** A piece as it lies on the disk. */
export interface RawChunk {
  readonly bytes: Uint8Array;
  readonly read: number;
  readonly total: number | null;
}
