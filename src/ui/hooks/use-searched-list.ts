import { useMemo, useState } from 'react';
import type { Typing } from '../input/dispatcher.ts';
import { acceptsText, type EditState } from '../input/edit.ts';
import { type ListMove, moveInList, nearestChoosable } from '../layout/list.ts';
import { finder, searchable } from '../layout/match.ts';
import { useEdit } from './use-edit.ts';
import type { ListState } from './use-list.ts';

/** A list that `/` searches. Places are those in the whole list, whatever of it is shown. */
export interface SearchedList extends Pick<ListState, 'index' | 'set'> {
  /** The places of the rows to show: all of them while nothing is searched for. */
  readonly shown: readonly number[];
  readonly search: Search;
  /** For useKeys: the commands of the context `list`; none where there is nothing to choose from. */
  readonly handlers: Readonly<Partial<Record<ListMove | 'search', () => void>>>;
}

export type Search =
  | { readonly kind: 'none' }
  | {
      /** Being typed, or kept with Enter. */
      readonly kind: 'typing' | 'kept';
      readonly edit: EditState;
      readonly found: number;
      readonly of: number;
      readonly typing: Typing;
      /** For useSearchedKeys. */
      readonly commands: Readonly<Record<string, () => void>>;
      readonly clear: () => void;
    };

/** The rows of a list as they are searched: headings stay above what is found, gaps go. */
export interface SearchedRows {
  readonly kinds: readonly ('item' | 'heading' | 'gap')[];
  /** What the item at a place says, in every language; asked for only while the list is searched. */
  readonly textOf: (place: number) => string;
}

const LONGEST = 60;

/** Keep `rows` the same object from render to render where the list is long. `page`: how many of them are shown. */
export function useSearchedList(rows: SearchedRows, page: number, initial = 0): SearchedList {
  const { kinds } = rows;
  const [wanted, set] = useState(initial);
  const [phase, setPhase] = useState<Search['kind']>('none');
  const { state: edit, text: query, set: setQuery, typing, handlers: editing } = useEdit(acceptsText, LONGEST);
  const isSearching = phase !== 'none';
  const prepared = useMemo(
    () => (isSearching ? rows.kinds.map((kind, at) => (kind === 'item' ? searchable(rows.textOf(at)) : '')) : null),
    [isSearching, rows],
  );
  const shown = useMemo(() => shownPlaces(kinds, prepared, query), [kinds, prepared, query]);
  const choosable = useMemo(() => shown.map((place) => kinds[place] === 'item'), [shown, kinds]);

  const placeOf = (from: number): number => {
    const after = shown.findIndex((place) => place >= from);
    return nearestChoosable(after === -1 ? shown.length - 1 : after, 1, choosable);
  };
  const index = shown[placeOf(wanted)] ?? -1;
  const move = (how: ListMove) => () => set((from) => shown[moveInList(placeOf(from), how, choosable, page)] ?? from);
  const moves = {
    up: move('up'),
    down: move('down'),
    'page-up': move('page-up'),
    'page-down': move('page-down'),
  };
  const clear = () => {
    // What was found and chosen stays chosen among all.
    if (index !== -1 && phase === 'kept') set(index);
    setQuery('');
    setPhase('none');
  };
  const of = kinds.filter((kind) => kind === 'item').length;
  const search: Search =
    phase === 'none'
      ? { kind: 'none' }
      : {
          kind: phase,
          edit,
          found: choosable.filter(Boolean).length,
          of,
          typing,
          clear,
          commands: {
            ...editing,
            ...moves,
            keep: () => setPhase(query === '' ? 'none' : 'kept'),
            cancel: clear,
          },
        };
  return {
    index,
    set,
    shown,
    search,
    handlers: of < 2 ? {} : { ...moves, first: move('first'), last: move('last'), search: () => setPhase('typing') },
  };
}

/** The places of what matches, and of the headings above it. */
function shownPlaces(
  kinds: SearchedRows['kinds'],
  prepared: readonly string[] | null,
  query: string,
): readonly number[] {
  if (prepared === null || query.trim() === '') return kinds.map((_, place) => place);
  const matches = finder(query);
  const out: number[] = [];
  let heading: number | null = null;
  for (const [place, kind] of kinds.entries()) {
    if (kind === 'heading') heading = place;
    if (kind !== 'item' || !matches(prepared[place] ?? '')) continue;
    if (heading !== null) out.push(heading);
    heading = null;
    out.push(place);
  }
  return out;
}
