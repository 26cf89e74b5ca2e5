import { finalStates, type Outcome } from './outcome.ts';
import { MOST_EVENTS, Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import { Tally } from './tally.ts';
import type { Tap } from './tap.ts';

/**
 * Plays a scenario as `simulate` does, to the same end, but keeps no trace: it is faster, and needs no more memory for
 * a long run than for a short one.
 */
export function play(scenario: Scenario, seed: string, tap: Tap = {}, mostEvents: number = MOST_EVENTS): Outcome {
  const tally = new Tally();
  const run = new Run(scenario, seed, tally, tap);
  const ended = run.toEnd(mostEvents);
  const { segmentCount, copies, lost, eventCount, endMs } = tally;
  return { final: finalStates(run.hosts), endMs, ended, segments: segmentCount, copies, lost, events: eventCount };
}
