import type { Trace } from '../trace/trace.ts';
import { finishedTrace } from './recording/finished-trace.ts';
import { TraceRecorder } from './recording/trace-recorder.ts';
import { MOST_EVENTS, Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { Tap } from './tap.ts';

/**
 * Plays a scenario from start to end in virtual time. Pure: the same scenario and seed give the same trace on every
 * machine. Ends when nothing is left to happen, at the scenario's limit, or soon after `mostEvents` events. `tap` is
 * told of bytes delivered.
 */
export function simulate(scenario: Scenario, seed: string, tap: Tap = {}, mostEvents: number = MOST_EVENTS): Trace {
  const recorder = new TraceRecorder();
  const run = new Run(scenario, seed, recorder, tap);
  const ended = run.toEnd(mostEvents);
  return finishedTrace(scenario, seed, run.hosts, recorder, ended);
}
