import { expect, test } from 'vitest';
import { firstRoute } from '../../src/ui/mount.tsx';
import { scenarios } from './engine.ts';

const scenario = scenarios.handshake!;

test.each([
  [{ screen: 'home' }, { screen: 'home' }],
  [{ screen: 'review' }, { screen: 'review', module: null }],
  [{ screen: 'learn', module: null }, { screen: 'learn' }],
  [
    { screen: 'learn', module: 'isn' },
    { screen: 'module', module: 'isn', part: 'lesson' },
  ],
  [
    { screen: 'practice', names: [] },
    { screen: 'practice', names: null },
  ],
  [{ screen: 'skills' }, { screen: 'skills' }],
  [
    { screen: 'interview', module: null },
    { screen: 'interview', module: null },
  ],
  [
    { screen: 'interview', module: 'isn' },
    { screen: 'interview', module: 'isn' },
  ],
  [
    { screen: 'practice', names: ['ack.in-order@7'] },
    { screen: 'practice', names: ['ack.in-order@7'] },
  ],
  [
    { screen: 'watch', run: null },
    { screen: 'scenarios', only: null },
  ],
  [
    { screen: 'watch', run: { scenario, seed: 'a' } },
    { screen: 'watch', scenario, seed: 'a' },
  ],
  [
    { screen: 'sandbox', scenario: null, seed: 'a' },
    { screen: 'sandbox', scenario: null, seed: 'a', ms: 0 },
  ],
  [{ screen: 'quiz-setup' }, { screen: 'quiz-setup' }],
] as const)('an opening leads to its screen: %j', (opening, route) => {
  expect(firstRoute(opening)).toEqual(route);
});
