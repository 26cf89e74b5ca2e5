import type { Amount } from './amount.ts';

export interface NetworkSpec {
  /** One-way delay in ms. A range is drawn anew for each segment, without reordering. */
  readonly delayMs: Amount;
  /** Probabilities 0..1 for each segment. */
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  /** How much later a reordered segment or a duplicate arrives, ms. */
  readonly reorderMs: Amount;
  /**
   * Probability with which a router is congested when a segment passes: it marks an ECN-capable one (CE) and drops any
   * other (RFC 3168 §5).
   */
  readonly mark: number;
}
