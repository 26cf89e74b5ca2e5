import type { Conventions } from './conventions.ts';

/**
 * How cwnd and ssthresh move; which segment to resend is loss recovery's business (retransmission.ts). Everything
 * in bytes. Another algorithm implements this interface.
 */
export interface CongestionControl {
  readonly cwnd: number;
  readonly ssthresh: number;
  /** The connection's SMSS is known: the initial window; one segment if our SYN was lost (RFC 5681 §3.1). */
  open(smss: number, synLost: boolean): void;
  /** New data was acknowledged outside recovery. */
  acked(bytes: number): void;
  /** Third duplicate ACK (RFC 5681 §3.2 steps 2 and 3). */
  enterFastRecovery(flightSize: number): void;
  /** A further duplicate ACK in fast recovery (step 4). */
  inflate(): void;
  /** A partial ACK in fast recovery (RFC 6582 §3.2 step 3). */
  deflate(bytes: number): void;
  /** The ACK that ends fast recovery (RFC 6582 §3.2 step 3, option 1). */
  leaveFastRecovery(flightSize: number): void;
  /** The retransmission timer expired; `first`: for the first time for this segment (RFC 5681 §3.1 (4)). */
  timeout(flightSize: number, first: boolean): void;
}

/**
 * Reno's windows with NewReno's deflation (RFC 5681, RFC 6582). An idle connection keeps its window: the restart window
 * of RFC 5681 §4.1 (SHOULD) is not applied.
 */
export class Reno implements CongestionControl {
  readonly #conventions: Pick<Conventions, 'initialWindow' | 'ssthreshBasis'>;
  #smss = 536;
  #cwnd = 536;
  #ssthresh = Number.MAX_SAFE_INTEGER;
  /** Bytes acknowledged towards the next SMSS of congestion avoidance (RFC 5681 §3.1, RFC 3465 with L = 1). */
  #counted = 0;

  constructor(conventions: Pick<Conventions, 'initialWindow' | 'ssthreshBasis'>) {
    this.#conventions = conventions;
  }

  get cwnd(): number {
    return this.#cwnd;
  }

  get ssthresh(): number {
    return this.#ssthresh;
  }

  open(smss: number, synLost: boolean): void {
    this.#smss = smss;
    if (synLost) this.#cwnd = smss;
    else if (this.#conventions.initialWindow === 'rfc6928') this.#cwnd = Math.min(10 * smss, Math.max(2 * smss, 14600));
    else this.#cwnd = (smss > 2190 ? 2 : smss > 1095 ? 3 : 4) * smss;
  }

  acked(bytes: number): void {
    if (this.#cwnd < this.#ssthresh) {
      this.#cwnd += Math.min(bytes, this.#smss); // slow start, (2)
      return;
    }
    this.#counted += bytes; // congestion avoidance: one SMSS for each cwnd of acknowledged bytes
    if (this.#counted >= this.#cwnd) {
      this.#counted -= this.#cwnd;
      this.#cwnd += this.#smss;
    }
  }

  enterFastRecovery(flightSize: number): void {
    this.#setSsthresh(flightSize);
    this.#cwnd = this.#ssthresh + 3 * this.#smss;
  }

  inflate(): void {
    this.#cwnd += this.#smss;
  }

  deflate(bytes: number): void {
    this.#cwnd = Math.max(this.#smss, this.#cwnd - bytes);
    if (bytes >= this.#smss) this.#cwnd += this.#smss;
  }

  leaveFastRecovery(flightSize: number): void {
    this.#cwnd = Math.min(this.#ssthresh, Math.max(flightSize, this.#smss) + this.#smss);
    this.#counted = 0;
  }

  timeout(flightSize: number, first: boolean): void {
    if (first) this.#setSsthresh(flightSize);
    this.#cwnd = this.#smss;
    this.#counted = 0;
  }

  #setSsthresh(flightSize: number): void {
    const basis = this.#conventions.ssthreshBasis === 'flight-size' ? flightSize : this.#cwnd;
    this.#ssthresh = Math.max(Math.floor(basis / 2), 2 * this.#smss);
  }
}
