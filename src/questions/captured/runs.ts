import { seqGt } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { isPlain, momentsOf, WIDEST } from './moment.ts';
import { scanStreams } from './stream-scan.ts';

/** New data segments of one end, each continuing the one before it, and no other segment of that end in between. */
export type Run = readonly TracedSegment[];

/** Segments of a run that are kept: the longest that a question speaks of. */
const LONGEST = 8;

/** A run that ends with the last data its sender has sent, and the ACK without data that covers all of it. */
export interface AcknowledgedRun {
  readonly data: Run;
  readonly ack: TracedSegment;
}

/** Runs of two or more segments that a pure ACK covers to the end. Wherever they were captured: the ACK says they arrived. */
export const acknowledgedRunsOn = momentsOf((captured): readonly AcknowledgedRun[] => {
  const found: AcknowledgedRun[] = [];
  scanStreams(captured, (ack, _own, peer) => {
    const last = peer.lastNumbered;
    if (last === null || last !== peer.last || !isPureAck(ack) || ack.ack !== peer.next || !peer.gapless) return;
    if (peer.acked !== null && !seqGt(ack.ack, peer.acked)) return;
    if (!isPlain(captured, ack) || ack.options.sack !== undefined) return;
    const data = runTo(captured.trace.segments, last, (segment) => isPlain(captured, segment));
    if (data.length > 1) found.push({ data, ack });
  });
  return found;
});

/** Headers alone are larger than what is below: no MSS. */
const LEAST_FULL = 100;

/** Runs of segments of one size and a shorter one that ends them: three or more. */
export const fullRunsOn = momentsOf((captured): readonly Run[] => {
  const { segments } = captured.trace;
  return segments.flatMap((last) => {
    if (last.len === 0) return [];
    const run = runTo(segments, last, (segment) => isPlain(captured, segment));
    const size = run.at(-2)?.len ?? 0;
    if (size <= last.len || size < LEAST_FULL) return [];
    const other = run.slice(0, -1).findLastIndex(({ len }) => len !== size);
    const full = run.slice(other + 1);
    return full.length >= 3 ? [full] : [];
  });
});

/** The run that ends with a data segment. */
export function runTo(
  segments: readonly TracedSegment[],
  last: TracedSegment,
  isPlainSegment: (segment: TracedSegment) => boolean,
): Run {
  const run: TracedSegment[] = [];
  let next: number | null = null;
  for (let at = last.n - 1; at >= Math.max(0, last.n - WIDEST) && run.length < LONGEST; at--) {
    const segment = segments[at];
    if (segment === undefined || segment.from !== last.from) continue;
    const isData = segment.len > 0 && !segment.flags.includes('SYN') && !segment.flags.includes('FIN');
    if (!isData || !isPlainSegment(segment) || (next !== null && endOf(segment) !== next)) break;
    run.unshift(segment);
    next = segment.seq;
  }
  return run;
}
