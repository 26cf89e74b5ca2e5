import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyTable } from '../scripts/readme/key-table.ts';
import { regionsOf } from '../scripts/readme/regions.ts';
import { INSTALL } from '../src/cli/completion/install.ts';
import { createProgram } from '../src/cli/program.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
] as const)('%s', (file, language) => {
  const text = read(file);

  test('has the keys of the keymap (npm run screens writes them)', () => {
    expect(regionsOf(text).get('keys')).toBe(keyTable(language));
  });

  test('shows screens of the program', () => {
    const regions = regionsOf(text);
    for (const name of ['screen-home', 'screen-watch', 'screen-question', 'screen-sandbox', 'screen-capture'])
      expect(regions.get(name)).toMatch(/^```\n[\s\S]+```\n$/);
  });

  test('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(() => read(link), link).not.toThrow();
  });

  test('has every command, under the headings of the help', () => {
    const program = createProgram(language, {}, null, () => undefined);
    const headings = new Set(program.commands.map((command) => command.helpGroup().replace(/:$/, '')));
    for (const heading of headings) expect(text).toMatch(new RegExp(`^${heading}$`, 'm'));
    for (const command of program.commands) expect(text).toMatch(new RegExp(`^seqack ${command.name()}\\b`, 'm'));
    const shown = [...text.matchAll(/^seqack ([a-z]+)\b/gm)].map(([, name]) => name);
    const known = [...program.commands.map((command) => command.name()), 'help'];
    for (const name of shown) expect(known).toContain(name);
  });

  test('shows how completions are installed', () => {
    for (const line of Object.values(INSTALL)) expect(text).toContain(`${line} `);
  });

  test('shows the two commands', () => {
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
  });
});
