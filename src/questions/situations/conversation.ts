import type { Condition } from '../../simulator/condition.ts';
import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, EndpointSpec, Scenario } from '../../simulator/scenario.ts';
import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';

/** One side speaks: each size becomes a segment of its own. */
export interface Turn {
  readonly host: HostName;
  /** Data bytes of each segment, at most MSS. */
  readonly sizes: readonly number[];
}

/** A conversation to make a question of. Each turn waits until the one before it has been acknowledged. */
export interface ConversationPlan {
  readonly isn: Readonly<Record<HostName, number>>;
  readonly turns: readonly Turn[];
  readonly faults?: readonly Fault[];
  /** Who closes first; the other side closes once it has seen that FIN. Null or absent: nobody closes. */
  readonly closes?: HostName | null;
  /** Whether the closer waits until its last turn is acknowledged, or closes right after its last send. */
  readonly closesWhen?: 'acknowledged' | 'sent';
}

/** The MSS both sides announce: the usual one of an Ethernet path (1500 - 40). */
export const MSS = 1460;

/** An initial sequence number: often small enough to reckon with, mostly anywhere, at times just below 2^32. */
export function drawIsn(random: Random): number {
  const kind = random.int(1, 10);
  if (kind <= 3) return random.int(100, 9999);
  if (kind <= 8) return random.int(10_000, SEQUENCE_SPACE - 1);
  return SEQUENCE_SPACE - (random.chance(0.2) ? 1 : random.int(2, 1200));
}

/** Two different initial sequence numbers, not so close that one side's numbers could be taken for the other's. */
export function drawIsns(random: Random): Readonly<Record<HostName, number>> {
  const client = drawIsn(random);
  for (;;) {
    const server = drawIsn(random);
    if (Math.abs(server - client) > 20) return { client, server };
  }
}

/** Sizes of data segments, all different, none a power of ten or of two by more than chance. */
export function drawSizes(random: Random, count: number): readonly number[] {
  const sizes = new Set<number>();
  while (sizes.size < count) sizes.add(random.int(12, MSS));
  return [...sizes];
}

/** Data bytes of a burst together: within the smallest initial window for this MSS (RFC 5681 §3.1). */
export const MOST_BYTES = 4000;

/** The sizes of a burst that may be sent without waiting for an ACK, all different. */
export function drawBurstSizes(random: Random, count: number): readonly number[] {
  for (;;) {
    const sizes = drawSizes(random, count);
    if (sizes.reduce((sum, size) => sum + size, 0) <= MOST_BYTES) return sizes;
  }
}

/** Client or server. */
export function drawHost(random: Random): HostName {
  return random.pick(['client', 'server'] as const);
}

/** The scenario of a plan: no delayed ACK, no Nagle, a steady delay below the retransmission timeout. */
export function conversation(random: Random, plan: ConversationPlan): Scenario {
  return {
    name: 'practice',
    title: { ko: '연습 문제의 대화', en: 'The conversation of a question' },
    about: { ko: '문제를 만들기 위해 만든 대화입니다.', en: 'Made up to ask a question about.' },
    profile: 'rfc',
    conventions: {},
    client: endpoint('192.0.2.10', random.int(49_152, 65_535), plan.isn.client),
    server: endpoint('198.51.100.20', random.pick([22, 80, 443, 5432, 8080]), plan.isn.server),
    network: { delayMs: random.int(10, 120), loss: 0, duplicate: 0, reorder: 0, reorderMs: 0, mark: 0 },
    actions: actionsOf(random, plan),
    faults: plan.faults ?? [],
    forgeries: [],
    moves: [],
    mslMs: null,
    limitMs: 900_000,
  };
}

function endpoint(address: string, port: number, isn: number): EndpointSpec {
  return {
    isn: [isn],
    mss: MSS,
    window: 65_535,
    port,
    address,
    nagle: false,
    delayedAck: false,
    reads: true,
    conventions: {},
  };
}

function actionsOf(random: Random, plan: ConversationPlan): readonly Action[] {
  const actions: Action[] = [
    { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } },
    { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: random.int(1, 20), call: { name: 'connect' } },
  ];
  let last: { readonly when: Condition; readonly afterMs: number } | null = null;
  for (const [through, turn] of plan.turns.entries()) {
    const when = throughAt(plan.turns.slice(0, through), turn.host);
    const pause = random.int(3, 30);
    for (const [index, size] of turn.sizes.entries()) {
      actions.push({ host: turn.host, when, afterMs: pause + index, call: { name: 'send', bytes: size } });
    }
    last = { when, afterMs: pause + turn.sizes.length };
  }
  const closer = plan.closes ?? null;
  if (closer !== null) {
    const closing =
      plan.closesWhen === 'sent' && last !== null
        ? last
        : { when: throughAt(plan.turns, closer), afterMs: random.int(5, 40) };
    actions.push(
      { host: closer, ...closing, call: { name: 'close' } },
      {
        host: peerOf(closer),
        when: { kind: 'state', host: peerOf(closer), state: 'CLOSE-WAIT', times: 1 },
        afterMs: random.int(5, 40),
        call: { name: 'close' },
      },
    );
  }
  return actions;
}

/** When a host knows that all turns are through: it has received the last one, or seen its own acknowledged. */
export function throughAt(turns: readonly Turn[], host: HostName): Condition {
  const last = turns.at(-1);
  if (last === undefined) return { kind: 'state', host, state: 'ESTABLISHED', times: 1 };
  const bytes = turns.reduce(
    (sum, turn) => (turn.host === last.host ? sum + turn.sizes.reduce((a, b) => a + b, 0) : sum),
    0,
  );
  return { kind: last.host === host ? 'acked' : 'received', host, bytes };
}
