import type { Conventions } from './conventions.ts';

type Bounds = Pick<Conventions, 'initialRtoMs' | 'minimumRtoMs' | 'maximumRtoMs' | 'clockGranularityMs'>;

/** The retransmission timeout of RFC 6298 §2. All times in ms; K = 4, alpha = 1/8, beta = 1/4. */
export class RtoEstimator {
  readonly #bounds: Bounds;
  #srtt: number | null = null;
  #rttvar: number | null = null;
  #rto: number;
  /** The RTO as long as nothing is measured. */
  #unmeasured: number;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.#unmeasured = bounds.initialRtoMs; // (2.1)
    this.#rto = this.#unmeasured;
  }

  get srttMs(): number | null {
    return this.#srtt;
  }

  get rttvarMs(): number | null {
    return this.#rttvar;
  }

  /** The timeout in force, back-off included. */
  get rtoMs(): number {
    return this.#rto;
  }

  /** A measurement of a segment that was sent once (Karn, §3). Ends any back-off. */
  sample(rttMs: number): void {
    if (this.#srtt === null || this.#rttvar === null) {
      this.#srtt = rttMs; // (2.2)
      this.#rttvar = rttMs / 2;
    } else {
      // (2.3): RTTVAR first, with the old SRTT.
      this.#rttvar = 0.75 * this.#rttvar + 0.25 * Math.abs(this.#srtt - rttMs);
      this.#srtt = 0.875 * this.#srtt + 0.125 * rttMs;
    }
    this.endBackOff();
  }

  /** The RTO that the measurements give, without back-off. */
  endBackOff(): void {
    const { clockGranularityMs, minimumRtoMs, maximumRtoMs } = this.#bounds;
    if (this.#srtt === null || this.#rttvar === null) {
      this.#rto = this.#unmeasured;
      return;
    }
    const computed = this.#srtt + Math.max(clockGranularityMs, 4 * this.#rttvar);
    this.#rto = Math.min(maximumRtoMs, Math.max(minimumRtoMs, computed)); // (2.4), (2.5)
  }

  /** The timer expired: (5.5). */
  backOff(): void {
    this.#rto = Math.min(this.#bounds.maximumRtoMs, this.#rto * 2);
  }

  /** The SYN was retransmitted before any measurement: (5.7) raises a low RTO to 3 s once data flows. */
  afterLostSyn(): void {
    if (this.#srtt !== null) return;
    this.#unmeasured = Math.max(3000, this.#bounds.initialRtoMs);
    this.#rto = this.#unmeasured;
  }
}
