/**
 * The virtual modules `seqack:content` and `seqack:scenarios` (src/curriculum/content.d.ts), for the build (esbuild)
 * and for the tests (Vite): content/ is read and checked here, once, so that nothing parses YAML or Markdown at start.
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { importTypeScript, root } from './import-typescript.mjs';

/** What each virtual module exports. */
const EXPORTS = { 'seqack:content': 'modules', 'seqack:scenarios': 'scenarios' };
const NAMES = /^seqack:(content|scenarios)$/;

/** @returns {string} JSON that gives the very same data back */
function jsonOf(name, data) {
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) throw new Error(`${name}: holds a value that JSON cannot keep`);
  return json;
}

/**
 * Reads and checks content/.
 * @returns {Promise<{ modules: string, scenarios: string }>} as JSON
 * @throws Error whose message is one `file:line: what was expected` line a problem
 */
export async function readContent() {
  const { compileContent } = await importTypeScript("export { compileContent } from './src/curriculum/compile.ts'");
  const { modules, scenarios, problems } = compileContent(join(root, 'content'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { modules: jsonOf('modules', modules), scenarios: jsonOf('scenarios', scenarios) };
}

/** A module that holds its data. */
function inlined(content, id) {
  const name = EXPORTS[id];
  return `export const ${name} = JSON.parse(${JSON.stringify(content[name])});`;
}

/** A module that reads its data from `modules.json` or `scenarios.json` beside a CommonJS bundle. */
function readBeside(id) {
  const name = EXPORTS[id];
  return [
    "import { readFileSync } from 'node:fs';",
    `export const ${name} = JSON.parse(readFileSync(__dirname + '/${name}.json', 'utf8'));`,
  ].join('\n');
}

/**
 * @param {{ modules: string, scenarios: string } | null} content put into the bundle; null: beside it
 * @returns {import('esbuild').Plugin}
 */
export function contentForEsbuild(content) {
  return {
    name: 'seqack-content',
    setup(build) {
      build.onResolve({ filter: NAMES }, ({ path }) => ({ path, namespace: 'seqack' }));
      build.onLoad({ filter: /.*/, namespace: 'seqack' }, ({ path }) => ({
        contents: content === null ? readBeside(path) : inlined(content, path),
        loader: 'js',
      }));
    },
  };
}

/**
 * Reads the content when the first test asks.
 * @returns {import('vite').Plugin}
 */
export function contentForVite() {
  let content;
  return {
    name: 'seqack-content',
    enforce: 'pre',
    resolveId: (id) => (NAMES.test(id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0seqack:')) return null;
      content ??= readContent();
      return inlined(await content, id.slice(1));
    },
  };
}
