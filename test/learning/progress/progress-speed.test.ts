import { expect, it } from 'vitest';
import { LogFold } from '../../../src/learning/account/log-fold.ts';
import { emptyState } from '../../../src/learning/account/state.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { ItemId } from '../../../src/learning/events/event.ts';
import { progressOf } from '../../../src/learning/progress/progress.ts';
import { answer, card, DAY, MINUTE, NOON } from '../events.ts';
import { chanceFrom } from '../forgetting-learner.ts';
import { utc } from '../utc-days.ts';

const ITEMS = Array.from(
  { length: 200 },
  (_, at): ItemId => (at % 2 === 0 ? `card:m${at % 8}/${at}` : `skill:s.${at}`),
);

/** Ten concepts that share the items out. */
const catalogue: Catalogue = {
  modules: Array.from({ length: 10 }, (_, at) => {
    const own = ITEMS.filter((_, index) => index % 10 === at);
    return {
      id: `m${at}`,
      cards: own.filter((item) => item.startsWith('card:')),
      skills: own.filter((item) => item.startsWith('skill:')),
    };
  }),
};

it('takes less than 10 ms for ten years of a hundred thousand answers', () => {
  const chance = chanceFrom(5);
  const fold = new LogFold(emptyState(utc), Number.POSITIVE_INFINITY);
  const days = 3650;
  const answers = 28;
  const rules = ['M01', 'M02', 'M03', 'M04', 'M05'];
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < answers; i++) {
      const at = NOON + (day - days) * DAY + i * MINUTE;
      const item = ITEMS[Math.floor(chance() * ITEMS.length)]!;
      const right = chance() < 0.85;
      const rule = right ? [] : [rules[Math.floor(chance() * rules.length)]!];
      fold.take([
        item.startsWith('card:')
          ? card(at, right ? 3 : 1, item)
          : answer(at, { question: `${item.slice(6)}@1`, correct: right, grade: right ? 3 : 1, rules: rule }),
      ]);
    }
  }
  const state = fold.state()!;
  const took = Array.from({ length: 60 }, () => {
    const start = performance.now();
    progressOf(state, NOON, catalogue);
    return performance.now() - start;
  });
  const progress = progressOf(state, NOON, catalogue);
  expect(progress.totals.answered + progress.totals.cards).toBe(days * answers);
  expect(progress.retention.at(-1)!.all.reviews).toBeGreaterThan(50_000);
  expect(progress.streak).toBe(days);
  // The best of some: other programs take their turns too.
  expect(Math.min(...took)).toBeLessThan(10);
});
