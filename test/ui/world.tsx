import { renderToString } from 'ink';
import { render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import stringWidth from 'string-width';
import type { Module } from '../../src/curriculum/module.ts';
import type { Language } from '../../src/language.ts';
import { emptyState } from '../../src/learning/account/state.ts';
import { NO_DECKS } from '../../src/learning/decks/no-decks.ts';
import type { OwnDecks } from '../../src/learning/decks/own-decks.ts';
import {
  type EventDraft,
  isUndoable,
  type LearningEvent,
  type UndoableEvent,
} from '../../src/learning/events/event.ts';
import type { LearningStore } from '../../src/learning/log/store.ts';
import type { Settings } from '../../src/learning/settings.ts';
import { App } from '../../src/ui/app.tsx';
import type { FolderEntry } from '../../src/ui/input/path-completion.ts';
import type { Route } from '../../src/ui/route.ts';
import { loadScreen } from '../../src/ui/screens.ts';
import type { Engine, Services } from '../../src/ui/services.ts';
import type { Shown } from '../../src/ui/stack.ts';
import { applied } from '../learning/events.ts';
import { scenarios, skills } from './engine.ts';
import { modules } from './modules.ts';

/** A store and settings in memory, a clock that stands still until it is moved, and the real screens on top. */

export const NOON = new Date(2026, 10, 20, 12).getTime();

export const SETTINGS: Settings = {
  language: 'auto',
  numbers: 'absolute',
  ascii: false,
  theme: 'auto',
  colours: 'standard',
  motion: 'full',
  ladder: 'time',
  mouse: false,
  screenReader: false,
  speed: 1,
  newPerDay: 10,
  reviewsPerDay: 200,
  perDay: null,
  examDate: null,
  retention: 0.9,
  quizCount: 10,
  quizMinutes: 5,
  quizFeedback: 'end',
  weights: null,
};

export interface World {
  readonly services: Services;
  readonly events: LearningEvent[];
  readonly clock: { now: number };
}

export interface WorldOptions {
  readonly language?: Language;
  readonly settings?: Partial<Settings>;
  readonly modules?: readonly Module[];
  readonly decks?: OwnDecks;
  readonly drafts?: readonly (EventDraft & { readonly at: number })[];
  readonly engine?: Partial<Engine>;
  readonly ascii?: boolean;
  /** Capture files there are, by path; each comes in one piece. */
  readonly captures?: Readonly<Record<string, Uint8Array>>;
  readonly openCapture?: Services['openCapture'];
  /** What stands in folders, by their path with the separator after it. */
  readonly folders?: Readonly<Record<string, readonly FolderEntry[]>>;
  /** Files there are, by path; what is saved is put there. */
  readonly files?: Map<string, Uint8Array>;
}

export function world(options: WorldOptions = {}): World {
  const clock = { now: NOON };
  const events: LearningEvent[] = [];
  let state = emptyState();
  let settings = { ...SETTINGS, ...options.settings };
  const undo = (matches: (event: LearningEvent) => boolean): UndoableEvent | null => {
    const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])));
    const last = events.filter(isUndoable).findLast((event) => matches(event) && !undone.has(event.id));
    if (last === undefined) return null;
    add({ v: 1, id: `e${events.length}`, at: clock.now, kind: 'undo', undoes: last.id });
    return last;
  };
  const add = (event: LearningEvent): LearningEvent => {
    events.push(event);
    state = applied(state, event);
    return event;
  };
  const store: LearningStore = {
    get state() {
      return state;
    },
    unsaved: 0,
    problems: [],
    append: (draft: EventDraft) => add({ v: 1, id: `e${events.length}`, at: clock.now, ...draft }),
    undoLast: () => undo(() => true),
    undo: (id) => undo((event) => event.id === id),
    refresh: () => {},
    rest: () => {},
  };
  for (const { at, ...draft } of options.drafts ?? []) {
    clock.now = at;
    store.append(draft);
  }
  clock.now = NOON;
  let seeds = 0;
  const engine: Engine = {
    skills,
    scenarios,
    makeQuestion: (name) => {
      throw new Error(`no question ${name} in this test`);
    },
    simulate: () => {
      throw new Error('no simulator in this test');
    },
    ...options.engine,
  };
  const services: Services = {
    language: options.language ?? 'en',
    localeLanguage: 'en',
    store,
    settings: {
      get: () => settings,
      set: (patch: Partial<Settings>) => {
        settings = { ...settings, ...patch };
      },
      saved: () => Promise.resolve(),
      problems: [],
    },
    modules: options.modules ?? modules,
    decks: options.decks ?? NO_DECKS,
    loadEngine: () => Promise.resolve(engine),
    openCapture: options.openCapture ?? captureFiles(options.captures ?? {}),
    listFolder: (path) => Promise.resolve(options.folders?.[path] ?? []),
    writeFile: memoryFiles(options.files ?? new Map()),
    now: () => clock.now,
    newSeed: () => `seed${++seeds}`,
    ascii: options.ascii ?? false,
    screenReader: false,
    color: true,
  };
  return { services, events, clock };
}

