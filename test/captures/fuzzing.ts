import { CaptureReader } from '../../src/captures/file/capture-reader.ts';
import { NotACapture } from '../../src/captures/file/capture-tally.ts';
import type { CapturedSegment } from '../../src/captures/packet/captured-segment.ts';
import type { Text } from '../../src/language.ts';
import type { Random } from '../../src/simulator/random.ts';

export type Outcome = 'whole' | 'partial' | 'no capture';

export interface Fuzzed {
  readonly outcome: Outcome;
  readonly frames: number;
  readonly segments: number;
  readonly ms: number;
}

/** The longest that reading one file may take. */
const MOST_MS = 1000;

/** Reads a file in random pieces and holds what comes of it against what must be true of any file. Throws where it is not. */
export function fuzzed(file: Uint8Array, random: Random): Fuzzed {
  const started = performance.now();
  const checker = new Checker();
  const reader = new CaptureReader((segment) => checker.segment(segment));
  let outcome: Outcome = 'whole';
  try {
    for (const piece of pieces(file, random)) reader.push(piece);
    const problem = reader.end();
    if (problem !== null) {
      outcome = 'partial';
      must(
        Number.isInteger(problem.offset) && problem.offset >= 0 && problem.offset < file.length,
        'offset in the file',
      );
      must(problem.frames === reader.tally.frames, 'as many frames in the problem as in the tally');
      checkText(problem.text);
    }
  } catch (error) {
    if (!(error instanceof NotACapture)) throw error;
    outcome = 'no capture';
    must(error.offset >= 0 && error.offset <= file.length, 'offset in the file');
    checkText(error.text);
  }
  const { frames, segments, passedOver, bytes } = reader.tally;
  const passed = Object.values(passedOver).reduce((sum, count) => sum + count, 0);
  must(frames * 12 <= file.length, 'no more frames than the bytes allow');
  must(segments === checker.segments && segments + passed <= frames, 'each frame counted once');
  must(bytes === file.length || outcome === 'no capture', 'all bytes counted');
  const ms = performance.now() - started;
  must(ms < MOST_MS, `no more than ${MOST_MS} ms: ${ms.toFixed(0)}`);
  return { outcome, frames, segments, ms };
}

class Checker {
  segments = 0;
  #frame = 0;

  segment(segment: CapturedSegment): void {
    this.segments++;
    must(segment.frame > this.#frame, 'one segment a frame, in order');
    this.#frame = segment.frame;
    must(Number.isFinite(segment.ms), 'a time');
    must(segment.flow.length === 12 || segment.flow.length === 36, 'a flow');
    for (const field of [segment.seq, segment.ack, segment.window, segment.urgent, segment.len]) {
      must(Number.isInteger(field) && field >= 0 && field < 2 ** 32, 'a number of 32 bits');
    }
    must(segment.fragments >= 1 && segment.fragments <= segment.frame, 'fragments');
    must(!segment.cut || segment.checksum === 'unverified', 'no verdict on a checksum without all the bytes');
  }
}

function* pieces(file: Uint8Array, random: Random): Generator<Uint8Array> {
  const most = random.pick([file.length + 1, 5000, 300, 40]);
  for (let at = 0; at < file.length; ) {
    const length = random.int(1, most);
    yield file.subarray(at, at + length);
    at += length;
  }
}

/** One line that no terminal acts on. */
function checkText({ ko, en }: Text): void {
  for (const text of [ko, en]) must(text.length > 0 && !/[\x00-\x1f\x7f-\x9f]/.test(text), 'a line of text');
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
