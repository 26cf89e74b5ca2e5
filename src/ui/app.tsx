import { Box, useApp, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import {
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Language } from '../language.ts';
import type { Settings } from '../learning/settings.ts';
import { HelpScreen } from './components/help-screen.tsx';
import { TooSmall } from './components/too-small.tsx';
import { ActiveContext, type Navigation, problemsOf, type Shell, ShellContext } from './context.ts';
import { useAfterCommit } from './hooks/use-after-commit.ts';
import { useTerminalInput } from './hooks/use-keys.ts';
import { createDispatcher, type Dispatcher } from './input/dispatcher.ts';
import type { Stroke } from './input/stroke.ts';
import { bindingsOf } from './keys/keymap.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import { beginWith, reduceStack, type Shown } from './stack.ts';
import type { Terminal } from './terminal/terminal.ts';
import { wordsOf } from './text/words.ts';
import { glyphsFor, stylesFor } from './theme.ts';

export interface AppProps {
  readonly services: Services;
  /** The screen to begin with. */
  readonly first: Shown;
  readonly load: (route: Route) => Promise<ReactElement>;
  /** Stops the process until it is continued; null where there is no shell to go back to. */
  readonly suspend: (() => Promise<void>) | null;
  /** Told of every change of language. */
  readonly onLanguage?: ((language: Language) => void) | undefined;
  /** Whether a screen reader listens; found out from Ink when absent. */
  readonly linear?: boolean | undefined;
  /** What else the terminal can do and tells; absent where nothing is known of it. */
  readonly terminal?: Terminal | undefined;
  /** A fixed size in cells instead of the terminal's: for tests and for printing screens. */
  readonly size?: { readonly columns: number; readonly rows: number } | undefined;
}

const UNKNOWN_TERMINAL: Terminal = {
  features: { depth: 256, fewSigns: false, keepsFrames: false },
  ground: () => null,
  subscribe: () => () => {},
  setWheel: () => {},
  setOpen: () => {},
  wipe: () => {},
};

/** Every screen holds in this; in less it would say half of what it has to. */
export const SMALLEST = { columns: 60, rows: 20 } as const;

/** For a screen reader lines are broken at the width of the window, but not in less columns than these. */
const LEAST_SPOKEN = 20;

/**
 * The app: a stack of screens of which the top one is seen and gets the keys, and what all share: language, settings,
 * size, the keys that work everywhere. Screens below stay as they were left.
 */
export function App({
  services,
  first,
  load,
  suspend,
  onLanguage,
  size,
  linear: isLinear,
  terminal = UNKNOWN_TERMINAL,
}: AppProps): ReactNode {
  const [state, dispatch] = useReducer(reduceStack, null, () => beginWith(first, services));
  const app = useApp();
  const window = useWindowSize();
  const listensIn = useIsScreenReaderEnabled();
  const linear = isLinear ?? listensIn;
  const has = { columns: size?.columns ?? (window.columns || 80), rows: size?.rows ?? (window.rows || 24) };
  // A screen that is not seen stays as it was left and is drawn out of sight: never in less than it holds in.
  const columns = Math.max(has.columns, linear ? LEAST_SPOKEN : SMALLEST.columns);
  const rows = Math.max(has.rows, SMALLEST.rows);

  // The functions made once below act on the state of the latest render.
  const latest = useRef(state);
  latest.current = state;

  const giveBack = useCallback(() => {
    terminal.setOpen(false);
    // For a screen reader everything stands on the ordinary screen, to be read again.
    if (!linear) terminal.wipe();
  }, [terminal, linear]);

  const afterCommit = useAfterCommit();
  const [dispatcher, navigation, changeSettings] = useMemo((): [Dispatcher, Navigation, Shell['changeSettings']] => {
    const change = (patch: Partial<Settings>) => {
      services.settings.set(patch);
      const { language = null } = patch;
      dispatch({
        type: 'settings',
        settings: services.settings.get(),
        language: language === 'auto' ? services.localeLanguage : language,
      });
    };
    const everywhere: Readonly<Record<string, () => void>> = {
      help: () => dispatch({ type: 'help', keys: keys.current()?.keys ?? null }),
      language: () => change({ language: latest.current.language === 'ko' ? 'en' : 'ko' }),
      quit: () => app.exit(),
      suspend: () => {
        if (suspend === null) return;
        // Before the screen is left: a terminal keeps the modes of keys for each of its screens.
        giveBack();
        void app.suspendTerminal(suspend).finally(() => terminal.setOpen(true));
      },
    };
    const keys = createDispatcher((stroke: Stroke) => {
      const found = bindingsOf('everywhere').find((binding) => binding.keys.includes(stroke.key));
      if (found !== undefined) everywhere[found.command]?.();
    }, afterCommit);
    const show = (route: Route, how: 'push' | 'replace' | 'only') => {
      const release = keys.hold();
      load(route)
        .then((element) => dispatch({ type: 'show', shown: { route, element }, how }))
        .catch((error: unknown) => app.exit(error instanceof Error ? error : new Error(String(error))))
        .finally(release);
    };
    const leave = (all: boolean) => {
      const { stack } = latest.current;
      const target = all ? stack[0] : stack.at(-2);
      if (target !== undefined && stack.length > 1 && (!all || target.route.screen === 'home')) {
        dispatch({ type: all ? 'home' : 'back' });
      } else if (stack.at(-1)?.route.screen === 'home') app.exit();
      else show({ screen: 'home' }, 'only');
    };
    return [
      keys,
      {
        push: (route) => show(route, 'push'),
        replace: (route) => show(route, 'replace'),
        back: () => leave(false),
        home: () => leave(true),
      },
      change,
    ];
  }, [app, load, services, suspend, terminal, giveBack, afterCommit]);

  const oldProblems = useMemo(() => problemsOf(services), [services]);
  useTerminalInput(dispatcher);
  useEffect(() => onLanguage?.(state.language), [onLanguage, state.language]);

  const { language, settings, help, stack } = state;
  const told = useSyncExternalStore(terminal.subscribe, terminal.ground);
  const ground = settings.theme === 'auto' ? told : settings.theme;
  const { depth, fewSigns } = terminal.features;
  const styles = useMemo(() => stylesFor(depth, ground, settings.colours), [depth, ground, settings.colours]);
  const wheel = settings.mouse && !linear;
  useEffect(() => terminal.setWheel(wheel), [terminal, wheel]);
  useEffect(() => {
    terminal.setOpen(true);
    return giveBack;
  }, [terminal, giveBack]);
  const shell = useMemo(
    (): Shell => ({
      services,
      dispatcher,
      navigation,
      language,
      settings,
      changeSettings,
      words: wordsOf(language),
      glyphs: glyphsFor({ ascii: services.ascii || settings.ascii, linear, fewSigns }),
      styles,
      columns,
      rows,
      oldProblems,
      linear,
    }),
    [
      services,
      dispatcher,
      navigation,
      language,
      settings,
      changeSettings,
      fewSigns,
      styles,
      columns,
      rows,
      oldProblems,
      linear,
    ],
  );
  const tooSmall = !linear && (has.columns < columns || has.rows < rows);
  return (
    <ShellContext.Provider value={shell}>
      {tooSmall && <TooSmall needs={SMALLEST} has={has} />}
      {help !== null && !tooSmall && <HelpScreen of={help} onClose={() => dispatch({ type: 'close-help' })} />}
      {stack.map(({ id, element }, at) => {
        const top = at === stack.length - 1 && help === null;
        // A screen that is not seen gets no keys and lets no clock run.
        const active = top && !tooSmall;
        return (
          <ActiveContext.Provider key={id} value={active}>
            <Box display={active ? 'flex' : 'none'} flexDirection="column">
              {element}
            </Box>
          </ActiveContext.Provider>
        );
      })}
    </ShellContext.Provider>
  );
}
