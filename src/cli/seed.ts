import { randomInt } from 'node:crypto';

/** No vowels, so that no word appears, and nothing that is misheard or misread: 0 and O, 1 and l, b and d ... */
const SIGNS = '23456789cfhjkmnprtvwxyz';
const LENGTH = 6;

/** A fresh seed for a question or a run: six signs, short enough to be read aloud. */
export function newSeed(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
