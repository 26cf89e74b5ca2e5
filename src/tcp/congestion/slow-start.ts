import type { Conventions } from '../conventions.ts';
import type { CongestionControl } from './congestion.ts';

export type CongestionConventions = Pick<
  Conventions,
  'initialWindow' | 'initialSsthreshSegments' | 'slowStartLimit' | 'congestionAvoidance' | 'ssthreshBasis'
>;

/**
 * What the algorithms share: the initial, the loss and the restart window, and slow start (RFC 5681 §3.1, §4.1). An
 * algorithm adds how the window grows above ssthresh, and how far a congestion event lowers it.
 */
export abstract class SlowStart implements CongestionControl {
  protected readonly conventions: CongestionConventions;
  protected smss = 536;
  /** cwnd; an algorithm may keep fractions of a byte. */
  protected window = 536;
  #ssthresh = Number.MAX_SAFE_INTEGER;

  constructor(conventions: CongestionConventions) {
    this.conventions = conventions;
  }

  get cwnd(): number {
    return Math.floor(this.window);
  }

  get ssthresh(): number {
    return this.#ssthresh;
  }

  open(smss: number, synLost: boolean): void {
    this.smss = smss;
    this.window = synLost ? smss : this.#initialWindow();
    const { initialSsthreshSegments } = this.conventions;
    if (initialSsthreshSegments !== null) this.#ssthresh = initialSsthreshSegments * smss;
  }

  acked(bytes: number, now: number, srttMs: number | null): void {
    const { slowStartLimit } = this.conventions;
    const room = this.#ssthresh - this.window;
    if (room <= 0) {
      this.avoid(bytes, now, srttMs);
      return;
    }
    if (slowStartLimit !== null) {
      this.window += Math.min(bytes, slowStartLimit * this.smss); // RFC 5681 (2), RFC 3465
      return;
    }
    // Without a limit a large ACK could carry cwnd far beyond ssthresh: what is left over counts for avoidance.
    this.window += Math.min(bytes, room);
    if (bytes > room) this.avoid(bytes - room, now, srttMs);
  }

  reduce(flightSize: number): void {
    this.#ssthresh = this.lowered(this.#basis(flightSize));
    this.window = this.#ssthresh;
  }

  timeout(flightSize: number, first: boolean): void {
    if (first) this.#ssthresh = this.lowered(this.#basis(flightSize));
    this.window = this.smss;
  }

  restart(): void {
    this.window = Math.min(this.window, this.#initialWindow());
  }

  setWindow(cwnd: number): void {
    this.window = cwnd;
  }

  /** Congestion avoidance: `bytes` were acknowledged with cwnd at ssthresh or above. */
  protected abstract avoid(bytes: number, now: number, srttMs: number | null): void;

  /** The new ssthresh for a congestion event, from FlightSize or cwnd; at least 2 SMSS. */
  protected abstract lowered(basis: number): number;

  #basis(flightSize: number): number {
    return this.conventions.ssthreshBasis === 'flight-size' ? flightSize : this.cwnd;
  }

  #initialWindow(): number {
    const { smss } = this;
    switch (this.conventions.initialWindow) {
      case 'rfc6928':
        return Math.min(10 * smss, Math.max(2 * smss, 14_600));
      case 'one':
        return smss;
      case 'rfc5681':
        return (smss > 2190 ? 2 : smss > 1095 ? 3 : 4) * smss;
    }
  }
}
