import type { SkillExpectation } from '../skill-properties.ts';

/*
 * Recovery reckoned from what arrived and what was lost alone.
 */

export const RECOVERY_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'recovery.fast-retransmit': {
    expected: ({ trace }) => {
      const hole = trace.segments.find((segment) => segment.fate === 'lost')!;
      let duplicates = 0;
      for (const segment of trace.segments.slice(hole.n)) {
        if (segment.from !== hole.from || segment.len === 0 || segment.arrivedMs === null) continue;
        duplicates += 1;
        if (duplicates === 3) return { trigger: segment.seq, resent: [hole.seq] };
      }
      throw new Error('fewer than three duplicate ACKs');
    },
    variety: 290,
  },
};
