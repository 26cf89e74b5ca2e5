import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Random } from '../../simulator/random.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answeredArrivals, onArrival } from '../captured/arrivals.ts';
import { momentsOf } from '../captured/moment.ts';
import type { CapturedArrival } from '../captured/receiver.ts';
import { hasFinding } from '../captured/stream-scan.ts';
import { answerTo } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../conventions.ts';
import { type Arrival, arrivalsAt, snapshotBefore } from '../moments.ts';
import type { Place, Range } from '../question.ts';
import { segmentEndingAt } from '../sequence-ends.ts';
import { drawGap } from '../situations/gap.ts';
import type { Skill } from '../skill.ts';
import { aboveGapDraft } from './gap-above.ts';
import { type GapFilled, gapFilledDraft } from './gap-filled.ts';

interface Moment {
  readonly trace: Trace;
  readonly arrival: Arrival;
  readonly answer: TracedSegment;
  /** RCV.NXT before the arrival, and what was held above it. */
  readonly rcvNxt: number;
  readonly held: readonly Range[];
}

/** An arrival the receiver notes so, with the ACK that answers it. */
function drawMoment(random: Random, note: 'held-out-of-order' | 'gap-filled'): Moment | null {
  const gap = drawGap(random);
  if (gap === null) return null;
  const { trace, sender } = gap;
  const receiver = peerOf(sender);
  const found = arrivalsAt(trace, receiver).filter((arrival) => arrival.notes.includes(note));
  if (found.length === 0) return null;
  const arrival = random.pick(found);
  const answer = answerTo(trace, arrival);
  const before = snapshotBefore(trace, receiver, arrival.index);
  return answer && before ? { trace, arrival, answer, rcvNxt: before.rcvNxt, held: before.held } : null;
}

const SIMULATED = [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER];
/** RFC 5681 §4.2 leaves no choice here, so nothing is said of delayed ACKs. */
const CAPTURED = [ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER];

export const aboveGap: Skill = {
  id: 'ack.above-gap',
  title: { ko: '빈 곳 뒤의 데이터에 대한 ACK', en: 'The ACK of data above a gap' },
  type: 19,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.in-order'],
  pose: (random) => {
    const moment = drawMoment(random, 'held-out-of-order');
    if (moment === null) return null;
    const { trace, arrival, answer, rcvNxt, held } = moment;
    const { segment } = arrival;
    const missing = trace.segments.find((s) => s.from === segment.from && s.seq === rcvNxt && s.len > 0);
    const before = segmentEndingAt(trace, segment.from, rcvNxt);
    if (missing === undefined || before === null) return null;
    const hidden = sameAcks(trace, missing.n, answer);
    const above = { trace, segment, answer, rcvNxt, held, before, missing, hidden, secret: [] };
    return aboveGapDraft({ ...above, evenSizes: false, conventions: SIMULATED });
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, aboveOn(captured), ({ trace, segment, answer, rcvNxt, held, before }) => {
      const missing = captured.trace.segments.find((s) => s.from === segment.from && s.seq === rcvNxt && s.len > 0);
      const above = { trace, segment, answer, rcvNxt, held, before, hidden: [], secret: [answer.ack] };
      return aboveGapDraft({ ...above, missing: missing ?? null, evenSizes: true, conventions: CAPTURED });
    }),
};

/** ACKs of the same number sent after segment `since`, which is when the gap opened. */
function sameAcks(trace: Trace, since: number, answer: TracedSegment): readonly Place[] {
  return trace.segments
    .filter((s) => s.from === answer.from && s.n > since && s.n < answer.n && s.ack === answer.ack)
    .map((s) => ({ segment: s.n, part: 'ack' }));
}

const aboveOn = momentsOf((captured) => answeredArrivals(captured, 'above'));

export const gapFilled: Skill = {
  id: 'ack.gap-filled',
  title: { ko: '빈 곳이 채워졌을 때의 ACK', en: 'The ACK when a gap is filled' },
  type: 20,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.above-gap'],
  pose: (random) => {
    const moment = drawMoment(random, 'gap-filled');
    if (moment === null) return null;
    const { trace, arrival, answer, rcvNxt, held } = moment;
    const { segment } = arrival;
    const how = segment.repeats !== null ? 'again' : 'late';
    return gapFilledDraft({ trace, segment, answer, rcvNxt, held, how, secret: [], conventions: SIMULATED });
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, fillingOn(captured), ({ whole, trace, segment, answer, rcvNxt, held }) => {
      const filled = { trace, segment, answer, rcvNxt, held, how: howOf(captured, whole), secret: [answer.ack] };
      return gapFilledDraft({ ...filled, conventions: CAPTURED });
    }),
};

const fillingOn = momentsOf((captured) => answeredArrivals(captured, 'fills'));

function howOf(captured: CapturedTrace, { segment }: CapturedArrival): GapFilled['how'] {
  if (hasFinding(captured, segment.n, 'retransmission')) return 'again';
  return hasFinding(captured, segment.n, 'out-of-order') ? 'late' : 'unknown';
}
