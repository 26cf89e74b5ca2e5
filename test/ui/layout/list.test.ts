import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveInList, nearestChoosable, windowAround } from '../../../src/ui/layout/list.ts';

const H = false;
const I = true;

describe('moving in a list', () => {
  const rows = [H, I, I, H, I];

  test('passes over headings', () => {
    expect(moveInList(2, 'down', rows, 10)).toBe(4);
    expect(moveInList(4, 'up', rows, 10)).toBe(2);
  });

  test('stays at the ends', () => {
    expect(moveInList(1, 'up', rows, 10)).toBe(1);
    expect(moveInList(4, 'down', rows, 10)).toBe(4);
  });

  test('goes by pages and to the ends', () => {
    expect(moveInList(1, 'last', rows, 10)).toBe(4);
    expect(moveInList(4, 'first', rows, 10)).toBe(1);
    expect(moveInList(1, 'page-down', rows, 3)).toBe(4);
    expect(moveInList(4, 'page-up', rows, 3)).toBe(2);
  });

  test('always lands on a row that can be chosen', () => {
    const move = fc.constantFrom('up', 'down', 'page-up', 'page-down', 'first', 'last');
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
        fc.array(move, { maxLength: 30 }),
        (choosable, moves) => {
          let index = nearestChoosable(0, 1, choosable);
          for (const one of moves) {
            index = moveInList(index, one, choosable, 5);
            expect(index).toBe(choosable.includes(true) ? index : -1);
            if (index !== -1) expect(choosable[index]).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the window', () => {
  test('holds the chosen row and is never longer than the room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.nat(), (count, height, at) => {
        const index = at % count;
        const { start, end } = windowAround(index, count, height);
        expect(end - start).toBe(Math.min(count, height));
        expect(index).toBeGreaterThanOrEqual(start);
        expect(index).toBeLessThan(end);
      }),
    );
  });
});
