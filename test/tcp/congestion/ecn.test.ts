import { describe, expect, test } from 'vitest';
import { openActive, openPassive } from '../../../src/tcp/calls/open.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';
import {
  CE,
  CWR,
  ECE,
  ECT_0,
  type Ecn,
  type Flag,
  flagNames,
  NOT_ECT,
  type Segment,
} from '../../../src/tcp/segment.ts';
import { timeout } from '../../../src/tcp/timeouts.ts';
import { type Rig, rig, segment } from '../opened.ts';

const SMSS = 1000;

/** ECE and CWR of a segment, and its codepoint: 'ECE Not-ECT'. */
function marks({ flags, ecn }: Segment): string {
  const names = flagNames(flags & (ECE | CWR));
  return [...names, ecn === ECT_0 ? 'ECT(0)' : ecn === NOT_ECT ? 'Not-ECT' : String(ecn)].join(' ');
}

const peerSyn = (...flags: Flag[]) => segment({ flags: ['SYN', ...flags], seq: 0, ack: 1, mss: SMSS });

/** An established connection with ECN in use; the peer's window is 60000. */
function established(conventions: Partial<Conventions> = {}): Rig {
  const r = rig({
    mss: SMSS,
    conventions: { ecn: true, delayedAckMs: null, initialWindow: 'rfc6928', ...conventions },
  });
  r.call((tcb) => openActive(tcb, 0));
  r.deliver(segment({ flags: ['SYN', 'ACK', 'ECE'], seq: 0, ack: 1, mss: SMSS, window: 60000 }));
  return r;
}

const sends = (r: Rig, bytes: number, now = 0) => r.call((tcb) => send(tcb, new Uint8Array(bytes), now), now);
const acks = (r: Rig, ack: number, ...flags: Flag[]) =>
  r.deliver(segment({ flags: ['ACK', ...flags], seq: 1, ack, window: 60000 }), 10);
const arrives = (r: Rig, seq: number, ecn: Ecn, ...flags: Flag[]) =>
  r.deliver(segment({ flags: ['ACK', ...flags], seq, ack: 1, len: 100, ecn }), 10);

describe('negotiation (RFC 3168 §6.1.1)', () => {
  test('a SYN offers it with ECE and CWR, and is itself Not-ECT; off, it does not', () => {
    const on = rig({ conventions: { ecn: true } }).call((tcb) => openActive(tcb, 0));
    const off = rig().call((tcb) => openActive(tcb, 0));
    expect([...on, ...off].map(marks)).toEqual(['ECE CWR Not-ECT', 'Not-ECT']);
  });

  const answers: [string, boolean, Flag[], boolean][] = [
    ['a SYN,ACK with ECE agrees', true, ['ACK', 'ECE'], true],
    ['a plain SYN,ACK does not', true, ['ACK'], false],
    ['a SYN,ACK that reflects both bits does not', true, ['ACK', 'ECE', 'CWR'], false],
    ['nor does one with CWR alone', true, ['ACK', 'CWR'], false],
    ['what was not offered is not in use', false, ['ACK', 'ECE'], false],
  ];
  test.each(answers)('%s', (_, ecn, flags, used) => {
    const r = rig({ conventions: { ecn } });
    r.call((tcb) => openActive(tcb, 0));
    r.deliver(peerSyn(...flags));
    expect(r.tcb.ecn !== null).toBe(used);
    expect(sends(r, 10).map((s) => s.ecn)).toEqual([used ? ECT_0 : NOT_ECT]);
  });

  const offers: [string, boolean, Flag[], string][] = [
    ['both bits: ECE on the SYN,ACK', true, ['ECE', 'CWR'], 'ECE Not-ECT'],
    ['one bit alone is no offer', true, ['ECE'], 'Not-ECT'],
    ['no bit', true, [], 'Not-ECT'],
    ['an end that does not want it', false, ['ECE', 'CWR'], 'Not-ECT'],
  ];
  test.each(offers)('LISTEN, a SYN with %s', (_, ecn, flags, answer) => {
    const r = rig({ conventions: { ecn } });
    openPassive(r.tcb);
    expect(r.deliver(peerSyn(...flags)).map(marks)).toEqual([answer]);
  });

  test('simultaneous open: both offer, both use it, and the SYN,ACK’s ECE is no echo', () => {
    const r = rig({ conventions: { ecn: true } });
    r.call((tcb) => openActive(tcb, 0));
    expect(r.deliver(peerSyn('ECE', 'CWR')).map(marks)).toEqual(['ECE Not-ECT']);
    const before = r.tcb.congestion.ssthresh;
    r.deliver(peerSyn('ACK', 'ECE'));
    expect([r.tcb.state, r.tcb.ecn !== null]).toEqual(['ESTABLISHED', true]);
    expect(r.tcb.congestion.ssthresh).toBe(before);
  });
});

