import { describe, expect, test } from 'vitest';
import { abort } from '../../../src/tcp/calls/abort.ts';
import { close } from '../../../src/tcp/calls/close.ts';
import { openActive, openPassive } from '../../../src/tcp/calls/open.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';
import { OUTDATED_MS } from '../../../src/tcp/options/timestamps.ts';
import type { Flag, Segment } from '../../../src/tcp/segment.ts';
import { seqAdd } from '../../../src/tcp/sequence.ts';
import { timeout } from '../../../src/tcp/timeouts.ts';
import { type Rig, rig, segment, short } from '../opened.ts';

/** ESTABLISHED by a passive open with timestamps; both ISNs 0, TS.Recent 10. */
function connected(conventions: Partial<Conventions> = {}, timestampOffset = 0): Rig {
  const r = rig({ conventions: { timestamps: true, ...conventions }, timestampOffset });
  openPassive(r.tcb);
  r.deliver(segment({ flags: ['SYN'], options: { mss: 1460, timestamps: [9, 0] } }));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, options: { timestamps: [10, timestampOffset] } }));
  expect(r.tcb.state).toBe('ESTABLISHED');
  return r;
}

/** A segment of the peer with its TSval; it echoes `tsecr`. */
const from = (
  seq: number,
  tsval: number,
  { len = 0, ack = 1, tsecr = 0, flags = ['ACK'] }: { len?: number; ack?: number; tsecr?: number; flags?: Flag[] } = {},
) => segment({ flags, seq, ack, len, options: { timestamps: [seqAdd(tsval, 0), tsecr] } });

const tsecr = (sent: readonly Segment[]) => sent.map(({ options }) => options.timestamps?.[1]);

describe('which timestamp is echoed (RFC 7323 §4.3)', () => {
  test('(A) delayed ACKs: that of the first segment the ACK is for', () => {
    const r = connected({ delayedAckMs: 200 });
    expect(tsecr(r.deliver(from(1, 11, { len: 1460 })))).toEqual([]);
    expect(tsecr(r.deliver(from(1461, 12, { len: 1460 })))).toEqual([11]);
    expect(tsecr(r.deliver(from(2921, 13, { len: 1460 })))).toEqual([]);
    expect(tsecr(r.call((tcb) => timeout(tcb, 'delayed-ack', 200), 200))).toEqual([13]);
  });

  test('(B) a hole: that of the last segment that advanced the window', () => {
    const r = connected({ delayedAckMs: null });
    expect(tsecr(r.deliver(from(1, 11, { len: 100 })))).toEqual([11]);
    expect(tsecr(r.deliver(from(201, 13, { len: 100 })))).toEqual([11]);
    expect(tsecr(r.deliver(from(301, 14, { len: 100 })))).toEqual([11]);
  });

  test('(C) the hole filled: that of the segment that filled it', () => {
    const r = connected({ delayedAckMs: null });
    r.deliver(from(1, 11, { len: 100 }));
    r.deliver(from(201, 13, { len: 100 }));
    const [ack] = r.deliver(from(101, 15, { len: 100 }));
    expect(ack).toMatchObject({ ack: 301, options: { timestamps: [0, 15] } });
    expect(tsecr(r.deliver(from(301, 16, { len: 100 })))).toEqual([16]);
  });

  test('the figure of §4.3: A, C, B, E, D, F with their TSvals 1 to 6 of the sender', () => {
    const r = connected({ delayedAckMs: null });
    const arrives = (place: number, tsval: number) =>
      tsecr(r.deliver(from(1 + 100 * place, 10 + tsval, { len: 100 })))[0];
    expect(arrives(0, 1)).toBe(11);
    expect(arrives(2, 3)).toBe(11);
    expect(arrives(1, 2)).toBe(12);
    expect(arrives(4, 5)).toBe(12);
    expect(arrives(3, 4)).toBe(14);
    expect(arrives(5, 6)).toBe(16);
  });
});

describe('timestamps that are sent (RFC 7323 §3.2)', () => {
  test('count milliseconds from the offset, and wrap', () => {
    const r = connected({ delayedAckMs: null }, 2 ** 32 - 5);
    const [before] = r.deliver(from(1, 11, { len: 1 }), 4.9);
    const [after] = r.deliver(from(2, 12, { len: 1 }), 5);
    expect([before?.options.timestamps, after?.options.timestamps]).toEqual([
      [2 ** 32 - 1, 11],
      [0, 12],
    ]);
  });

  test('stand on every segment, a retransmission and a window probe too', () => {
    const r = connected();
    const first = r.call((tcb) => send(tcb, new Uint8Array(100), 50), 50);
    const again = r.call((tcb) => timeout(tcb, 'retransmission', 1050), 1050);
    expect([...first, ...again].map(({ options }) => options)).toEqual([
      { timestamps: [50, 10] },
      { timestamps: [1050, 10] },
    ]);
  });

  test('a burst shares one options object', () => {
    const r = connected();
    const [a, b] = r.call((tcb) => send(tcb, new Uint8Array(2000), 50), 50);
    expect(a?.options).toBe(b?.options);
  });

  test('a RST carries them, without an echo as it has no ACK', () => {
    const r = connected();
    const [reset] = r.call((tcb) => abort(tcb, 70), 70);
    expect(reset?.options).toEqual({ timestamps: [70, 0] });
  });

  test('a SYN echoes nothing', () => {
    const r = rig({ conventions: { timestamps: true }, timestampOffset: 1000 });
    const [syn] = r.call((tcb) => openActive(tcb, 5), 5);
    expect(syn?.options.timestamps).toEqual([1005, 0]);
  });
});

