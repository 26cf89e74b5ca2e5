import { useMemo } from 'react';
import { ladderRows } from '../../../trace/ladder.ts';
import { ladderHeader } from '../../../trace/ladder-line.ts';
import type { LadderStyle } from '../../../trace/ladder-style.ts';
import { ladderStyle } from '../../../trace/plain.ts';
import type { Trace } from '../../../trace/trace.ts';
import { useShell } from '../../context.ts';
import type { Room } from '../frame.tsx';
import { panelHeight } from './panel.ts';
import type { Playback, Player } from './playback.ts';
import { follower, linesFrom, linesUpTo, type SceneLines, sceneDrawer, seenRows, timeRows } from './scene.ts';
import { screenLine } from './spans.ts';
import { type StagePlan, stagePlan } from './stage-plan.ts';

/** What a ladder is drawn from. */
export interface LadderView {
  readonly trace: Trace;
  readonly playback: Playback;
  readonly player: Player;
  readonly room: Room;
}

/** The ladder at this moment. */
export interface LadderScene {
  readonly header: ReturnType<typeof screenLine>;
  /** The lines seen; null while nothing has happened yet. */
  readonly lines: SceneLines | null;
  /** Rows there are now, for scrolling. */
  readonly rows: number;
  readonly plan: StagePlan;
  readonly style: LadderStyle;
  /** Whether anybody has seen the variables: those of a captured conversation are not known. */
  readonly hasVariables: boolean;
}

/** Lays the trace out once and draws what is seen of it now. */
export function useLadderScene({ trace, playback, player, room }: LadderView): LadderScene {
  const { settings, language, glyphs } = useShell();
  const { numbers } = settings;
  const ascii = glyphs.drawing !== 'as-it-is';
  const hasVariables = useMemo(() => trace.events.some((event) => 'after' in event && event.after !== null), [trace]);
  const plan = stagePlan(room, hasVariables ? panelHeight(room.width) : 0);
  const rows = useMemo(() => timeRows(ladderRows(trace, { marks: true }), playback), [trace, playback]);
  const style = useMemo(
    () => ladderStyle(trace, { width: room.width, language, numbers, ascii }),
    [trace, room.width, language, numbers, ascii],
  );
  const draw = useMemo(() => sceneDrawer(style), [style]);
  const follow = useMemo(() => follower(plan.ladder, draw), [plan.ladder, draw]);
  const { at, bottom } = player;
  const seen = seenRows(rows, at);
  const lines =
    seen.length === 0
      ? null
      : bottom === null
        ? linesFrom(seen, follow(seen), at, plan.ladder, draw)
        : linesUpTo(seen, bottom, at, plan.ladder, draw);
  return { header: screenLine(ladderHeader(trace, style)), lines, rows: seen.length, plan, style, hasVariables };
}
