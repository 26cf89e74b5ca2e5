import { setImmediate as turn } from 'node:timers/promises';
import { render } from 'ink';
import type { Language } from '../language.ts';
import type { LearnerState } from '../learning/account/state.ts';
import { catalogueOf } from '../learning/catalogue.ts';
import { dueItems } from '../learning/schedule/due.ts';
import { type SessionStep, sessionSummary } from '../learning/sessions/session-summary.ts';
import { mapOrder } from '../questions/skill-map.ts';
import { App } from './app.tsx';
import { FailsQuietly } from './components/fails-quietly.tsx';
import { problemsOf } from './context.ts';
import { onCrash } from './crash.ts';
import type { Route } from './route.ts';
import { scheduleOptions } from './schedule-options.ts';
import { loadScreen } from './screens.ts';
import type { Opening, Services } from './services.ts';
import { type Outcome, summaryLines, tallyingStore } from './session.ts';
import type { TerminalInput } from './terminal/terminal.ts';
import { wordsOf } from './text/words.ts';

/** Draws the app until it is left, then prints what was done: the alternate screen takes its own frames with it. */
export async function mount(given: Services, opening: Opening, terminal: TerminalInput): Promise<number> {
  const { store, tally, steps } = tallyingStore(given.store);
  const atFirst = store.state;
  const services: Services = { ...given, store };
  const load = (route: Route) => loadScreen(route, services);
  const openedAt = services.now();
  const told = new Set(problemsOf(services).map(({ en }) => en));
  const route = firstRoute(opening);
  const linear = services.screenReader || services.settings.get().screenReader;
  let language = services.language;

  const failed = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${wordsOf(language).summary.failed(firstLine(reason))}\n`);
    // Whatever went wrong with the screens, answers that wait for the disk get another chance.
    store.refresh();
  };
  const first = { route, element: await load(route) };
  // What the terminal has answered by now is read before the first frame is drawn.
  await turn();
  await turn();
  const instance = render(
    <FailsQuietly>
      <App
        services={services}
        first={first}
        load={load}
        suspend={suspendProcess()}
        terminal={terminal}
        onLanguage={(now) => {
          language = now;
        }}
      />
    </FailsQuietly>,
    {
      stdin: terminal,
      alternateScreen: !linear,
      isScreenReaderEnabled: linear,
      incrementalRendering: true,
      // What plays sets its own pace; a key need not wait for the next of thirty frames a second.
      maxFps: 120,
      exitOnCtrlC: false,
      interactive: true,
      patchConsole: false,
    },
  );
  void terminal.gone.then(() => instance.unmount());
  const calm = onCrash(() => instance.unmount(), failed);
  try {
    await instance.waitUntilExit();
    await terminal.settled();
  } catch (error) {
    failed(error);
    return 1;
  } finally {
    calm();
  }
  // Ink leaves the cursor at the end of the last line it wrote for a screen reader.
  if (linear) process.stdout.write('\n');
  store.refresh();
  store.rest();
  await services.settings.saved();
  const now = services.now();
  const outcome = await outcomeOf(services, atFirst, steps(), now, language);
  for (const text of summaryLines(tally(), now - openedAt, outcome, language)) process.stdout.write(`${text}\n`);
  // The screens are gone that said so, and what is not saved by now is lost.
  for (const problem of problemsOf(services)) {
    if (!told.has(problem.en)) process.stderr.write(`seqack: ${problem[language]}\n`);
  }
  return store.unsaved > 0 ? 1 : 0;
}

/** What was learned since the program was started, and what is left to do. */
async function outcomeOf(
  { store, settings, modules, decks, loadEngine }: Services,
  before: LearnerState,
  steps: readonly SessionStep[],
  now: number,
  language: Language,
): Promise<Outcome> {
  const options = scheduleOptions(settings.get());
  const catalogue = catalogueOf(modules, decks.decks);
  // Whoever has answered questions has loaded what makes them.
  const skills = steps.some(({ item }) => item.startsWith('skill:')) ? mapOrder((await loadEngine()).skills) : [];
  const { risen, met, back } = sessionSummary(before, store.state, steps, now, { catalogue, skills, options });
  const known = risen.filter(({ to }) => to === 'strong');
  return {
    known: known.flatMap(({ skill }) => skills.find(({ id }) => id === skill)?.title[language] ?? []),
    met: met.length,
    due: dueItems(store.state, now, catalogue, options).length,
    back,
  };
}

/** The screen the program was started for. */
export function firstRoute(opening: Opening): Route {
  switch (opening.screen) {
    case 'review':
      return { screen: 'review', module: null };
    case 'review-deck':
      return { screen: 'review-deck', deck: opening.deck, what: 'due' };
    case 'learn':
      return opening.module === null
        ? { screen: 'learn' }
        : { screen: 'module', module: opening.module, part: 'lesson' };
    case 'interview':
      return { screen: 'interview', module: opening.module };
    case 'practice':
      return {
        screen: 'practice',
        names: opening.names.length === 0 ? null : opening.names,
        ...(opening.unscheduled === true ? { unscheduled: true } : {}),
      };
    case 'quiz':
      return { screen: 'quiz', rules: opening.rules };
    case 'resume':
      return { screen: 'resume', session: opening.session };
    case 'capture':
      return { screen: 'capture', path: opening.path, at: opening.at, conversation: opening.conversation };
    case 'watch':
      return opening.run === null ? { screen: 'scenarios', only: null } : { screen: 'watch', ...opening.run };
    case 'sandbox':
      return { screen: 'sandbox', scenario: opening.scenario, seed: opening.seed, ms: 0 };
    default:
      return { screen: opening.screen };
  }
}

/** How long a stop may take, ms. */
const STOP_MS = 100;

/**
 * Ctrl+Z: stops the whole job, as the shell expects, and comes back when it is continued. Where no shell waits, in a
 * terminal that runs this program alone, the system stops nothing and nobody would continue it: then it goes on at once.
 */
function suspendProcess(): (() => Promise<void>) | null {
  if (process.platform === 'win32') return null;
  return () =>
    new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(unstopped);
        process.off('SIGCONT', goOn);
        resolve();
      };
      process.once('SIGCONT', goOn);
      process.kill(0, 'SIGTSTP');
      const unstopped = setTimeout(goOn, STOP_MS);
    });
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\p{Cc}/gu, ' ');
}
