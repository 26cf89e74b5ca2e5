import { createHash } from 'node:crypto';

/** Twelve digits and letters that stand for a text in an id, on every machine the same. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
