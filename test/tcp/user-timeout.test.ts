import { describe, expect, test } from 'vitest';
import { close } from '../../src/tcp/calls/close.ts';
import { openActive } from '../../src/tcp/calls/open.ts';
import { send } from '../../src/tcp/calls/send.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { setUserTimeout } from '../../src/tcp/user-timeout.ts';
import { opened, type Rig, rig, segment } from './opened.ts';

/** Lets every timer expire up to `ms`. */
function until(r: Rig, ms: number): void {
  for (let next = nextTimeout(r.tcb); next !== null && next.at <= ms; next = nextTimeout(r.tcb)) {
    timeout(r.tcb, next.name, next.at);
  }
}

const signals = (r: Rig) => r.effects.flatMap((e) => (e.kind === 'signal' ? [e.signal] : []));
const told = 'connection aborted due to user timeout';

describe('USER TIMEOUT (RFC 9293 §3.10.8)', () => {
  test('data that is not acknowledged in time ends the connection, and the user is told', () => {
    const r = opened('ESTABLISHED', { conventions: { userTimeoutMs: 5000 } });
    r.call((tcb) => send(tcb, new Uint8Array(100), 100), 100);
    until(r, 5099);
    expect(r.tcb.state).toBe('ESTABLISHED');
    until(r, 5100);
    expect(r.tcb.state).toBe('CLOSED');
    expect(r.effects.slice(-2)).toEqual([
      { kind: 'signal', signal: told },
      { kind: 'closed', reason: 'user-timeout' },
    ]);
    expect(nextTimeout(r.tcb)).toBeNull();
  });

  test('each SEND has its own time; an ACK of one leaves the others theirs', () => {
    const r = opened('ESTABLISHED', { conventions: { userTimeoutMs: 5000 } });
    r.call((tcb) => send(tcb, new Uint8Array(100), 0), 0);
    r.call((tcb) => send(tcb, new Uint8Array(100), 2000), 2000);
    expect(r.tcb.timers.user).toBe(5000);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 51 }), 2500);
    expect(r.tcb.timers.user).toBe(5000);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 101 }), 3000);
    expect(r.tcb.timers.user).toBe(7000);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 201 }), 4000);
    expect(r.tcb.timers.user).toBeUndefined();
  });

  test('the SYN and the FIN count as well', () => {
    const opening = rig({ conventions: { userTimeoutMs: 5000 } });
    opening.call((tcb) => openActive(tcb, 0));
    until(opening, 5000);
    expect(opening.tcb.state).toBe('CLOSED');

    const closing = opened('ESTABLISHED', { conventions: { userTimeoutMs: 5000 } });
    closing.call((tcb) => close(tcb, 1000), 1000);
    expect(closing.tcb.timers.user).toBe(6000);
    closing.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2 }), 2000);
    expect(closing.tcb.timers.user).toBeUndefined();
  });

  test('a window that stays shut is no excuse: the data was not delivered (§3.9.1.1)', () => {
    const r = opened('ESTABLISHED', { conventions: { userTimeoutMs: 5000 } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    r.call((tcb) => send(tcb, new Uint8Array(100), 0));
    for (let ms = 500; ms < 5000; ms += 500) {
      until(r, ms);
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }), ms);
    }
    expect(r.tcb.state).toBe('ESTABLISHED');
    until(r, 5000);
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('OPEN and SEND may set it, or do without', () => {
    const r = rig({ conventions: { userTimeoutMs: 5000 } });
    r.call((tcb) => openActive(tcb, 0, { userTimeoutMs: 9000 }));
    expect(r.tcb.timers.user).toBe(9000);
    r.call((tcb) => send(tcb, new Uint8Array(1), 1000, { userTimeoutMs: 3000 }), 1000);
    expect(r.tcb.timers.user).toBe(3000);
    setUserTimeout(r.tcb, null, 1500);
    expect(r.tcb.timers.user).toBeUndefined();
    // What waits already counts from when the timeout was set.
    setUserTimeout(r.tcb, 4000, 2000);
    expect(r.tcb.timers.user).toBe(6000);
  });
});

describe('R1 and R2 (§3.8.3)', () => {
  const ways: [string, Partial<Conventions>, (r: Rig) => void][] = [
    ['data', { adviseAfter: 3, giveUpMs: 100_000 }, (r) => r.call((tcb) => send(tcb, new Uint8Array(10), 0))],
    ['a SYN (MUST-22)', { adviseAfter: 3, giveUpSynMs: 180_000 }, (r) => r.call((tcb) => openActive(tcb, 0))],
  ];
  test.each(ways)('%s: advice after R1 retransmissions (SHLD-9), the end at R2', (what, conventions, start) => {
    const r = what === 'data' ? opened('ESTABLISHED', { conventions }) : rig({ conventions });
    start(r);
    until(r, 3000);
    expect(signals(r)).toEqual([]); // two retransmissions, at 1 and 3 s
    until(r, 7000);
    expect(signals(r)).toEqual(['excessive retransmissions']);
    const r2 = what === 'data' ? 100_000 : 180_000;
    until(r, r2 - 1);
    expect(r.tcb.state).not.toBe('CLOSED');
    until(r, r2 + 60_000);
    expect(signals(r)).toEqual(['excessive retransmissions', told]);
    expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'timed-out' });
  });

  test('the application may set R2 (MUST-21)', () => {
    const r = opened('ESTABLISHED', { conventions: { giveUpMs: 10_000 } });
    r.call((tcb) => send(tcb, new Uint8Array(10), 0));
    until(r, 20_000);
    expect(r.tcb.state).toBe('CLOSED');
  });
});
