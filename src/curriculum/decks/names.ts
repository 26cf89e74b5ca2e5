/** Longest slug of a name; ids have room for a hash behind it (64). */
const LONGEST = 40;

/**
 * An id made of a name: its ASCII letters and digits; where others are left out that tell names apart (`TCP 기초`), with a
 * hash of the name behind them. The same name gives the same id on every machine.
 */
export function idOf(name: string): string {
  const words = name.normalize('NFC').toLowerCase();
  const slug = words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const whole = slug.length <= LONGEST && slug !== '' && !/[^\p{ASCII}]/u.test(words);
  if (whole) return slug;
  const begun = slug.slice(0, LONGEST).replace(/-+$/, '');
  return begun === '' ? hashOf(words) : `${begun}-${hashOf(words)}`;
}

/** Ten letters and digits that stand for a text: 51 bits of two FNV-1a sums. */
export function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
  }
  const bits = (high >>> 13) * 2 ** 32 + (low >>> 0);
  return bits.toString(36).padStart(10, '0').slice(-10);
}
