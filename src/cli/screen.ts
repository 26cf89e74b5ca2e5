import type { LearningStore } from '../learning/log/store.ts';
import type { Settings } from '../learning/settings.ts';
import type { Opening } from '../ui/services.ts';
import { usage } from './failure.ts';
import type { Globals } from './globals.ts';
import { errors } from './text/errors.ts';

/**
 * Opens the app at a screen, waits until it is left and ends the process: nothing is left to do, and waiting for
 * idle handles would only cost the learner time. Without a terminal on both ends it throws a usage Failure that says
 * what to use `instead`, before anything of the screens is loaded.
 */
export async function showScreen(
  opening: (settings: Settings, store: LearningStore) => Opening,
  instead: string,
  globals: Globals,
): Promise<never> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw usage(errors.needsTerminal(instead));
  shown = true;
  const [{ openServices }, { startApp }, { layoutReady }] = await Promise.all([
    import('./services.ts'),
    import('../ui/start.tsx'),
    import('seqack:layout'),
  ]);
  const services = await openServices(globals);
  await layoutReady;
  const exitCode = await startApp(services, opening(services.settings.get(), services.store));
  await services.settings.saved();
  process.exit(exitCode);
}

let shown = false;

/** Whether this process has opened a screen. */
export function screenShown(): boolean {
  return shown;
}
