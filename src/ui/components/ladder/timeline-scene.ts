import type { LadderStyle, Span } from '../../../trace/ladder-style.ts';
import { drawRow } from '../../../trace/timeline/draw-row.ts';
import { approach, departure, entryTime, type Moment, rowsSeen } from '../../../trace/timeline/moment.ts';
import type { Timeline } from '../../../trace/timeline/timeline.ts';
import { followingWindow, movedAt, type RowWindow, windowUpTo } from '../../../trace/timeline/window.ts';
import { BLANK, type Line } from '../../layout/line.ts';
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
  /** Whether something is on its way, or the picture is moving up. */
  readonly flying: boolean;
}

/** What is to be seen of a timeline. */
export interface TimelineLook {
  /** Screen time. */
  readonly at: number;
  /** The lowest row shown; null follows the newest. */
  readonly bottom: number | null;
  readonly height: number;
  /**
   * Screen time between two pictures while it plays, else 0: a picture that moves up is drawn anew in parts, one after the
   * other, so that no single one costs much on a slow line.
   */
  readonly frame: number;
}

/** Draws a timeline at a screen time; rows that no longer change are drawn once. */
export function timelineDrawer({
  timeline,
  style,
  times,
  followed,
  moving,
}: TimedTimeline): (look: TimelineLook) => TimelineScene {
  const settled = new Map<number, Line>();
  return ({ at, bottom, height, frame }) => {
    const moment: Moment = { times, at, moving };
    const seen = rowsSeen(timeline, moment);
    const draw = (index: number): Line => {
      const stands =
        index < seen - 1 && departure(timeline, index, moment) === 1 && approach(timeline, index, moment) === 1;
      const known = stands ? settled.get(index) : undefined;
      const line = known ?? screenLine(withoutTrail(drawRow(index, { timeline, style, moment, followed, seen })));
      if (stands) settled.set(index, line);
      return line;
    };
    const window = bottom === null ? followingWindow(seen, height) : windowUpTo(bottom, seen, height);
    const before = bottom === null && frame > 0 ? windowBefore(timeline, moment, seen, height, frame) : null;
    const lines =
      before === null
        ? rowsOf(window).map(draw)
        : Array.from({ length: height }, (_, place) => {
            const { from, to } = place < before.moved * height ? window : before.window;
            return from + place < to ? draw(from + place) : BLANK;
          });
    const { lanes = [] } = timeline.rows[seen - 1] ?? {};
    const onItsWay = at < (times.at(-1) ?? 0) && lanes.some(({ toRow }) => toRow >= seen - 1 && Number.isFinite(toRow));
    const flying = onItsWay || before !== null;
    return { scene: { lines, above: window.from > 0, below: window.to < seen }, rows: seen, flying };
  };
}

/** Blanks at the end of a line need not be written. */
function withoutTrail(spans: readonly Span[]): readonly Span[] {
  const last = spans.findLastIndex(({ role }) => role !== 'space');
  return spans.slice(0, last + 1);
}

function rowsOf({ from, to }: RowWindow): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Pictures in which the moving up of a picture is drawn: at first none of it, beside all that has changed with the step. */
const PARTS = 5;

/** The window before the picture moved up, and how much of it has been drawn anew; null once all has. */
function windowBefore(
  timeline: Timeline,
  moment: Moment,
  seen: number,
  height: number,
  frame: number,
): { readonly window: RowWindow; readonly moved: number } | null {
  const moved = movedAt(seen, height);
  if (moved === null) return null;
  const part = Math.floor((moment.at - entryTime(timeline, moved - 1, moment)) / frame);
  return part >= PARTS ? null : { window: followingWindow(moved - 1, height), moved: part / PARTS };
}
