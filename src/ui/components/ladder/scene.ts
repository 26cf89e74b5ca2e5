import type { LadderRow } from '../../../trace/ladder.ts';
import { ladderLines } from '../../../trace/ladder-line.ts';
import type { LadderStyle } from '../../../trace/ladder-style.ts';
import { HOST_NAMES, type HostName, peerOf } from '../../../trace/trace.ts';
import type { Line } from '../../layout/line.ts';
import { type Playback, stepAt } from './playback.ts';
import { screenLine } from './spans.ts';

/** A row with the screen times at which its parts come to be seen. */
export interface TimedRow {
  readonly row: LadderRow;
  readonly showAt: number;
  /** When the row stands as it will stay. */
  readonly settledAt: number;
  /** When each host's state beside it is true. */
  readonly stateAt: Readonly<Record<HostName, number>>;
}

/** Sets the rows of a trace into the time of its playback. */
export function timeRows(rows: readonly LadderRow[], playback: Playback): TimedRow[] {
  const atOf = screenTimes(playback);
  const arrivals = new Map<number, number>();
  for (const row of rows) {
    if (row.kind === 'segment' && row.crossing === 'arrives') arrivals.set(row.segment.n, row.event);
  }
  return rows.map((row): TimedRow => {
    const { client, server } = row.ends;
    const stateAt = { client: client === null ? 0 : atOf(client), server: server === null ? 0 : atOf(server) };
    if (row.kind === 'gap') {
      const next = atOf(row.event);
      const before = playback.steps[stepAt(playback, next) - 1]?.at ?? 0;
      const showAt = (before + next) / 2;
      return { row, showAt, settledAt: showAt, stateAt };
    }
    if (row.kind === 'mark' || row.crossing === 'arrives') {
      return { row, showAt: atOf(row.event), settledAt: atOf(row.event), stateAt };
    }
    const sent = row.ends[row.segment.from];
    const showAt = atOf(sent ?? row.event);
    const landing = row.ends[peerOf(row.segment.from)] ?? landingOf(row);
    return { row, showAt, settledAt: landing === null ? Number.POSITIVE_INFINITY : atOf(landing), stateAt };
  });

  /** Where a segment that has no end at its receiver in this row comes to rest: when it is lost or out of sight, or where it arrives. */
  function landingOf(row: Extract<LadderRow, { kind: 'segment' }>): number | null {
    if (row.crossing !== 'lost' && row.segment.fate !== 'unknown') return arrivals.get(row.segment.n) ?? null;
    const next = playback.steps[stepAt(playback, atOf(row.event)) + 1]?.event ?? null;
    // The last of a capture comes to rest at once: nothing is known of it afterwards.
    return next === null && row.segment.fate === 'unknown' ? row.event : next;
  }
}

/** The screen time of the step an event belongs to, by the event's index. */
export function screenTimes({ steps }: Playback): (event: number) => number {
  const times: number[] = [];
  for (const { event, last, at } of steps) for (let i = event; i <= last; i++) times[i] = at;
  return (event) => times[event] ?? 0;
}

/** The rows seen at a screen time, in the ladder's order. */
export function seenRows(rows: readonly TimedRow[], at: number): TimedRow[] {
  return rows.filter(({ showAt }) => showAt <= at);
}

/** Draws rows at a screen time; rows that no longer change are drawn once. */
export function sceneDrawer(style: LadderStyle): (timed: TimedRow, at: number) => readonly Line[] {
  const settled = new Map<LadderRow, readonly Line[]>();
  return (timed, at) => {
    const { row, showAt, settledAt, stateAt } = timed;
    const whole = settledAt <= at && HOST_NAMES.every((host) => stateAt[host] <= at);
    const known = whole ? settled.get(row) : undefined;
    if (known !== undefined) return known;
    const changed = {
      client: row.changed.client && stateAt.client <= at,
      server: row.changed.server && stateAt.server <= at,
    };
    const flies = row.kind === 'segment' && settledAt > at;
    const progress = !flies ? 1 : Math.min(0.95, (at - showAt) / (settledAt - showAt));
    const focus = flies ? [row.segment.n] : style.focus;
    const lines = ladderLines({ ...row, changed }, { ...style, focus }, progress).map(screenLine);
    if (whole) settled.set(row, lines);
    return lines;
  };
}

type Draw = ReturnType<typeof sceneDrawer>;

/** What is seen of the ladder, and whether there are rows above and below it. */
export interface SceneLines {
  readonly lines: readonly Line[];
  readonly above: boolean;
  readonly below: boolean;
}

/** The lines of the rows that end with row `bottom`, as many as fit into `height`; fewer rows than fit stand at the top. */
export function linesUpTo(
  rows: readonly TimedRow[],
  bottom: number,
  at: number,
  height: number,
  draw: Draw,
): SceneLines {
  const last = Math.min(rows.length - 1, bottom);
  const lines: Line[] = [];
  let index = last;
  for (; index >= 0 && lines.length < height; index--) {
    const row = rows[index];
    if (row !== undefined) lines.unshift(...draw(row, at));
  }
  const above = index >= 0 || lines.length > height;
  let end = last + 1;
  for (; end < rows.length && lines.length < height; end++) {
    const row = rows[end];
    if (row !== undefined) lines.push(...draw(row, at));
  }
  return { lines: above ? lines.slice(-height) : lines.slice(0, height), above, below: end < rows.length };
}

/** The lines of the rows from `top` on. */
export function linesFrom(rows: readonly TimedRow[], top: number, at: number, height: number, draw: Draw): SceneLines {
  const lines = rows.slice(top).flatMap((row) => draw(row, at));
  return { lines: lines.slice(-height), above: top > 0, below: false };
}

/** How many rows back a ladder is laid out anew after a jump: enough for any screen. */
const FAR = 400;

/**
 * Where a ladder that follows its newest row begins. It stands still until it is full, then moves up by half: rows can be
 * read in peace, and little is drawn. The result is a function of how many rows are seen.
 */
export function follower(height: number, draw: Draw): (rows: readonly TimedRow[]) => number {
  const tops = new Map<number, number>();
  const size = (row: TimedRow | undefined) => (row === undefined ? 0 : draw(row, Number.POSITIVE_INFINITY).length);
  return (rows) => {
    let count = rows.length;
    while (count > 0 && !tops.has(count) && count > rows.length - FAR) count--;
    let top = tops.get(count) ?? count;
    for (; count <= rows.length; count++) {
      let used = 0;
      for (let i = top; i < count; i++) used += size(rows[i]);
      if (used > height) while (used > height / 2 && top < count - 1) used -= size(rows[top++]);
      tops.set(count, top);
    }
    return top;
  };
}