describe('what is ECN-capable (§6.1.2, §6.1.4 to §6.1.6)', () => {
  test('new data; no ACK, no retransmission', () => {
    const r = established();
    expect(sends(r, 2000).map(marks)).toEqual(['ECT(0)', 'ECT(0)']);
    expect(r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000).map(marks)).toEqual(['Not-ECT']);
    expect(arrives(r, 1, 0).map(marks)).toEqual(['Not-ECT']);
  });

  test('no probe of a zero window, and no CWR on it', () => {
    const r = established();
    sends(r, 1000);
    acks(r, 1001, 'ECE');
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1001, window: 0 }), 20);
    sends(r, 500, 20);
    const probe = r.call((tcb) => timeout(tcb, 'persist', 1100), 1100);
    expect(probe.map((s) => [s.data.length, marks(s)])).toEqual([[1, 'Not-ECT']]);
  });
});

describe('the receiver (§6.1.3)', () => {
  test('echoes a mark on every ACK until CWR comes', () => {
    const r = established();
    expect(arrives(r, 1, 2).map(marks)).toEqual(['Not-ECT']);
    expect(arrives(r, 101, CE).map(marks)).toEqual(['ECE Not-ECT']);
    expect(arrives(r, 201, 2).map(marks)).toEqual(['ECE Not-ECT']);
    expect(arrives(r, 301, 2, 'CWR').map(marks)).toEqual(['Not-ECT']);
    expect(arrives(r, 401, CE).map(marks)).toEqual(['ECE Not-ECT']);
  });

  test('a mark on the segment that carries CWR is a new one', () => {
    const r = established();
    arrives(r, 1, CE);
    expect(arrives(r, 101, CE, 'CWR').map(marks)).toEqual(['ECE Not-ECT']);
  });

  test('a mark on one of two segments that a delayed ACK covers', () => {
    const r = established({ delayedAckMs: 200 });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: SMSS, ecn: CE }));
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1001, ack: 1, len: SMSS, ecn: ECT_0 })).map(marks)).toEqual([
      'ECE Not-ECT',
    ]);
  });

  test('a mark outside the window is ignored (§6.1.5)', () => {
    const r = established();
    arrives(r, 1, 2);
    expect(arrives(r, 1, CE).map(marks)).toEqual(['Not-ECT']);
  });

  test('data it sends meanwhile carries the echo too', () => {
    const r = established();
    arrives(r, 1, CE);
    expect(sends(r, 10).map(marks)).toEqual(['ECE ECT(0)']);
  });
});

