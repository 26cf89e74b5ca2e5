import { describe, expect, test } from 'vitest';
import { send } from '../../../src/tcp/calls/send.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';
import { nextTimeout, timeout } from '../../../src/tcp/timeouts.ts';
import { type Rig, rig, segment, short } from '../opened.ts';

const SMSS = 1000;

/** A connection with SMSS 1000 and cwnd of ten segments, that has sent `segments` of them at time 0. */
function sending(segments: number, conventions: Partial<Conventions> = {}): Rig {
  const r = rig({ mss: SMSS, conventions: { initialWindow: 'rfc6928', ...conventions } });
  const offered = { mss: SMSS, ...(conventions.sack ? ({ sackPermitted: true } as const) : {}) };
  r.call((tcb) => {
    tcb.state = 'LISTEN';
    tcb.opened = 'passive';
  });
  r.deliver(segment({ flags: ['SYN'], seq: 0, window: 60_000, options: offered }));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 60_000 }));
  r.call((tcb) => send(tcb, new Uint8Array(segments * SMSS), 0));
  return r;
}

/** The segment that begins `n` segments after the first data byte, as `short` writes it. */
const at = (n: number) => expect.stringContaining(` ${1 + n * SMSS}:${1 + (n + 1) * SMSS}(${SMSS})`);

type Block = readonly [number, number];

/** The peer acknowledges the first `n` segments, and SACKs the segments from..to of each block. */
const ack = (r: Rig, n: number, blocks: readonly Block[] = [], now = 100) =>
  r
    .deliver(
      segment({
        flags: ['ACK'],
        seq: 1,
        ack: 1 + n * SMSS,
        window: 60_000,
        options: blocks.length === 0 ? {} : { sack: blocks.map(([from, to]) => [1 + from * SMSS, 1 + to * SMSS]) },
      }),
      now,
    )
    .map(short);

const windows = (r: Rig) => [r.tcb.congestion.cwnd / SMSS, r.tcb.congestion.ssthresh / SMSS];

describe('NewReno (RFC 5681 §3.2, RFC 6582)', () => {
  test('inflates, sends new data, answers a partial ACK with the next hole, and deflates at the end', () => {
    const r = sending(20, { limitedTransmit: false }); // 10 in flight: 0..9; 2 and 5 are lost
    expect(ack(r, 1)).toEqual([at(10), at(11)]); // slow start: cwnd 11, 9 in flight
    expect(ack(r, 2)).toEqual([at(12), at(13)]);
    const flight = 12; // 2..13
    expect(ack(r, 2)).toEqual([]);
    expect(ack(r, 2)).toEqual([]);
    expect(ack(r, 2)).toEqual([at(2)]);
    expect(windows(r)).toEqual([flight / 2 + 3, flight / 2]);
    for (let i = 0; i < 3; i++) expect(ack(r, 2)).toEqual([]); // cwnd 12: as much as is in flight
    expect(ack(r, 2)).toEqual([at(14)]); // 13
    // The partial ACK says that 3 and 4 arrived with the retransmission: cwnd 13 - 3 + 1.
    expect(ack(r, 5)).toEqual([at(5), at(15)]);
    expect(windows(r)).toEqual([11, 6]);
    expect(r.tcb.recovery.kind).toBe('fast');
    // All that was outstanding at the start is here: min(ssthresh, FlightSize + SMSS), 2 in flight.
    expect(ack(r, 14)).toEqual([at(16)]);
    expect(windows(r)).toEqual([3, 6]);
    expect(r.tcb.recovery.kind).toBe('none');
  });

  test('only the first partial ACK restarts the timer (§3.2 step 3); by the other convention each does', () => {
    for (const [partialAckTimer, expected] of [
      ['first', 1200],
      ['every', 1300],
    ] as const) {
      const r = sending(10, { partialAckTimer });
      for (let i = 0; i < 3; i++) ack(r, 0, [], 100);
      ack(r, 2, [], 200);
      ack(r, 4, [], 300);
      expect(nextTimeout(r.tcb)).toEqual({ name: 'retransmission', at: expected });
    }
  });

  test('duplicate ACKs for what a timeout has sent again do not set off another recovery', () => {
    const r = sending(6);
    timeout(r.tcb, 'retransmission', 1000);
    ack(r, 6, [], 1100);
    expect(r.tcb.recovery).toMatchObject({ kind: 'none', recover: 1 + 6 * SMSS });
    for (let i = 0; i < 4; i++) ack(r, 6, [], 1100);
    expect(r.tcb.recovery.kind).toBe('none');
  });
});

