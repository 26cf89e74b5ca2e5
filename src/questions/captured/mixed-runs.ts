import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import { heldRanges, rangeAround } from '../misconceptions/sack-rules.ts';
import type { Range } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { arrivalsOn } from './arrivals.ts';
import { momentsOf } from './moment.ts';
import type { CapturedArrival, Landing } from './receiver.ts';

/** Arrivals in a row that are listed in one question. */
const FEWEST = 3;
const MOST = 7;

/**
 * Arrivals in a row, from one before which nothing was held above RCV.NXT, some of them above a gap, each of them answered by
 * an ACK of its own before the next came.
 */
export const mixedRunsOn = momentsOf((captured): readonly (readonly CapturedArrival[])[] => {
  const arrivals = arrivalsOn(captured);
  const found: (readonly CapturedArrival[])[] = [];
  arrivals.forEach((first, at) => {
    if (first.held.length > 0) return;
    const run: CapturedArrival[] = [];
    for (const arrival of arrivals.slice(at, at + MOST)) {
      if (arrival.answer === null || arrival.segment.flags.includes('FIN') || arrival.landing === 'overlap') break;
      const before = run.at(-1)?.answer;
      const apart = captured.trace.segments.slice(before?.n ?? arrival.segment.n, arrival.segment.n - 1);
      // Neither an ACK of something else, nor data that was not taken.
      if (apart.some(({ from, len }) => from !== arrival.segment.from || len > 0)) break;
      run.push(arrival);
      const moves = new Set(run.map(({ after }) => after)).size > 1;
      if (run.length >= FEWEST && moves && run.some(({ landing }) => landing === 'above')) found.push([...run]);
    }
  });
  return found;
});

/**
 * Arrivals in a row that leave data held above a gap, from the first that came above it, where the ACK of the last names the
 * ranges held in SACK blocks as RFC 2018 §4 orders them. None of them brings what had been received: that may be told by D-SACK.
 */
export const blockRunsOn = momentsOf((captured): readonly (readonly CapturedArrival[])[] => {
  const arrivals = arrivalsOn(captured);
  return arrivals.flatMap((last, at) => {
    const run = arrivals.slice(last.runFrom, at + 1);
    const { answer } = last;
    if (answer === null || run.length > MOST || last.segment.flags.includes('FIN')) return [];
    if (run.some(({ landing, segment }) => !NEW.has(landing) || segment.flags.includes('FIN'))) return [];
    if (!isUnmixed(captured, run)) return [];
    const ranges = heldRanges(
      run.map(({ segment }) => segment),
      answer.ack,
    );
    const blocks = ranges.slice(0, answer.options.timestamps === undefined ? 4 : 3);
    return ranges.length > 0 && JSON.stringify(answer.options.sack) === JSON.stringify(blocks) ? [run] : [];
  });
});

/**
 * Arrivals of what had been received before, whose ACK reports that in a D-SACK and goes on with the ranges held, as RFC 2883
 * §4 orders them.
 */
export const reportedTwiceOn = momentsOf((captured): readonly CapturedArrival[] => {
  const arrivals = arrivalsOn(captured);
  return arrivals.filter((last, at) => {
    const { answer, segment, landing, runFrom } = last;
    const run = arrivals.slice(runFrom, at + 1);
    if (answer === null || (landing !== 'old' && landing !== 'held-already') || run.length > MOST) return false;
    if (run.some((one) => one.segment.flags.includes('FIN') || one.landing === 'overlap')) return false;
    if (!isUnmixed(captured, run)) return false;
    const ranges = heldRanges(
      run.map((one) => one.segment),
      answer.ack,
    );
    const duplicate: Range = [segment.seq, endOf(segment)];
    const around = rangeAround(ranges, duplicate);
    const others = ranges.filter((range) => range !== around);
    const blocks = [duplicate, ...(around === null ? [] : [around]), ...others];
    const room = answer.options.timestamps === undefined ? 4 : 3;
    return JSON.stringify(answer.options.sack) === JSON.stringify(blocks.slice(0, room));
  });
});

/** Whether the sender has no other data captured meanwhile, such as a damaged segment that was not taken. */
function isUnmixed({ trace }: CapturedTrace, run: readonly CapturedArrival[]): boolean {
  const [first, last] = [run[0]?.segment, run.at(-1)?.segment];
  if (first === undefined || last === undefined) return false;
  const span = trace.segments.slice(first.n - 1, last.n);
  return span.filter(({ from, len }) => from === first.from && len > 0).length === run.length;
}

const NEW: ReadonlySet<Landing> = new Set<Landing>(['next', 'fills', 'above']);

/** Says what the receiver has when such a run begins. */
export function receivedUpTo(sender: HostName, rcvNxt: number): Text {
  const receiver = peerOf(sender);
  return {
    ko: `${HOST[receiver].ko}는 ${HOST[sender].ko}의 데이터를 ${rcvNxt}번 앞까지 빠짐없이 받았고(RCV.NXT=${rcvNxt}), 그 뒤로 받아 둔 것은 없습니다.`,
    en: `${HOST_FIRST[receiver].en} has received the data of ${HOST[sender].en} without a gap up to just before ${rcvNxt} (its RCV.NXT), and holds nothing beyond.`,
  };
}
