import { useState } from 'react';
import { type ListMove, moveInList, nearestChoosable } from '../layout/list.ts';

export interface ListState {
  /** The chosen row, -1 when no row can be chosen. */
  readonly index: number;
  readonly set: (index: number) => void;
  /** For useKeys: the commands of the context `list`. */
  readonly handlers: Readonly<Record<ListMove, () => void>>;
}

/** A place in a list: `choosable` says of each row whether it can be chosen, `page` how many rows are shown. */
export function useList(choosable: readonly boolean[], page: number, initial = 0): ListState {
  const [wanted, set] = useState(initial);
  // The list may have become shorter since, or begin with a heading.
  const chosen = (at: number) => nearestChoosable(Math.min(at, choosable.length - 1), 1, choosable);
  const index = chosen(wanted);
  const move = (how: ListMove) => () => set((from) => moveInList(chosen(from), how, choosable, page));
  return {
    index,
    set,
    handlers: {
      up: move('up'),
      down: move('down'),
      'page-up': move('page-up'),
      'page-down': move('page-down'),
      first: move('first'),
      last: move('last'),
    },
  };
}
