import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { type Conventions, PROFILES } from '../../src/tcp/conventions.ts';
import { setKeepAlive } from '../../src/tcp/sending/keep-alive.ts';
import { nextTimeout } from '../../src/tcp/timeouts.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { scenario } from '../simulator/short.ts';
import { opened, segment, short } from '../tcp/opened.ts';
import { ack, ending, expire, runUntil, sends } from './endpoint.ts';

/* RFC 9293 §3.8.4. */

const HOUR = 3_600_000;
const QUICK: Partial<Conventions> = {
  keepAlive: true,
  keepAliveIdleMs: 60_000,
  keepAliveIntervalMs: 10_000,
  keepAliveProbes: 4,
};

const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
  host,
  when: { kind: 'time', ms },
  afterMs: 0,
  call,
});

/** The client has keep-alives as given; both ends are connected at 20 ms and nothing else happens but `actions`. */
function idle(conventions: Partial<Conventions>, limitMs: number, actions: readonly Action[] = []): Trace {
  return simulate(
    scenario({
      client: { conventions },
      limitMs,
      actions: [at('server', 0, { name: 'listen' }), at('client', 0, { name: 'connect' }), ...actions],
    }),
    'idle',
  );
}

const after = (trace: Trace, ms: number) => trace.segments.filter((s) => s.sentMs > ms);

test('MAY-5: an idle connection is probed, and lives on the answers', () => {
  const trace = idle(QUICK, HOUR);
  const probes = after(trace, 1000).filter((s) => s.from === 'client');
  expect(probes.length).toBeGreaterThan(50);
  for (const { seq, ack: number, len } of probes) expect([seq, number, len]).toEqual([100, 201, 0]);
  // Each has its answer from the other end, which has no keep-alives of its own.
  expect(after(trace, 1000).length).toBe(2 * probes.length);
  expect([trace.final.client.state, trace.final.server.state]).toEqual(['ESTABLISHED', 'ESTABLISHED']);
});

test('MUST-24: the application turns keep-alives on and off, connection by connection', () => {
  const r = opened('ESTABLISHED', { conventions: { keepAliveIdleMs: 60_000 } });
  const other = opened('ESTABLISHED', { conventions: { keepAliveIdleMs: 60_000 } });
  setKeepAlive(r.tcb, true, 1000);
  expect(expire(r).at).toBe(61_000);
  setKeepAlive(r.tcb, false, 62_000);
  expect([nextTimeout(r.tcb), nextTimeout(other.tcb)]).toEqual([null, null]);
});

test('MUST-25: unless asked for there are no keep-alives, in any profile', () => {
  for (const profile of Object.values(PROFILES)) {
    expect(after(idle({ ...profile, keepAliveIdleMs: 60_000 }, 24 * HOUR), 1000)).toEqual([]);
  }
});

test('MUST-26: no keep-alive as long as something comes within the interval', () => {
  const writes = [30_000, 80_000, 130_000].map((ms) => at('server', ms, { name: 'send', bytes: 10 }));
  const trace = idle(QUICK, 200_000, writes);
  const probes = after(trace, 1000).filter((s) => s.from === 'client' && s.seq === 100);
  expect(probes[0]!.sentMs).toBe(130_010 + 60_000);
});

test('MUST-26: no keep-alive while data is unacknowledged', () => {
  const r = opened('ESTABLISHED', { conventions: { ...QUICK, keepAliveIdleMs: 500 } });
  sends(r, 100);
  for (const { segment: sent } of runUntil(r, 50_000)) expect([sent.seq, sent.data.length]).toEqual([1, 100]);
  // Nor while the peer's window is shut with data waiting: the window probes do the asking.
  const shut = opened('ESTABLISHED', { conventions: { ...QUICK, keepAliveIdleMs: 500 } });
  shut.deliver(ack(1, 0));
  sends(shut, 100);
  for (const { segment: sent } of runUntil(shut, 20_000)) expect([sent.seq, sent.data.length]).toEqual([1, 1]);
});

test('MUST-27: the idle interval is what the connection asks for', () => {
  for (const keepAliveIdleMs of [1000, 60_000, 9_000_000]) {
    expect(expire(opened('ESTABLISHED', { conventions: { keepAlive: true, keepAliveIdleMs } })).at).toBe(
      keepAliveIdleMs,
    );
  }
});

test('MUST-28: unless it asks, two hours pass before the first keep-alive', () => {
  for (const { keepAliveIdleMs } of Object.values(PROFILES)) expect(keepAliveIdleMs).toBeGreaterThanOrEqual(2 * HOUR);
  const [probe] = after(idle({ keepAlive: true }, 3 * HOUR), 1000);
  expect(probe!.sentMs).toBeGreaterThanOrEqual(2 * HOUR);
});

test('MUST-29: a keep-alive without an answer does not end the connection, an answer to the next makes up for it', () => {
  const r = opened('ESTABLISHED', { conventions: QUICK });
  for (let n = 0; n < 10; n++) {
    expire(r);
    const { at: now } = expire(r);
    r.deliver(ack(1), now + 20);
  }
  expect(r.tcb.state).toBe('ESTABLISHED');
  // A peer that is gone answers none of them.
  while (ending(r) === null) expire(r);
  expect(ending(r)).toBe('keep-alive');
});

test('SHLD-12: a keep-alive has no data, and the number before SND.NXT', () => {
  const r = opened('ESTABLISHED', { conventions: QUICK });
  sends(r, 10);
  r.deliver(ack(11), 20);
  expect(expire(r).sent.map(short)).toEqual(['. 10:10(0) ack 1']);
});

test('MAY-6: a keep-alive can be told to carry one octet, which a peer acknowledges and nobody reads', () => {
  const r = opened('ESTABLISHED', { conventions: { ...QUICK, keepAliveOctet: true } });
  expect(expire(r).sent.map(short)).toEqual(['. 0:1(1) ack 1']);
  expect(sends(r, 10, 61_000).map(short)).toEqual(['P. 1:11(10) ack 1']);
  const peer = opened('ESTABLISHED');
  expect(peer.deliver(segment({ flags: ['ACK'], seq: 0, ack: 1, len: 1 })).map(short)).toEqual(['. 1:1(0) ack 1']);
  expect(peer.effects.some((e) => e.kind === 'deliver')).toBe(false);
});
