import { nearestWord } from '../documents/nearest.ts';
import { isReservedSeed, isSeed, LONGEST_CAPTURED_SEED } from '../questions/name.ts';
import { usage } from './failure.ts';
import { errors, forms } from './text/errors.ts';

/** Reads `1m30s`, `5m`, `90s`, `2h` as ms. Throws a usage Failure outside 10 s to 3 h. */
export function readTime(option: string, typed: string): number {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(typed);
  const [, hours, minutes, seconds] = match ?? [];
  const ms = 1000 * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0));
  if (ms < 10_000 || ms > 3 * 3_600_000) throw usage(errors.badForm(option, typed, forms.time));
  return ms;
}

/** Reads a whole number from 1 to `max`. Throws a usage Failure otherwise. */
export function readCount(option: string, typed: string, max: number): number {
  const count = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > max) throw usage(errors.badForm(option, typed, forms.count(max)));
  return count;
}

/** Reads a probability from 0 to 1. Throws a usage Failure otherwise. */
export function readProbability(option: string, typed: string): number {
  const probability = /^\d?\.?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(probability >= 0 && probability <= 1)) throw usage(errors.badForm(option, typed, forms.probability));
  return probability;
}

/** A name of a question holds a seed of at most this length. */
const LONGEST_SEED = 64;

/**
 * A seed that can stand in a question's name, with room for a question's number after it where several are made of
 * one. Those that name questions on captures are none of a person's own. Throws a usage Failure otherwise.
 */
export function readSeed(option: string, typed: string, number: keyof typeof LONGEST): string {
  const longest = LONGEST[number];
  if (!isSeed(typed) || typed.length > longest) throw usage(errors.badForm(option, typed, forms.seed(longest)));
  if (isReservedSeed(typed)) throw usage(errors.badForm(option, typed, forms.ownSeed));
  return typed;
}

const LONGEST = {
  alone: LONGEST_SEED,
  numbered: LONGEST_SEED - '-9999'.length,
  /** Of questions on a capture, some of which turn out to be unfit and are counted all the same. */
  captured: LONGEST_CAPTURED_SEED - '-999999'.length,
} as const;

/** A name that stands behind a seed in questions' names, with a hyphen between. Throws a usage Failure otherwise. */
export function readVariant(option: string, typed: string, seed: string): string {
  const longest = LONGEST_SEED - '-9999'.length - seed.length - '-'.length;
  if (longest < 1) throw usage(errors.badForm('--seed', seed, forms.seed(seed.length + longest - 1)));
  if (!isSeed(typed) || typed.length > longest) throw usage(errors.badForm(option, typed, forms.seed(longest)));
  if (isReservedSeed(`${seed}-${typed}`)) throw usage(errors.badForm(option, typed, forms.ownSeed));
  return typed;
}

/** One of the words an option takes. Throws a usage Failure otherwise. */
export function readWord<Word extends string>(option: string, typed: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === typed);
  if (word !== undefined) return word;
  const en = words.length === 2 ? words.join(' or ') : words.join(', ');
  throw usage(errors.badValue(option, typed, { en, ko: words.join(', ') }, nearestWord(typed, words)));
}
