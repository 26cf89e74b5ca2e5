import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/learning/events/event.ts';
import type { DueItem } from '../../../src/learning/schedule/due.ts';
import { interleave, siblingsOf } from '../../../src/learning/schedule/interleave.ts';

function due(item: ItemId, module: string, phase: DueItem['phase'] = 'review'): DueItem {
  const kind = item.startsWith('card:') ? 'card' : 'skill';
  return { item, module, kind, phase, dueAt: 0, retrievability: 0 };
}

const phases = fc.constantFrom<DueItem['phase']>('new', 'review', 'review', 'learning', 'relearning');

/** Queues of up to sixty items of a few concepts, each item once. */
const queues: fc.Arbitrary<DueItem[]> = fc
  .array(fc.tuple(fc.boolean(), fc.nat({ max: 5 }), phases), { maxLength: 60 })
  .map((drawn) =>
    drawn.map(([isCard, module, phase], at) =>
      isCard ? due(`card:m${module}/c${at}`, `m${module}`, phase) : due(`skill:f${at % 7}.s${at}`, `m${module}`, phase),
    ),
  );
const seeds = fc.string({ minLength: 1, maxLength: 8 });
const isLearning = ({ phase }: DueItem) => phase === 'learning' || phase === 'relearning';

function neighbours<Of>(list: readonly Of[]): (readonly [Of, Of])[] {
  return list.slice(1).map((next, at) => [list[at]!, next] as const);
}

describe('the order of a review', () => {
  it('asks exactly what is due, what is being learned first', () => {
    fc.assert(
      fc.property(queues, seeds, (queue, seed) => {
        const order = interleave(queue, seed);
        expect(new Set(order)).toEqual(new Set(queue));
        expect(order).toHaveLength(queue.length);
        const learning = queue.filter(isLearning).length;
        expect(order.slice(0, learning).every(isLearning)).toBe(true);
        expect(interleave(queue, seed)).toEqual(order);
      }),
    );
  });

  it('never asks two of one family in a row when the others are enough to part them', () => {
    fc.assert(
      fc.property(queues, seeds, (queue, seed) => {
        const rest = queue.filter((one) => !isLearning(one));
        const counts = new Map<string, number>();
        for (const { item } of rest) counts.set(siblingsOf(item), (counts.get(siblingsOf(item)) ?? 0) + 1);
        fc.pre(Math.max(0, ...counts.values()) <= Math.ceil(rest.length / 2));
        for (const [one, next] of neighbours(interleave(rest, seed)))
          expect(siblingsOf(next.item)).not.toBe(siblingsOf(one.item));
      }),
    );
  });

  it('spreads the new ones over the whole, and the concepts too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 1, max: 30 }), seeds, (reviews, fresh, seed) => {
        const queue = [
          ...Array.from({ length: reviews }, (_, at) => due(`card:m${at % 4}/r${at}x`, `m${at % 4}`)),
          ...Array.from({ length: fresh }, (_, at) => due(`card:m${at % 4}/n${at}x`, `m${at % 4}`, 'new')),
        ];
        const order = interleave(queue, seed);
        let met = 0;
        for (const [at, { phase }] of order.entries()) {
          if (phase === 'new') met++;
          // A better neighbour may be fetched from a few places ahead.
          expect(Math.abs(met - ((at + 1) * fresh) / queue.length)).toBeLessThan(5);
        }
      }),
    );
  });

  it('asks the cards of one concept in their order of urgency, and lets none of them wait for good', () => {
    const blocked = [
      ...Array.from({ length: 30 }, (_, at) => due(`card:a/a${at}x`, 'a')),
      ...Array.from({ length: 10 }, (_, at) => due(`card:b/b${at}x`, 'b')),
    ];
    const order = interleave(blocked, 'seed');
    const ofA = order.filter(({ module }) => module === 'a').map(({ item }) => item);
    expect(ofA).toEqual(blocked.slice(0, 30).map(({ item }) => item));
    // Ten others can stand between.
    const runs = order.map(({ module }) => module[0]).join('');
    expect(runs).not.toContain('aaaaaa');
    expect(runs).not.toContain('bb');
  });

  it('parts cards made of one text', () => {
    const cloze = [1, 2, 3].map((n) => due(`card:d/three-steps-${n}`, 'd'));
    const others = ['x', 'y', 'z'].map((id) => due(`card:d/${id}`, 'd'));
    for (const [one, next] of neighbours(interleave([...cloze, ...others], 's')))
      expect(siblingsOf(next.item)).not.toBe(siblingsOf(one.item));
  });
});
