import type { Trace } from '../trace/trace.ts';
import { Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { Tap } from './tap.ts';

/**
 * Plays a scenario from start to end in virtual time. Pure: the same scenario and seed give the same trace on every
 * machine. Ends when nothing is left to happen, or at the scenario's limit. `tap` is told of bytes delivered.
 */
export function simulate(scenario: Scenario, seed: string, tap: Tap = {}): Trace {
  return new Run(scenario, seed, tap).toEnd();
}
