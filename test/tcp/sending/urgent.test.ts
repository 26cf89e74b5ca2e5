import { describe, expect, test } from 'vitest';
import { openActive, openPassive } from '../../../src/tcp/calls/open.ts';
import { receive } from '../../../src/tcp/calls/receive.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import { URG } from '../../../src/tcp/segment.ts';
import { urgentLeft } from '../../../src/tcp/sending/urgent.ts';
import { timeout } from '../../../src/tcp/timeouts.ts';
import { opened, type Rig, rig, segment } from '../opened.ts';

const sendUrgent = (r: Rig, bytes: number) =>
  r
    .call((tcb) => send(tcb, new Uint8Array(bytes), 0, { urgent: true }))
    .map(({ flags, seq, urgent, data }) => ({ urg: (flags & URG) !== 0, seq, len: data.length, urgent }));
const urgentSignals = (r: Rig) => r.effects.filter((e) => e.kind === 'signal' && e.signal === 'urgent data').length;

describe('sending urgent data (RFC 9293 §3.8.5, §3.10.2)', () => {
  test('the pointer names the octet after the urgent data (MUST-62)', () => {
    const r = opened('ESTABLISHED');
    expect(sendUrgent(r, 5)).toEqual([{ urg: true, seq: 1, len: 5, urgent: 5 }]);
  });

  test('every segment up to it says so, and none after it', () => {
    const r = opened('ESTABLISHED');
    expect(sendUrgent(r, 2000)).toEqual([
      { urg: true, seq: 1, len: 1460, urgent: 2000 },
      { urg: true, seq: 1461, len: 540, urgent: 540 },
    ]);
    const more = r.call((tcb) => send(tcb, new Uint8Array(10), 0));
    expect(more.map(({ flags, urgent }) => [flags & URG, urgent])).toEqual([[0, 0]]);
  });

  test('a retransmission says it again; acknowledged, it is over', () => {
    const r = opened('ESTABLISHED');
    sendUrgent(r, 5);
    const again = r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
    expect(again.map(({ flags, urgent }) => [flags & URG, urgent])).toEqual([[URG, 5]]);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 6 }), 1100);
    expect(r.call((tcb) => send(tcb, new Uint8Array(10), 1100), 1100).map((s) => s.flags & URG)).toEqual([0]);
  });

  test('urgent data of any length (MUST-31): out of reach of the field the pointer points as far as it can', () => {
    const r = opened('ESTABLISHED', { conventions: { initialWindow: 'rfc6928' } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 60000 }));
    const first = sendUrgent(r, 100_000);
    expect(first[0]).toMatchObject({ urg: true, urgent: 65535 });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 + 40 * 1460, window: 60000 }));
    let acked = r.tcb.snd.nxt;
    const pointers: number[] = [];
    while (acked < 100_001) {
      const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: acked, window: 60000 }));
      pointers.push(...sent.filter((s) => s.flags & URG).map((s) => s.seq + s.urgent));
      acked = r.tcb.snd.nxt;
    }
    expect(pointers.at(-1)).toBe(100_001);
  });

  test('with the window shut the indication goes ahead of the data', () => {
    const r = opened('ESTABLISHED');
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    expect(sendUrgent(r, 5)).toEqual([{ urg: true, seq: 1, len: 0, urgent: 5 }]);
  });

  test('data queued before the connection is established, and numbers across 2^32', () => {
    const r = rig({ iss: 2 ** 32 - 3 });
    r.call((tcb) => openActive(tcb, 0));
    expect(sendUrgent(r, 5)).toEqual([]);
    const sent = r.deliver(segment({ flags: ['SYN', 'ACK'], seq: 0, ack: -2, mss: 1460 }));
    expect(sent.map(({ flags, seq, urgent }) => [flags & URG, seq, urgent])).toEqual([[URG, 2 ** 32 - 2, 5]]);
  });
});

describe('receiving urgent data (§3.10.7.4 step 6)', () => {
  const urg = (seq: number, len: number, urgent: number, ack = 1) =>
    segment({ flags: ['ACK', 'URG'], seq, ack, len, urgent });

  test.each(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'])(
    '%s: the user is told before the data comes (MUST-32)',
    (state) => {
      const r = opened(state);
      r.deliver(urg(1, 10, 100, r.tcb.snd.nxt));
      expect(r.effects.map((e) => e.kind).filter((kind) => kind === 'signal' || kind === 'deliver')).toEqual([
        'signal',
        'deliver',
      ]);
      expect(urgentLeft(r.tcb)).toBe(100);
    },
  );

  test.each(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'])('%s: ignored, the peer has sent its FIN', (state) => {
    const r = opened(state);
    r.deliver(segment({ flags: ['ACK', 'URG'], seq: r.tcb.rcv.nxt, ack: r.tcb.snd.nxt, urgent: 10 }));
    expect(urgentSignals(r)).toBe(0);
    expect(urgentLeft(r.tcb)).toBe(0);
  });

  test('told again only when the pointer advances; one that recedes is ignored', () => {
    const r = opened('ESTABLISHED');
    r.deliver(urg(1, 10, 20));
    r.deliver(urg(11, 5, 10));
    expect(urgentSignals(r)).toBe(1);
    r.deliver(urg(16, 5, 2));
    expect(urgentSignals(r)).toBe(1);
    r.deliver(urg(21, 5, 20));
    expect(urgentSignals(r)).toBe(2);
    expect(urgentLeft(r.tcb)).toBe(40);
  });

  test('RECEIVE stops at the mark, and says how much urgent data is left (MUST-33)', () => {
    const r = opened('ESTABLISHED');
    r.deliver(urg(1, 100, 60));
    expect(receive(r.tcb, 50)).toMatchObject({ urgentLeft: 10 });
    const rest = receive(r.tcb, 1000);
    expect(rest).toMatchObject({ urgentLeft: 0 });
    expect(rest.kind === 'data' && rest.parts.reduce((sum, part) => sum + part.length, 0)).toBe(10);
    expect(r.tcb.rcv.unreadBytes).toBe(40);
    // The same pointer again, from a retransmission, is news no more.
    r.deliver(urg(1, 100, 60));
    expect(urgentSignals(r)).toBe(1);
  });

  test('with a window of zero the text is refused, the URG counts (MUST-66)', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 1000, conventions: { delayedAckMs: null } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 1000 }));
    r.deliver(urg(1001, 1, 5));
    expect(urgentSignals(r)).toBe(1);
    expect(r.tcb.rcv.nxt).toBe(1001);
    expect(urgentLeft(r.tcb)).toBe(1005);
  });

  test('a SYN that carries urgent data is told of once the connection is established', () => {
    const r = rig();
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN', 'URG'], seq: 0, len: 10, urgent: 11, mss: 1460 }));
    expect(urgentSignals(r)).toBe(0);
    r.deliver(segment({ flags: ['ACK'], seq: 11, ack: 1 }));
    expect(urgentSignals(r)).toBe(1);
    expect(urgentLeft(r.tcb)).toBe(10);
  });
});

test('two TCPs: what one sends as urgent the other is told of, to the byte', () => {
  const sender = opened('ESTABLISHED');
  const receiver = opened('ESTABLISHED');
  for (const sent of sender.call((tcb) => send(tcb, new Uint8Array(2000), 0, { urgent: true }))) {
    receiver.deliver(sent);
  }
  expect(urgentSignals(receiver)).toBe(1);
  expect(urgentLeft(receiver.tcb)).toBe(2000);
});
