interface Grapheme {
  readonly segment: string;
  readonly index: number;
  readonly input: string;
}

interface Graphemes extends Iterable<Grapheme> {
  containing(index?: number): Grapheme | undefined;
}

export const graphemes: { segment(text: string): Graphemes };
export function singlesWidth(text: string): number;
export function lazyPattern(
  source: string,
  flags: string,
): { test(text: string): boolean; [Symbol.search](text: string): number };
