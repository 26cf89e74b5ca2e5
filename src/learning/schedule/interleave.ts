import { randomFrom } from '../../simulator/random.ts';
import type { ItemId } from '../events/event.ts';
import type { DueItem } from './due.ts';

/**
 * The order in which a review asks what is due. docs/schedule.md gives the reasons.
 *
 * What is being learned comes first. The rest is spread: the items of one concept and kind evenly over the review, each
 * group in its own order of urgency, and the new ones evenly among the reviews. Then neighbours are parted: two items
 * that help answer each other, or two of one skill family, are not asked one after the other when it can be helped; two
 * of one concept seldom.
 */
export function interleave(due: readonly DueItem[], seed: string): DueItem[] {
  const isLearning = ({ phase }: DueItem) => phase === 'learning' || phase === 'relearning';
  const learning = due.filter(isLearning);
  const reviews = spread(
    due.filter(({ phase }) => phase === 'review'),
    `${seed}/reviews`,
  );
  const fresh = spread(
    due.filter(({ phase }) => phase === 'new'),
    `${seed}/new`,
  );
  const first = parted(learning, null);
  return [...first, ...parted(evenly([reviews, fresh]), first.at(-1) ?? null)];
}

/**
 * What an item must not stand beside: skills of one family (the part of the id before the first dot), and cards made of
 * one text, whose ids differ by a number at the end.
 */
export function siblingsOf(item: ItemId): string {
  if (item.startsWith('skill:')) return item.split('.')[0] ?? item;
  return item.replace(/-\d+$/, '');
}

/** How many places before its own an item may be asked because it makes a better neighbour, and how often one may be passed over. */
const EARLY = 2;
const PASSED = 8;

/** Items of each concept and kind evenly over the whole, each group in the order given. */
function spread(items: readonly DueItem[], seed: string): DueItem[] {
  const groups = new Map<string, DueItem[]>();
  for (const item of items) {
    const key = `${item.kind} ${item.module}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const random = randomFrom(seed);
  return evenly(random.shuffle([...groups.values()]));
}

/** Lists merged so that each is spread evenly over the whole and keeps its order. */
function evenly(lists: readonly (readonly DueItem[])[]): DueItem[] {
  return lists
    .flatMap((list) => list.map((item, at) => ({ item, place: (at + 0.5) / list.length })))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

interface Waiting {
  readonly due: DueItem;
  readonly siblings: string;
  /** Its place in the order wanted. */
  readonly place: number;
  passed: number;
}

/** The items with like ones parted; `before` stands before the first. */
function parted(items: readonly DueItem[], before: DueItem | null): DueItem[] {
  const left: Waiting[] = items.map((due, place) => ({ due, siblings: siblingsOf(due.item), place, passed: 0 }));
  const counts = new Map<string, number>();
  for (const { siblings } of left) counts.set(siblings, (counts.get(siblings) ?? 0) + 1);
  const order: DueItem[] = [];
  let last = before;
  while (left.length > 0) {
    const at = nextOf(left, last, order.length, crowdedOf(counts, left.length));
    const [next] = left.splice(at, 1);
    if (next === undefined) break;
    for (let i = 0; i < at; i++) {
      const waiting = left[i];
      if (waiting !== undefined) waiting.passed++;
    }
    counts.set(next.siblings, (counts.get(next.siblings) ?? 1) - 1);
    order.push(next.due);
    last = next.due;
  }
  return order;
}

/** The siblings that are more than half of what is left: only by asking one of them now can the others stay apart. */
function crowdedOf(counts: ReadonlyMap<string, number>, left: number): string | null {
  for (const [siblings, count] of counts) if (2 * count > left) return siblings;
  return null;
}

/** Where among the items left the one for the next place is. */
function nextOf(left: readonly Waiting[], last: DueItem | null, next: number, crowded: string | null): number {
  const lastSiblings = last === null ? null : siblingsOf(last.item);
  if (crowded !== null && crowded !== lastSiblings) return left.findIndex(({ siblings }) => siblings === crowded);
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [at, { due, siblings, place, passed }] of left.entries()) {
    if (siblings === lastSiblings) continue;
    if (passed >= PASSED) return at;
    if (best >= 0 && place > next + EARLY) break;
    const cost = last?.module !== due.module ? 0 : last.kind !== due.kind ? 1 : 2;
    if (cost < bestCost) [best, bestCost] = [at, cost];
    if (cost === 0) break;
  }
  return Math.max(0, best);
}
