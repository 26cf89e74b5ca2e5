import { describe, expect, test } from 'vitest';
import { type PanelPage, stagePlan } from '../../../src/ui/components/ladder/stage-plan.ts';
import { WIDEST_LADDER } from '../../../src/ui/layout/ladder-width.ts';

const PAGES: readonly PanelPage[] = ['both', 'client', 'server', 'table', 'none'];

describe.each(PAGES)('a stage with the panel %s', (page) => {
  test('has a ladder that can be read across, however wide the room', () => {
    for (const table of [0, 5]) {
      for (let width = 60; width <= 320; width += 5) {
        const plan = stagePlan({ width, height: 50 }, page, table);
        const beside = plan.panel.kind === 'beside' ? plan.panel.width + 2 : 0;
        expect(plan.width).toBe(Math.min(width - beside, WIDEST_LADDER));
        expect(plan.width + beside).toBeLessThanOrEqual(width);
      }
    }
  });
});
