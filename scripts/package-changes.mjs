/**
 * Small changes to bundled packages, made while bundling: they take work off the start, or let the bundle be CommonJS.
 * Each names the exact text it replaces: a package update that no longer holds it fails the build, so a change
 * is looked at again instead of being lost in silence.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const lazyText = fileURLToPath(new URL('lazy-text.mjs', import.meta.url));
const from = `from ${JSON.stringify(lazyText)};`;
const lazySegmenter = (name) => `import { graphemes as ${name} } ${from}`;

/** A change that makes a pattern at its first use. */
function lazily(name, source, flags) {
  return [
    `const ${name} = /${source}/${flags};`,
    `const ${name} = lazyPattern(${JSON.stringify(source)}, '${flags}');`,
  ];
}

/** File (end of its path) -> [text, replacement] pairs. */
const CHANGES = {
  // Top-level awaits, which a CommonJS bundle does not have. Whoever draws first waits for `seqack:layout` instead.
  'yoga-layout/dist/src/index.js': [
    [
      'const Yoga = wrapAssembly(await loadYoga());',
      [
        'const Yoga = {};',
        'export const layoutReady = loadYoga().then((library) => { Object.assign(Yoga, wrapAssembly(library)); });',
      ].join('\n'),
    ],
  ],
  'ink/build/reconciler.js': [
    // Ink's developer tools are never part of the product.
    ["await import('./devtools.js')", 'undefined'],
    ['await loadPackageJson()', '{}'],
  ],
  'string-width/index.js': [
    ['const segmenter = new Intl.Segmenter();', `import { graphemes as segmenter, singlesWidth, lazyPattern } ${from}`],
    lazily(
      'visibleCharacterRegex',
      '[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]',
      'v',
    ),
    lazily('spacingMarkRegex', '\\p{Spacing_Mark}', 'v'),
    lazily('rgiEmojiRegex', '^\\p{RGI_Emoji}$', 'v'),
    // Few clusters can begin an emoji sequence; only they need the pattern of all sequences.
    [
      'rgiEmojiRegex.test(segment)',
      '(/[\\p{Extended_Pictographic}\\p{RI}\\u20E3]/u.test(segment) && rgiEmojiRegex.test(segment))',
    ],
    [
      'let width = 0;\n\tconst eastAsianWidthOptions',
      [
        'if (ambiguousIsNarrow) {',
        '  const plain = singlesWidth(string);',
        '  if (plain >= 0) return plain;',
        '}',
        'let width = 0;',
        'const eastAsianWidthOptions',
      ].join('\n'),
    ],
  ],
  // Checks of settings are our own (src/learning/settings-schema.ts): conf gets no schema, and its checker, 160 KB, is not needed.
  'conf/dist/source/index.js': [
    ["import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';", 'const Ajv = undefined;'],
    ["import ajvFormatsModule from 'ajv-formats';", 'const ajvFormatsModule = undefined;'],
  ],
  'wrap-ansi/index.js': [['const segmenter = new Intl.Segmenter();', lazySegmenter('segmenter')]],
  'slice-ansi/tokenize-ansi.js': [
    [
      "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
      lazySegmenter('GRAPHEME_SEGMENTER'),
    ],
  ],
  '@alcalzone/ansi-tokenize/build/tokenize.js': [
    ['const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });', lazySegmenter('segmenter')],
  ],
  'ink/build/line-update.js': [
    ["const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });", lazySegmenter('segmenter')],
  ],
};

const escapeForPattern = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const FILES = new RegExp(`node_modules/(${Object.keys(CHANGES).map(escapeForPattern).join('|')})$`);

/** @returns {import('esbuild').Plugin} */
export function packageChanges() {
  return {
    name: 'seqack-package-changes',
    setup(build) {
      const changed = new Set();
      build.onLoad({ filter: FILES }, (args) => {
        const file = Object.keys(CHANGES).find((end) => args.path.endsWith(`/${end}`));
        let contents = readFileSync(args.path, 'utf8');
        for (const [text, replacement] of CHANGES[file]) {
          if (contents.split(text).length !== 2) {
            return { errors: [{ text: `${file} should hold exactly once: ${text} (scripts/package-changes.mjs)` }] };
          }
          contents = contents.replace(text, () => replacement);
        }
        changed.add(file);
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: /^seqack:layout$/ }, ({ path }) => ({ path, namespace: 'layout' }));
      build.onLoad({ filter: /.*/, namespace: 'layout' }, () => ({
        contents: "export { layoutReady } from 'yoga-layout';",
        resolveDir: join(build.initialOptions.absWorkingDir, 'node_modules/ink'),
      }));
      build.onEnd(() => {
        const unseen = Object.keys(CHANGES).filter((file) => !changed.has(file));
        return {
          errors: unseen.map((file) => ({ text: `${file} is not in the bundle (scripts/package-changes.mjs)` })),
        };
      });
    },
  };
}
