import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModuleSources } from '../../src/curriculum/read-module.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/content.md', import.meta.url)), 'utf8');

/** The indented block that follows the name of a file in the complete example of docs/content.md. */
function exampleFile(name: string): string {
  const [, after = ''] = page.split(`\`content/example/${name}\`\n`);
  const rows = after.split('\n');
  const end = rows.findIndex((row) => row !== '' && !row.startsWith('    '));
  return rows
    .slice(0, end)
    .map((row) => row.slice(4))
    .join('\n')
    .trim();
}

/** The complete example of docs/content.md as the files an author would write. */
export const EXAMPLE: ModuleSources = {
  folder: 'content/example',
  id: 'example',
  yaml: /`content\/example\/module\.yaml`\s+```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '',
  ko: exampleFile('ko.md'),
  en: exampleFile('en.md'),
};
