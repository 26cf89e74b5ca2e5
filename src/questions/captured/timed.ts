import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGe } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { endOf } from '../sequence-ends.ts';
import type { Timed } from '../situations/timed-segments.ts';
import { isPlain, momentsOf } from './moment.ts';
import { hasFinding, scanStreams } from './stream-scan.ts';

const FEWEST = 2;
const MOST = 5;

/** Data segments one at a time, at least one of them sent twice, each acknowledged before the next. */
export type TimedRun = readonly Timed[];

/**
 * Runs captured at their sender, whose times are its own: either none of the segments has timestamps, or the ACK of each
 * echoes one of its sendings.
 */
export const timedRunsOn = momentsOf((captured): readonly TimedRun[] => {
  const all = exchangesOf(captured);
  return all.flatMap((_, start) =>
    Array.from({ length: MOST - FEWEST + 1 }, (_unused, more) => all.slice(start, start + FEWEST + more)).filter(
      (run, more) => run.length === FEWEST + more && isRun(run),
    ),
  );
});

function isRun(run: TimedRun): boolean {
  const follows = run.every(({ first, last, ack }, at) => {
    const before = run[at - 1];
    return last.n < ack.n && (before === undefined || (before.ack.n < first.n && endOf(before.first) === first.seq));
  });
  const stamps = run.map(echoOf);
  const isOne = stamps.every((echo) => echo === 'none') || stamps.every((echo) => echo === 'told');
  return follows && isOne && run.some(({ first, last }) => first !== last);
}

/** Whether the ACK of a segment tells by its timestamp which sending it answers. */
function echoOf({ first, last, ack }: Timed): 'none' | 'told' | 'untold' {
  const [once, twice, echo] = [first, last, ack].map(({ options }) => options.timestamps);
  if (once === undefined && twice === undefined && echo === undefined) return 'none';
  if (once === undefined || twice === undefined || echo === undefined) return 'untold';
  if (first !== last && once[0] === twice[0]) return 'untold';
  return echo[1] === once[0] || echo[1] === twice[0] ? 'told' : 'untold';
}

/** Data segments that were sent when nothing was outstanding, with their last sending and the ACK that covers them. */
function exchangesOf(captured: CapturedTrace): Timed[] {
  const { segments } = captured.trace;
  const starts: TracedSegment[] = [];
  scanStreams(captured, (segment, own) => {
    const isData = segment.len > 0 && !segment.flags.includes('SYN') && !segment.flags.includes('FIN');
    const isNew = segment.seq === own.next && own.acked === own.next && isPlain(captured, segment);
    if (segment.from === captured.vantage && isData && isNew) starts.push(segment);
  });
  return starts.flatMap((first): Timed[] => {
    const sent = [first];
    for (let at = first.n; at < segments.length; at++) {
      const segment = segments[at];
      if (segment === undefined) break;
      if (segment.from === first.from) {
        if (segment.len === 0) continue;
        const again = segment.repeats === first.n && segment.seq === first.seq && segment.len === first.len;
        // A third sending, or anything else, is not what the question is about.
        if (!again || sent.length > 1 || segment.origin !== 'tcp') return [];
        sent.push(segment);
      } else if (segment.flags.includes('ACK') && seqGe(segment.ack, endOf(first))) {
        const damaged = hasFinding(captured, segment.n, 'bad-checksum');
        const last = sent.at(-1) ?? first;
        return damaged || segment.ack !== endOf(first) ? [] : [{ first, last, ack: segment, ackedMs: segment.sentMs }];
      }
    }
    return [];
  });
}
