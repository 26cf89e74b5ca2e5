import { CaptureReader } from '../../src/captures/file/capture-reader.ts';
import type { CaptureProblem, CaptureTally } from '../../src/captures/file/capture-tally.ts';
import type { CapturedSegment } from '../../src/captures/packet/captured-segment.ts';

export interface ReadCapture {
  readonly segments: readonly CapturedSegment[];
  readonly problem: CaptureProblem | null;
  readonly tally: CaptureTally;
}

/** Reads a whole file, cut into pieces of these lengths in turn (whole when there are none). Throws NotACapture. */
export function readCapture(file: Uint8Array, pieces: readonly number[] = []): ReadCapture {
  const segments: CapturedSegment[] = [];
  const reader = new CaptureReader((segment) => segments.push(segment));
  let at = 0;
  for (let i = 0; at < file.length; i++) {
    const length = pieces[i % pieces.length] ?? file.length;
    // A copy, overwritten behind the reader: it must not hold on to what it was given.
    const piece = file.slice(at, at + length);
    reader.push(piece);
    piece.fill(0xaa);
    at += length;
  }
  const problem = reader.end();
  return { segments, problem, tally: reader.tally };
}