describe('Reno and Tahoe', () => {
  test('Reno leaves fast recovery with any new ACK, at ssthresh; the second loss needs three more duplicates', () => {
    const r = sending(10, { lossRecovery: 'reno' }); // 0 and 4 lost
    for (let i = 0; i < 3; i++) ack(r, 0);
    expect(windows(r)).toEqual([8, 5]);
    expect(ack(r, 4)).toEqual([]);
    expect(windows(r)).toEqual([5, 5]);
    ack(r, 4);
    ack(r, 4);
    expect(ack(r, 4)).toEqual([at(4)]);
  });

  test('Tahoe: fast retransmit, then slow start from one segment, everything after the hole again', () => {
    const r = sending(10, { lossRecovery: 'tahoe', limitedTransmit: false });
    ack(r, 0);
    ack(r, 0);
    expect(ack(r, 0)).toEqual([at(0)]);
    expect(windows(r)).toEqual([1, 5]);
    expect(ack(r, 0)).toEqual([]);
    expect(ack(r, 1)).toEqual([at(1), at(2)]);
    expect(ack(r, 2)).toEqual([at(3), at(4)]);
  });
});

describe('limited transmit (RFC 3042)', () => {
  test('the first two duplicate ACKs send one new segment each, which FlightSize does not count (RFC 5681 §3.2)', () => {
    const r = sending(20);
    expect(ack(r, 0)).toEqual([at(10)]);
    expect(ack(r, 0)).toEqual([at(11)]);
    expect(ack(r, 0)).toEqual([at(0)]);
    expect(windows(r)).toEqual([8, 5]);
  });

  test('one segment for each, though two short ones would fit into the two SMSS beyond cwnd', () => {
    const r = sending(10); // cwnd is full
    r.call((tcb) => send(tcb, new Uint8Array(1200), 100));
    expect(ack(r, 0)).toEqual([at(10)]);
    expect(ack(r, 0)).toEqual([expect.stringContaining('11001:11201(200)')]);
    r.call((tcb) => send(tcb, new Uint8Array(100), 100));
    expect(r.tcb.snd.nxt).toBe(11201);
  });

  test('not when the convention is off', () => {
    const r = sending(20, { limitedTransmit: false });
    expect(ack(r, 0)).toEqual([]);
    expect(ack(r, 0)).toEqual([]);
    expect(ack(r, 0)).toEqual([at(0)]);
  });
});

