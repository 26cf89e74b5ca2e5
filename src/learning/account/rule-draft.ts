import { RULE_DAYS, type RuleRecord } from './account.ts';

/** A wrong rule's record while events are being added to it. */
export class RuleDraft {
  #count: number;
  #lastAt: number;
  /** The latest last. */
  readonly #days: [day: number, count: number][];

  constructor(record: RuleRecord | undefined) {
    this.#count = record?.count ?? 0;
    this.#lastAt = record?.lastAt ?? 0;
    this.#days = (record?.days ?? []).map(([day, count]): [number, number] => [day, count]).reverse();
  }

  followed(at: number, day: number): void {
    this.#count++;
    this.#lastAt = at;
    const latest = this.#days.at(-1);
    if (latest?.[0] === day) latest[1]++;
    else {
      this.#days.push([day, 1]);
      while ((this.#days[0]?.[0] ?? day) <= day - RULE_DAYS) this.#days.shift();
    }
  }

  record(): RuleRecord {
    return {
      count: this.#count,
      lastAt: this.#lastAt,
      days: this.#days.map(([day, count]) => [day, count] as const).reverse(),
    };
  }
}
