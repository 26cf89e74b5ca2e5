import type { ReactElement } from 'react';
import type { Language } from '../language.ts';
import type { Settings } from '../learning/settings.ts';
import type { ActiveKeys } from './input/dispatcher.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';

/** A screen ready to be shown. */
export interface Shown {
  readonly route: Route;
  readonly element: ReactElement;
}

interface Entry extends Shown {
  readonly id: number;
}

/** What the app itself remembers. */
export interface AppState {
  /** The last one is seen. Never empty. */
  readonly stack: readonly Entry[];
  readonly nextId: number;
  readonly language: Language;
  readonly settings: Settings;
  /** The keys the help screen tells about, while it is open. */
  readonly help: ActiveKeys | null;
}

export type StackAction =
  | { readonly type: 'show'; readonly shown: Shown; readonly how: 'push' | 'replace' | 'only' }
  | { readonly type: 'back' }
  | { readonly type: 'home' }
  /** `language` is null when the change was not about it: --lang may have set another than the setting. */
  | { readonly type: 'settings'; readonly settings: Settings; readonly language: Language | null }
  | { readonly type: 'help'; readonly keys: ActiveKeys | null }
  | { readonly type: 'close-help' };

/** The app at its start: one screen, in the language it was started in. */
export function beginWith(first: Shown, services: Pick<Services, 'language' | 'settings'>): AppState {
  return {
    stack: [{ ...first, id: 0 }],
    nextId: 1,
    language: services.language,
    settings: services.settings.get(),
    help: null,
  };
}

export function reduceStack(state: AppState, action: StackAction): AppState {
  switch (action.type) {
    case 'show': {
      const below = action.how === 'push' ? state.stack : action.how === 'replace' ? state.stack.slice(0, -1) : [];
      return {
        ...state,
        stack: [...below, { ...action.shown, id: state.nextId }],
        nextId: state.nextId + 1,
        help: null,
      };
    }
    case 'back':
      return state.stack.length > 1 ? { ...state, stack: state.stack.slice(0, -1) } : state;
    case 'home':
      return { ...state, stack: state.stack.slice(0, 1) };
    case 'settings':
      return { ...state, settings: action.settings, language: action.language ?? state.language };
    case 'help':
      return { ...state, help: action.keys };
    case 'close-help':
      return { ...state, help: null };
  }
}
