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
  'recovery.sack-blocks': {
    expected: ({ trace, view }) => {
      const arrived = trace.segments[view.focus[0]! - 1]!;
      const hole = trace.segments.find((segment) => segment.fate === 'lost')!;
      // Whatever lies above the hole, cut at each loss; sent in order and received in order, so the last is the newest.
      const blocks: [number, number][] = [];
      let open = false;
      for (const segment of trace.segments.slice(hole.n, arrived.n)) {
        if (segment.from !== hole.from) continue;
        const right = Number((BigInt(segment.seq) + BigInt(segment.len)) % (1n << 32n));
        if (segment.fate === 'lost') open = false;
        else if (open) blocks[0]![1] = right;
        else {
          blocks.unshift([segment.seq, right]);
          open = true;
        }
      }
      return { sack: blocks.slice(0, 4) };
    },
    variety: 290,
  },
};
