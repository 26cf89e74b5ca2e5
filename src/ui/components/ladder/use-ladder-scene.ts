import { useMemo } from 'react';
import { ladderRows } from '../../../trace/ladder.ts';
import { ladderHeader } from '../../../trace/ladder-line.ts';
import type { LadderStyle } from '../../../trace/ladder-style.ts';
import { ladderStyle } from '../../../trace/plain.ts';
import { layOutTimeline } from '../../../trace/timeline/lay-out.ts';
import { rowTimes } from '../../../trace/timeline/moment.ts';
import { timelineColumns } from '../../../trace/timeline/timeline-style.ts';
import type { Trace } from '../../../trace/trace.ts';
import { useShell } from '../../context.ts';
import type { Line } from '../../layout/line.ts';
import type { Playback, Player } from './playback.ts';
import {
  follower,
  linesFrom,
  linesUpTo,
  type SceneLines,
  sceneDrawer,
  screenTimes,
  seenRows,
  timeRows,
} from './scene.ts';
import { screenLine } from './spans.ts';
import { FRAME } from './ticking.ts';
import { timelineDrawer } from './timeline-scene.ts';

/** What a ladder is drawn from. */
export interface SceneSource {
  readonly trace: Trace;
  readonly playback: Playback;
  readonly player: Player;
  /** Columns and rows for the ladder alone, without its header. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Virtual time of a usual flight, ms. */
  readonly flightMs: number;
  /** Segments set off, by n; null when none is followed. */
  readonly followed: ReadonlySet<number> | null;
}

/** The ladder at this moment. */
export interface LadderScene {
  readonly header: Line;
  /** The lines seen; null while nothing has happened yet. */
  readonly lines: SceneLines | null;
  /** Rows there are now, for scrolling. */
  readonly rows: number;
  /** The row in which a segment leaves, by n; null where that cannot be said. */
  readonly rowOf: (segment: number) => number | null;
  /** Whether a segment is on its way. */
  readonly flying: boolean;
}

/** Lays the trace out once and draws what is seen of it now, in the view that the settings ask for. */
export function useLadderScene(source: SceneSource): LadderScene {
  const { settings } = useShell();
  const time = useTimeScene(settings.ladder === 'time' ? source : null);
  const compact = useCompactScene(settings.ladder === 'time' ? null : source);
  return time ?? compact ?? NOTHING;
}

const NOTHING: LadderScene = { header: [], lines: null, rows: 0, rowOf: () => null, flying: false };

function useStyle(trace: Trace | null, width: number): LadderStyle | null {
  const { settings, language, glyphs } = useShell();
  const { numbers } = settings;
  const ascii = glyphs.drawing !== 'as-it-is';
  return useMemo(
    () => (trace === null ? null : ladderStyle(trace, { width, language, numbers, ascii })),
    [trace, width, language, numbers, ascii],
  );
}

/** Time down the side: slanting arrows. */
function useTimeScene(source: SceneSource | null): LadderScene | null {
  const { settings } = useShell();
  const trace = source?.trace ?? null;
  const playback = source?.playback ?? null;
  const { width, zoom, flightMs, followed } = source ?? { width: 0, zoom: 0, flightMs: 1, followed: null };
  const shared = useStyle(trace, width);
  const style = useMemo(() => (shared === null ? null : { ...shared, digits: 0 }), [shared]);
  const timeline = useMemo(
    () => (trace === null || style === null ? null : layOutTimeline(trace, style, { zoom, flightMs })),
    [trace, style, zoom, flightMs],
  );
  const times = useMemo(
    () => (timeline === null || playback === null ? [] : rowTimes(timeline, screenTimes(playback))),
    [timeline, playback],
  );
  const moving = settings.motion === 'full';
  const draw = useMemo(
    () => (timeline === null || style === null ? null : timelineDrawer({ timeline, style, times, followed, moving })),
    [timeline, style, times, followed, moving],
  );
  const header = useMemo(
    () =>
      trace === null || style === null ? [] : screenLine(ladderHeader(trace, style, timelineColumns(style.width))),
    [trace, style],
  );
  if (source === null || draw === null || timeline === null) return null;
  const { at, bottom, playing } = source.player;
  const frame = playing ? FRAME * settings.speed : 0;
  const { scene, rows, flying } = draw({ at, bottom, height: source.height, frame });
  const rowOf = (segment: number) => timeline.leaves.get(segment) ?? timeline.arrives.get(segment) ?? null;
  return { header, lines: rows === 0 ? null : scene, rows, rowOf, flying };
}

/** One line a segment. */
function useCompactScene(source: SceneSource | null): LadderScene | null {
  const trace = source?.trace ?? null;
  const playback = source?.playback ?? null;
  const height = source?.height ?? 1;
  const followed = source?.followed ?? null;
  const shared = useStyle(trace, source?.width ?? 0);
  const rows = useMemo(
    () => (trace === null || playback === null ? [] : timeRows(ladderRows(trace, { marks: true }), playback)),
    [trace, playback],
  );
  const style = useMemo(
    () => (shared === null ? null : { ...shared, focus: followed === null ? [] : [...followed] }),
    [shared, followed],
  );
  const draw = useMemo(() => (style === null ? null : sceneDrawer(style)), [style]);
  const follow = useMemo(() => (draw === null ? null : follower(height, draw)), [height, draw]);
  const header = useMemo(
    () => (trace === null || style === null ? [] : screenLine(ladderHeader(trace, style))),
    [trace, style],
  );
  if (source === null || draw === null || follow === null) return null;
  const { at, bottom } = source.player;
  const seen = seenRows(rows, at);
  const lines =
    seen.length === 0
      ? null
      : bottom === null
        ? linesFrom(seen, follow(seen), at, height, draw)
        : linesUpTo(seen, bottom, at, height, draw);
  const rowOf = (segment: number) => {
    const found = seen.findIndex(({ row }) => row.kind === 'segment' && row.segment.n === segment);
    return found < 0 ? null : found;
  };
  return { header, lines, rows: seen.length, rowOf, flying: seen.some(({ settledAt }) => settledAt > at) };
}
