/** No vowels, so that no word appears, and nothing that is misheard or misread: 0 and O, 1 and l, b and d ... */
const SIGNS = '23456789cfhjkmnprtvwxyz';
const LENGTH = 6;

/** A fresh seed for a question or a run: six signs, short enough to be read aloud. */
export function newSeed(): string {
  const fair = 256 - (256 % SIGNS.length);
  let seed = '';
  while (seed.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < fair && seed.length < LENGTH) seed += SIGNS[byte % SIGNS.length];
    }
  }
  return seed;
}
