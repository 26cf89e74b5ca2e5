import { useEffect, useMemo, useReducer } from 'react';
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
  type Step,
  screenTimeUpTo,
  startPlayer,
  stepAt,
  usualFlight,
  virtualMs,
} from './playback.ts';
import { type LadderScene, type LadderView, useLadderScene } from './use-ladder-scene.ts';

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
  readonly room: Room;
}

/** A ladder being played: what a screen needs to draw it, to steer it and to know where it stands. */
export interface Ladder {
  readonly trace: Trace;
  readonly playback: Playback;
  readonly player: Player;
  readonly dispatch: (action: PlayerAction) => void;
  /** Index of the step seen last, and the step; -1 and undefined before the first. */
  readonly index: number;
  readonly step: Step | undefined;
  /** Virtual time now, ms. */
  readonly nowMs: number;
  readonly ended: boolean;
  /** The commands of the key context 'ladder' that can be carried out now. */
  readonly handlers: Handlers<'ladder'>;
  readonly view: LadderView;
  readonly scene: LadderScene;
}

/** Screen time between two frames, ms. */
const TICK = 100;
const SPEEDS = [0.5, 1, 2, 4] as const;

/** Plays a trace on a screen. It begins anew when the component is made anew (by its key). */
export function useLadder(trace: Trace, options: LadderOptions): Ladder {
  const { settings, changeSettings, linear } = useShell();
  const { numbers, speed } = settings;
  const active = useActive();
  const { flightMs, untilMs } = options;

  const playback = useMemo(() => playbackOf(trace, flightMs ?? usualFlight(trace)), [trace, flightMs]);
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
  useTicks(active && player.playing && player.at < endAt, speed, dispatch);

  const { at } = player;
  const index = stepAt(playback, at);
  const view: LadderView = { trace, playback, player, room: options.room };
  const scene = useLadderScene(view);

  const change = (by: 1 | -1) => {
    const next = SPEEDS[SPEEDS.indexOf(speed) + by];
    return next === undefined ? undefined : () => changeSettings({ speed: next });
  };
  const scroll = (by: number) => () => dispatch({ type: 'scroll', by, rows: scene.rows });
  const ended = at >= endAt;
  const page = Math.max(1, scene.plan.ladder - 2);
  return {
    trace,
    playback,
    player,
    dispatch,
    index,
    step: playback.steps[index],
    nowMs: virtualMs(playback, at),
    ended,
    view,
    scene,
    handlers: {
      toggle: linear ? undefined : () => dispatch({ type: 'toggle' }),
      forward: ended ? undefined : () => dispatch({ type: 'forward' }),
      'step-back': index < 0 ? undefined : () => dispatch({ type: 'back' }),
      slower: linear ? undefined : change(-1),
      faster: linear ? undefined : change(1),
      numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
      start: () => dispatch({ type: 'start' }),
      end: () => dispatch({ type: 'end' }),
      up: scroll(-1),
      down: scroll(1),
      'page-up': scroll(-page),
      'page-down': scroll(page),
    },
  };
}

function useTicks(running: boolean, speed: number, dispatch: (action: PlayerAction) => void): void {
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => dispatch({ type: 'tick', ms: TICK * speed }), TICK);
    return () => clearInterval(timer);
  }, [running, speed, dispatch]);
}
