import { useEffect, useMemo, useReducer, useState } from 'react';
import { type SegmentStory, storyOf, storySegments } from '../../../trace/timeline/related.ts';
import { ZOOMS } from '../../../trace/timeline/timeline-style.ts';
import type { Trace } from '../../../trace/trace.ts';
import { useActive, useShell } from '../../context.ts';
import type { Handlers } from '../../hooks/use-keys.ts';
import type { Room } from '../frame.tsx';
import { isSeen, nextToFollow } from './following.ts';
import { panelHeight } from './panel.ts';
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
import { type PanelPage, panelPages, type StagePlan, stagePlan } from './stage-plan.ts';
import { tickAfter } from './ticking.ts';
import { type LadderScene, useLadderScene } from './use-ladder-scene.ts';

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
export interface Ladder {
  readonly trace: Trace;
  readonly playback: Playback;
  readonly player: Player;
  readonly dispatch: (action: PlayerAction) => void;
  /** Index of the step seen last, and the step; -1 and undefined before the first. */
  readonly index: number;
  readonly step: Step | undefined;
  /** Virtual time now, ms. While it plays it goes on in tenths of a second of the screen: figures are read, not watched. */
  readonly nowMs: number;
  readonly ended: boolean;
  /** The segment that is followed; null when none is. */
  readonly story: SegmentStory | null;
  /** The commands of the key context 'ladder' that can be carried out now. */
  readonly handlers: Handlers<'ladder'>;
  readonly plan: StagePlan;
  readonly scene: LadderScene;
  /** Whether anybody has seen the variables: those of a captured conversation are not known. */
  readonly hasVariables: boolean;
}

const SPEEDS = [0.5, 1, 2, 4] as const;
/** Screen time between two figures of a clock, ms. */
const FIGURES = 100;
/** Rows of a ladder from which on time has more room. */
const ROOMY = 24;

/** Plays a trace on a screen. It begins anew when the component is made anew (by its key). */
export function useLadder(trace: Trace, options: LadderOptions): Ladder {
  const { settings, changeSettings, linear } = useShell();
  const { numbers, speed } = settings;
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
  const index = stepAt(playback, at);
  const step = playback.steps[index];
  const ended = at >= endAt;

  const [chosenPage, setPage] = useState<PanelPage>('both');
  const pages = panelPages(room.width);
  const page = pages.includes(chosenPage) ? chosenPage : (pages[0] ?? 'none');
  const hasVariables = useMemo(() => trace.events.some((event) => 'after' in event && event.after !== null), [trace]);
  const plan = stagePlan(room, page, hasVariables ? panelHeight(room.width) : 0);

  const [chosenZoom, setZoom] = useState<number | null>(null);
  const zoom = chosenZoom ?? (plan.ladder >= ROOMY ? 1 : 0);
  const [chosen, follow] = useState<number | null>(null);
  const seenEvents = step === undefined ? 0 : step.last + 1;
  const followed = chosen !== null && isSeen(trace, chosen, seenEvents) ? chosen : null;
  const story = useMemo(
    () => (followed === null ? null : storyOf(trace, followed, seenEvents)),
    [trace, followed, seenEvents],
  );
  const belonging = useStable(story === null ? null : storySegments(story));

  const { width, ladder: height } = plan;
  // At the end nothing more comes: the screen is filled with the last rows.
  const shown = ended && player.bottom === null ? { ...player, bottom: Number.MAX_SAFE_INTEGER } : player;
  const scene = useLadderScene({ trace, playback, player: shown, width, height, zoom, flightMs, followed: belonging });
  const running = active && player.playing && !ended;
  useTicks(
    running ? tickAfter(playback, at, { flying: scene.flying, speed, motion: settings.motion }) : null,
    dispatch,
  );

  const change = (by: 1 | -1) => {
    const next = SPEEDS[SPEEDS.indexOf(speed) + by];
    return next === undefined ? undefined : () => changeSettings({ speed: next });
  };
  const stretch = (by: 1 | -1) => {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by];
    return linear || settings.ladder !== 'time' || next === undefined ? undefined : () => setZoom(next);
  };
  const scroll = (by: number) => () => dispatch({ type: 'scroll', by, rows: scene.rows });
  const choose = (by: 1 | -1) => {
    const next = nextToFollow(trace, seenEvents, followed, by);
    if (next === null) return undefined;
    return () => {
      follow(next);
      const row = scene.rowOf(next);
      if (row !== null && !player.playing) dispatch({ type: 'show', bottom: row + (height >> 1), rows: scene.rows });
    };
  };
  const turnPage = () => setPage(pages[(pages.indexOf(page) + 1) % pages.length] ?? page);
  const screenPage = Math.max(1, plan.ladder - 2);
  return {
    trace,
    playback,
    player,
    dispatch,
    index,
    step,
    nowMs: virtualMs(playback, player.playing ? Math.max(step?.at ?? 0, at - (at % FIGURES)) : at),
    ended,
    story,
    plan,
    scene,
    hasVariables,
    handlers: {
      toggle: linear ? undefined : () => dispatch({ type: 'toggle' }),
      forward: ended ? undefined : () => dispatch({ type: 'forward' }),
      'step-back': index < 0 ? undefined : () => dispatch({ type: 'back' }),
      slower: linear ? undefined : change(-1),
      faster: linear ? undefined : change(1),
      follow: followed === null ? choose(-1) : () => follow(null),
      'follow-previous': choose(-1),
      'follow-next': choose(1),
      'zoom-in': stretch(1),
      'zoom-out': stretch(-1),
      view: linear ? undefined : () => changeSettings({ ladder: settings.ladder === 'time' ? 'compact' : 'time' }),
      panel: linear || !hasVariables ? undefined : turnPage,
      numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
      start: () => dispatch({ type: 'start' }),
      end: () => dispatch({ type: 'end' }),
      up: linear ? undefined : scroll(-1),
      down: linear ? undefined : scroll(1),
      'page-up': linear ? undefined : scroll(-screenPage),
      'page-down': linear ? undefined : scroll(screenPage),
    },
  };
}

/** One tick after a while, then the next: none at all while `after` is null. */
function useTicks(after: number | null, dispatch: (action: PlayerAction) => void): void {
  const { settings } = useShell();
  const { speed } = settings;
  // A steady clock while the step stays the same: each tick sets up nothing anew.
  useEffect(() => {
    if (after === null) return;
    const timer = setInterval(() => dispatch({ type: 'tick', ms: after * speed }), after);
    return () => clearInterval(timer);
  }, [after, speed, dispatch]);
}

/** The same set as long as it holds the same. */
function useStable(set: Set<number> | null): ReadonlySet<number> | null {
  const key = set === null ? null : [...set].sort((a, b) => a - b).join(',');
  return useMemo(() => (key === null ? null : new Set(key.split(',').map(Number))), [key]);
}
