import type { Conventions } from '../conventions.ts';

type Bounds = Pick<
  Conventions,
  'initialRtoMs' | 'minimumRtoMs' | 'minimumRtoOf' | 'maximumRtoMs' | 'clockGranularityMs'
>;

/** With a constant round trip RTTVAR dwindles without end; processors are slow with numbers as small as it gets to be. */
const NEXT_TO_NOTHING = 1e-300;

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

  /**
   * A measurement, of a segment that was sent once (Karn, §3) or by timestamps. Ends any back-off. `samples`: how many
   * such are expected in one round trip; they share the weight of one, so that the history stays as long as it is with
   * one (RFC 7323 §4.2, appendix G).
   */
  sample(rttMs: number, samples = 1): void {
    if (this.#srtt === null || this.#rttvar === null) {
      this.#srtt = rttMs; // (2.2)
      this.#rttvar = rttMs / 2;
    } else {
      // (2.3): RTTVAR first, with the old SRTT.
      const alpha = 0.125 / samples;
      const beta = 0.25 / samples;
      const rttvar = (1 - beta) * this.#rttvar + beta * Math.abs(this.#srtt - rttMs);
      this.#rttvar = rttvar < NEXT_TO_NOTHING ? 0 : rttvar;
      this.#srtt = (1 - alpha) * this.#srtt + alpha * rttMs;
    }
    this.endBackOff();
  }

  /** The RTO that the measurements give, without back-off. */
  endBackOff(): void {
    const { clockGranularityMs, minimumRtoMs, minimumRtoOf, maximumRtoMs } = this.#bounds;
    if (this.#srtt === null || this.#rttvar === null) {
      this.#rto = this.#unmeasured;
      return;
    }
    // (2.3). Linux keeps the variance term above the minimum, not the whole.
    const least = minimumRtoOf === 'variance' ? Math.max(clockGranularityMs, minimumRtoMs) : clockGranularityMs;
    const computed = this.#srtt + Math.max(least, 4 * this.#rttvar);
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

/** How many measurements by timestamps one round trip brings: an ACK for every second full segment (RFC 7323 appendix G). */
export function expectedSamples(flightSize: number, smss: number): number {
  return Math.max(1, Math.ceil(flightSize / (2 * smss)));
}
