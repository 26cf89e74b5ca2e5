import type { LearningEvent } from '../events/event.ts';
import { damageOf, type LineDamage, parseEvent } from '../events/event-schema.ts';

/** What keeps a line of a log from counting. */
export type Damage = LineDamage | { readonly why: 'too-long' };

/** What a line of a log is. */
export type LineContent =
  | { readonly is: 'event'; readonly event: LearningEvent }
  /** Written by a later version of the program: to be kept as it is. */
  | { readonly is: 'newer' }
  | { readonly is: 'damaged'; readonly damage: Damage };

/** Reads the bytes of a line, or null for one that is too long to be any. Never throws. */
export function readLine(bytes: Buffer | null): LineContent {
  if (bytes === null) return { is: 'damaged', damage: { why: 'too-long' } };
  const text = bytes.toString('utf8');
  const event = parseEvent(text);
  if (typeof event !== 'string') return { is: 'event', event };
  if (event === 'newer') return { is: 'newer' };
  return { is: 'damaged', damage: damageOf(text) ?? { why: 'not-json' } };
}
