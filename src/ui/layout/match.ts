/**
 * What a search finds: text that contains the words typed, whichever case and whichever form of Korean (NFC or NFD) either has. A
 * syllable is found while it is still being written ('하' finds '한'), and initial consonants alone find a Korean name
 * ('ㅎㄷㅅㅇㅋ' finds '핸드셰이크').
 */

const ASCII = /^[\x00-\x7f]*$/;
/** The consonants a syllable can begin with, in the order of Unicode's syllables. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const [FIRST_SYLLABLE, SYLLABLES_AN_INITIAL] = [0xac00, 588];

/** Prepares a text to be searched, once for many searches. */
export function searchable(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const composed = lower.normalize('NFC');
  return `${composed.normalize('NFD')}\n${initialsOf(composed)}`;
}

/** Tells of texts prepared by searchable() whether each word of the query is in them. Those of an empty query are in every text. */
export function finder(query: string): (prepared: string) => boolean {
  const words = query.toLowerCase().normalize('NFD').split(/\s+/);
  return (prepared) => words.every((word) => prepared.includes(word));
}

function initialsOf(text: string): string {
  return text.replace(/[가-힣]/g, (syllable) => {
    const place = Math.floor((syllable.charCodeAt(0) - FIRST_SYLLABLE) / SYLLABLES_AN_INITIAL);
    return INITIALS[place] ?? syllable;
  });
}
