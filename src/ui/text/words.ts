import type { Language } from '../../language.ts';
import { en, type Words } from './en.ts';
import { ko } from './ko.ts';

const WORDS: Readonly<Record<Language, Words>> = { ko, en };

/** All words of the screens in one language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
