import { describe, expect, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import { HOST_NAMES, type Trace } from '../../../src/trace/trace.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { checkedQuestions } from './checks.ts';
import { mended } from './mended.ts';

/*
 * The conversations that skills are asked about when they are simulated, written as captures at both ends: each has what its
 * skill is about.
 */

const SKILLS = [
  'ack.cumulative',
  'ack.above-gap',
  'ack.gap-filled',
  'ack.permuted',
  'ack.duplicate-segment',
  'sack.blocks',
  'sack.duplicate',
  'recovery.fast-retransmit',
  'recovery.partial-ack',
  'rto.valid-samples',
  'seq.last-segment',
  'seq.wrapped-trace',
  'window.usable',
  'window.scaling',
  'window.zero-probe',
] as const;
const SEEDS = Math.max(6, Number(process.env.CAPTURED_SEEDS ?? 6));

/** How often each skill is asked of the captures of a trace at both ends; every question is checked. */
function askedOf(trace: Trace): Map<string, number> {
  const asked = new Map<string, number>();
  for (const at of HOST_NAMES) {
    for (const { segments, summary } of conversationsOf(capturedFile(trace, at, false))) {
      const seen = segments.map(({ segment, from }) => ({ ...segment, from, flags: flagNames(segment.flags) }));
      for (const numbers of ['absolute', 'relative'] as const) {
        const captured = capturedTrace(segments, summary, { file: `${trace.scenario} ${at}`, numbers, epochMs: 0 });
        const whole =
          numbers === 'absolute' ? seen : captured.trace.segments.map((one) => ({ ...one, ms: one.sentMs }));
        for (const { skill } of checkedQuestions(captured, whole, 4)) asked.set(skill, (asked.get(skill) ?? 0) + 1);
      }
    }
  }
  return asked;
}

describe.each(SKILLS)('%s', (id) => {
  it('is asked on captures of what it simulates, with the answers that the segments give', () => {
    let times = 0;
    for (let seed = 0; seed < SEEDS; seed++) times += askedOf(makeQuestion(`${id}@${seed}`).trace).get(id) ?? 0;
    expect(times).toBeGreaterThan(SEEDS);
  });
});

describe('rto.valid-samples', () => {
  it('gives round trips to the microsecond', () => {
    let times = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const { trace } = makeQuestion(`rto.valid-samples@${seed}`);
      const stretched = { ...trace, events: trace.events.map((event) => ({ ...event, ms: event.ms * 1.017_37 })) };
      times += askedOf(stretched).get('rto.valid-samples') ?? 0;
    }
    expect(times).toBeGreaterThan(SEEDS);
  });
});

describe('window.trim and window.acceptable', () => {
  it('are asked where a retransmission brings old data with new', () => {
    const asked = askedOf(mended());
    expect(asked.get('window.trim')).toBeGreaterThan(4);
    expect(asked.get('window.acceptable')).toBeGreaterThan(4);
    expect(asked.get('seq.older-newer')).toBeGreaterThan(4);
  });
});
