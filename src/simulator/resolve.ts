import { type Conventions, PROFILES } from '../tcp/conventions.ts';
import type { Call } from '../trace/trace.ts';
import { amount } from './amount.ts';
import type { Random } from './random.ts';
import type { Action, EndpointSpec, Scenario, ScenarioCall } from './scenario.ts';

/** An action whose amounts are drawn. */
export type ResolvedAction = Omit<Action, 'afterMs' | 'call'> & { readonly afterMs: number; readonly call: Call };

/** The actions with their amounts, drawn in this order. */
export function resolveActions(actions: readonly Action[], random: Random): ResolvedAction[] {
  return actions.map((action) => ({
    ...action,
    afterMs: amount(action.afterMs, random),
    call: resolveCall(action.call, random),
  }));
}

function resolveCall(call: ScenarioCall, random: Random): Call {
  if ('bytes' in call) return { name: call.name, bytes: amount(call.bytes, random) };
  return 'ms' in call ? { name: call.name, ms: amount(call.ms, random) } : call;
}

/** The profile's conventions with what the scenario says otherwise, then with what it says of this end. */
export function conventionsFor(
  scenario: Pick<Scenario, 'profile' | 'conventions' | 'mslMs'>,
  endpoint: Pick<EndpointSpec, 'nagle' | 'delayedAck' | 'conventions'>,
): Conventions {
  const all: { -readonly [Name in keyof Conventions]: Conventions[Name] } = {
    ...PROFILES[scenario.profile],
    ...scenario.conventions,
  };
  all.nagle = endpoint.nagle;
  if (!endpoint.delayedAck) all.delayedAckMs = null;
  if (scenario.mslMs !== null) all.mslMs = scenario.mslMs;
  return Object.assign(all, endpoint.conventions);
}
