/** What an interface without if_tsresol counts in: microseconds. */
export const MICROSECONDS_PER_SECOND = 1_000_000n;

const NANOSECONDS_PER_SECOND = 1_000_000_000;
const TWO_16 = 0x1_0000;
const TWO_32 = 0x1_0000_0000;
/** Below it a remainder times 2^16 is exact. */
const EXACT = 2 ** 37;

/**
 * Units a second by the byte of if_tsresol: a power of 10, or of 2 when the first bit is set (draft-ietf-opsawg-
 * pcapng §4.2).
 */
export function unitsPerSecond(resolution: number): bigint {
  return resolution & 0x80 ? 1n << BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
}

/**
 * The clock of an interface: makes seconds and nanoseconds of the 64-bit counts of its frames, to the nanosecond
 * (rounded down).
 */
export class InterfaceClock {
  /** Of the count read last: since the epoch, whole seconds and whole nanoseconds. */
  seconds = 0;
  nanoseconds = 0;
  readonly #big: bigint;
  readonly #units: number;
  readonly #offset: number;

  /** `offset`: seconds added to every time (if_tsoffset). */
  constructor(units: bigint, offset: number) {
    this.#big = units;
    this.#units = Number(units);
    this.#offset = offset;
  }

  read(high: number, low: number): void {
    const units = this.#units;
    if (units >= EXACT) {
      this.#readBig(high, low);
      return;
    }
    // Long division in digits of 16 bits, so that every number stays below 2^53 and is exact.
    const first = Math.floor(high / units);
    let rest = (high - first * units) * TWO_16 + (low >>> 16);
    const second = Math.floor(rest / units);
    rest = (rest - second * units) * TWO_16 + (low & 0xffff);
    const third = Math.floor(rest / units);
    rest -= third * units;
    this.seconds = first * TWO_32 + second * TWO_16 + third + this.#offset;
    this.nanoseconds = units === NANOSECONDS_PER_SECOND ? rest : this.#nanoseconds(rest, units);
  }

  #nanoseconds(rest: number, units: number): number {
    if (NANOSECONDS_PER_SECOND % units === 0) return rest * (NANOSECONDS_PER_SECOND / units);
    return Number((BigInt(rest) * BigInt(NANOSECONDS_PER_SECOND)) / this.#big);
  }

  #readBig(high: number, low: number): void {
    const count = (BigInt(high) << 32n) | BigInt(low);
    const seconds = count / this.#big;
    this.seconds = Number(seconds) + this.#offset;
    this.nanoseconds = Number(((count - seconds * this.#big) * BigInt(NANOSECONDS_PER_SECOND)) / this.#big);
  }
}
