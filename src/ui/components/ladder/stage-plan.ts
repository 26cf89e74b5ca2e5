import { WIDEST_LADDER } from '../../layout/ladder-width.ts';
import type { Room } from '../frame.tsx';

/** What stands beside or below the ladder: pictures of both ends, of one of them, a table of their variables, or nothing. */
export type PanelPage = 'both' | 'client' | 'server' | 'table' | 'none';

export type PanelPlace =
  | { readonly kind: 'none' }
  | { readonly kind: 'beside'; readonly page: 'both'; readonly width: number; readonly height: number }
  | {
      readonly kind: 'below';
      readonly page: Exclude<PanelPage, 'none'>;
      readonly width: number;
      readonly height: number;
    };

/** How the cells of a stage are shared out; header and rule take a line each. */
export interface StagePlan {
  /** Columns and rows of the ladder itself. */
  readonly width: number;
  readonly ladder: number;
  /** Lines for what has just happened. */
  readonly words: number;
  readonly panel: PanelPlace;
}

/** From here on both ends stand beside the ladder. */
const BESIDE = 110;
/** From here on both ends stand below it, side by side. */
const TWO_COLUMNS = 76;
const SIDE_WIDTH = 36;
/** Rows that the panel leaves the ladder. */
const LEAST_LADDER = 5;
/** Lines that each end takes below the ladder, from the least height of the room on. */
const HEIGHTS = [
  { from: 34, lines: 8 },
  { from: 27, lines: 6 },
  { from: 0, lines: 5 },
] as const;

/** The pages there are for a width, in the order in which a key goes through them. */
export function panelPages(width: number): readonly PanelPage[] {
  return width >= TWO_COLUMNS ? ['both', 'table', 'none'] : ['client', 'server', 'table', 'none'];
}

/**
 * Shares `room` out; `tableHeight` are the lines of the table of variables, 0 when nobody knows them. The panel leaves the
 * ladder `least` rows, or gives way.
 */
export function stagePlan(
  { height, width }: Pick<Room, 'height' | 'width'>,
  page: PanelPage,
  tableHeight: number,
  least = LEAST_LADDER,
): StagePlan {
  const words = width < 76 ? 3 : 2;
  const rest = height - 2 - words;
  const alone = Math.min(width, WIDEST_LADDER);
  const shown = panelPages(width).includes(page) ? page : (panelPages(width)[0] ?? 'none');
  if (tableHeight === 0 || shown === 'none') {
    return { width: alone, ladder: Math.max(1, rest), words, panel: { kind: 'none' } };
  }
  if (shown === 'both' && width >= BESIDE && rest >= 12) {
    const side = Math.max(SIDE_WIDTH, Math.min(56, Math.floor((width - 80) * 0.7)));
    const panel = { kind: 'beside', page: shown, width: side, height: rest + 1 } as const;
    return { width: Math.min(width - side - 2, WIDEST_LADDER), ladder: rest, words, panel };
  }
  const lines = shown === 'table' ? tableHeight : (HEIGHTS.find(({ from }) => height >= from)?.lines ?? 5);
  const fits = Math.min(lines, rest - least);
  if (fits < 2 || (shown === 'table' && fits < lines)) {
    return { width: alone, ladder: Math.max(1, rest), words, panel: { kind: 'none' } };
  }
  return { width: alone, ladder: rest - fits, words, panel: { kind: 'below', page: shown, width, height: fits } };
}
