import type { LadderStyle } from '../../../trace/ladder-style.ts';
import { drawRow } from '../../../trace/timeline/draw-row.ts';
import { approach, departure, type Moment, rowsSeen } from '../../../trace/timeline/moment.ts';
import type { Timeline } from '../../../trace/timeline/timeline.ts';
import { followingWindow, windowUpTo } from '../../../trace/timeline/window.ts';
import type { Line } from '../../layout/line.ts';
import type { SceneLines } from './scene.ts';
import { screenLine } from './spans.ts';

/** A timeline as it is shown: laid out, and set into the time of its playback. */
export interface TimedTimeline {
  readonly timeline: Timeline;
  readonly style: LadderStyle;
  /** Screen time of every row. */
  readonly times: readonly number[];
  /** Segments set off, by n; null when none is followed. */
  readonly followed: ReadonlySet<number> | null;
  /** Whether segments are seen on their way. */
  readonly moving: boolean;
}

export interface TimelineScene {
  readonly scene: SceneLines;
  readonly rows: number;
  /** Whether something is on its way. */
  readonly flying: boolean;
}

/** Draws a timeline at a screen time; rows that no longer change are drawn once. */
export function timelineDrawer({
  timeline,
  style,
  times,
  followed,
  moving,
}: TimedTimeline): (at: number, bottom: number | null, height: number) => TimelineScene {
  const settled = new Map<number, Line>();
  return (at, bottom, height) => {
    const moment: Moment = { times, at, moving };
    const seen = rowsSeen(timeline, moment);
    const { from, to } = bottom === null ? followingWindow(seen, height) : windowUpTo(bottom, seen, height);
    const lines: Line[] = [];
    for (let index = from; index < to; index++) {
      const stands =
        index < seen - 1 && departure(timeline, index, moment) === 1 && approach(timeline, index, moment) === 1;
      const known = stands ? settled.get(index) : undefined;
      const line = known ?? screenLine(drawRow(index, { timeline, style, moment, followed, seen }));
      if (stands) settled.set(index, line);
      lines.push(line);
    }
    const lowest = timeline.rows[seen - 1];
    const flying = lowest?.lanes.some(({ toRow }) => toRow !== Number.POSITIVE_INFINITY && toRow >= seen - 1) ?? false;
    return {
      scene: { lines, above: from > 0, below: to < seen },
      rows: seen,
      flying: flying && at < (times.at(-1) ?? 0),
    };
  };
}
