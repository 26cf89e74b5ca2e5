import { describe, expect, test } from 'vitest';
import { offerWindow, receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { flagNames } from '../../src/tcp/segment.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { opened, type Rig, segment } from './opened.ts';

const sends = (r: Rig, bytes: number, now = 0) => r.call((tcb) => send(tcb, new Uint8Array(bytes), now), now);

describe('PSH at the end of bursts of two', () => {
  const pushed = (r: Rig, bytes: number) => sends(r, bytes).map(({ flags }) => flagNames(flags).includes('PSH'));
  const conventions = { initialWindow: 'rfc6928' } as const;

  test('by the text only what ends the data', () => {
    expect(pushed(opened('ESTABLISHED', { conventions }), 5 * 1460)).toEqual([false, false, false, false, true]);
  });

  test('by convention every second segment that leaves at once too', () => {
    const r = opened('ESTABLISHED', { conventions: { ...conventions, pushBursts: true } });
    expect(pushed(r, 5 * 1460)).toEqual([false, true, false, true, true]);
  });

  test('segments that leave one at a time end no burst', () => {
    const r = opened('ESTABLISHED', { conventions: { pushBursts: true, initialWindow: 'one' } });
    expect(pushed(r, 5 * 1460)).toEqual([false]);
  });
});

describe('empty probes of a shut window', () => {
  const shut = () => {
    const r = opened('ESTABLISHED', { conventions: { zeroWindowProbe: 'empty', giveUpMs: 20_000 } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    sends(r, 1000);
    return r;
  };
  const expire = (r: Rig) => {
    const { name, at } = nextTimeout(r.tcb)!;
    return { name, at, sent: r.call((tcb) => timeout(tcb, name, at), at) };
  };

  test('nothing at SND.UNA-1, at intervals that double (§3.8.6.1, SHLD-30)', () => {
    const r = shut();
    const first = expire(r);
    expect(first.name).toBe('persist');
    expect(first.sent.map(({ seq, data, flags }) => [seq, data.length, flagNames(flags)])).toEqual([[0, 0, ['ACK']]]);
    const second = expire(r);
    expect(second.at - first.at).toBeCloseTo(2 * first.at);
    expect(r.tcb.snd.nxt).toBe(1);
  });

  test('the window opens: the data goes at once', () => {
    const r = shut();
    expire(r);
    const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 5000 }), 3000);
    expect(sent.map(({ seq, data }) => [seq, data.length])).toEqual([[1, 1000]]);
    expect(r.tcb.timers.persist).toBeUndefined();
  });

  test('a peer that answers is borne with for ever (MUST-37), a dumb one only for R2', () => {
    const answering = shut();
    for (let n = 0; n < 12; n++) {
      const { at } = expire(answering);
      answering.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }), at + 10);
    }
    expect(answering.tcb.state).toBe('ESTABLISHED');
    const dumb = shut();
    for (let n = 0; n < 12 && dumb.tcb.state !== 'CLOSED'; n++) expire(dumb);
    expect(dumb.effects.at(-1)).toEqual({ kind: 'closed', reason: 'timed-out' });
  });
});

describe('when a read tells the peer of its window', () => {
  const half = (windowUpdate: 'narrow' | 'doubled') => {
    const r = opened('ESTABLISHED', { receiveBuffer: 4000, conventions: { windowUpdate } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 1200 }));
    r.deliver(segment({ flags: ['ACK'], seq: 1201, ack: 1, len: 1200 }));
    return r.call((tcb) => {
      receive(tcb, 2400);
      offerWindow(tcb);
    });
  };

  test('by the text a window that still takes a segment is told with the next ACK', () => {
    expect(half('narrow')).toEqual([]);
  });

  test('by convention one that has doubled is told at once', () => {
    expect(half('doubled').map(({ window }) => window)).toEqual([4000]);
  });
});

describe('what Nagle holds a small segment back behind', () => {
  const tail = (nagleBehind: 'any' | 'small') => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true, nagleBehind } });
    return [...sends(r, 1460 + 100), ...sends(r, 100)].map(({ data }) => data.length);
  };

  test('by the text behind any data outstanding (§3.7.4)', () => {
    expect(tail('any')).toEqual([1460]);
  });

  test('by convention behind a small segment: the end of a large write goes at once, the next write waits', () => {
    expect(tail('small')).toEqual([1460, 100]);
  });
});

test('after one retransmission of the SYN RFC 6928 keeps its initial window, RFC 5681 does not; after two both do not', () => {
  const window = (initialWindow: 'rfc5681' | 'rfc6928', lost: number) => {
    const r = opened('SYN-SENT', { conventions: { initialWindow } });
    for (let n = 0; n < lost; n++) {
      const { name, at } = nextTimeout(r.tcb)!;
      timeout(r.tcb, name, at);
    }
    r.deliver(segment({ flags: ['SYN', 'ACK'], seq: 0, ack: 1, mss: 1460 }), 10_000);
    return r.tcb.congestion.cwnd / 1460;
  };
  expect([window('rfc6928', 0), window('rfc6928', 1), window('rfc6928', 2)]).toEqual([10, 10, 1]);
  expect([window('rfc5681', 0), window('rfc5681', 1)]).toEqual([3, 1]);
});
