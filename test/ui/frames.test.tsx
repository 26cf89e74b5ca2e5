import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/ui/route.ts';
import { frameOf, widest, world } from './world.tsx';

const SCREENS: readonly { readonly route: Route; readonly en: readonly string[]; readonly ko: readonly string[] }[] = [
  { route: { screen: 'home' }, en: ['Review', 'Timed quiz', 'Settings'], ko: ['복습', '시험', '설정'] },
];

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

describe.each(SCREENS)('$route.screen', ({ route, ...expected }) => {
  describe.each(SIZES)('at $columns x $rows', (size) => {
    test.each(['en', 'ko'] as const)('in %s', async (language) => {
      const frame = await frameOf(route, world({ language }), size);
      for (const text of expected[language]) expect(frame).toContain(text);
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
    });
  });
});
