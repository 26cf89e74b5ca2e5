import type { Room } from '../frame.tsx';

/** How the lines of a stage are shared out: header and rule take one each. */
export interface StagePlan {
  readonly ladder: number;
  readonly words: number;
  readonly panel: number;
}

/** The panel gives way before the ladder does. */
const LEAST_LADDER = 5;

/** The lines of a stage in `room`, with a panel of `whole` lines where there is room for it. */
export function stagePlan({ height, width }: Pick<Room, 'height' | 'width'>, whole: number): StagePlan {
  const words = width < 76 ? 3 : 2;
  const panel = height - 2 - words - whole >= LEAST_LADDER ? whole : 0;
  return { ladder: Math.max(1, height - 2 - words - panel), words, panel };
}
