import { expect, test } from 'vitest';
import { newEndState, resetEndState } from '../../../src/captures/analysis/end-state.ts';
import { LogBudget } from '../../../src/captures/analysis/sent-log.ts';
import { newSide, resetSide, type Side } from '../../../src/captures/analysis/side.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';

/** Puts something else into every field that holds no object. */
function spoil(one: object): void {
  const fields = one as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'boolean') fields[key] = !value;
    else if (typeof value === 'number') fields[key] = 7;
    else if (value === null) fields[key] = 9;
    else if (typeof value === 'string' && key !== 'name') fields[key] = 'spoilt';
  }
}

const pureAck: CapturedSegment = {
  frame: 1,
  ms: 0,
  flow: '',
  seq: 1,
  ack: 2,
  flags: 16,
  window: 0,
  urgent: 0,
  ecn: 0,
  options: {},
  len: 0,
  identification: 3,
  checksum: 'good',
  fragments: 1,
  cut: false,
  optionsCut: false,
  header: null,
};

const sent = {
  frame: 1,
  ms: 0,
  seq: 1,
  end: 11,
  flags: 16,
  ack: 1,
  window: 0,
  identification: 1,
  tsval: -1,
  again: false,
};

test('an end that is reset is as good as new', () => {
  const budget = new LogBudget(10_000);
  const side: Side = newSide('client', budget);
  spoil(side);
  spoil(side.identification);
  side.findings = { 'zero-window': 1 };
  side.recovery = { kind: 'fast', until: 1, sinceMs: 1 };
  side.acks.add(pureAck);
  for (let i = 0; i < 100; i++) {
    const seq = 20 * i;
    side.log.add({ ...sent, seq, end: seq + 10 });
    side.gaps.add(seq, seq + 10, { frame: 1, ms: 0, tsval: -1, identification: -1 });
    side.sacked.add(seq, seq + 10, null);
  }
  expect(budget.left).toBeLessThan(10_000);
  resetSide(side);
  expect(side).toEqual(newSide('client', budget));
  expect(side.acks.sameAs(pureAck)).toBeNull();
  expect(side.log.covering(0, 2000)).toBeNull();
  expect(side.log.acknowledge(2000, null)).toBeNull();
  expect([side.gaps.isEmpty, side.sacked.isEmpty]).toEqual([true, true]);
  expect(budget.left).toBe(10_000);
});

test('a short log that is reset remembers nothing either', () => {
  const side = newSide('server', new LogBudget(0));
  side.log.add(sent);
  resetSide(side);
  expect(side.log.covering(0, 100)).toBeNull();
  side.log.add({ ...sent, seq: 50, end: 60, frame: 2 });
  expect(side.log.covering(0, 100)?.first.frame).toBe(2);
});

test('a state that is reset is as good as new', () => {
  const end = newEndState();
  spoil(end);
  resetEndState(end);
  expect(end).toEqual(newEndState());
});
