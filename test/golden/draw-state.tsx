import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import chalk from 'chalk';
import { render } from 'ink';
import type { Language } from '../../src/language.ts';
import type { Settings } from '../../src/learning/settings.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { App } from '../../src/ui/app.tsx';
import type { Route } from '../../src/ui/route.ts';
import { loadScreen } from '../../src/ui/screens.ts';
import type { Engine, Services } from '../../src/ui/services.ts';
import { SETTINGS, type World, world } from '../ui/world.tsx';
import type { GoldenState, Size } from './golden-state.ts';
import { EmulatedTerminal, type Seen } from './terminal.ts';

/** The engine of the program. */
export const engine: Engine = { skills, scenarios, makeQuestion, simulate };

export const MODES = ['colour', 'no colour', 'ascii', 'screen reader'] as const;
export type Mode = (typeof MODES)[number];

/** A screen reader reads what was written, however long; here it is seen all at once. */
const LINEAR_ROWS = 400;

/** 256 colours: what most terminals say they have. */
const COLOURS = 2;

/** Draws a state with the program's own modules and engine in a terminal of `size`, and gives what is seen in the end. */
export async function drawState(
  state: GoldenState,
  { columns, rows }: Size,
  language: Language,
  mode: Mode,
): Promise<Seen> {
  const services = servicesOf(state, language, mode);
  const linear = mode === 'screen reader';
  const terminal = new EmulatedTerminal(columns, linear ? LINEAR_ROWS : rows);
  let loading = 0;
  const load = (to: Route) => {
    loading++;
    return loadScreen(to, services).finally(() => loading--);
  };
  const route = typeof state.route === 'function' ? await state.route() : state.route;
  const level = chalk.level;
  chalk.level = mode === 'colour' ? COLOURS : 0;
  const app = render(
    <App services={services} first={{ route, element: await load(route) }} load={load} suspend={null} />,
    {
      stdout: terminal.stdout,
      stderr: terminal.stdout,
      stdin: terminal.stdin,
      isScreenReaderEnabled: linear,
      alternateScreen: !linear,
      incrementalRendering: true,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
      // Otherwise a frame waits for the next thirtieth of a second.
      maxFps: 1000,
    },
  );
  try {
    const settled = () =>
      settle(
        () => terminal.written,
        () => loading > 0,
      );
    await settled();
    for (const key of state.keys ?? []) {
      const text = typeof key === 'function' ? key(language) : key;
      terminal.type(text);
      // A lone Escape is held back for a moment: it may be the beginning of an arrow key.
      if (text.endsWith('\u001B')) await pause(40);
      await settled();
    }
    return await terminal.seen();
  } finally {
    app.unmount();
    app.cleanup();
    terminal.close();
    chalk.level = level;
  }
}

/** What a learner has done takes longer to make than a frame: it is made once a state, and anew when keys have added to it. */
const learners = new WeakMap<GoldenState, { readonly world: World; readonly events: number }>();

function learnerOf(state: GoldenState): World {
  const kept = learners.get(state);
  if (kept !== undefined && kept.world.events.length === kept.events) return kept.world;
  const options = typeof state.world === 'function' ? state.world() : state.world;
  const made = world({ modules, engine, ...options });
  learners.set(state, { world: made, events: made.events.length });
  return made;
}

/** The learner's services, with settings and seeds of this frame's own. */
function servicesOf(state: GoldenState, language: Language, mode: Mode): Services {
  const { services } = learnerOf(state);
  const options = typeof state.world === 'function' ? state.world() : state.world;
  let settings: Settings = { ...SETTINGS, ...options?.settings };
  let seeds = 0;
  return {
    ...services,
    openCapture: options?.openCapture ?? services.openCapture,
    language,
    settings: {
      ...services.settings,
      get: () => settings,
      set: (patch) => {
        settings = { ...settings, ...patch };
      },
    },
    newSeed: () => `seed${++seeds}`,
    ascii: mode === 'ascii',
    color: mode === 'colour',
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until for some turns of the event loop nothing has been written, loaded, or put off to a later turn by React. */
async function settle(written: () => number, busy: () => boolean): Promise<void> {
  let before = written();
  let still = 0;
  for (let turn = 0; turn < 5000 && still < 4; turn++) {
    await pause(1);
    const after = written();
    const hasMoreToDo = busy() || process.getActiveResourcesInfo().includes('Immediate');
    still = after === before && !hasMoreToDo ? still + 1 : 0;
    before = after;
  }
}
