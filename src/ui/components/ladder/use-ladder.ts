import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { Trace } from '../../../trace/trace.ts';
import { useActive, useShell } from '../../context.ts';
import type { Handlers } from '../../hooks/use-keys.ts';
import type { Room } from '../frame.tsx';
import {
  type Playback,
  type Player,
  type PlayerAction,
  playbackOf,
  reducePlayer,
  screenTimeUpTo,
  startPlayer,
  usualFlight,
} from './playback.ts';
import { tickAfter } from './ticking.ts';
import { type ShownLadder, useShownLadder } from './use-shown-ladder.ts';

export interface LadderOptions {
  /** Where it begins, screen time of its playback; asked once. */
  readonly startAt: (playback: Playback) => number;
  /**
   * Virtual time a usual flight takes, ms; null goes by the trace. To be given where a trace changes while it is shown:
   * what was seen then stays at its screen time.
   */
  readonly flightMs: number | null;
  /** Virtual time up to which it may be seen, ms; Infinity shows all. Playing stops there. */
  readonly untilMs: number;
  /** Room for header, ladder, sentence and panel. */
  readonly room: Pick<Room, 'width' | 'height'>;
}

/** A ladder being played: what a screen needs to draw it, to steer it and to know where it stands. */
export interface Ladder extends ShownLadder {
  readonly player: Player;
  readonly dispatch: (action: PlayerAction) => void;
  readonly ended: boolean;
  /** The commands of the key context 'ladder' that can be carried out now. */
  readonly handlers: Handlers<'ladder'>;
}

const SPEEDS = [0.5, 1, 2, 4] as const;

/** Plays a trace on a screen. It begins anew when the component is made anew (by its key). */
export function useLadder(trace: Trace, options: LadderOptions): Ladder {
  const { settings, changeSettings, linear } = useShell();
  const { speed } = settings;
  const active = useActive();
  const { untilMs, room } = options;
  const flightMs = useMemo(() => Math.max(1, options.flightMs ?? usualFlight(trace)), [options.flightMs, trace]);

  const playback = useMemo(() => playbackOf(trace, flightMs), [trace, flightMs]);
  const endAt = useMemo(
    () => (untilMs === Number.POSITIVE_INFINITY ? playback.endAt : screenTimeUpTo(playback, untilMs)),
    [playback, untilMs],
  );
  const [stored, dispatch] = useReducer(
    (state: Player, action: PlayerAction) => reducePlayer(playback, state, action, endAt),
    null,
    () => ({ ...startPlayer(!linear), at: options.startAt(playback) }),
  );
  // The trace may have become shorter than where it was being watched.
  const player = stored.at > endAt ? { ...stored, at: endAt } : stored;
  const { at } = player;
  const ended = at >= endAt;
  const shown = useShownLadder({
    trace,
    playback,
    // At the end nothing more comes: the screen is filled with the last rows.
    player: ended && player.bottom === null ? { ...player, bottom: Number.MAX_SAFE_INTEGER } : player,
    flightMs,
    room,
    show: (bottom, rows) => dispatch({ type: 'show', bottom, rows }),
  });
  const { scene, plan, index } = shown;
  const running = active && player.playing && !ended;
  const tick = running ? tickAfter(playback, at, { flying: scene.flying, speed, motion: settings.motion }) : null;
  useTicks(tick, (ms) => dispatch({ type: 'tick', ms }));

  const change = (by: 1 | -1) => {
    const next = SPEEDS[SPEEDS.indexOf(speed) + by];
    return next === undefined ? undefined : () => changeSettings({ speed: next });
  };
  const scroll = (by: number) => () => dispatch({ type: 'scroll', by, rows: scene.rows });
  const screenPage = Math.max(1, plan.ladder - 2);
  return {
    ...shown,
    player,
    dispatch,
    ended,
    handlers: {
      ...shown.looking,
      toggle: linear ? undefined : () => dispatch({ type: 'toggle' }),
      forward: ended ? undefined : () => dispatch({ type: 'forward' }),
      'step-back': index < 0 ? undefined : () => dispatch({ type: 'back' }),
      slower: linear ? undefined : change(-1),
      faster: linear ? undefined : change(1),
      start: () => dispatch({ type: 'start' }),
      end: () => dispatch({ type: 'end' }),
      up: linear ? undefined : scroll(-1),
      down: linear ? undefined : scroll(1),
      'page-up': linear ? undefined : scroll(-screenPage),
      'page-down': linear ? undefined : scroll(screenPage),
    },
  };
}

/** Tells of screen time that has passed: one tick after a while, then the next; none at all while `after` is null. */
export function useTicks(after: number | null, onTick: (ms: number) => void): void {
  const { settings } = useShell();
  const { speed } = settings;
  const latest = useRef(onTick);
  latest.current = onTick;
  // A steady clock while the step stays the same: each tick sets up nothing anew.
  useEffect(() => {
    if (after === null) return;
    const timer = setInterval(() => latest.current(after * speed), after);
    return () => clearInterval(timer);
  }, [after, speed]);
}
