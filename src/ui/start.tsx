import type { Opening, Services } from './services.ts';
import { featuresOf } from './terminal/features.ts';
import { answersQuestions, groundOfEnvironment } from './terminal/ground.ts';
import { TerminalInput } from './terminal/terminal.ts';

/**
 * Shows the app and waits until it is left; the result is the exit code. Needs a terminal on both ends: the caller has
 * checked. Ink and its colour library look at the environment when they are loaded, so that is put right first, and
 * nothing here may import them.
 */
export async function startApp(services: Services, opening: Opening): Promise<number> {
  if (process.stdout.isTTY) {
    // With these Ink would show nothing until the end: a terminal is there, so someone is looking.
    delete process.env.CI;
    delete process.env.CONTINUOUS_INTEGRATION;
  }
  if (!services.color) process.env.FORCE_COLOR = '0';
  const { env, platform } = process;
  const known = env.TERM === 'linux' ? 'dark' : groundOfEnvironment(env.COLORFGBG);
  const terminal = new TerminalInput(process.stdin, process.stdout, featuresOf(env, platform), known);
  // The answer comes while the screens are being loaded.
  const wantsGround = known === null && services.color && services.settings.get().theme === 'auto';
  if (answersQuestions(env, platform)) terminal.ask({ ground: wantsGround });
  const { mount } = await import('./mount.tsx');
  return mount(services, opening, terminal);
}