describe('a segment without the timestamps agreed on (RFC 7323 §3.2)', () => {
  const bare = segment({ flags: ['ACK'], seq: 1, ack: 1, len: 100 });

  test('is dropped in silence', () => {
    const r = connected();
    expect(r.deliver(bare)).toEqual([]);
    expect(r.tcb.notes).toEqual(['timestamp-missing']);
    expect(r.tcb.rcv.nxt).toBe(1);
  });

  test('is taken by convention, as Linux does', () => {
    const r = connected({ missingTimestamps: 'accept' });
    r.deliver(bare);
    expect(r.tcb.rcv.nxt).toBe(101);
    expect(r.tcb.timestamps?.recent).toBe(10);
  });

  test('a RST counts without them', () => {
    const r = connected();
    r.deliver(segment({ flags: ['RST'], seq: 1 }));
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('a SYN gets its challenge ACK: its sender may have lost its memory (RFC 5961 §4.2)', () => {
    const r = connected();
    expect(r.deliver(segment({ flags: ['SYN'], seq: 5000 })).map(short)).toEqual(['. 1:1(0) ack 1']);
  });
});

describe('PAWS (RFC 7323 §5.3)', () => {
  test('R1: an older TSval makes a segment unacceptable: an ACK, and it is dropped', () => {
    const r = connected({ delayedAckMs: null });
    r.deliver(from(1, 20, { len: 100 }));
    expect(r.deliver(from(101, 19, { len: 100 })).map(short)).toEqual(['. 1:1(0) ack 101']);
    expect(r.tcb.notes).toEqual(['paws-rejected']);
    expect(r.tcb.rcv.nxt).toBe(101);
    expect(r.tcb.timestamps?.recent).toBe(20);
  });

  test('an equal TSval is fine', () => {
    const r = connected({ delayedAckMs: null });
    r.deliver(from(1, 20, { len: 100 }));
    r.deliver(from(101, 20, { len: 100 }));
    expect(r.tcb.rcv.nxt).toBe(201);
  });

  test('an old duplicate whose number has wrapped into the window is kept out (§5.2)', () => {
    const r = connected({ delayedAckMs: null, windowScaling: true });
    // Byte 101 was sent at 20; one round of the sequence space later the same number is due again, at a later TSval.
    r.deliver(from(1, 20, { len: 100 }));
    const { tcb } = r;
    tcb.timestamps = { recent: 900_000, recentMs: 0, lastAckSent: 101, told: {} };
    r.deliver(from(101, 20, { len: 100 }));
    expect(tcb.rcv.nxt).toBe(101);
    r.deliver(from(101, 900_001, { len: 100 }));
    expect(tcb.rcv.nxt).toBe(201);
  });

  test('TSvals are compared modulo 2^32', () => {
    const r = connected({ delayedAckMs: null });
    r.tcb.timestamps = { recent: 2 ** 32 - 2, recentMs: 0, lastAckSent: 1, told: {} };
    r.deliver(from(1, 3, { len: 100 }));
    expect(r.tcb.timestamps.recent).toBe(3);
    r.deliver(from(101, 2 ** 32 - 1, { len: 100 }));
    expect(r.tcb.rcv.nxt).toBe(101);
    expect(r.tcb.notes).toEqual(['paws-rejected']);
  });

  test('R2 comes before R3: a segment outside the window leaves TS.Recent alone', () => {
    const r = connected({ delayedAckMs: null });
    r.deliver(from(-500, 50, { len: 100 }));
    expect(r.tcb.notes).toEqual(['old-duplicate']);
    expect(r.tcb.timestamps?.recent).toBe(10);
  });

  test('R3: nor does one above what was acknowledged last', () => {
    const r = connected();
    r.deliver(from(101, 50, { len: 100 }));
    expect(r.tcb.timestamps?.recent).toBe(10);
    r.deliver(from(1, 40, { len: 100 }));
    expect(r.tcb.timestamps?.recent).toBe(40);
  });

  test('a RST is not subject to it and teaches nothing (§5.2)', () => {
    const r = connected();
    r.deliver(from(5, 99, { flags: ['RST'] }));
    expect(r.tcb.notes).toEqual(['challenge-ack']);
    expect(r.tcb.timestamps?.recent).toBe(10);
    r.deliver(from(1, 3, { flags: ['RST'] }));
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('two ends that find each other outdated do not answer each other for ever (RFC 5961 §7)', () => {
    const r = connected();
    let answers = 0;
    for (let i = 0; i < 100; i++) answers += r.deliver(from(1, 3), 1000).length;
    expect(answers).toBe(r.tcb.settings.conventions.challengeAckLimit);
  });

  test('TS.Recent is outdated after 24 days without news, and then believes whatever comes (§5.5)', () => {
    const old = from(1, 3, { len: 100 });
    const r = connected({ delayedAckMs: null });
    r.deliver(old, OUTDATED_MS);
    expect(r.tcb.notes).toEqual(['paws-rejected']);
    r.deliver(old, OUTDATED_MS + 1);
    expect(r.tcb.rcv.nxt).toBe(101);
    expect(r.tcb.timestamps).toMatchObject({ recent: 3, recentMs: OUTDATED_MS + 1 });
  });

  test('in the states after ESTABLISHED too: an old FIN in TIME-WAIT does not restart the 2 MSL', () => {
    const r = connected();
    r.call((tcb) => close(tcb, 0));
    r.deliver(from(1, 18, { ack: 2 }));
    r.deliver(from(1, 20, { ack: 2, flags: ['FIN', 'ACK'] }), 100);
    expect(r.tcb.state).toBe('TIME-WAIT');
    const expiry = r.tcb.timers['time-wait'];
    const oldFin = from(1, 15, { ack: 2, flags: ['FIN', 'ACK'] });
    expect(r.deliver(oldFin, 500).map(short)).toEqual(['. 2:2(0) ack 2']);
    expect(r.tcb.notes).toEqual(['paws-rejected']);
    expect(r.tcb.timers['time-wait']).toBe(expiry);
    r.deliver(from(1, 21, { ack: 2, flags: ['FIN', 'ACK'] }), 500);
    expect(r.tcb.timers['time-wait']).toBe((expiry ?? 0) + 400);
  });
});

describe('round trips by timestamps (RFC 7323 §4.1)', () => {
  test('the SYN,ACK brings the first, though the SYN went twice', () => {
    const r = rig({ conventions: { timestamps: true } });
    r.call((tcb) => openActive(tcb, 0));
    r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
    r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options: { timestamps: [9, 1000] } }), 1080);
    expect(r.tcb.rto.srttMs).toBe(80);
    expect(r.tcb.rto.rtoMs).toBe(1000);
  });

  test('an ACK of a retransmission counts and ends the back-off: the echo tells which transmission it answers', () => {
    const r = connected();
    r.call((tcb) => send(tcb, new Uint8Array(100), 0), 0);
    const srtt = r.tcb.rto.srttMs ?? Number.NaN;
    r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
    r.call((tcb) => timeout(tcb, 'retransmission', 3000), 3000);
    expect(r.tcb.rto.rtoMs).toBe(4000);
    r.deliver(from(1, 11, { ack: 101, tsecr: 3000 }), 3200);
    expect(r.tcb.rto.srttMs).toBeCloseTo(srtt + (200 - srtt) / 8, 9);
    expect(r.tcb.rto.rtoMs).toBe(1000);
  });

  test('the late ACK of the first transmission tells the long round trip that it had', () => {
    const r = connected();
    r.call((tcb) => send(tcb, new Uint8Array(100), 0), 0);
    r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
    r.deliver(from(1, 11, { ack: 101, tsecr: 0 }), 1600);
    expect(r.tcb.rto.srttMs).toBe(1600 / 8);
  });

  test('without timestamps Karn holds: no measurement, and the back-off stays (RFC 6298 §3)', () => {
    const r = connected({ timestamps: false });
    r.call((tcb) => send(tcb, new Uint8Array(100), 0), 0);
    const srtt = r.tcb.rto.srttMs;
    r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 101 }), 1200);
    expect(r.tcb.rto.srttMs).toBe(srtt);
    expect(r.tcb.rto.rtoMs).toBe(2000);
  });

  test('only an ACK of something new brings one', () => {
    const r = connected();
    const before = r.tcb.rto.srttMs;
    r.deliver(from(1, 11, { tsecr: 0 }), 5000);
    r.deliver(from(1, 12, { len: 10, tsecr: 0 }), 6000);
    expect(r.tcb.rto.srttMs).toBe(before);
  });

  test('an echo from ahead of the clock is none of ours', () => {
    const r = connected();
    const before = r.tcb.rto.srttMs;
    r.call((tcb) => send(tcb, new Uint8Array(100), 0), 0);
    r.deliver(from(1, 11, { ack: 101, tsecr: 5000 }), 100);
    // What RFC 6298 measures without timestamps is taken instead: 100 ms.
    expect(r.tcb.rto.srttMs).toBeCloseTo((before ?? 0) + 100 / 8, 9);
  });

  test('many samples in one round trip weigh as one together (§4.2)', () => {
    const r = connected({ initialWindow: 'rfc6928', delayedAckMs: null });
    const before = r.tcb.rto.srttMs ?? Number.NaN;
    r.call((tcb) => send(tcb, new Uint8Array(14_480), 0), 0);
    expect(r.tcb.snd.nxt).toBe(14_481); // ten segments of 1448: five ACKs are expected
    r.deliver(from(1, 11, { ack: 2897, tsecr: 0 }), 300);
    expect(r.tcb.rto.srttMs).toBeCloseTo(before + (300 - before) / 8 / 5, 9);
  });
});
