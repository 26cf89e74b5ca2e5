import { SlowStart } from './slow-start.ts';

/** Multiplicative decrease factor (RFC 9438 §4.6). */
const BETA = 0.7;
/** How fast the window grows with time, segments / s^3 (RFC 9438 §5.1). */
const C = 0.4;
/** Additive increase that gives Reno's average rate with BETA (RFC 9438 §4.3). */
const ALPHA = (3 * (1 - BETA)) / (1 + BETA);

/** One stage of congestion avoidance. Windows in segments, times in seconds but for `startMs`. */
interface Epoch {
  readonly startMs: number;
  readonly k: number;
  /** Where the curve is flat. */
  readonly wMax: number;
  /** Reno's window, estimated. */
  wEst: number;
}

/** CUBIC (RFC 9438): cwnd follows a cubic function of the time since the last congestion event. */
export class Cubic extends SlowStart {
  /** cwnd before the last congestion event, lowered by fast convergence; null: none yet, or a timeout since. */
  #wMax: number | null = null;
  /** cwnd when ssthresh was last set. */
  #cwndPrior = 0;
  #epoch: Epoch | null = null;

  override reduce(flightSize: number): void {
    const cwnd = this.window / this.smss;
    // Fast convergence (§4.7): a window that did not get back to W_max leaves room for others.
    this.#wMax = this.#wMax !== null && cwnd < this.#wMax ? (cwnd * (1 + BETA)) / 2 : cwnd;
    this.#cwndPrior = cwnd;
    this.#epoch = null;
    super.reduce(flightSize);
  }

  override timeout(flightSize: number, first: boolean): void {
    if (first) this.#cwndPrior = this.window / this.smss;
    this.#wMax = null; // §4.8: the next stage starts with K = 0 from its own window
    this.#epoch = null;
    super.timeout(flightSize, first);
  }

  override restart(): void {
    // The curve must not have gone on while nothing was sent (§5.8).
    this.#epoch = null;
    super.restart();
  }

  protected override avoid(bytes: number, now: number, srttMs: number | null): void {
    const cwnd = this.window / this.smss;
    this.#epoch ??= this.#begin(cwnd, now);
    const epoch = this.#epoch;
    const t = (now - epoch.startMs) / 1000;
    const acked = bytes / this.smss;
    epoch.wEst += ((epoch.wEst >= this.#cwndPrior ? 1 : ALPHA) * acked) / cwnd; // Figure 4
    if (curve(epoch, t) < epoch.wEst) {
      this.window = Math.max(this.window, epoch.wEst * this.smss); // Reno-friendly region, §4.3
      return;
    }
    // Concave and convex region (§4.4, §4.5): towards where the curve is one round trip later.
    const target = Math.min(1.5 * cwnd, Math.max(cwnd, curve(epoch, t + (srttMs ?? 0) / 1000)));
    this.window += ((target - cwnd) / cwnd) * acked * this.smss;
  }

  protected override lowered(basis: number): number {
    return Math.max(Math.floor((basis * 7) / 10), 2 * this.smss); // BETA, without its rounding error
  }

  #begin(cwnd: number, now: number): Epoch {
    const wMax = Math.max(this.#wMax ?? cwnd, cwnd);
    return { startMs: now, k: Math.cbrt((wMax - cwnd) / C), wMax, wEst: cwnd };
  }
}

/** W_cubic(t) (§4.2, Figure 1). */
function curve({ k, wMax }: Epoch, t: number): number {
  return C * (t - k) ** 3 + wMax;
}
