import { describe, expect, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { posableSkills } from '../../../src/questions/captured/make-on.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import type { Flag, SegmentOptions } from '../../../src/tcp/segment.ts';
import { type OracleSegment, oracles } from '../../captures/oracles.ts';
import { conversationsOf } from '../../captures/trace/from-file.ts';
import { checkedQuestions } from './checks.ts';
import type { Seen } from './independent.ts';

/*
 * Conversations of Linux (test/captures/oracles/README.md): what is asked of them has the answers that follow from tshark's
 * reading of the same files.
 */

function optionsOf({ options: { wscale, sack, ts } = {} }: Partial<OracleSegment>): SegmentOptions {
  return {
    ...(typeof wscale === 'number' ? { windowScale: wscale } : {}),
    ...(Array.isArray(sack) ? { sack: sack as [number, number][] } : {}),
    ...(Array.isArray(ts) ? { timestamps: ts as [number, number] } : {}),
  };
}

const asked = new Map<string, number>();

describe.each(oracles())('$name', ({ name, file, segments }) => {
  it('is asked about with the answers that its segments give as tshark reads them', () => {
    const byFrame = new Map(segments.map((segment) => [segment.n, segment]));
    for (const { summary, segments: held } of conversationsOf(file)) {
      const whole = held.map(({ segment, from }): Seen => {
        const read = byFrame.get(segment.frame)!;
        const flags = read.flags as Flag[];
        const ms = read.t * 1000;
        const { seq, ack, len, window_raw: window } = read;
        return { from, flags, seq, ack: ack ?? 0, len, window, options: optionsOf(read), ms };
      });
      const options = { file: `${name}.pcap`, epochMs: 0 } as const;
      const absolute = capturedTrace(held, summary, { ...options, numbers: 'absolute' });
      for (const question of checkedQuestions(absolute, whole, 8)) {
        asked.set(question.skill, (asked.get(question.skill) ?? 0) + 1);
      }
      const relative = capturedTrace(held, summary, { ...options, numbers: 'relative' });
      checkedQuestions(
        relative,
        relative.trace.segments.map((one) => ({ ...one, ms: one.sentMs })),
        4,
      );
      expect(posableSkills(absolute).length).toBeGreaterThanOrEqual(posableSkills(relative).length);
    }
  });
});

/** Of what these conversations do not hold; scenarios.test.ts, streams.test.ts and syn-series.test.ts ask them of captures that do. */
const ELSEWHERE = [
  'ack.duplicate-segment',
  'close.fin-overtakes',
  'close.time-wait',
  'handshake.both-open',
  'handshake.syn-times',
  'rto.valid-samples',
  'sack.duplicate',
  'seq.wrapped-trace',
  'window.trim',
];

it('every other skill that is asked on captures is asked of some of them', () => {
  const able = skills.filter(({ poseOn }) => poseOn !== undefined).map(({ id }) => id);
  expect([...asked.keys()].sort()).toEqual(able.filter((id) => !ELSEWHERE.includes(id)).sort());
});
