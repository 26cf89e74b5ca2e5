import type { ActiveKeys } from '../input/dispatcher.ts';
import type { ContextName } from '../keys/keymap.ts';
import { type Handlers, useKeys } from './use-keys.ts';
import type { Search } from './use-searched-list.ts';

/**
 * useKeys() for a screen with a list that can be searched: while the words are being typed the keys are theirs, and while a
 * search is kept, Esc shows the whole list again before it leaves the screen.
 */
export function useSearchedKeys<Name extends ContextName>(
  context: Name,
  handlers: Handlers<Name>,
  search: Search,
): ActiveKeys {
  const own: Readonly<Record<string, (() => void) | undefined>> = handlers;
  const [name, working]: [ContextName, typeof own] =
    search.kind === 'typing'
      ? ['search', search.commands]
      : [context, search.kind === 'kept' ? { ...own, 'clear-search': search.clear } : own];
  return useKeys<ContextName>(name, working, search.kind === 'typing' ? search.typing : null);
}
