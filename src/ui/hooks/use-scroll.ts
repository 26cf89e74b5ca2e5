import { useState } from 'react';
import type { ListMove } from '../layout/list.ts';

export interface ScrollState {
  /** The first line shown. */
  readonly top: number;
  readonly atEnd: boolean;
  readonly toTop: () => void;
  /** Brings a line to the top, as far as the text that is shown next allows. */
  readonly to: (line: number) => void;
  /** For useKeys: the commands of the context `list`; absent when everything is seen at once. */
  readonly handlers: Readonly<Partial<Record<ListMove, () => void>>>;
}

/** A place in a text of `count` lines of which `height` are shown. */
export function useScroll(count: number, height: number): ScrollState {
  const [wanted, set] = useState(0);
  const most = Math.max(0, count - height);
  const top = Math.min(wanted, most);
  const by = (lines: number) => () => set((from) => Math.min(most, Math.max(0, Math.min(from, most) + lines)));
  return {
    top,
    atEnd: top >= most,
    toTop: () => set(0),
    to: set,
    handlers:
      most === 0
        ? {}
        : {
            up: by(-1),
            down: by(1),
            'page-up': by(1 - height),
            'page-down': by(height - 1),
            first: by(-count),
            last: by(count),
          },
  };
}
