import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

let imports = 0;

/**
 * Imports TypeScript of this repository into a script: Node 20 does not run it by itself.
 * @param {string} source a module, such as `export * from './src/tcp/state.ts'`, as if it stood in the repository's root
 * @param {import('esbuild').Plugin[]} plugins
 */
export async function importTypeScript(source, plugins = []) {
  const folder = join(root, 'node_modules', '.cache', 'seqack');
  await mkdir(folder, { recursive: true });
  // One file an import: builds and tests may run side by side.
  const outfile = join(folder, `${process.pid}-${imports++}.mjs`);
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins,
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
