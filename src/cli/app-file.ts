import { join } from 'node:path';
import envPaths from 'env-paths';
import { loadWithCodeCache } from './code-cache.ts';

/** What dist/app.js exports: src/cli/main.ts. */
type App = typeof import('./main.ts');

/** Runs the bundled app beside this file, and keeps its compiled code for the next start when that would help. */
export async function runApp(args: readonly string[]): Promise<void> {
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? null : envPaths('seqack', { suffix: '' }).cache;
  const { loaded, cached, save } = loadWithCodeCache(join(__dirname, 'app.js'), SEQACK_APP_HASH, folder);
  const { main, screenShown } = loaded as App;
  // Code is compiled when it is first called: what a command without a screen leaves knows nothing of the screens.
  process.once('exit', () => {
    const kind = screenShown() ? 'screen' : 'plain';
    if (cached === null || (cached === 'plain' && kind === 'screen')) save(kind);
  });
  process.exitCode = await main(args);
}
