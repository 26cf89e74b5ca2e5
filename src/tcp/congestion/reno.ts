import { SlowStart } from './slow-start.ts';

/** Reno's windows (RFC 5681): one SMSS more a round trip, half after a loss. */
export class Reno extends SlowStart {
  /** Bytes acknowledged towards the next SMSS of congestion avoidance (RFC 5681 §3.1, RFC 3465 §2.1). */
  #counted = 0;

  override reduce(flightSize: number): void {
    super.reduce(flightSize);
    this.#counted = 0;
  }

  override timeout(flightSize: number, first: boolean): void {
    super.timeout(flightSize, first);
    this.#counted = 0;
  }

  protected override avoid(bytes: number): void {
    if (this.conventions.congestionAvoidance === 'per-ack') {
      this.window += Math.max(1, Math.floor((this.smss * this.smss) / this.window)); // RFC 5681 (3)
      return;
    }
    this.#counted += bytes;
    if (this.#counted < this.window) return;
    this.#counted -= this.window;
    this.window += this.smss;
  }

  protected override lowered(basis: number): number {
    return Math.max(Math.floor(basis / 2), 2 * this.smss); // RFC 5681 (4)
  }
}
