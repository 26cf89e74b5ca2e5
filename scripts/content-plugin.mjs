/**
 * The virtual modules `seqack:content` and `seqack:scenarios` (src/curriculum/content.d.ts), for the build (esbuild)
 * and for the tests (Vite): content/ is read and checked here, once, so that nothing parses YAML or Markdown at start.
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { importTypeScript, root } from './import-typescript.mjs';

const CONTENT = 'seqack:content';
const SCENARIOS = 'seqack:scenarios';
const NAMES = /^seqack:(content|scenarios)$/;

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
  const { compileContent } = await importTypeScript("export { compileContent } from './src/curriculum/compile.ts'");
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
