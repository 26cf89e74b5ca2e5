import type { Trace } from '../../trace/trace.ts';
import type { Move, ScenarioMove } from '../move.ts';
import { MOST_EVENTS } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { LONGEST_RUN_MS } from '../scenario-file/values.ts';
import { simulate } from '../simulate.ts';

export type { EndpointChange, Move, NetworkChange } from '../move.ts';

/** A move made by hand at a time of the run, ms. */
export interface TimedMove {
  readonly ms: number;
  readonly move: Move;
}

/**
 * A run played by hand: a scenario, and what was done to it while it ran. The scenario with these moves is all there is
 * to it; the trace is what that plays to, with the future it has if nothing more is done.
 */
export interface Sandbox {
  /** The scenario as it was before any move. */
  readonly base: Scenario;
  readonly seed: string;
  /** In the order they were made; their times never fall. */
  readonly moves: readonly TimedMove[];
  /** The base with the moves: saved, it plays to the same trace with the same seed. */
  readonly scenario: Scenario;
  readonly trace: Trace;
}

/** Beyond the last move a run goes on for as long as a scenario does that says nothing of its limit, ms. */
const ROOM_MS = 600_000;

/** A sandbox over a scenario. What was done by hand before it was saved is there to be taken back again. */
export function openSandbox(base: Scenario, seed: string): Sandbox {
  const moves = base.moves
    .flatMap(({ when, afterMs, move }) => (when.kind === 'time' ? [{ ms: when.ms + afterMs, move }] : []))
    .sort((a, b) => a.ms - b.ms);
  return played({ ...base, moves: base.moves.filter(({ when }) => when.kind !== 'time') }, seed, moves);
}

/**
 * Makes a move at `ms`, rounded up to a whole ms, after all else that happens then: the trace up to and including that
 * time stays, and only what follows is played anew. Moves made later than that are dropped with the future they were
 * part of. Nothing is known of what comes after the limit of a run that ended there: a later move is made at the limit.
 */
export function act({ base, seed, moves, scenario, trace }: Sandbox, ms: number, move: Move): Sandbox {
  const at = Math.min(Math.ceil(ms), trace.ended === 'limit' ? scenario.limitMs : LONGEST_RUN_MS);
  return played(base, seed, [...moves.filter((made) => made.ms <= at), { ms: at, move }]);
}

/** The sandbox without its last move, or null if none was made. */
export function takeBack({ base, seed, moves }: Sandbox): Sandbox | null {
  return moves.length === 0 ? null : played(base, seed, moves.slice(0, -1));
}

/** Whether more happens after the limit that ended the run, and there is room for it. */
export function canGoOn({ scenario, trace }: Sandbox): boolean {
  return trace.ended === 'limit' && scenario.limitMs < LONGEST_RUN_MS && trace.events.length <= MOST_EVENTS;
}

/** The sandbox with a run that goes on beyond its limit for as long again, if it was the limit that ended it. */
export function goOn({ base, seed, moves, scenario }: Sandbox): Sandbox {
  return played({ ...base, limitMs: Math.min(LONGEST_RUN_MS, scenario.limitMs + ROOM_MS) }, seed, moves);
}

function played(base: Scenario, seed: string, moves: readonly TimedMove[]): Sandbox {
  const last = moves.at(-1);
  const limitMs =
    last === undefined ? base.limitMs : Math.max(base.limitMs, Math.min(LONGEST_RUN_MS, last.ms + ROOM_MS));
  const made = moves.map(({ ms, move }): ScenarioMove => ({ when: { kind: 'time', ms }, afterMs: 0, move }));
  const scenario = { ...base, moves: [...base.moves, ...made], limitMs };
  return { base, seed, moves, scenario, trace: simulate(scenario, seed) };
}
