import { createContext, useContext } from 'react';
import type { Language, Text } from '../language.ts';
import { deckNotices } from '../learning/decks/deck-notices.ts';
import type { Settings } from '../learning/settings.ts';
import type { Dispatcher } from './input/dispatcher.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import type { Words } from './text/en.ts';
import type { Glyphs, Styles } from './theme.ts';

/** What every screen can ask for, each by its hook below. */
export interface Shell {
  readonly services: Services;
  readonly dispatcher: Dispatcher;
  readonly navigation: Navigation;
  readonly language: Language;
  readonly settings: Settings;
  /** Keeps the change and redraws all that depends on it. */
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly words: Words;
  readonly glyphs: Glyphs;
  readonly styles: Styles;
  /** Cells of the terminal. */
  readonly columns: number;
  readonly rows: number;
  /** What was wrong with the log or the settings when the app began: told at home, while what comes later is told at once. */
  readonly oldProblems: readonly Text[];
  /** A screen reader listens: text line by line, no rules, no diagrams, nothing that ticks. */
  readonly linear: boolean;
}

/** Moving between screens; they lie on a stack, and the one on top is seen. */
export interface Navigation {
  readonly push: (route: Route) => void;
  /** Puts a screen in the place of this one. */
  readonly replace: (route: Route) => void;
  /** Leaves this screen; leaving the last one ends the program. */
  readonly back: () => void;
  /** Leaves all screens but the first. */
  readonly home: () => void;
}

export const ShellContext = createContext<Shell | null>(null);

/** Whether the screen asking is the one on top: only that one gets keys and may let a clock run. */
export const ActiveContext = createContext(true);

/** The shell around the screen. Throws outside of one: a mistake in the program, not in its use. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('This part of the screen was drawn outside of the app.');
  return shell;
}

export function useServices(): Services {
  return useShell().services;
}

export function useNavigation(): Navigation {
  return useShell().navigation;
}

/** The words of the current language. */
export function useWords(): Words {
  return useShell().words;
}

/** Chooses from a pair of texts by the current language. */
export function useSay(): (text: Text) => string {
  const { language } = useShell();
  return (text) => text[language];
}

export function useGlyphs(): Glyphs {
  return useShell().glyphs;
}

/** Whether this screen is the one on top. */
export function useActive(): boolean {
  return useContext(ActiveContext);
}

/** What is left for a screen between its title and its footer, in cells. */
export function useBodySize(): { readonly width: number; readonly height: number } {
  const { columns, rows, linear } = useShell();
  return bodySize(columns, rows, linear);
}

/** Title, two rules and the footer take four lines; one cell stays free on either side. */
export function bodySize(columns: number, rows: number, linear: boolean): { width: number; height: number } {
  return { width: columns - 2, height: linear ? Number.MAX_SAFE_INTEGER : rows - 4 };
}

/** What is wrong with the decks, the settings or the log now, one line each, what weighs most last. */
export function problemsOf({
  store,
  settings,
  decks,
}: Pick<Services, 'store' | 'settings' | 'decks'>): readonly Text[] {
  return [...deckNotices(decks), ...settings.problems, ...store.problems];
}
