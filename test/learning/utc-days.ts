import type { FoldRules } from '../../src/learning/account/fold-rules.ts';
import { DAY, HOUR } from './events.ts';

/** Study days in UTC, from 04:00, and the default weights. */
export const utc: FoldRules = {
  studyDays: {
    dayOf: (at) => Math.floor((at - 4 * HOUR) / DAY),
    startOf: (day) => day * DAY + 4 * HOUR,
  },
  weights: null,
};
