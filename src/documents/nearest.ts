/**
 * Edit distance between two short words: the number of letters to add, take away or change, or of neighbours to swap
 * (optimal string alignment).
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** Letters from which on a beginning stands for the whole word. */
const SHORTEST_BEGINNING = 2;

/**
 * The known word someone most likely meant, or null when none is close: the only one that begins so, else the nearest
 * (a third of the word's letters may differ).
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  if (word.length > 60) return null;
  const lower = word.toLowerCase();
  const [begun, ...others] = known.filter((candidate) => candidate.toLowerCase().startsWith(lower));
  if (begun !== undefined && others.length === 0 && word.length >= SHORTEST_BEGINNING) return begun;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(lower, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}
