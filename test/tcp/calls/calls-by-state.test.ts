import { describe, expect, test } from 'vitest';
import { abort } from '../../../src/tcp/calls/abort.ts';
import { close, closeFully } from '../../../src/tcp/calls/close.ts';
import { openActive, openPassive } from '../../../src/tcp/calls/open.ts';
import { receive } from '../../../src/tcp/calls/receive.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import { status } from '../../../src/tcp/calls/status.ts';
import type { State } from '../../../src/tcp/state.ts';
import { opened, type Rig, rig, segment, short } from '../opened.ts';

const none = 'connection does not exist';
const exists = 'connection already exists';
const closing = 'connection closing';
const unspecified = 'remote socket unspecified';

/** Every state, with the call's answer (null: ok), the segments it sends at once and the state it leaves. */
type Row = readonly [state: string, answer: string | null, sent: readonly string[], after: State];

/** RFC 9293 §3.10.1 to §3.10.6, state by state; both ISNs are 0 and nothing is queued. */
const TABLES: Readonly<Record<string, { call: (r: Rig) => string | null; rows: readonly Row[] }>> = {
  'OPEN, active (§3.10.1)': {
    call: (r) => openActive(r.tcb, 0),
    rows: [
      ['CLOSED', null, ['S 0:0(0)'], 'SYN-SENT'],
      ['LISTEN', null, ['S 0:0(0)'], 'SYN-SENT'],
      ['SYN-SENT', exists, [], 'SYN-SENT'],
      ['SYN-RECEIVED(passive)', exists, [], 'SYN-RECEIVED'],
      ['ESTABLISHED', exists, [], 'ESTABLISHED'],
      ['FIN-WAIT-1', exists, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', exists, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', exists, [], 'CLOSE-WAIT'],
      ['CLOSING', exists, [], 'CLOSING'],
      ['LAST-ACK', exists, [], 'LAST-ACK'],
      ['TIME-WAIT', exists, [], 'TIME-WAIT'],
    ],
  },
  'OPEN, active, that names no remote socket': {
    call: (r) => openActive(r.tcb, 0, { remote: 'unspecified' }),
    rows: [
      ['CLOSED', unspecified, [], 'CLOSED'],
      ['LISTEN', unspecified, [], 'LISTEN'],
      ['SYN-SENT', exists, [], 'SYN-SENT'],
    ],
  },
  'OPEN, passive': {
    call: (r) => openPassive(r.tcb),
    rows: [
      ['CLOSED', null, [], 'LISTEN'],
      ['LISTEN', exists, [], 'LISTEN'],
      ['SYN-SENT', exists, [], 'SYN-SENT'],
      ['SYN-RECEIVED(passive)', exists, [], 'SYN-RECEIVED'],
      ['ESTABLISHED', exists, [], 'ESTABLISHED'],
      ['FIN-WAIT-1', exists, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', exists, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', exists, [], 'CLOSE-WAIT'],
      ['CLOSING', exists, [], 'CLOSING'],
      ['LAST-ACK', exists, [], 'LAST-ACK'],
      ['TIME-WAIT', exists, [], 'TIME-WAIT'],
    ],
  },
  'SEND (§3.10.2)': {
    call: (r) => send(r.tcb, new Uint8Array(10), 0),
    rows: [
      ['CLOSED', none, [], 'CLOSED'],
      ['LISTEN', unspecified, [], 'LISTEN'],
      ['SYN-SENT', null, [], 'SYN-SENT'],
      ['SYN-RECEIVED(passive)', null, [], 'SYN-RECEIVED'],
      ['SYN-RECEIVED(simultaneous)', null, [], 'SYN-RECEIVED'],
      ['ESTABLISHED', null, ['P. 1:11(10) ack 1'], 'ESTABLISHED'],
      ['FIN-WAIT-1', closing, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', closing, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', null, ['P. 1:11(10) ack 2'], 'CLOSE-WAIT'],
      ['CLOSING', closing, [], 'CLOSING'],
      ['LAST-ACK', closing, [], 'LAST-ACK'],
      ['TIME-WAIT', closing, [], 'TIME-WAIT'],
    ],
  },
  'RECEIVE with nothing on hand (§3.10.3)': {
    call: (r) => {
      const received = receive(r.tcb, 100);
      return received.kind === 'error' ? received.error : null;
    },
    rows: [
      ['CLOSED', none, [], 'CLOSED'],
      ['LISTEN', null, [], 'LISTEN'],
      ['SYN-SENT', null, [], 'SYN-SENT'],
      ['SYN-RECEIVED(passive)', null, [], 'SYN-RECEIVED'],
      ['ESTABLISHED', null, [], 'ESTABLISHED'],
      ['FIN-WAIT-1', null, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', null, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', closing, [], 'CLOSE-WAIT'],
      ['CLOSING', closing, [], 'CLOSING'],
      ['LAST-ACK', closing, [], 'LAST-ACK'],
      ['TIME-WAIT', closing, [], 'TIME-WAIT'],
    ],
  },
  'CLOSE (§3.10.4)': {
    call: (r) => close(r.tcb, 0),
    rows: [
      ['CLOSED', none, [], 'CLOSED'],
      ['LISTEN', null, [], 'CLOSED'],
      ['SYN-SENT', null, [], 'CLOSED'],
      ['SYN-RECEIVED(passive)', null, ['F. 1:1(0) ack 1'], 'FIN-WAIT-1'],
      ['SYN-RECEIVED(simultaneous)', null, ['F. 1:1(0) ack 1'], 'FIN-WAIT-1'],
      ['ESTABLISHED', null, ['F. 1:1(0) ack 1'], 'FIN-WAIT-1'],
      ['FIN-WAIT-1', closing, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', closing, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', null, ['F. 1:1(0) ack 2'], 'LAST-ACK'],
      ['CLOSING', closing, [], 'CLOSING'],
      ['LAST-ACK', closing, [], 'LAST-ACK'],
      ['TIME-WAIT', closing, [], 'TIME-WAIT'],
    ],
  },
  'CLOSE of both directions, nothing unread (§3.6.1)': {
    call: (r) => closeFully(r.tcb, 0),
    rows: [
      ['CLOSED', none, [], 'CLOSED'],
      ['LISTEN', null, [], 'CLOSED'],
      ['SYN-SENT', null, [], 'CLOSED'],
      ['SYN-RECEIVED(passive)', null, ['F. 1:1(0) ack 1'], 'FIN-WAIT-1'],
      ['ESTABLISHED', null, ['F. 1:1(0) ack 1'], 'FIN-WAIT-1'],
      ['FIN-WAIT-1', null, [], 'FIN-WAIT-1'],
      ['FIN-WAIT-2', null, [], 'FIN-WAIT-2'],
      ['CLOSE-WAIT', null, ['F. 1:1(0) ack 2'], 'LAST-ACK'],
      ['CLOSING', null, [], 'CLOSING'],
      ['LAST-ACK', null, [], 'LAST-ACK'],
      ['TIME-WAIT', null, [], 'TIME-WAIT'],
    ],
  },
  'ABORT (§3.10.5)': {
    call: (r) => abort(r.tcb, 0),
    rows: [
      ['CLOSED', none, [], 'CLOSED'],
      ['LISTEN', null, [], 'CLOSED'],
      ['SYN-SENT', null, [], 'CLOSED'],
      ['SYN-RECEIVED(passive)', null, ['R 1:1(0)'], 'CLOSED'],
      ['ESTABLISHED', null, ['R 1:1(0)'], 'CLOSED'],
      ['FIN-WAIT-1', null, ['R 2:2(0)'], 'CLOSED'],
      ['FIN-WAIT-2', null, ['R 2:2(0)'], 'CLOSED'],
      ['CLOSE-WAIT', null, ['R 1:1(0)'], 'CLOSED'],
      ['CLOSING', null, [], 'CLOSED'],
      ['LAST-ACK', null, [], 'CLOSED'],
      ['TIME-WAIT', null, [], 'CLOSED'],
    ],
  },
};

