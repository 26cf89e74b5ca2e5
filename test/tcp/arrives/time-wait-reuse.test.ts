import { describe, expect, test } from 'vitest';
import { issAbove, reopensTimeWait } from '../../../src/tcp/arrives/time-wait-reuse.ts';
import { close } from '../../../src/tcp/calls/close.ts';
import { openPassive } from '../../../src/tcp/calls/open.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';
import { type Rig, rig, segment } from '../opened.ts';

const OLD_TSVAL = 5000;

/** A connection in TIME-WAIT whose peer's ISN was 0 and whose FIN was number 1, with or without timestamps. */
function inTimeWait(conventions: Partial<Conventions>, peerUsesTimestamps: boolean): Rig {
  const r = rig({ conventions });
  const options = (tsval: number) => (peerUsesTimestamps ? { timestamps: [tsval, 0] as const } : {});
  openPassive(r.tcb);
  r.deliver(segment({ flags: ['SYN'], seq: 0, options: options(OLD_TSVAL - 3) }));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, options: options(OLD_TSVAL - 2) }));
  r.call((tcb) => close(tcb, 0));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2, options: options(OLD_TSVAL - 1) }));
  r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2, options: options(OLD_TSVAL) }));
  expect(r.tcb.state).toBe('TIME-WAIT');
  return r;
}

const syn = (seq: number, tsval: number | null) =>
  segment({ flags: ['SYN'], seq, options: tsval === null ? {} : { timestamps: [tsval, 0] } });

const ABOVE = 2; // RCV.NXT: above the FIN's number 1, the last one seen
const BELOW = 1;

describe('RFC 6191 §2, case by case', () => {
  // [timestamps before, the SYN's TSval, its number, reopened]
  const cases: readonly (readonly [boolean, number | null, number, boolean])[] = [
    [true, OLD_TSVAL + 1, ABOVE, true],
    [true, OLD_TSVAL + 1, BELOW, true],
    [true, OLD_TSVAL, ABOVE, true],
    [true, OLD_TSVAL, BELOW, false],
    [true, OLD_TSVAL - 1, ABOVE, false],
    [true, OLD_TSVAL - 1, BELOW, false],
    [true, null, ABOVE, true],
    [true, null, BELOW, false],
    [false, OLD_TSVAL, ABOVE, true],
    [false, OLD_TSVAL, BELOW, true],
    [false, null, ABOVE, true],
    [false, null, BELOW, false],
  ];
  for (const [before, tsval, seq, expected] of cases) {
    test(`timestamps ${before ? 'used' : 'unused'} before; SYN ${seq} with TSval ${tsval}: ${expected}`, () => {
      const { tcb } = inTimeWait({ timestamps: true, timeWaitReuse: 'timestamps' }, before);
      expect(reopensTimeWait(tcb, syn(seq, tsval))).toBe(expected);
    });
  }

  test('timestamps that this end would not answer count as none', () => {
    const { tcb } = inTimeWait({ timestamps: false, timeWaitReuse: 'timestamps' }, true);
    expect(reopensTimeWait(tcb, syn(BELOW, OLD_TSVAL + 1))).toBe(false);
    expect(reopensTimeWait(tcb, syn(ABOVE, OLD_TSVAL - 1))).toBe(true);
  });

  test('TSval and number are compared modulo 2^32', () => {
    const { tcb } = inTimeWait({ timestamps: true, timeWaitReuse: 'timestamps' }, true);
    expect(reopensTimeWait(tcb, syn(BELOW, OLD_TSVAL + 2 ** 31 - 1))).toBe(true);
    expect(reopensTimeWait(tcb, syn(ABOVE, OLD_TSVAL + 2 ** 31 + 1))).toBe(false);
    expect(reopensTimeWait(tcb, syn(-1, null))).toBe(false);
  });
});

describe('by the other conventions', () => {
  test('never', () => {
    const { tcb } = inTimeWait({ timestamps: true, timeWaitReuse: 'never' }, true);
    expect(reopensTimeWait(tcb, syn(ABOVE, OLD_TSVAL + 1))).toBe(false);
  });

  test('by sequence number alone', () => {
    const { tcb } = inTimeWait({ timestamps: true, timeWaitReuse: 'sequence' }, true);
    expect(reopensTimeWait(tcb, syn(ABOVE, OLD_TSVAL - 1))).toBe(true);
    expect(reopensTimeWait(tcb, syn(BELOW, OLD_TSVAL + 1))).toBe(false);
  });

  test('only a SYN without ACK, FIN and RST opens; its other bits do not matter', () => {
    const { tcb } = inTimeWait({ timeWaitReuse: 'sequence' }, false);
    const with_ = (...flags: Parameters<typeof segment>[0]['flags']) =>
      segment({ flags: ['SYN', ...flags], seq: ABOVE });
    expect(reopensTimeWait(tcb, with_('ECE', 'CWR'))).toBe(true);
    for (const flag of ['ACK', 'FIN', 'RST'] as const) expect(reopensTimeWait(tcb, with_(flag))).toBe(false);
    expect(reopensTimeWait(tcb, segment({ flags: ['ACK'], seq: ABOVE }))).toBe(false);
  });

  test('in no other state', () => {
    const r = rig();
    openPassive(r.tcb);
    expect(reopensTimeWait(r.tcb, syn(ABOVE, null))).toBe(false);
  });
});

test('MAY-2 condition 1: the new ISS lies above all that was used', () => {
  const { tcb } = inTimeWait({}, false);
  expect(tcb.snd.nxt).toBe(2);
  expect([1, 2, 3, 2 ** 31 + 1, 2 ** 31 + 3].map((chosen) => issAbove(tcb, chosen))).toEqual([3, 3, 3, 2 ** 31 + 1, 3]);
});

describe('RFC 1337: a RST in TIME-WAIT', () => {
  const reset = segment({ flags: ['RST'], seq: 2 });

  test('ends it by the text of RFC 9293', () => {
    const r = inTimeWait({}, false);
    r.deliver(reset);
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('is ignored by fix F1, wherever it stands', () => {
    const r = inTimeWait({ timeWaitReset: 'ignore' }, false);
    expect(r.deliver(reset)).toEqual([]);
    expect(r.tcb.notes).toEqual(['rst-ignored']);
    expect(r.deliver(segment({ flags: ['RST'], seq: 100 }))).toEqual([]);
    expect(r.tcb.state).toBe('TIME-WAIT');
  });
});
