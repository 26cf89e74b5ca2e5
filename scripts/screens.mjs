/** `npm run screens`: writes the screens and the key table of both READMEs anew, from the program as it is built. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './import-typescript.mjs';

const { screens, keyTable, withRegions } = await importTypeScript(`
  export { screens } from './scripts/readme/screens.ts';
  export { keyTable } from './scripts/readme/key-table.ts';
  export { withRegions } from './scripts/readme/regions.ts';
`);

for (const [file, language] of [
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
]) {
  const path = join(root, file);
  const insides = new Map([
    ...(await screens(language, join(root, 'dist', 'seqack.js'))),
    ['keys', keyTable(language)],
  ]);
  await writeFile(path, withRegions(await readFile(path, 'utf8'), insides));
  process.stdout.write(`${file}: ${[...insides.keys()].join(', ')}\n`);
}
