/**
 * The virtual modules `seqack:content` and `seqack:scenarios` (src/curriculum/content.d.ts), for the build (esbuild)
 * and for the tests (Vite): content/ is read and checked here, once, so that nothing parses YAML or Markdown at start.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const CONTENT = 'seqack:content';
const SCENARIOS = 'seqack:scenarios';
const NAMES = /^seqack:(content|scenarios)$/;

/** Bundles src/curriculum/compile.ts into the cache folder and imports it: Node 20 does not run TypeScript. */
async function loadCompiler() {
  const folder = join(root, 'node_modules', '.cache', 'seqack');
  await mkdir(folder, { recursive: true });
  // One file a process: builds and tests may run side by side.
  const outfile = join(folder, `compile-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'src/curriculum/compile.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(`${pathToFileURL(outfile).href}?at=${Date.now()}`);
  } finally {
    await rm(outfile, { force: true });
  }
}

/** A module whose one export is data, in the form the engine parses fastest. */
function dataModule(name, data) {
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) throw new Error(`${name}: holds a value that JSON cannot keep`);
  return `export const ${name} = JSON.parse(${JSON.stringify(json)});`;
}

/**
 * Compiles content/ and gives the JavaScript of both virtual modules.
 * @returns {Promise<Record<string, string>>} source by module name
 * @throws Error whose message is one `file:line: what was expected` line a problem
 */
export async function compileVirtualModules() {
  const { compileContent } = await loadCompiler();
  const { modules, scenarios, problems } = compileContent(join(root, 'content'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { [CONTENT]: dataModule('modules', modules), [SCENARIOS]: dataModule('scenarios', scenarios) };
}

/**
 * @param {Record<string, string>} sources what compileVirtualModules gave
 * @returns {import('esbuild').Plugin}
 */
export function contentForEsbuild(sources) {
  return {
    name: 'seqack-content',
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: NAMES }, (args) => ({ path: args.path, namespace: 'seqack' }));
      pluginBuild.onLoad({ filter: /.*/, namespace: 'seqack' }, (args) => ({
        contents: sources[args.path],
        loader: 'js',
      }));
    },
  };
}

/**
 * Compiles when the first test asks.
 * @returns {import('vite').Plugin}
 */
export function contentForVite() {
  let sources;
  return {
    name: 'seqack-content',
    enforce: 'pre',
    resolveId: (id) => (NAMES.test(id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0seqack:')) return null;
      sources ??= compileVirtualModules();
      return (await sources)[id.slice(1)];
    },
  };
}
