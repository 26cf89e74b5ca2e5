import { BINS } from '../account/account.ts';
import type { LearnerState } from '../account/state.ts';
import { type Retention, retentionFrom } from './retention.ts';

/** Reviews to which FSRS gave a chance of recall from `from` to below `to`. */
export interface CalibrationBand extends Retention {
  readonly from: number;
  readonly to: number;
}

/** How far the forecasts of FSRS can be trusted, over all reviews there were. */
export interface Calibration {
  /** Those with reviews, the lowest forecast first. */
  readonly bands: readonly CalibrationBand[];
  readonly reviews: number;
  /**
   * The root of the mean square of (retention - forecast) over the bands, each weighing as many as its reviews: 0 when
   * every band was recalled as often as forecast. Chance alone keeps it above 0. null without reviews.
   */
  readonly rmse: number | null;
  /** Mean log loss of the forecasts, natural logarithm; the lower, the better. null without reviews. */
  readonly logLoss: number | null;
}

/** The calibration of all reviews. */
export function calibrationOf({ calibration }: LearnerState): Calibration {
  const bands = calibration
    .map((bin, at): CalibrationBand => ({ from: at / BINS, to: (at + 1) / BINS, ...retentionFrom(bin) }))
    .filter(({ reviews }) => reviews > 0);
  const reviews = bands.reduce((sum, band) => sum + band.reviews, 0);
  if (reviews === 0) return { bands, reviews, rmse: null, logLoss: null };
  const squares = bands.reduce(
    (sum, band) => sum + band.reviews * ((band.retention ?? 0) - (band.forecast ?? 0)) ** 2,
    0,
  );
  const loss = calibration.reduce((sum, bin) => sum + bin.logLoss, 0);
  return { bands, reviews, rmse: Math.sqrt(squares / reviews), logLoss: loss / reviews };
}