/** A disk in memory that has one folder and refuses to write to any other. */
function memoryFiles(files: Map<string, Uint8Array>): Services['writeFile'] {
  return {
    exists: (path) => Promise.resolve(files.has(path)),
    write: async (path, bytes) => {
      if (path.includes('/')) {
        throw Object.assign(new Error('no folder'), {
          text: { ko: `${path}에 쓸 수 없습니다.`, en: `${path} cannot be written.` },
        });
      }
      files.set(path, bytes);
    },
  };
}

/** Capture files in memory, as a disk gives them. */
function captureFiles(files: Readonly<Record<string, Uint8Array>>): Services['openCapture'] {
  return async function* (path) {
    const bytes = files[path];
    if (bytes === undefined) {
      throw Object.assign(new Error('no such file'), { text: { ko: `${path} 파일이 없습니다.`, en: `no ${path}` } });
    }
    yield { bytes, compressed: false, read: bytes.length, total: bytes.length, damage: null };
  };
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
  readonly linear?: boolean;
}

/** The first frame of a route. */
export async function frameOf(route: Route, { services }: World, size: Size): Promise<string> {
  const load = (to: Route) => loadScreen(to, services);
  const first = { route, element: await load(route) };
  return renderToString(
    <App services={services} first={first} load={load} suspend={null} size={size} linear={size.linear} />,
    {
      columns: size.columns,
    },
  );
}

/** Wide enough for what a frame shows, and no wider than the terminal: returns its widest line. */
export function widest(frame: string): number {
  return Math.max(...frame.split('\n').map((text) => stringWidth(text)));
}

export interface Played {
  /** Sends bytes as the terminal would, and waits until all is drawn. */
  readonly press: (input: string) => Promise<string>;
  readonly frame: () => string;
  readonly left: () => boolean;
  readonly close: () => void;
}

export const KEY = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  enter: '\r',
  escape: '\u001B',
  tab: '\t',
};

/** The app in a terminal of the mind, to be played by keys. */
export async function play(route: Route, made: World, size: Size = { columns: 80, rows: 24 }): Promise<Played> {
  return playShown({ route, element: await loadScreen(route, made.services) }, made, size);
}

/** The same with a screen made by the test. */
export function playElement(element: ReactElement, made: World): Promise<Played> {
  return playShown({ route: { screen: 'home' }, element }, made, { columns: 80, rows: 24 });
}

async function playShown(first: Shown, { services }: World, size: Size): Promise<Played> {
  let loading = 0;
  const load = async (to: Route) => {
    loading++;
    return loadScreen(to, services).finally(() => loading--);
  };
  const app = render(
    <App services={services} first={first} load={load} suspend={null} size={size} linear={size.linear} />,
  );
  let gone = false;
  const frame = () => app.lastFrame() ?? '';
  await settle(frame, () => loading > 0);
  return {
    async press(input) {
      app.stdin.write(input);
      // A lone Escape is held back for a moment: it may be the beginning of an arrow key.
      if (input.endsWith('\u001B')) await new Promise((resolve) => setTimeout(resolve, 40));
      await settle(frame, () => loading > 0);
      return frame();
    },
    frame,
    left: () => gone || app.stdout.frames.at(-1) === '',
    close: () => {
      gone = true;
      app.unmount();
      app.cleanup();
    },
  };
}

/** Until nothing has changed for some turns of the event loop: screens are loaded and keys delivered one by one. */
async function settle(frame: () => string, busy: () => boolean): Promise<void> {
  let before = frame();
  let still = 0;
  for (let turn = 0; turn < 2000 && still < 6; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const after = frame();
    still = after === before && !busy() ? still + 1 : 0;
    before = after;
  }
}
