import { expect, test } from 'vitest';
import { close } from '../../src/tcp/calls/close.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { opened, type Rig, segment, short } from './opened.ts';

const sends = (r: Rig, bytes: number, push = true) =>
  r.call((tcb) => send(tcb, new Uint8Array(bytes), 0, { push })).map(short);

test('the last segment made of a SEND carries PSH (MUST-61)', () => {
  expect(sends(opened('ESTABLISHED'), 3000)).toEqual([
    '. 1:1461(1460) ack 1',
    '. 1461:2921(1460) ack 1',
    'P. 2921:3001(80) ack 1',
  ]);
});

test('successive pushes collapse into segments as large as may be (SHLD-27, SHLD-28)', () => {
  const r = opened('ESTABLISHED');
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
  for (let i = 0; i < 4; i++) sends(r, 500);
  const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 30000 }));
  expect(sent.map(short)).toEqual(['. 1:1461(1460) ack 1', 'P. 1461:2001(540) ack 1']);
});

test('data that is not pushed waits for a full segment or a push (MAY-16)', () => {
  const r = opened('ESTABLISHED');
  expect(sends(r, 1000, false)).toEqual([]);
  expect(sends(r, 1000, false)).toEqual(['. 1:1461(1460) ack 1']);
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1461 }));
  expect(sends(r, 10)).toEqual(['P. 1461:2011(550) ack 1']);
});

test('but not for ever: the override timeout sends it (MUST-60, §3.8.6.2.1)', () => {
  const r = opened('ESTABLISHED');
  sends(r, 1000, false);
  expect(nextTimeout(r.tcb)).toEqual({ name: 'persist', at: 1000 });
  expect(r.call((tcb) => timeout(tcb, 'persist', 1000), 1000).map(short)).toEqual(['. 1:1001(1000) ack 1']);
});

test('CLOSE pushes what is left (§3.9.1.4)', () => {
  const r = opened('ESTABLISHED');
  sends(r, 1000, false);
  expect(r.call((tcb) => close(tcb, 0)).map(short)).toEqual(['FP. 1:1001(1000) ack 1']);
});

test('a push in the middle of the queue marks the segment that holds its last byte', () => {
  const r = opened('ESTABLISHED');
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
  sends(r, 1000);
  sends(r, 2000, false);
  const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 30000 }));
  expect(sent.map(short)).toEqual(['P. 1:1461(1460) ack 1', '. 1461:2921(1460) ack 1']);
});
