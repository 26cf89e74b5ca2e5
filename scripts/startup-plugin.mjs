/**
 * Small changes to bundled packages, made while bundling, that take start-up work off the first frame.
 * Each names the exact text it replaces: a package update that no longer holds it fails the build, so a change
 * is looked at again instead of being lost in silence.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const graphemes = fileURLToPath(new URL('graphemes.mjs', import.meta.url));
const lazySegmenter = (name) => `import { graphemes as ${name} } from ${JSON.stringify(graphemes)};`;

/** File (end of its path) -> [text, replacement] pairs. */
const CHANGES = {
  'string-width/index.js': [
    ['const segmenter = new Intl.Segmenter();', lazySegmenter('segmenter')],
    // Compiling the pattern of all emoji sequences costs tens of milliseconds; few texts hold one.
    [
      'rgiEmojiRegex.test(segment)',
      '(/[\\p{Extended_Pictographic}\\p{RI}\\u20E3]/u.test(segment) && rgiEmojiRegex.test(segment))',
    ],
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
export function startupChanges() {
  return {
    name: 'seqack-startup',
    setup(build) {
      // Ink's developer tools: never part of the product.
      build.onResolve({ filter: /^\.\/devtools\.js$/ }, ({ path, importer }) =>
        importer.endsWith('/ink/build/reconciler.js') ? { path, namespace: 'absent' } : null,
      );
      build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: '' }));
      build.onLoad({ filter: FILES }, (args) => {
        const file = Object.keys(CHANGES).find((end) => args.path.endsWith(`/${end}`));
        let contents = readFileSync(args.path, 'utf8');
        for (const [text, replacement] of CHANGES[file]) {
          if (contents.split(text).length !== 2) {
            return { errors: [{ text: `${file}: expected exactly once: ${text} (scripts/startup-plugin.mjs)` }] };
          }
          contents = contents.replace(text, () => replacement);
        }
        return { contents, loader: 'js' };
      });
    },
  };
}
