import type { CardEvent, Grade, ItemId } from '../../src/learning/events/event.ts';
import { memoryModel, type Trail, type Weights, waitAfter } from '../../src/learning/memory/fsrs.ts';
import { DAY, HOUR, MINUTE } from './events.ts';

/** Numbers from 0 to 1 that look random and are always the same (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The first day of every simulated learner, noon UTC. */
const FIRST = Date.UTC(2021, 0, 4, 12);

const NEW_PER_DAY = 8;
const MOST_ITEMS = 150;

/**
 * The card events of a learner who forgets as FSRS with the weights `truth` has it, scheduled with the defaults, until
 * `target` reviews came on a later day than the one before. The same seed gives the same learner.
 */
export function simulatedLearner(truth: Weights, target: number, seed: number): CardEvent[] {
  const random = numbers(seed);
  const model = memoryModel(truth);
  const schedule = memoryModel(null);
  const plain = { weights: null, retention: 0.9, fuzz: false };
  const items: { item: ItemId; real: Trail | null; planned: Trail | null; due: number }[] = [];
  const events: CardEvent[] = [];
  let later = 0;
  for (let day = 0; later < target; day++) {
    for (let made = 0; made < NEW_PER_DAY && items.length < MOST_ITEMS; made++) {
      items.push({ item: `card:simulated/${items.length}`, real: null, planned: null, due: day });
    }
    let at = FIRST + day * DAY;
    for (const entry of items) {
      for (let tries = 0; tries < 6 && entry.due <= day; tries++) {
        const { real } = entry;
        const gap = real === null ? 0 : day - real.lastDay;
        const grade = answer(real === null ? 0.75 : gap === 0 ? 0.95 : model.recall(gap, real.stability), random);
        if (gap > 0) later++;
        const wait = waitAfter(entry.item, entry.planned, grade, day, plain);
        entry.planned = schedule.after(entry.planned, grade, at, day);
        entry.real = model.after(real, grade, at, day);
        entry.due = 'days' in wait ? day + wait.days : day;
        events.push({
          v: 1,
          id: `simulated-${seed}-${events.length}`,
          at,
          kind: 'card',
          item: entry.item,
          grade,
          tookMs: 4000,
          where: 'review',
        });
        at += MINUTE / 10;
        if (at > FIRST + day * DAY + 6 * HOUR) throw new RangeError('too much for one day');
      }
    }
  }
  return events;
}

function answer(chance: number, random: () => number): Grade {
  if (random() >= chance) return 1;
  const kind = random();
  return kind < 0.1 ? 2 : kind < 0.9 ? 3 : 4;
}
