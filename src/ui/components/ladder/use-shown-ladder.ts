import { useMemo, useState } from 'react';
import { type SegmentStory, storyOf, storySegments } from '../../../trace/timeline/related.ts';
import { ZOOMS } from '../../../trace/timeline/timeline-style.ts';
import type { HostName, Trace } from '../../../trace/trace.ts';
import { useShell } from '../../context.ts';
import type { Handlers } from '../../hooks/use-keys.ts';
import type { Room } from '../frame.tsx';
import { isSeen, nextToFollow } from './following.ts';
import { panelHeight } from './panel.ts';
import { type Playback, type Player, type Step, stepAt, virtualMs } from './playback.ts';
import { type PanelPage, panelPages, type StagePlan, stagePlan } from './stage-plan.ts';
import { figureTimes } from './ticking.ts';
import { type LadderScene, useLadderScene } from './use-ladder-scene.ts';

export interface ShownOptions {
  readonly trace: Trace;
  readonly playback: Playback;
  readonly player: Player;
  /** Virtual time of a usual flight, ms. */
  readonly flightMs: number;
  /** Room for header, ladder, sentence and panel. */
  readonly room: Pick<Room, 'width' | 'height'>;
  /** Rows that the panel leaves the ladder; undefined: as many as a ladder alone on its screen. */
  readonly least?: number;
  /** Shows the rows up to `bottom`, of `rows`. */
  readonly show: (bottom: number, rows: number) => void;
}

/** A ladder as it stands: what is needed to draw it, and how it is looked at, whoever plays it. */
export interface ShownLadder {
  readonly trace: Trace;
  readonly playback: Playback;
  /** Index of the step seen last, and the step; -1 and undefined before the first. */
  readonly index: number;
  readonly step: Step | undefined;
  /** Virtual time now, ms. */
  readonly nowMs: number;
  /** What the figures of each end show: while it plays they go on ten times a second, to be read. */
  readonly figures: Readonly<Record<HostName, Figures>>;
  /** The segment that is followed; null when none is. */
  readonly story: SegmentStory | null;
  readonly plan: StagePlan;
  readonly scene: LadderScene;
  /** Whether anybody has seen the variables: those of a captured conversation are not known. */
  readonly hasVariables: boolean;
  /** The commands that change how it is looked at, as far as they can be carried out now. */
  readonly looking: Pick<Handlers<'ladder'>, LookingCommand>;
}

/** A step by its index, and a virtual time, ms. */
export interface Figures {
  readonly index: number;
  readonly nowMs: number;
}

type LookingCommand =
  | 'follow'
  | 'follow-previous'
  | 'follow-next'
  | 'zoom-in'
  | 'zoom-out'
  | 'view'
  | 'panel'
  | 'numbers';

/** Rows of a ladder from which on time has more room. */
const ROOMY = 24;

/** Draws a trace as it is seen now, and keeps how it is looked at: what is followed, how far time is stretched, which panel. */
export function useShownLadder({ trace, playback, player, flightMs, room, least, show }: ShownOptions): ShownLadder {
  const { settings, changeSettings, linear } = useShell();
  const { numbers, speed } = settings;
  const { at } = player;
  const index = stepAt(playback, at);
  const step = playback.steps[index];
  const figuresAt = player.playing ? figureTimes(at, speed) : { client: at, server: at };
  const figures = (host: HostName): Figures => ({
    index: stepAt(playback, figuresAt[host]),
    nowMs: virtualMs(playback, figuresAt[host]),
  });

  const [chosenPage, setPage] = useState<PanelPage>('both');
  const pages = panelPages(room.width);
  const page = pages.includes(chosenPage) ? chosenPage : (pages[0] ?? 'none');
  const hasVariables = useMemo(() => trace.events.some((event) => 'after' in event && event.after !== null), [trace]);
  const plan = stagePlan(room, page, hasVariables ? panelHeight(room.width) : 0, least);

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
  const scene = useLadderScene({ trace, playback, player, width, height, zoom, flightMs, followed: belonging });

  const stretch = (by: 1 | -1) => {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by];
    return linear || settings.ladder !== 'time' || next === undefined ? undefined : () => setZoom(next);
  };
  const choose = (by: 1 | -1) => {
    const next = nextToFollow(trace, seenEvents, followed, by);
    if (next === null) return undefined;
    return () => {
      follow(next);
      const row = scene.rowOf(next);
      if (row !== null && !player.playing) show(row + (height >> 1), scene.rows);
    };
  };
  const turnPage = () => setPage(pages[(pages.indexOf(page) + 1) % pages.length] ?? page);
  return {
    trace,
    playback,
    index,
    step,
    nowMs: virtualMs(playback, at),
    figures: { client: figures('client'), server: figures('server') },
    story,
    plan,
    scene,
    hasVariables,
    looking: {
      follow: followed === null ? choose(-1) : () => follow(null),
      // From one that is followed on: before that, f chooses the newest.
      'follow-previous': followed === null ? undefined : choose(-1),
      'follow-next': followed === null ? undefined : choose(1),
      'zoom-in': stretch(1),
      'zoom-out': stretch(-1),
      view: linear ? undefined : () => changeSettings({ ladder: settings.ladder === 'time' ? 'compact' : 'time' }),
      panel: linear || !hasVariables ? undefined : turnPage,
      numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
    },
  };
}

/** The same set as long as it holds the same. */
function useStable(set: Set<number> | null): ReadonlySet<number> | null {
  const key = set === null ? null : [...set].sort((a, b) => a - b).join(',');
  return useMemo(() => (key === null ? null : new Set(key.split(',').map(Number))), [key]);
}
