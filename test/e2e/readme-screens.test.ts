import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { regionsOf } from '../../scripts/readme/regions.ts';
import { SCREEN_NAMES, screen } from '../../scripts/readme/screens.ts';
import { PROGRAM } from './program.ts';

/** The screens of the READMEs are what the program shows now; `npm run screens` writes them anew. */
describe.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
] as const)('%s', (file, language) => {
  const regions = regionsOf(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

  test.each(SCREEN_NAMES)('%s is the program’s', async (name) => {
    expect(regions.get(name)).toBe(await screen(name, language, PROGRAM));
  });

  test('has every screen, and no other', () => {
    expect([...regions.keys()].filter((name) => name.startsWith('screen-')).sort()).toEqual([...SCREEN_NAMES].sort());
  });
});