describe('SACK-based recovery (RFC 6675)', () => {
  test('rule 1 before rule 2: what is lost first, then new data as pipe allows', () => {
    const r = sending(20, { sack: true }); // 0..9 in flight; 0 and 2 lost
    expect(ack(r, 0, [[1, 2]])).toEqual([at(10)]); // pipe 9
    expect(
      ack(r, 0, [
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([at(11)]);
    // The third: cwnd = ssthresh = 5; 12 sent, 3 SACKed, of 9 missing 0 and 2 are below three pieces: pipe 7 + 1.
    expect(
      ack(r, 0, [
        [5, 6],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([at(0)]);
    expect(windows(r)).toEqual([5, 5]);
    // pipe: 4 (lost by now: two pieces above plus more than 2 SMSS) ... each ACK takes one more out of the network.
    expect(
      ack(r, 0, [
        [5, 7],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([]);
    expect(
      ack(r, 0, [
        [5, 8],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([]);
    expect(
      ack(r, 0, [
        [5, 9],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([at(2)]);
    expect(
      ack(r, 0, [
        [5, 10],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([at(4)]);
    // 0 arrives: 10, 11, 2, 4 are in the network, pipe 4, room for one: new data.
    expect(
      ack(r, 2, [
        [5, 10],
        [3, 4],
      ]),
    ).toEqual([at(12)]);
    expect(ack(r, 12)).toEqual([at(13), at(14), at(15), at(16)]);
    expect(r.tcb.recovery.kind).toBe('none');
    expect(windows(r)).toEqual([5, 5]);
  });

  test('more than (DupThresh - 1) * SMSS octets above are enough, however few the ACKs (§5 step 2)', () => {
    const r = sending(10, { sack: true });
    expect(ack(r, 0, [[1, 4]])).toEqual([at(0)]);
  });

  test('an ACK that SACKs nothing new is no duplicate (§2)', () => {
    const r = sending(10, { sack: true });
    for (let i = 0; i < 5; i++) ack(r, 0, [[1, 2]]);
    expect(r.tcb.recovery).toMatchObject({ kind: 'none', duplicateAcks: 1 });
  });

  test('rule 3: nothing lost is left and no new data, so what is missing below the highest SACKed octet', () => {
    const r = sending(10, { sack: true }); // 0 and 8 lost
    expect(ack(r, 0, [[1, 8]])).toEqual([at(0)]);
    expect(
      ack(r, 0, [
        [9, 10],
        [1, 8],
      ]),
    ).toEqual([at(8)]);
  });

  test('rule 4: the last segment once, when an ACK has passed what was first sent again', () => {
    const r = sending(10, { sack: true }); // 0 and 9 lost
    expect(ack(r, 0, [[1, 8]])).toEqual([at(0)]);
    expect(ack(r, 0, [[1, 9]])).toEqual([]);
    // HighACK = 8 > RescueRxt: the highest octet that is outstanding and not SACKed.
    expect(ack(r, 9)).toEqual([expect.stringContaining(' 9001:10001(1000)')]);
    expect(ack(r, 9)).toEqual([]);
    expect(r.tcb.recovery).toMatchObject({ kind: 'sack' });
  });

  test('a retransmission that is lost waits for the timer, which forgets the scoreboard (RFC 2018 §8)', () => {
    const r = sending(10, { sack: true });
    ack(r, 0, [[1, 10]]);
    expect(r.tcb.scoreboard.bytes).toBe(9 * SMSS);
    const due = nextTimeout(r.tcb);
    const before = r.effects.length;
    timeout(r.tcb, 'retransmission', due?.at ?? 0);
    expect(r.effects.slice(before).map((e) => (e.kind === 'send' ? short(e.segment) : e.kind))).toEqual([at(0)]);
    expect(r.tcb.scoreboard.bytes).toBe(0);
    // What the ACKs then SACK is passed over: slow start fills in what is missing (§5.1).
    expect(ack(r, 1, [[2, 10]], 1200)).toEqual([at(1)]);
    expect(ack(r, 10, [], 1300)).toEqual([]);
    expect(r.tcb.recovery.kind).toBe('none');
  });

  test('only part of a segment is SACKed: the rest alone goes again', () => {
    const r = sending(10, { sack: true });
    const partly = segment({
      flags: ['ACK'],
      seq: 1,
      ack: 1,
      window: 60_000,
      options: { sack: [[401, 4001]] },
    });
    expect(r.deliver(partly, 100).map(short)).toEqual(['. 1:401(400) ack 1']);
  });

  test('blocks below SND.UNA, beyond SND.NXT or backwards say nothing', () => {
    const r = sending(4, { sack: true });
    ack(r, 1);
    const nonsense = (block: readonly [number, number]) =>
      r.deliver(
        segment({ flags: ['ACK'], seq: 1, ack: 1001, window: 60_000, options: { sack: [[3001, 3501], block] } }),
      );
    for (const block of [
      [501, 1501],
      [3501, 9001],
      [3001, 2001],
      [2001, 2001],
    ] as const)
      nonsense(block);
    expect(r.tcb.scoreboard.ranges()).toEqual([[3001, 3501]]);
  });

  test('a report of duplicates is none of missing data (RFC 2883 §4)', () => {
    const r = sending(6, { sack: true });
    ack(r, 2, [[0, 1]]);
    expect(r.tcb.notes).toContain('dsack');
    expect(r.tcb.scoreboard.bytes).toBe(0);
    ack(r, 2, [
      [4, 5],
      [4, 6],
    ]);
    expect(r.tcb.scoreboard.ranges()).toEqual([[4001, 6001]]);
    expect(r.tcb.recovery).toMatchObject({ kind: 'none', duplicateAcks: 1 });
  });
});

describe('the restart window (RFC 5681 §4.1)', () => {
  const sentAfter = (pauseMs: number, conventions: Partial<Conventions> = {}): number => {
    const r = sending(10, { initialWindow: 'rfc5681', ...conventions });
    let acked: number[] = [];
    for (let round = 0; round < 3; round++) {
      acked = r.effects.flatMap((e) => (e.kind === 'send' && e.segment.data.length > 0 ? [e.segment.seq] : []));
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: r.tcb.snd.nxt, window: 60_000 }), 50);
    }
    expect(acked).toHaveLength(10);
    return r.call((tcb) => send(tcb, new Uint8Array(20 * SMSS), 50 + pauseMs), 50 + pauseMs).length;
  };

  test('after more than an RTO without sending: cwnd is no more than the initial window', () => {
    expect(sentAfter(2000)).toBe(4);
    expect(sentAfter(500)).toBeGreaterThan(4);
    expect(sentAfter(2000, { idleRestart: false })).toBe(sentAfter(500));
  });
});