describe('the sender (§6.1.2)', () => {
  test('lowers cwnd as for a loss, sends nothing again, and says so on the next new data', () => {
    const r = established();
    sends(r, 10_000);
    expect(acks(r, 2001, 'ECE').filter((s) => s.data.length > 0)).toEqual([]);
    expect(r.tcb.congestion.ssthresh).toBe(5000);
    expect(r.tcb.recovery.kind).toBe('none');
    acks(r, 10_001);
    expect(sends(r, 2000).map(marks)).toEqual(['CWR ECT(0)', 'ECT(0)']);
  });

  test('once for a window of data', () => {
    const r = established();
    sends(r, 10_000);
    acks(r, 1001, 'ECE');
    acks(r, 5001, 'ECE');
    acks(r, 10_001, 'ECE');
    expect(r.tcb.congestion.ssthresh).toBe(5000);
    const { cwnd } = r.tcb.congestion;
    sends(r, 4000);
    acks(r, 11_001, 'ECE');
    expect(r.tcb.congestion.ssthresh).toBe(2000);
    expect(r.tcb.congestion.cwnd).toBeLessThan(cwnd);
  });

  test('an ACK that echoes does not raise cwnd, not even the later ones of that window', () => {
    const r = established();
    sends(r, 10_000);
    const windows = [2001, 4001, 6001, 8001, 10_001].map((ack) => {
      acks(r, ack, 'ECE');
      return r.tcb.congestion.cwnd;
    });
    expect(windows).toEqual([5000, 5000, 5000, 5000, 5000]);
  });

  test('never raises cwnd', () => {
    const r = established({ initialWindow: 'one' });
    sends(r, 1000);
    acks(r, 1001, 'ECE');
    expect(r.tcb.congestion.cwnd).toBeLessThanOrEqual(2000);
  });

  test('CWR after fast retransmit and after a timeout as well, never on what is sent again', () => {
    const fast = established();
    sends(fast, 10_000);
    const again = [acks(fast, 1), acks(fast, 1), acks(fast, 1)].flat();
    expect(again.map(marks)).toEqual(['Not-ECT']);
    acks(fast, 10_001);
    expect(sends(fast, 1000).map(marks)).toEqual(['CWR ECT(0)']);

    const slow = established();
    sends(slow, 1000);
    expect(slow.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000).map(marks)).toEqual(['Not-ECT']);
    acks(slow, 1001);
    expect(sends(slow, 1000, 1100).map(marks)).toEqual(['CWR ECT(0)']);
  });

  test('an echo for a window that loss recovery has lowered already asks for nothing', () => {
    const r = established();
    sends(r, 10_000);
    for (let i = 0; i < 3; i++) acks(r, 1);
    const { ssthresh } = r.tcb.congestion;
    acks(r, 10_001, 'ECE');
    expect(r.tcb.congestion.ssthresh).toBe(ssthresh);
  });

  test.each(['tahoe', 'reno', 'newreno'] as const)(
    'nor does a loss in a window that an echo has lowered already: %s',
    (lossRecovery) => {
      const r = established({ lossRecovery });
      sends(r, 10_000);
      acks(r, 2001, 'ECE');
      expect(r.tcb.congestion.ssthresh).toBe(5000);
      const again = [acks(r, 2001), acks(r, 2001), acks(r, 2001)].flat();
      expect(again.map((s) => [s.seq, marks(s)])).toEqual([[2001, 'Not-ECT']]);
      expect(r.tcb.recovery.kind).not.toBe('none');
      expect(r.tcb.congestion.ssthresh).toBe(5000);
      expect(r.tcb.congestion.cwnd).toBe(lossRecovery === 'tahoe' ? 1000 : 8000);
    },
  );

  test('the same with SACK, where the ACK with the echo tells of the loss as well', () => {
    const r = established({ ssthreshBasis: 'cwnd', sack: true });
    r.tcb.sackPermitted = true;
    sends(r, 10_000);
    const sack = [[4001, 9001]] as const;
    const again = r.deliver(
      segment({ flags: ['ACK', 'ECE'], seq: 1, ack: 1001, window: 60000, options: { sack } }),
      10,
    );
    expect(again[0]?.seq).toBe(1001);
    expect([r.tcb.recovery.kind, r.tcb.congestion.ssthresh, r.tcb.congestion.cwnd]).toEqual(['sack', 5000, 5000]);
  });

  test('a loss in the next window is a new one', () => {
    const r = established();
    sends(r, 10_000);
    acks(r, 10_001, 'ECE');
    sends(r, 5000);
    for (let i = 0; i < 3; i++) acks(r, 10_001);
    expect([r.tcb.recovery.kind, r.tcb.congestion.ssthresh]).toEqual(['fast', 2500]);
  });

  test('ECE means nothing where ECN is not in use', () => {
    const r = rig({ mss: SMSS });
    r.call((tcb) => openActive(tcb, 0));
    r.deliver(peerSyn('ACK'));
    sends(r, 3000);
    acks(r, 1001, 'ECE');
    expect(r.tcb.congestion.ssthresh).toBe(Number.MAX_SAFE_INTEGER);
  });
});
