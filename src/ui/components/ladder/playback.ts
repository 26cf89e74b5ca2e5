import type { HostName, Snapshot, Trace, TraceEvent } from '../../../trace/trace.ts';

/**
 * How a trace is played to someone: in steps, each at a time on the screen. Screen time is ms at speed 1; virtual time
 * is the trace's own. Flights take about as long to watch whatever the network's delay is, what happens at once is told
 * one after the other, and silences are cut short.
 */

/** An event with what follows from it at once: state changes, data handed up. */
export interface Step {
  /** Index into trace.events of the event itself. */
  readonly event: number;
  /** Index of the last event that belongs to it. */
  readonly last: number;
  /** Virtual time. */
  readonly ms: number;
  /** Screen time. */
  readonly at: number;
  /** Each host's variables after it; null before a host has any. */
  readonly after: Readonly<Record<HostName, Snapshot | null>>;
}

export interface Playback {
  readonly steps: readonly Step[];
  /** Screen time at which all has been seen. */
  readonly endAt: number;
}

/** Screen time before the first step: to read what this is about. */
const LEAD_IN = 1600;
/** Screen time a usual flight takes. */
const FLIGHT = 1300;
/** The least and the most screen time between two steps. */
const SHORTEST = 450;
const LONGEST = 1900;
/** After the last step. */
const LEAD_OUT = 600;

/** What is no step of its own, but follows at once from the event before. */
const FOLLOWS: ReadonlySet<TraceEvent['kind']> = new Set(['state', 'deliver', 'signal']);

/**
 * `flightMs` is the virtual time that a usual flight takes: with the same one, traces that begin alike are played alike as
 * far as they are.
 */
export function playbackOf(trace: Trace, flightMs: number = usualFlight(trace)): Playback {
  const scale = FLIGHT / Math.max(1, flightMs);
  const steps: Step[] = [];
  let after: Step['after'] = { client: null, server: null };
  let at = LEAD_IN;
  for (const [index, event] of trace.events.entries()) {
    const before = steps.at(-1);
    if (FOLLOWS.has(event.kind) && before !== undefined) {
      steps[steps.length - 1] = { ...before, last: index };
      continue;
    }
    if (event.kind !== 'lost') after = { ...after, [event.host]: event.after };
    if (before !== undefined) at += Math.min(LONGEST, Math.max(SHORTEST, (event.ms - before.ms) * scale));
    steps.push({ event: index, last: index, ms: event.ms, at, after });
  }
  return { steps, endAt: at + LEAD_OUT };
}

/** The flight time in the middle of all, ms; 20 when nothing arrives. */
export function usualFlight({ segments }: Trace): number {
  const flights = segments.flatMap(({ sentMs, arrivedMs, origin }) =>
    arrivedMs === null || origin !== 'tcp' ? [] : [arrivedMs - sentMs],
  );
  flights.sort((a, b) => a - b);
  return Math.max(1, flights[flights.length >> 1] ?? 20);
}

/** Screen time shortly before segment number `n` is sent: what led to it is there, it itself is still to come. */
export function shortlyBefore({ steps }: Playback, trace: Trace, n: number): number {
  const sent = steps.find(({ event }) => {
    const what = trace.events[event];
    return what?.kind === 'send' && what.segment === n;
  });
  return sent === undefined ? 0 : Math.max(0, sent.at - SHORTEST);
}

/** Index of the step seen at a screen time; -1 before the first. */
export function stepAt({ steps }: Playback, at: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Virtual time at a screen time, ms. */
export function virtualMs(playback: Playback, at: number): number {
  const index = stepAt(playback, at);
  const step = playback.steps[index];
  const next = playback.steps[index + 1];
  if (step === undefined) return 0;
  if (next === undefined) return step.ms;
  return step.ms + ((next.ms - step.ms) * (at - step.at)) / (next.at - step.at);
}

/** The latest screen time at which nothing is seen that happens after a virtual time. */
export function screenTimeUpTo({ steps, endAt }: Playback, ms: number): number {
  const next = steps.findIndex((step) => step.ms > ms);
  const after = steps[next];
  const before = steps[next - 1];
  if (after === undefined) return endAt;
  if (before === undefined) return 0;
  return before.at + ((after.at - before.at) * (ms - before.ms)) / (after.ms - before.ms);
}

/** Where the player stands. */
export interface Player {
  /** Screen time. */
  readonly at: number;
  readonly playing: boolean;
  /** The lowest row shown, as an index into the rows seen; null follows the newest. */
  readonly bottom: number | null;
}

export type PlayerAction =
  /** Screen time has passed. */
  | { readonly type: 'tick'; readonly ms: number }
  | { readonly type: 'toggle' | 'forward' | 'back' | 'start' | 'end' }
  /** To a screen time, playing on or not. */
  | { readonly type: 'seek'; readonly at: number; readonly playing: boolean }
  /** `rows` are how many there are now; scrolling past the newest follows it again. */
  | { readonly type: 'scroll'; readonly by: number; readonly rows: number }
  /** Shows the rows up to `bottom`; what is beyond the newest follows it. */
  | { readonly type: 'show'; readonly bottom: number; readonly rows: number };

export function startPlayer(playing: boolean): Player {
  return { at: 0, playing, bottom: null };
}

/** `endAt`: where the player stops, at the end or before it. */
export function reducePlayer(
  playback: Playback,
  player: Player,
  action: PlayerAction,
  endAt: number = playback.endAt,
): Player {
  const { steps } = playback;
  const index = stepAt(playback, player.at);
  const stop = (at: number): Player => ({ at, playing: false, bottom: null });
  switch (action.type) {
    case 'tick': {
      if (!player.playing) return player;
      const at = Math.min(endAt, player.at + action.ms);
      return { ...player, at, playing: at < endAt };
    }
    case 'toggle':
      if (!player.playing && player.at >= endAt) return startPlayer(true);
      return { ...player, playing: !player.playing, bottom: null };
    case 'forward': {
      const next = steps[index + 1];
      return next === undefined || next.at > endAt ? stop(endAt) : stop(next.at);
    }
    case 'back': {
      // While it plays, back is the beginning of what is being seen; standing on a step it is the one before.
      const target = player.playing || player.at > (steps[index]?.at ?? 0) + LEAD_OUT ? index : index - 1;
      return stop(steps[target]?.at ?? 0);
    }
    case 'start':
      return stop(0);
    case 'end':
      return stop(endAt);
    case 'seek':
      return { at: Math.max(0, Math.min(endAt, action.at)), playing: action.playing, bottom: null };
    case 'scroll': {
      const newest = action.rows - 1;
      const bottom = Math.max(0, Math.min(newest, player.bottom ?? newest) + action.by);
      return { ...player, bottom: bottom >= newest ? null : bottom };
    }
    case 'show': {
      const bottom = Math.max(0, action.bottom);
      return { ...player, bottom: bottom >= action.rows - 1 ? null : bottom };
    }
  }
}
