/** Moving through a list of lines of which some cannot be chosen (headings). Pure; indices are into the rows. */

export type ListMove = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** The nearest row that can be chosen, looking in `step` direction first and then the other way; -1 when there is none. */
export function nearestChoosable(from: number, step: 1 | -1, choosable: readonly boolean[]): number {
  for (let i = from; i >= 0 && i < choosable.length; i += step) if (choosable[i] === true) return i;
  for (let i = from; i >= 0 && i < choosable.length; i -= step) if (choosable[i] === true) return i;
  return -1;
}

/** Where a move leads from `index`; `page` is the number of rows shown. Ends are ends: the list does not wrap. */
export function moveInList(index: number, move: ListMove, choosable: readonly boolean[], page: number): number {
  const last = choosable.length - 1;
  const clamp = (i: number) => Math.min(last, Math.max(0, i));
  switch (move) {
    case 'up':
      return index <= 0 ? index : keepOr(index, nearestChoosable(index - 1, -1, choosable), -1);
    case 'down':
      return index >= last ? index : keepOr(index, nearestChoosable(index + 1, 1, choosable), 1);
    case 'page-up':
      return nearestChoosable(clamp(index - Math.max(1, page - 1)), -1, choosable);
    case 'page-down':
      return nearestChoosable(clamp(index + Math.max(1, page - 1)), 1, choosable);
    case 'first':
      return nearestChoosable(0, 1, choosable);
    case 'last':
      return nearestChoosable(last, -1, choosable);
  }
}

/** A move up that only finds rows below (a heading is on top) stays where it is, and the other way round. */
function keepOr(index: number, found: number, step: 1 | -1): number {
  if (found === -1) return index;
  return (found - index) * step > 0 ? found : index;
}

/** The rows [start, end) to show so that row `index` is seen with what surrounds it. */
export function windowAround(index: number, count: number, height: number): { start: number; end: number } {
  const most = Math.max(0, count - height);
  const start = Math.min(most, Math.max(0, index - Math.floor(height / 2)));
  return { start, end: Math.min(count, start + height) };
}