for (const [name, { call, rows }] of Object.entries(TABLES)) {
  describe(name, () => {
    test.each(rows)('%s', (state, answer, sent, after) => {
      const r = opened(state);
      let got: string | null = null;
      const segments = r.call(() => {
        got = call(r);
      });
      expect({ answer: got, sent: segments.map(short), after: r.tcb.state }).toEqual({ answer, sent, after });
    });
  });
}

describe('OPEN and SEND', () => {
  test('a SEND turns a passive open active if that named the remote socket; the data goes once established', () => {
    const r = rig();
    openPassive(r.tcb, { remote: 'specified' });
    expect(r.call((tcb) => send(tcb, new Uint8Array(10), 0)).map(short)).toEqual(['S 0:0(0)']);
    expect(r.tcb.state).toBe('SYN-SENT');
    const answer = segment({ flags: ['SYN', 'ACK'], seq: 0, ack: 1, mss: 1460 });
    expect(r.deliver(answer).map(short)).toEqual(['P. 1:11(10) ack 1']);
  });

  test('after CLOSE no SEND is taken, even where the FIN still waits (§3.10.4)', () => {
    const r = opened('SYN-RECEIVED(passive)');
    r.call((tcb) => send(tcb, new Uint8Array(10), 0));
    expect(close(r.tcb, 0)).toBeNull();
    expect(r.tcb.state).toBe('SYN-RECEIVED');
    expect(send(r.tcb, new Uint8Array(1), 0)).toBe(closing);
    expect(close(r.tcb, 0)).toBe(closing);
  });
});

