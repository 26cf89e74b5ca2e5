import assert from 'node:assert/strict';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
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
  'recovery.fast-recovery': {
    expected: ({ trace, figures }) => {
      const hole = trace.segments.find((segment) => segment.fate === 'lost')!;
      const again = trace.segments.find((segment) => segment.repeats === hole.n)!;
      const smss = trace.hosts[hole.from].mss!;
      const [given] = figures;
      assert(given?.kind === 'values');
      assert.equal(given.values[0]!.value, smss);
      const later = trace.segments.filter((s) => s.n > hole.n && s.n < again.n && s.from === hole.from && s.len > 0);
      const outstanding = later.reduce((sum, { len }) => sum + len, hole.len);
      const ssthresh = outstanding < 4 * smss ? 2 * smss : outstanding / 2;
      return {
        ssthresh,
        entered: ssthresh + 3 * smss,
        inflated: ssthresh + later.length * smss,
        left: ssthresh,
      };
    },
    variety: 280,
  },
  'recovery.limited-transmit': {
    expected: (question) => {
      const shown = visibleSegments(question);
      const hole = shown.find((segment) => segment.fate === 'lost')!;
      const smss = question.trace.hosts[hole.from].mss!;
      const duplicate = question.trace.segments.findLast((s) => s.from !== hole.from && s.ack === hole.seq)!;
      const sent = shown.filter((s) => s.from === hole.from && s.n >= hole.n).reduce((sum, s) => sum + s.len!, 0);
      const answer: Record<'first' | 'second', number[]> = { first: [], second: [] };
      let flight = sent;
      for (const which of ['first', 'second'] as const) {
        if (flight + smss > duplicate.window) continue;
        answer[which].push((hole.seq! + flight) % 2 ** 32);
        flight += smss;
      }
      return answer;
    },
    variety: 250,
  },
  'recovery.partial-ack': {
    expected: ({ trace }) => {
      const [first, second] = trace.segments.filter((segment) => segment.fate === 'lost');
      const again = trace.segments.find((segment) => segment.repeats === first!.n)!;
      const before = trace.segments.filter((s) => s.from === first!.from && s.n < again.n && s.len > 0);
      const last = before.at(-1)!;
      return { resent: [second!.seq], ends: (last.seq + last.len) % 2 ** 32 };
    },
    variety: 290,
  },
};
