import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';

/** Where to look some segments up, given by their n: the frames of the capture, or the segments of the run, as each counts. */
export function foundAt({ frames, inRun }: CapturedTrace, segments: readonly number[]): Text | null {
  // A copy has the number of its original.
  const numbers = [...new Set(segments.flatMap((n) => (inRun ?? frames)[n - 1] ?? []))];
  if (numbers.length === 0) return null;
  const one = numbers.length === 1;
  if (inRun === null) {
    const listed = numbers.join(', ');
    return { ko: `캡처의 프레임 ${listed}`, en: `${one ? 'frame' : 'frames'} ${listed} of the capture` };
  }
  const listed = numbers.map((number) => `#${number}`).join(', ');
  return { ko: `세그먼트 ${listed}`, en: `${one ? 'segment' : 'segments'} ${listed}` };
}
