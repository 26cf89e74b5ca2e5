import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { arrivalOf, dataFrom, sendIndex } from '../moments.ts';
import { conversation, drawHost, drawIsns, drawSizes, type Turn, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** Both sides write in turn, and what each sends carries the ACK of what it has received. */
export interface TwoWay {
  readonly trace: Trace;
  /** A data segment late enough for both sides to have sent data before it. */
  readonly asked: TracedSegment;
  /** What its sender has sent before it, and received before it. */
  readonly own: readonly TracedSegment[];
  readonly received: readonly TracedSegment[];
  /** The peer's data that crosses it, or null. */
  readonly crossing: TracedSegment | null;
}

/** A conversation in turns of one or two segments, at the end of which, if `crosses`, both sides send at once. */
export function drawTwoWay(random: Random, crosses: boolean): TwoWay | null {
  const turns = drawAlternating(random, crosses ? random.int(2, 3) : random.int(3, 5));
  const base = piggybacking(conversation(random, { isn: drawIsns(random), turns }));
  const trace = playScenario(random, crosses ? { ...base, actions: withCrossing(random, base, turns) } : base);
  const data = trace.segments.filter((segment) => segment.len > 0);
  const first = turns.slice(0, 2).reduce((sum, turn) => sum + turn.sizes.length, 0);
  const last = data.slice(-2);
  const asked = random.pick(crosses ? last : data.slice(first));
  const crossing = crosses ? (last.find(({ n }) => n !== asked.n) ?? null) : null;
  const leaves = sendIndex(trace, asked.n);
  const own = dataFrom(trace, asked.from).filter(({ n }) => n < asked.n);
  const received = dataFrom(trace, peerOf(asked.from)).filter(({ n }) => {
    const arrival = arrivalOf(trace, n);
    return arrival !== null && arrival.index < leaves;
  });
  const unfit = own.length === 0 || received.length === 0 || (crosses && crossing?.from === asked.from);
  return unfit ? null : { trace, asked, own, received, crossing };
}

function drawAlternating(random: Random, count: number): readonly Turn[] {
  const starts = drawHost(random);
  const counts = Array.from({ length: count }, () => random.pick([1, 1, 2]));
  let sizes = drawSizes(
    random,
    counts.reduce((a, b) => a + b, 0),
  );
  return counts.map((segments, index) => {
    const turn = { host: index % 2 === 0 ? starts : peerOf(starts), sizes: sizes.slice(0, segments) };
    sizes = sizes.slice(segments);
    return turn;
  });
}

/** With delayed ACKs: each side answers within that time, so that its data takes the ACK along. */
function piggybacking(base: Scenario): Scenario {
  return { ...base, client: { ...base.client, delayedAck: true }, server: { ...base.server, delayedAck: true } };
}

/** After the last turn its host sends once more, and the other side answers the turn before that has arrived. */
function withCrossing(random: Random, base: Scenario, turns: readonly Turn[]): readonly Action[] {
  const last = base.actions.findLast(({ call }) => call.name === 'send');
  const { delayMs } = base.network;
  if (last === undefined || typeof last.afterMs !== 'number' || typeof delayMs !== 'number') return base.actions;
  const other: HostName = peerOf(last.host);
  const pause = random.int(3, 15);
  const used = turns.flatMap(({ sizes }) => sizes);
  const [more = 0, reply = 0] = drawSizes(random, 2 + used.length).filter((size) => !used.includes(size));
  return [
    ...base.actions,
    {
      host: last.host,
      when: last.when,
      afterMs: last.afterMs + pause + random.int(3, delayMs),
      call: { name: 'send', bytes: more },
    },
    { host: other, when: throughAt(turns, other), afterMs: pause, call: { name: 'send', bytes: reply } },
  ];
}
