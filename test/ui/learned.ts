import { defaultRules } from '../../src/learning/account/fold-rules.ts';
import type { EventDraft, ItemId } from '../../src/learning/events/event.ts';
import { simulateLearner } from '../learning/forgetting-learner.ts';
import { NOON } from './world.tsx';

const ITEMS: readonly ItemId[] = [
  'card:handshake/one',
  'card:handshake/two',
  'card:close/one',
  'card:close/two',
  'skill:handshake.flags',
  'skill:handshake.syn-ack-number',
  'skill:close.fin-ack',
  ...Array.from({ length: 30 }, (_, at): ItemId => `skill:other.${at}`),
];

/** Wrong rules of answers that were wrong, in turn. */
const RULES = ['M01', 'M02', 'M03'] as const;

/** A learner's half year up to NOON: what the screens and the reports show when there is something to show. */
export function halfYear(items: readonly ItemId[] = ITEMS): (EventDraft & { readonly at: number })[] {
  const { events, now } = simulateLearner(
    { items, days: 180, seed: 11, restShare: 0.2, practiceShare: 0.1, recall: (forecast) => forecast },
    defaultRules,
  );
  const shift = NOON - now - 60_000;
  let wrong = 0;
  return events.map(({ v: _, id: __, ...event }) => {
    const at = event.at + shift;
    if (event.kind !== 'answer' || event.correct) return { ...event, at };
    // The first is left behind with time.
    const rule = RULES[wrong++ % RULES.length] ?? 'M01';
    const isGone = rule === 'M01' && at > NOON - 30 * 86_400_000;
    return { ...event, at, rules: isGone ? [] : [rule] };
  });
}
