import type { Condition } from '../../simulator/condition.ts';
import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import { conversation, drawHost, drawIsns, drawSizes, type Turn, throughAt } from './conversation.ts';

/** What the side that closes second does once it has seen the FIN. */
export type SecondClose =
  /** It closes before its TCP has answered the FIN: ACK and FIN share a segment. */
  | { readonly kind: 'at-once' }
  /** It closes a little later. */
  | { readonly kind: 'later' }
  /** It first sends on, one segment for each size; `withAck`: so early that the first of them carries the ACK of the FIN. */
  | { readonly kind: 'sends'; readonly sizes: readonly number[]; readonly withAck: boolean; readonly closes: boolean }
  /** It closed by itself, before the FIN could reach it. */
  | { readonly kind: 'crossing' };

export interface ClosingPlan {
  readonly turns: readonly Turn[];
  readonly closer: HostName;
  /**
   * When the first close() comes: once all before it is acknowledged or received; right after the last send, which is
   * the closer's; or right after it with the last data still waiting (Nagle), so that the FIN rides on data.
   */
  readonly closes: 'quiet' | 'data-in-flight' | 'fin-on-data';
  readonly second: SecondClose;
  readonly faults?: readonly Fault[];
  readonly mslMs?: number;
}

/** Up to `most` turns, of either side in any order. */
export function drawTurns(random: Random, most: number): readonly Turn[] {
  const count = random.int(0, most);
  return Array.from({ length: count }, () => drawTurn(random, drawHost(random)));
}

/** One to three segments of a host, mostly one or two: a ladder should stay short. */
export function drawTurn(random: Random, host: HostName): Turn {
  return { host, sizes: drawSizes(random, random.pick([1, 1, 2, 2, 3])) };
}

/** A conversation that is closed as planned. Nobody delays ACKs; nothing is lost but by `faults`. */
export function closingScenario(random: Random, plan: ClosingPlan): Scenario {
  const base = conversation(random, { isn: drawIsns(random), turns: plan.turns, faults: plan.faults ?? [] });
  const actions = [...base.actions, ...firstClose(random, base, plan), ...secondClose(random, base, plan)];
  const scenario = { ...base, actions, mslMs: plan.mslMs ?? null };
  if (plan.closes !== 'fin-on-data') return scenario;
  return { ...scenario, [plan.closer]: { ...scenario[plan.closer], nagle: true } };
}

function firstClose(random: Random, base: Scenario, plan: ClosingPlan): readonly Action[] {
  const { closer } = plan;
  const close = { host: closer, call: { name: 'close' } } as const;
  if (plan.second.kind === 'crossing') {
    return [{ ...close, when: throughAt(plan.turns, closer), afterMs: crossingAfter(random, base, plan, closer) }];
  }
  if (plan.closes === 'quiet') {
    // With the data just received still to be acknowledged, the FIN carries that ACK.
    const atOnce = plan.turns.at(-1)?.host === peerOf(closer) && random.chance(0.3);
    return [{ ...close, when: throughAt(plan.turns, closer), afterMs: atOnce ? 0 : random.int(1, 40) }];
  }
  const last = base.actions.findLast((action) => action.call.name === 'send' && action.host === closer);
  if (last === undefined || typeof last.afterMs !== 'number') throw new RangeError('the closer has sent nothing');
  return [{ ...close, when: last.when, afterMs: last.afterMs + 1 }];
}

function secondClose(random: Random, base: Scenario, plan: ClosingPlan): readonly Action[] {
  const host = peerOf(plan.closer);
  const { second, turns } = plan;
  const finSeen: Condition = { kind: 'state', host, state: 'CLOSE-WAIT', times: 1 };
  const close = { host, call: { name: 'close' } } as const;
  switch (second.kind) {
    case 'at-once':
      return [{ ...close, when: finSeen, afterMs: 0 }];
    case 'later':
      return [{ ...close, when: finSeen, afterMs: random.int(5, 200) }];
    case 'crossing':
      return [{ ...close, when: throughAt(turns, host), afterMs: crossingAfter(random, base, plan, host) }];
    case 'sends': {
      const pause = second.withAck ? 0 : random.int(5, 60);
      const sends = second.sizes.map((bytes, index): Action => {
        return { host, when: finSeen, afterMs: pause + 2 * index, call: { name: 'send', bytes } };
      });
      if (!second.closes) return sends;
      const afterMs = pause + 2 * second.sizes.length + random.int(0, 1) * random.int(300, 600);
      return [...sends, { ...close, when: finSeen, afterMs }];
    }
  }
}

/**
 * How long a host waits after `throughAt` so that the two FINs cross, the closer's leaving first. One side is through
 * a one-way delay before the other.
 */
function crossingAfter(random: Random, base: Scenario, plan: ClosingPlan, host: HostName): number {
  const last = plan.turns.at(-1);
  const early: HostName = last === undefined ? 'client' : peerOf(last.host);
  if (host !== early) return random.int(1, 5);
  const { delayMs } = base.network;
  if (plan.closer === early || typeof delayMs !== 'number') return random.int(6, 9);
  return delayMs + random.int(6, delayMs - 1);
}
