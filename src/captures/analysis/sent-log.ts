/** One transmission as the capture shows it, with what tells copies and orders of sending apart. */
export interface Sent {
  frame: number;
  ms: number;
  seq: number;
  /** The sequence number after it: SYN and FIN counted. */
  end: number;
  flags: number;
  ack: number;
  window: number;
  /** IPv4 identification; -1 in IPv6. */
  identification: number;
  /** -1 without timestamps. */
  tsval: number;
  /** Whether any of it was sent more than once, or filled a gap: no round trip can be measured on it (RFC 6298 §3). */
  again: boolean;
}

/** How many transmissions and ranges may be remembered for a whole file, beside a few of each direction. */
export class LogBudget {
  left: number;

  constructor(entries: number) {
    this.left = entries;
  }
}

/** What is kept of a direction at least, and at most, while the budget has room. */
const FIRST = 8;
const ALWAYS = 64;
const MOST = 2048;

/** The latest transmissions of one direction, in the order of capture. Slots are used again, so that bulk data allocates nothing. */
export class SentLog {
  readonly #budget: LogBudget;
  #slots: Sent[] = [];
  #capacity = FIRST;
  /** Number of the oldest entry that is held, and of the next one. Entry i is in slot i mod capacity. */
  #oldest = 0;
  #next = 0;
  #unacked = 0;
  /** Number of the last entry that did not continue the one before it. */
  #lastDisorder = -1;

  constructor(budget: LogBudget) {
    this.#budget = budget;
  }

  add(sent: Readonly<Sent>): void {
    const held = this.#next - this.#oldest;
    if (held === this.#capacity) this.#makeRoom();
    const before = this.#next > this.#oldest ? this.#at(this.#next - 1) : undefined;
    if (before !== undefined && ((sent.seq - before.end) | 0) < 0) this.#lastDisorder = this.#next;
    const place = this.#next % this.#capacity;
    const slot = this.#slots[place];
    if (slot === undefined) this.#slots[place] = { ...sent };
    else Object.assign(slot, sent);
    this.#next++;
  }

  #makeRoom(): void {
    const wanted = this.#unacked > this.#oldest ? ALWAYS : MOST;
    if (this.#capacity < wanted && this.#budget.left >= this.#capacity) {
      this.#budget.left -= this.#capacity;
      const slots: Sent[] = [];
      const capacity = 2 * this.#capacity;
      for (let i = 0; i < capacity; i++) {
        // Every slot is made now: a list with holes would be slower for good.
        slots.push(blank());
      }
      for (let i = this.#oldest; i < this.#next; i++) {
        const entry = this.#at(i);
        if (entry !== undefined) slots[i % capacity] = entry;
      }
      this.#slots = slots;
      this.#capacity = capacity;
      return;
    }
    this.#oldest++;
    if (this.#unacked < this.#oldest) this.#unacked = this.#oldest;
  }

  #at(index: number): Sent | undefined {
    return this.#slots[index % this.#capacity];
  }

  /** The first and the last transmission that hold any of [seq, end); null when none is held. */
  covering(seq: number, end: number): { readonly first: Sent; readonly last: Sent } | null {
    const found: { first: Sent | null; last: Sent | null } = { first: null, last: null };
    this.eachCovering(seq, end, (entry) => {
      found.last ??= entry;
      found.first = entry;
    });
    const { first, last } = found;
    return first === null || last === null ? null : { first, last };
  }

  /** The latest transmission that holds any of [seq, end) and is wanted; null without one. */
  find(seq: number, end: number, isWanted: (entry: Readonly<Sent>) => boolean): Readonly<Sent> | null {
    let found: Sent | null = null;
    this.eachCovering(seq, end, (entry) => {
      if (found === null && isWanted(entry)) found = entry;
    });
    return found;
  }

  /** Calls `use` with every transmission that holds any of [seq, end), the latest first. */
  eachCovering(seq: number, end: number, use: (entry: Sent) => void): void {
    for (let i = this.#next - 1; i >= this.#oldest; i--) {
      const entry = this.#at(i);
      if (entry === undefined) break;
      if (((entry.end - seq) | 0) <= 0) {
        // As long as all is in order, everything before ends even lower.
        if (this.#lastDisorder < this.#oldest) break;
        continue;
      }
      if (((end - entry.seq) | 0) > 0) use(entry);
    }
  }

  /**
   * Passes what `ack` acknowledges and `before`, the ACK before it, did not (null: there was none). The transmission to measure a round trip on is the highest of
   * them; null where there is none, or where some were sent again (Karn's algorithm, RFC 6298 §3).
   */
  acknowledge(ack: number, before: number | null): Sent | null {
    let newest: Sent | null = null;
    let again = false;
    while (this.#unacked < this.#next) {
      const entry = this.#at(this.#unacked);
      if (entry === undefined || ((entry.end - ack) | 0) > 0) break;
      this.#unacked++;
      if (before !== null && ((entry.end - before) | 0) <= 0) continue;
      if (entry.again) again = true;
      if (newest === null || ((entry.end - newest.end) | 0) > 0) newest = entry;
    }
    return again ? null : newest;
  }

  /** Forgets everything: the numbers start anew. */
  clear(): void {
    this.#oldest = this.#next;
    this.#unacked = this.#next;
    this.#lastDisorder = -1;
  }

  /** Forgets everything, and gives back what it took of the budget. */
  release(): void {
    this.#budget.left += this.#capacity - FIRST;
    if (this.#capacity > FIRST) this.#slots = [];
    this.#capacity = FIRST;
    this.#oldest = this.#next = this.#unacked = 0;
    this.#lastDisorder = -1;
  }
}

function blank(): Sent {
  return {
    frame: 0,
    ms: 0,
    seq: 0,
    end: 0,
    flags: 0,
    ack: 0,
    window: 0,
    identification: -1,
    tsval: -1,
    again: false,
  };
}
