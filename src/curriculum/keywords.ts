import { quoted } from '../documents/problem.ts';
import type { Language, Text } from '../language.ts';

/**
 * By which words a free answer seems to mention a point: every group by one of its words. They only ever suggest; whether
 * the point was made is for the learner to say.
 */
export type Keywords = readonly (readonly string[])[];

/** The words in both languages: an interview in Korean is full of English terms. */
export type KeywordPair = Readonly<Record<Language, Keywords>>;

const BETWEEN_GROUPS = ';';
const BETWEEN_WORDS = '|';
const ANY_ENDING = '*';

/** Reads `FIN; 순서 번호 | 시퀀스 번호 | seq`: groups that all have to be there, of each one of its words. */
export function readKeywords(text: string, complain: (message: Text) => void): Keywords {
  return text.split(BETWEEN_GROUPS).map((group) =>
    group.split(BETWEEN_WORDS).map((one) => {
      const word = one.trim();
      if (!isKeyword(word)) {
        const shown = quoted(word);
        complain({
          en: `"${shown}" is no keyword; expected words with | or ; between them, Korean ones of at least two syllables.`,
          ko: `키워드로 쓸 수 없는 낱말입니다: "${shown}". 낱말을 |나 ;로 나누어 쓰고, 한글은 두 글자 이상으로 쓰세요.`,
        });
      }
      return word;
    }),
  );
}

function isKeyword(word: string): boolean {
  const bare = word.replace(/([A-Za-z])\*(?![A-Za-z])/g, '$1');
  if (bare.includes(ANY_ENDING)) return false;
  const letters = partsOf(bare).join('');
  // A single syllable is part of too many words.
  return letters.length > 1 || /^[a-z0-9]$/.test(letters);
}

/** Whether a text seems to mention a point: in either language, by a word of each group. */
export function mentions(text: string, keywords: KeywordPair): boolean {
  const plain = plainText(text);
  return [keywords.ko, keywords.en].some(
    (groups) => groups.length > 0 && groups.every((words) => words.some((word) => pattern(word).test(plain))),
  );
}

/** Letters and digits in lower case, single spaces for everything between them: TIME-WAIT, TIME_WAIT and 'time wait' are one. */
function plainText(text: string): string {
  return partsOf(text).join(' ');
}

/** The runs of one kind: Latin letters, digits, or others (Hangul above all). 'SYN을', '2MSL' and '4-튜플' are two each. */
function partsOf(text: string): readonly string[] {
  return folded(text).match(/[a-z]+|[0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu) ?? [];
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * What a word looks like in a plain text. A Latin word stands alone, but for a plural (FIN is not in 'finish') or, with *,
 * any ending; a Korean one takes particles and endings, and its syllables may be set apart as anyone happens to space them.
 */
function pattern(word: string): RegExp {
  const parts = folded(word).match(/[a-z]+\*?|[0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu) ?? [];
  const body = parts.map((part) => {
    if (part.endsWith(ANY_ENDING)) return `${part.slice(0, -ANY_ENDING.length)}[a-z]*`;
    return LATIN.test(part) || DIGITS.test(part) ? part : [...part].join(' ?');
  });
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const opening = LATIN.test(first) ? '(?<![a-z])' : DIGITS.test(first) ? '(?<![0-9])' : '';
  const closing = LATIN.test(last) ? 's?(?![a-z])' : DIGITS.test(last) ? '(?![0-9])' : '';
  return new RegExp(opening + body.join(' ?') + closing, 'u');
}

const LATIN = /^[a-z]/;
const DIGITS = /^[0-9]/;
