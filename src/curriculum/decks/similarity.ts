/** How alike two texts are is judged by their first characters only. */
const LONGEST = 1000;

/** A text as the pairs of characters that stand beside each other in it, in order of their codes. */
export type Bigrams = Float64Array;

/** The bigrams of a text; blanks at its ends count as one. */
export function bigramsOf(text: string): Bigrams {
  const padded = ` ${text.slice(0, LONGEST)} `;
  const pairs = new Float64Array(padded.length - 1);
  for (let i = 0; i < pairs.length; i++) pairs[i] = padded.charCodeAt(i) * 0x10000 + padded.charCodeAt(i + 1);
  return pairs.sort();
}

/** The share of bigrams two texts have in common, from 0 to 1 (Dice's coefficient); 1 for two that are the same. */
export function similarity(a: Bigrams, b: Bigrams): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return (2 * common) / (a.length + b.length);
}
