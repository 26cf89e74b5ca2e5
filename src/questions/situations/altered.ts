import type { Random } from '../../simulator/random.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { dataFrom, isPureAck, segmentAt, sentBy } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { drawTurn, drawTurns } from './closing.ts';
import { drawHost, drawIsns } from './conversation.ts';
import { play } from './play.ts';

/** A number that a wrong rule would put into a segment. */
export interface Slip {
  readonly rule: MisconceptionId;
  readonly n: number;
  readonly part: 'seq' | 'ack';
  readonly value: number;
}

/** A conversation in which nothing is lost, every place where a wrong rule would say otherwise, and one that it did. */
export interface Altered {
  /** The conversation with `slip` in it. */
  readonly trace: Trace;
  readonly slip: Slip;
  readonly right: TracedSegment;
  /** What the wrong rules would have put elsewhere. */
  readonly others: readonly Slip[];
}

/** A conversation with one number of one segment replaced by what a wrong rule makes of it. */
export function drawAltered(random: Random): Altered | null {
  const turns = [...drawTurns(random, 1), drawTurn(random, drawHost(random))];
  const trace = play(random, {
    isn: drawIsns(random),
    turns: turns.map(({ host, sizes }) => ({ host, sizes: sizes.slice(0, 2) })),
    closes: random.chance(0.6) ? drawHost(random) : null,
  });
  return alteredIn(random, trace);
}

/** A conversation in which every segment continues what came before it, from the SYN on, with one number replaced. */
export function alteredIn(random: Random, trace: Trace): Altered | null {
  const slips = slipsOf(trace).filter(({ n, part, value }) => segmentAt(trace, n)[part] !== value);
  const rules = [...new Set(slips.map(({ rule }) => rule))];
  if (rules.length < 3) return null;
  const rule = random.pick(rules);
  const slip = random.pick(slips.filter((one) => one.rule === rule));
  const segments = trace.segments.map((s) => (s.n === slip.n ? { ...s, [slip.part]: slip.value } : s));
  const others = slips.filter((one) => one.rule !== rule && one.n !== slip.n);
  return { trace: { ...trace, segments }, slip, right: segmentAt(trace, slip.n), others };
}

/** Where the wrong rules disagree with this conversation. */
function slipsOf(trace: Trace): readonly Slip[] {
  return trace.segments.flatMap((segment): readonly Slip[] => {
    const { n, flags } = segment;
    const at = (rule: MisconceptionId, part: 'seq' | 'ack', value: number): Slip => ({ rule, n, part, value });
    if (flags.includes('SYN')) return flags.includes('ACK') ? [at('M04', 'ack', seqAdd(segment.ack, -1))] : [];
    if (n === 3) return [at('M06', 'seq', seqAdd(segment.seq, -1))];
    if (flags.includes('FIN')) {
      const data = dataFrom(trace, segment.from).findLast((s) => s.n < n);
      return data === undefined ? [] : [at('M10', 'seq', data.seq)];
    }
    if (segment.len > 0) return isFirstData(trace, segment) ? [at('M07', 'seq', seqAdd(segment.seq, 1))] : [];
    return isPureAck(segment) ? slipsOfAck(trace, segment).map(([rule, value]) => at(rule, 'ack', value)) : [];
  });
}

function isFirstData(trace: Trace, segment: TracedSegment): boolean {
  return dataFrom(trace, segment.from)[0]?.n === segment.n;
}

function slipsOfAck(trace: Trace, { n, from, ack }: TracedSegment): readonly (readonly [MisconceptionId, number])[] {
  const acked = trace.segments.findLast((s) => s.n < n && s.from !== from && endOf(s) === ack);
  if (acked === undefined) return [];
  if (acked.flags.includes('FIN')) return [['M09', seqAdd(ack, -1)]];
  // Data without a gap: the rules differ by one on either side.
  return acked.len > 1 && sentBy(trace, acked.from).some((s) => s.n === acked.n)
    ? [
        ['M01', seqAdd(ack, -1)],
        ['M02', seqAdd(ack, 1)],
      ]
    : [];
}
