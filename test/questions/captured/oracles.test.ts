import { describe, expect, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { posableSkills } from '../../../src/questions/captured/make-on.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import type { Flag } from '../../../src/tcp/segment.ts';
import { oracles } from '../../captures/oracles.ts';
import { conversationsOf } from '../../captures/trace/from-file.ts';
import { checkedQuestions } from './checks.ts';
import type { Seen } from './independent.ts';

/*
 * Conversations of Linux (test/captures/oracles/README.md): what is asked of them has the answers that follow from tshark's
 * reading of the same files.
 */

const asked = new Map<string, number>();

describe.each(oracles())('$name', ({ name, file, segments }) => {
  it('is asked about with the answers that its segments give as tshark reads them', () => {
    const byFrame = new Map(segments.map((segment) => [segment.n, segment]));
    for (const { summary, segments: held } of conversationsOf(file)) {
      const whole = held.map(({ segment, from }): Seen => {
        const read = byFrame.get(segment.frame)!;
        return { from, flags: read.flags as Flag[], seq: read.seq, ack: read.ack ?? 0, len: read.len };
      });
      const options = { file: `${name}.pcap`, epochMs: 0 } as const;
      const absolute = capturedTrace(held, summary, { ...options, numbers: 'absolute' });
      for (const question of checkedQuestions(absolute, whole, 8)) {
        asked.set(question.skill, (asked.get(question.skill) ?? 0) + 1);
      }
      const relative = capturedTrace(held, summary, { ...options, numbers: 'relative' });
      checkedQuestions(relative, relative.trace.segments, 4);
      expect(posableSkills(absolute).length).toBeGreaterThanOrEqual(posableSkills(relative).length);
    }
  });
});

/** Of what these conversations do not hold; make-on.test.ts and syn-series.test.ts ask them of captures that do. */
const ELSEWHERE = ['close.fin-overtakes', 'close.time-wait', 'handshake.both-open', 'handshake.syn-times'];

it('every other skill that is asked on captures is asked of some of them', () => {
  const able = skills.filter(({ poseOn }) => poseOn !== undefined).map(({ id }) => id);
  expect([...asked.keys()].sort()).toEqual(able.filter((id) => !ELSEWHERE.includes(id)).sort());
});
