import type { Conventions, ProfileName } from '../tcp/conventions.ts';
import { amount } from './amount.ts';
import type { ResolvedEndpoint } from './host.ts';
import type { EndpointChange } from './move.ts';
import type { Random } from './random.ts';
import { conventionsFor } from './resolve.ts';
import type { EndpointSpec, Scenario } from './scenario.ts';

/** What an end is set up with, by the scenario and the moves so far; its amounts are drawn. */
export interface EndpointSetup {
  readonly profile: ProfileName;
  readonly spec: EndpointSpec & { readonly mss: number; readonly window: number };
}

/** Without window scaling no more than this can be offered (RFC 9293 §3.1). */
const LARGEST_UNSCALED = 0xffff;

/** The setup a run begins with. */
export function drawnSetup(profile: ProfileName, spec: EndpointSpec, random: Random): EndpointSetup {
  const mss = amount(spec.mss, random);
  return { profile, spec: { ...spec, mss, window: amount(spec.window, random) } };
}

/** The setup after a change. */
export function changedSetup({ profile, spec }: EndpointSetup, change: EndpointChange): EndpointSetup {
  return {
    profile: change.profile ?? profile,
    spec: {
      ...spec,
      mss: change.mss ?? spec.mss,
      window: change.window ?? spec.window,
      conventions: { ...spec.conventions, ...change.conventions },
    },
  };
}

/** What a connection begins with at this setup. */
export function endpointOf(
  scenario: Pick<Scenario, 'conventions' | 'mslMs'>,
  { profile, spec }: EndpointSetup,
): ResolvedEndpoint {
  const conventions = conventionsFor({ conventions: scenario.conventions, mslMs: scenario.mslMs, profile }, spec);
  return { ...spec, window: offered(spec.window, conventions), conventions };
}

function offered(window: number, { windowScaling }: Conventions): number {
  return windowScaling ? window : Math.min(LARGEST_UNSCALED, window);
}
