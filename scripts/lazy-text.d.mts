interface Grapheme {
  readonly segment: string;
  readonly index: number;
  readonly input: string;
}

export const graphemes: { segment(text: string): Iterable<Grapheme> };
export function singlesWidth(text: string): number;
export function lazyPattern(
  source: string,
  flags: string,
): { test(text: string): boolean; [Symbol.search](text: string): number };
