import { expect, test } from 'vitest';
import { played, told } from './taught.ts';

/*
 * What the lessons on windows and small segments show, worked out by hand. One way takes 50 ms, the client is connected
 * at 200, the server at 250, and the client's application writes at 300.
 */

test('zero-window: probes of one byte at doubling intervals, then a window update (RFC 9293 §3.8.6.1)', () => {
  expect(told(played('zero-window'), { windows: true })).toEqual([
    '300 client 1001:2001',
    '300 client 2001:3001',
    '350 server ack 2001 win 1000',
    '350 server ack 3001 win 0',
    // The window has been shut since 400; the RTO is 1 s (RFC 6298 §2.4).
    '1400 client 3001:3002',
    '1450 server ack 3001 win 0',
    '2400 client 3001:3002 again',
    '2450 server ack 3001 win 0',
    '4400 client 3001:3002 again',
    '4450 server ack 3001 win 0',
    '4900 server ack 3001 win 2000',
    '4950 client 3001:3002 again',
    '4950 client 3002:4001',
    '5000 server ack 3002 win 1999',
    '5000 server ack 4001 win 1000',
  ]);
});

test('silly-window: never an offer of less than a segment (RFC 9293 §3.8.6.2.2)', () => {
  const trace = played('silly-window');
  expect(told(trace, { windows: true })).toEqual([
    '300 client 1001:2001',
    '300 client 2001:3001',
    '350 server ack 2001 win 1000',
    '350 server ack 3001 win 0',
    // 200 bytes read at 450, 550, 650, 750 and 850: min(2000 / 2, 1000) are free only now.
    '850 server ack 3001 win 1000',
    '900 client 3001:4001',
    '950 server ack 4001 win 0',
    '1050 server ack 4001 win 2000',
    '1100 client 4001:5001',
    '1150 server ack 5001 win 1000',
  ]);
  expect(trace.final.server.receivedBytes).toBe(3000);
});

test('nagle: one small segment out at a time (RFC 9293 §3.7.4)', () => {
  expect(told(played('nagle'))).toEqual([
    '300 client 1001:1101',
    '350 server ack 1101',
    '400 client 1101:1501',
    '450 server ack 1501',
  ]);
});

test('nagle-delayed-ack: each waits for the other until the ACK is due', () => {
  expect(told(played('nagle-delayed-ack'))).toEqual([
    '300 client 1001:1101',
    '550 server ack 1101',
    '600 client 1101:1201',
    '650 server 5001:5301',
    '900 client ack 5301',
  ]);
});

test('window-scaling: more than 65,535 bytes in flight, the SYN,ACK not scaled (RFC 7323 §2.2, §2.3)', () => {
  const trace = played('window-scaling');
  const [syn, synAck] = trace.segments;
  expect([syn?.options.windowScale, synAck?.options.windowScale]).toEqual([0, 2]);
  // min(200,000, 65,535), then 200,000 >> 2.
  expect([syn?.window, synAck?.window]).toEqual([65_535, 65_535]);
  expect(told(trace, { windows: true })).toEqual([
    // Two segments of more than 2190 bytes to begin with, four when both are acknowledged: slow start.
    '300 client 1001:31001',
    '300 client 31001:61001',
    '350 server ack 31001 win 50000',
    '350 server ack 61001 win 50000',
    '400 client 61001:91001',
    '400 client 91001:121001',
    '400 client 121001:151001',
    '400 client 151001:181001',
    '450 server ack 91001 win 50000',
    '450 server ack 121001 win 50000',
    '450 server ack 151001 win 50000',
    '450 server ack 181001 win 50000',
  ]);
  const sent = trace.events.find((e) => e.kind === 'send' && trace.segments[e.segment - 1]?.seq === 151_001);
  expect(sent?.kind === 'send' && (sent.after?.sndNxt ?? 0) - (sent.after?.sndUna ?? 0)).toBe(120_000);
  expect(sent?.kind === 'send' && sent.after?.sndWnd).toBe(200_000);
});
