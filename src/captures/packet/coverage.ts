/** More gaps than this no datagram has at a time, unless somebody wants to keep its receiver busy. */
const MOST_RANGES = 64;

/** Which bytes of a datagram have come: ranges in order, none touching another. */
export class Coverage {
  readonly #ranges: [number, number][] = [];

  /**
   * Adds bytes `start` to `end`. 'overlap': some of them had come; 'too-many': the ranges are more than is
   * reasonable.
   */
  add(start: number, end: number): 'new' | 'again' | 'overlap' | 'too-many' {
    const ranges = this.#ranges;
    let first = 0;
    while (first < ranges.length && (ranges[first]?.[1] ?? 0) < start) first++;
    let after = first;
    let [left, right] = [start, end];
    let result: 'new' | 'again' | 'overlap' = 'new';
    for (let range = ranges[after]; range !== undefined && range[0] <= end; range = ranges[++after]) {
      if (range[0] <= start && range[1] >= end) result = 'again';
      else if (range[0] < end && range[1] > start && result === 'new') result = 'overlap';
      left = Math.min(left, range[0]);
      right = Math.max(right, range[1]);
    }
    if (after === first && ranges.length === MOST_RANGES) return 'too-many';
    ranges.splice(first, after - first, [left, right]);
    return result;
  }

  /** Whether bytes 0 to `end` have all come. */
  covers(end: number): boolean {
    const first = this.#ranges[0];
    return first !== undefined && first[0] === 0 && first[1] >= end;
  }
}
