import { expect, test } from 'vitest';
import { opened, segment, short } from '../tcp/opened.ts';
import { delivered } from './endpoint.ts';

/* RFC 9293 §3.10.7.4 and RFC 5961. */

test('MAY-12: an ACK of data never sent, or far older than any window, injects nothing', () => {
  const r = opened('ESTABLISHED(100 B unacked)');
  for (const number of [102, 1 - 30_001, 0x8000_0000]) {
    const injected = segment({ flags: ['ACK', 'PSH'], seq: 1, ack: number, len: 50 });
    expect(r.deliver(injected).map(short)).toEqual(['. 101:101(0) ack 1']);
  }
  expect([delivered(r), r.tcb.snd.una]).toEqual([0, 1]);
  // Within SND.UNA - MAX.SND.WND .. SND.NXT it is taken.
  r.deliver(segment({ flags: ['ACK', 'PSH'], seq: 1, ack: 1 - 30_000, len: 50 }));
  expect([delivered(r), r.tcb.snd.una]).toEqual([50, 1]);
});
