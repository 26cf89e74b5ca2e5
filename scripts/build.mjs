/**
 * Bundles the program into dist/: seqack.js, a small entry, and app.js, all the rest in one CommonJS file, so that
 * its compiled code can be kept between starts (src/cli/code-cache.ts). Parts of it run only when they are needed.
 * seqack.1 is its manual page.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const esbuild = await import('esbuild').catch(() => {
  console.error('Building needs the development packages: run npm ci (without --omit=dev) first.');
  process.exit(1);
});
const { contentForEsbuild, readContent } = await import('./content-plugin.mjs');
const { licenceNotices } = await import('./licences.mjs');
const { packageChanges } = await import('./package-changes.mjs');

const MANUAL = 'seqack.1';
const MODULE_HEAD = '(function(exports,require,module,__filename,__dirname){';

const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @returns {Promise<import('esbuild').BuildResult<{ metafile: true, write: false }>>} of one file */
async function bundle(entry, define, plugins) {
  try {
    return await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      outdir: 'dist',
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      // One byte a character: read and kept faster than text with Hangul in it, which the content has (beside it).
      // esbuild leaves patterns as they are: see asciiText().
      charset: 'ascii',
      jsx: 'automatic',
      // Its main file asks for its parts at run time, where no bundler sees it.
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      legalComments: 'none',
      // A native library, optional and only for `seqack tune`: found beside the installed program, or not.
      external: ['@open-spaced-repetition/binding'],
      metafile: true,
      write: false,
      supported: {
        // Else these stand as `new RegExp(...)`, made anew at every use: Ink has one in its inmost loop.
        'regexp-unicode-property-escapes': true,
        'regexp-set-notation': true,
        // An external package is required, not imported: import() in a script with kept code prints a warning.
        'dynamic-import': false,
      },
      define: {
        SEQACK_VERSION: JSON.stringify(about.version),
        'process.env.NODE_ENV': '"production"',
        'process.env.DEV': '"false"',
        'import.meta.url': '__filename',
        // Yoga would fetch() its data: URL, which loads undici (about 70 ms); the program itself never fetches.
        fetch: 'undefined',
        ...define,
      },
      plugins,
    });
  } catch {
    // esbuild has printed what is wrong and where.
    process.exit(1);
  }
}

/** A file of a bundle with the characters that are still not ASCII escaped: they are all in patterns. */
function asciiText({ text }) {
  const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(escaped, 'latin1');
}

const content = await readContent().catch((error) => {
  console.error(`The content has problems; nothing was built.\n${error.message}`);
  process.exit(1);
});
const app = await bundle('src/cli/main.ts', {}, [contentForEsbuild(null), packageChanges()]);
// A function as loadWithCodeCache() takes it: put together here, the text is not copied at every start.
const appText = Buffer.concat([Buffer.from(MODULE_HEAD), asciiText(app.outputFiles[0]), Buffer.from('\n})')]);
const hash = createHash('sha256').update(appText).digest('hex').slice(0, 16);
const entry = await bundle('src/cli/entry.ts', { SEQACK_APP_HASH: JSON.stringify(hash) }, []);

/** The entry last: it names the app by its hash. */
const files = [
  ['package.json', '{ "type": "commonjs" }\n'],
  ['THIRD-PARTY-LICENSES.txt', licenceNotices([app.metafile, entry.metafile], root)],
  ['modules.json', content.modules],
  ['scenarios.json', content.scenarios],
  ['app.js', appText],
  ['seqack.js', asciiText(entry.outputFiles[0])],
];
await mkdir(dist, { recursive: true });
for (const [name, contents] of files) {
  // Written beside and renamed: a program started meanwhile never reads half a file.
  const unfinished = join(dist, `${name}.${process.pid}`);
  await writeFile(unfinished, contents);
  if (name === 'seqack.js') await chmod(unfinished, 0o755);
  await rename(unfinished, join(dist, name));
}
// The manual page is written by the program itself, from the definitions of its commands.
const page = execFileSync(process.execPath, [join(dist, 'seqack.js'), 'manual', '--lang', 'en'], {
  env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
});
await writeFile(join(dist, MANUAL), page);
const kept = new Set([...files.map(([name]) => name), MANUAL]);
for (const name of await readdir(dist)) {
  if (!kept.has(name)) await rm(join(dist, name), { recursive: true, force: true });
}

if (process.argv.includes('--sizes')) {
  for (const [name, contents] of files) console.log(`${String(Buffer.byteLength(contents)).padStart(9)}  dist/${name}`);
}
