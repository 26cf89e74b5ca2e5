import type { Random } from '../../simulator/random.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import type { Trace } from '../../trace/trace.ts';
import { type ConversationPlan, conversation } from './conversation.ts';

/** The trace of a scenario, with what is left to chance in it settled by `random`. */
export function playScenario(random: Random, scenario: Scenario): Trace {
  return simulate(scenario, String(random.int(0, 0xffff_ffff)));
}

/** The trace of a conversation. */
export function play(random: Random, plan: ConversationPlan): Trace {
  return playScenario(random, conversation(random, plan));
}
