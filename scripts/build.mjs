/** Bundles the program into dist/: one small entry, and chunks that are loaded when a command needs them. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const esbuild = await import('esbuild').catch(() => {
  console.error('Building needs the development packages: run npm ci (without --omit=dev) first.');
  process.exit(1);
});
const { compileVirtualModules, contentForEsbuild } = await import('./content-plugin.mjs');
const { licenceNotices } = await import('./licences.mjs');
const { startupChanges } = await import('./startup-plugin.mjs');

const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

async function readContent() {
  try {
    return await compileVirtualModules();
  } catch (error) {
    console.error(`The content has problems; nothing was built.\n${error.message}`);
    process.exit(1);
  }
}

async function bundle(content) {
  try {
    return await esbuild.build({
      absWorkingDir: root,
      entryPoints: { seqack: 'src/cli/entry.ts' },
      outdir: 'dist',
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      minify: true,
      charset: 'utf8',
      jsx: 'automatic',
      legalComments: 'none',
      metafile: true,
      write: false,
      define: {
        SEQACK_VERSION: JSON.stringify(about.version),
        'process.env.NODE_ENV': '"production"',
        'process.env.DEV': '"false"',
        // Yoga would fetch() its data: URL, which loads undici (about 70 ms); the program itself never fetches.
        fetch: 'undefined',
      },
      banner: {
        js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
      },
      plugins: [contentForEsbuild(content), startupChanges()],
    });
  } catch {
    // esbuild has printed what is wrong and where.
    process.exit(1);
  }
}

/** Every file below a folder, as absolute paths; none when there is no such folder. */
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const result = await bundle(await readContent());
const files = result.outputFiles.map(({ path, contents }) => ({ path, contents }));
files.push({ path: join(dist, 'THIRD-PARTY-LICENSES.txt'), contents: licenceNotices(result.metafile, root) });
// Chunks first, the entry last, and old chunks only then: a program started meanwhile finds what it names.
files.sort((a, b) => Number(a.path.endsWith('seqack.js')) - Number(b.path.endsWith('seqack.js')));
for (const { path, contents } of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
await chmod(join(dist, 'seqack.js'), 0o755);
const kept = new Set(files.map(({ path }) => path));
for (const path of await filesBelow(dist)) if (!kept.has(path)) await rm(path, { force: true });

if (process.argv.includes('--sizes')) {
  for (const { path, contents } of files)
    console.log(`${String(contents.length).padStart(9)}  ${relative(root, path)}`);
}
if (process.argv.includes('--metafile'))
  await writeFile(join(root, 'node_modules/.cache/seqack/meta.json'), JSON.stringify(result.metafile));