describe('RECEIVE', () => {
  const read = (r: Rig, max: number) => {
    const received = receive(r.tcb, max);
    return received.kind === 'error' ? received.error : received.parts.map((part) => part.length);
  };

  test.each(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'])('%s: what came in order, at most what is asked', (state) => {
    const r = opened(state);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: r.tcb.snd.nxt, len: 300 }));
    r.deliver(segment({ flags: ['ACK'], seq: 301, ack: r.tcb.snd.nxt, len: 200 }));
    expect(read(r, 350)).toEqual([300, 50]);
    expect(read(r, 350)).toEqual([150]);
    expect(read(r, 350)).toEqual([]);
  });

  test('once the peer has closed: what is on hand, then "connection closing" (CLOSE-WAIT and after)', () => {
    const r = opened('ESTABLISHED');
    r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 1, len: 300 }));
    expect(read(r, 100)).toEqual([100]);
    r.call((tcb) => close(tcb, 0));
    expect(r.tcb.state).toBe('LAST-ACK');
    expect(read(r, 300)).toEqual([200]);
    expect(read(r, 300)).toBe(closing);
  });

  test('after an orderly end what is left may still be read; after a reset it is flushed (§3.10.7.4 step 2)', () => {
    const orderly = opened('ESTABLISHED');
    orderly.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 1, len: 300 }));
    orderly.call((tcb) => close(tcb, 0));
    orderly.deliver(segment({ flags: ['ACK'], seq: 302, ack: 2 }));
    expect(orderly.tcb.state).toBe('CLOSED');
    expect(read(orderly, 1000)).toEqual([300]);
    expect(read(orderly, 1000)).toBe(none);

    const reset = opened('ESTABLISHED');
    reset.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 300 }));
    reset.deliver(segment({ flags: ['RST'], seq: 301 }));
    expect(read(reset, 1000)).toBe(none);
  });

  test('PUSH is told with the last byte that was pushed, once (MAY-17)', () => {
    const r = opened('ESTABLISHED');
    r.deliver(segment({ flags: ['PSH', 'ACK'], seq: 1, ack: 1, len: 100 }));
    r.deliver(segment({ flags: ['ACK'], seq: 101, ack: 1, len: 100 }));
    expect(receive(r.tcb, 50)).toMatchObject({ push: false });
    expect(receive(r.tcb, 100)).toMatchObject({ push: true });
    expect(receive(r.tcb, 100)).toMatchObject({ push: false });
  });
});

describe('STATUS (§3.10.6)', () => {
  test.each(['LISTEN', 'SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-2', 'TIME-WAIT'])('%s', (state) => {
    expect(status(opened(state).tcb)).toMatchObject({ state });
  });

  test('CLOSED', () => {
    expect(status(opened('CLOSED').tcb)).toBe(none);
  });

  test('windows, queues, urgent state, timeouts', () => {
    const r = opened('ESTABLISHED', { conventions: { userTimeoutMs: 7000 } });
    r.deliver(segment({ flags: ['ACK', 'URG'], seq: 1, ack: 1, len: 300, urgent: 500, window: 2000 }));
    r.call((tcb) => send(tcb, new Uint8Array(5000), 0, { urgent: true }));
    expect(status(r.tcb)).toMatchObject({
      sendWindow: 2000,
      receiveWindow: 64240 - 300,
      awaitingAcknowledgment: 1460,
      awaitingTransmission: 3540,
      pendingReceipt: 300,
      sendUrgentPointer: 5001,
      urgentLeft: 500,
      userTimeoutMs: 7000,
      rtoMs: r.tcb.rto.rtoMs,
    });
  });
});
