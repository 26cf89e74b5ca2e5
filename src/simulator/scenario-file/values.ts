import { hasControlCharacters } from '../../documents/problem.ts';
import { type Expecting, parsed, REFUSED } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Amount } from '../amount.ts';

/** Whether a value is a whole number of [min, max]. */
export function isWhole(input: unknown, min: number, max: number): input is number {
  return typeof input === 'number' && Number.isInteger(input) && input >= min && input <= max;
}

const count = (n: number): string => n.toLocaleString('en-US');

export function whole(min: number, max: number): Expecting<number> {
  const wants = {
    en: `a whole number from ${count(min)} to ${count(max)}.`,
    ko: `${count(min)}~${count(max)} 사이의 정수를 쓰세요.`,
  };
  return parsed(wants, (input) => (isWhole(input, min, max) ? input : REFUSED));
}

/** A whole number, or `{min, max}` from which the seed draws. */
export function amount(min: number, max: number): Expecting<Amount> {
  const wants = {
    en: `a whole number from ${count(min)} to ${count(max)}, or a range {min: .., max: ..} of such.`,
    ko: `${count(min)}~${count(max)} 사이의 정수나 그 범위 {min: .., max: ..}를 쓰세요.`,
  };
  return parsed(wants, (input) => {
    if (isWhole(input, min, max)) return input;
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return REFUSED;
    const range = input as { readonly min?: unknown; readonly max?: unknown };
    if (Object.keys(range).length !== 2 || !isWhole(range.min, min, max) || !isWhole(range.max, min, max)) {
      return REFUSED;
    }
    return range.min <= range.max ? { min: range.min, max: range.max } : REFUSED;
  });
}

export const probability: Expecting<number> = parsed(
  { en: 'a probability from 0 to 1, such as 0.05.', ko: '0~1 사이의 확률을 쓰세요. 예: 0.05' },
  (input) => (typeof input === 'number' && input >= 0 && input <= 1 ? input : REFUSED),
);

export const yesOrNo: Expecting<boolean> = parsed({ en: 'true or false.', ko: 'true나 false를 쓰세요.' }, (input) =>
  typeof input === 'boolean' ? input : REFUSED,
);

export function oneOf<const Words extends readonly string[]>(words: Words): Expecting<Words[number]> {
  const listed = words.join(', ');
  return parsed({ en: `one of: ${listed}.`, ko: `다음 가운데 하나를 쓰세요: ${listed}` }, (input) =>
    words.includes(input as string) ? (input as Words[number]) : REFUSED,
  );
}

export const hostName = oneOf(['client', 'server']);

/** A line of at most `max` characters, once for both languages or as `{ko, en}`. Line breaks become spaces. */
export function bilingual(max: number): Expecting<Text> {
  const line = (input: unknown): string | null => {
    if (typeof input !== 'string') return null;
    const flat = input.replace(/\s*\n\s*/g, ' ').trim();
    return flat === '' || flat.length > max || hasControlCharacters(flat) ? null : flat;
  };
  const wants = {
    en: `a text of at most ${max} characters, or one for each language: {ko: .., en: ..}.`,
    ko: `${max}자 이하의 글이나 언어별 글 {ko: .., en: ..}을 쓰세요.`,
  };
  return parsed(wants, (input) => {
    const both = line(input);
    if (both !== null) return { ko: both, en: both };
    if (typeof input !== 'object' || input === null || Object.keys(input).length !== 2) return REFUSED;
    const { ko, en } = input as { readonly ko?: unknown; readonly en?: unknown };
    const [inKorean, inEnglish] = [line(ko), line(en)];
    return inKorean === null || inEnglish === null ? REFUSED : { ko: inKorean, en: inEnglish };
  });
}

/** The longest delay or time in a scenario, ms of virtual time: one hour. */
export const LONGEST_MS = 3_600_000;

/** The longest run, ms of virtual time: one day. */
export const LONGEST_RUN_MS = 24 * LONGEST_MS;
