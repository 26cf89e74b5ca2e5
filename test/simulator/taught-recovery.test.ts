import { expect, test } from 'vitest';
import { afterArrivals, played, told } from './taught.ts';

/*
 * What the lessons on loss show, segment by segment, worked out by hand. One way takes 50 ms, the client is connected at
 * 200 and its application writes at 300; every segment has 1000 bytes (1200 in limited-transmit), data begins at 1001.
 */

test('fast-retransmit: the third duplicate ACK, not the third ACK (RFC 5681 §3.2)', () => {
  const trace = played('fast-retransmit');
  expect(told(trace)).toEqual([
    // Four segments of up to 1095 bytes to begin with (RFC 5681 §3.1).
    '300 client 1001:2001',
    '300 client 2001:3001 lost',
    '300 client 3001:4001',
    '300 client 4001:5001',
    '350 server ack 2001',
    '350 server ack 2001',
    '350 server ack 2001',
    // The first ACK leaves 3000 bytes out and makes cwnd 5000.
    '400 client 5001:6001',
    '400 client 6001:7001',
    '450 server ack 2001',
    '450 server ack 2001',
    '500 client 2001:3001 again',
    '550 server ack 7001',
  ]);
  // FlightSize is 5000 at the third duplicate: ssthresh 2500, cwnd 2500 + 3000; one more duplicate, one more SMSS; and
  // in the end min(ssthresh, max(0, SMSS) + SMSS) (RFC 6582 §3.2 step 3).
  expect(afterArrivals(trace, 'client', 'cwnd').slice(1)).toEqual([5000, 5000, 5000, 5500, 6500, 2000]);
  expect(afterArrivals(trace, 'client', 'ssthresh').slice(-3)).toEqual([2500, 2500, 2500]);
});

test('newreno-two-losses: one retransmission a round trip, the second by the partial ACK (RFC 6582 §3.2)', () => {
  const trace = played('newreno-two-losses');
  expect(told(trace)).toEqual([
    '300 client 1001:2001',
    '300 client 2001:3001 lost',
    '300 client 3001:4001 lost',
    '300 client 4001:5001',
    '300 client 5001:6001',
    '300 client 6001:7001',
    '350 server ack 2001',
    '350 server ack 2001',
    '350 server ack 2001',
    '350 server ack 2001',
    '400 client 2001:3001 again',
    '450 server ack 3001',
    '500 client 3001:4001 again',
    '550 server ack 7001',
  ]);
  // IW10; slow start; 5000 out: 2500 + 3000; less 1000 acknowledged plus one SMSS; min(2500, 0 + 1000 + 1000).
  expect(afterArrivals(trace, 'client', 'cwnd')).toEqual([10_000, 11_000, 11_000, 11_000, 5500, 5500, 2000]);
});

test('sack-recovery: the same two losses within one round trip (RFC 6675 §5)', () => {
  const trace = played('sack-recovery');
  expect(told(trace)).toEqual([
    '300 client 1001:2001',
    '300 client 2001:3001 lost',
    '300 client 3001:4001 lost',
    '300 client 4001:5001',
    '300 client 5001:6001',
    '300 client 6001:7001',
    '350 server ack 2001',
    '350 server ack 2001 sack 4001-5001',
    '350 server ack 2001 sack 4001-6001',
    '350 server ack 2001 sack 4001-7001',
    // 3000 bytes are SACKed above both, more than 2 * SMSS: both are lost (IsLost), pipe is 0 and then 1000 of 2500.
    '400 client 2001:3001 again',
    '400 client 3001:4001 again',
    '450 server ack 3001 sack 4001-7001',
    '450 server ack 7001',
  ]);
  expect(afterArrivals(trace, 'client', 'cwnd')).toEqual([10_000, 11_000, 11_000, 11_000, 2500, 2500, 2500]);
  expect(trace.segments[0]?.options).toEqual({ mss: 1000, sackPermitted: true });
});

test('dsack-spurious: the first SACK block lies below the ACK and tells of a duplicate (RFC 2883 §4)', () => {
  const trace = played('dsack-spurious');
  expect(told(trace)).toEqual([
    '300 client 1001:2001',
    // The first RTO after one round trip of 100 ms is max(1 s, 100 + 4 * 50) (RFC 6298 §2.2, 2.4).
    '1300 client 1001:2001 again',
    '1350 server ack 2001',
    '1550 server ack 2001 sack 1001-2001',
  ]);
  const last = trace.events.findLast((e) => e.kind === 'arrive' && e.host === 'client');
  expect(last?.kind === 'arrive' && last.notes).toContain('dsack');
});

test('limited-transmit: new data makes the third duplicate ACK (RFC 3042)', () => {
  const trace = played('limited-transmit');
  expect(told(trace)).toEqual([
    // Three segments of 1096 to 2190 bytes to begin with.
    '300 client 1200:2400 lost',
    '300 client 2400:3600',
    '300 client 3600:4800',
    '350 server ack 1200',
    '350 server ack 1200',
    '400 client 4800:6000',
    '400 client 6000:7200',
    '450 server ack 1200',
    '450 server ack 1200',
    '500 client 1200:2400 again',
    '550 server ack 7200',
  ]);
  // The window stays for the first two. What limited transmit has sent does not count in FlightSize (RFC 5681 §3.2 step
  // 2): max(3600/2, 2 * 1200) = 2400, not (3600 + 2400) / 2 = 3000; cwnd 2400 + 3600, 1200 more, and 0 + 1200 + 1200.
  expect(afterArrivals(trace, 'client', 'cwnd')).toEqual([3600, 3600, 3600, 6000, 7200, 2400]);
  expect(afterArrivals(trace, 'client', 'ssthresh').at(-1)).toBe(2400);
});

test('timeout-slow-start: 1, 2, 4 and then one more a round trip (RFC 5681 §3.1)', () => {
  const trace = played('timeout-slow-start');
  const data = told(trace).filter((line) => line.includes('client'));
  const [sent, resent] = [data.slice(0, 8), data.slice(8)];
  const from = (ms: number, first: number, count: number, more: string) =>
    Array.from({ length: count }, (_, i) => `${ms} client ${first + 1000 * i}:${first + 1000 * i + 1000}${more}`);
  expect(sent).toEqual(from(300, 1001, 8, ' lost'));
  expect(resent).toEqual([
    ...from(1300, 1001, 1, ' again'),
    ...from(1400, 2001, 2, ' again'),
    ...from(1500, 4001, 4, ' again'),
    ...from(1600, 8001, 1, ' again'),
    ...from(1600, 9001, 4, ''),
  ]);
  // ssthresh = FlightSize / 2; slow start up to it, then an SMSS for each cwnd of bytes acknowledged.
  const afterTimeout = [2000, 3000, 4000, 4000, 4000, 4000, 5000, 5000, 5000, 5000, 5000, 6000];
  expect(afterArrivals(trace, 'client', 'cwnd')).toEqual([10_000, ...afterTimeout]);
  expect(afterArrivals(trace, 'client', 'ssthresh').at(-1)).toBe(4000);
  const timer = trace.events.find((e) => e.kind === 'timer');
  expect(timer?.kind === 'timer' && [timer.ms, timer.timer, timer.after?.cwnd]).toEqual([1300, 'retransmission', 1000]);
});

test('ecn: a mark is answered like a loss, but nothing goes again (RFC 3168 §6.1.2, §6.1.3)', () => {
  const trace = played('ecn');
  expect(trace.segments.slice(0, 2).map(({ flags }) => flags.join())).toEqual(['SYN,ECE,CWR', 'SYN,ACK,ECE']);
  expect(told(trace)).toEqual([
    '300 client 1001:2001',
    '300 client 2001:3001 CE',
    '300 client 3001:4001',
    '300 client 4001:5001',
    '350 server ack 2001',
    '350 server ECE ack 3001',
    '350 server ECE ack 4001',
    '350 server ECE ack 5001',
    // The first ACK makes cwnd 5000; then the echo halves what is out, 5000.
    '400 client 5001:6001',
    '400 client 6001:7001',
    '450 server ECE ack 6001',
    '450 server ECE ack 7001',
    '500 client CWR 7001:8001',
    '500 client 8001:9001',
    '550 server ack 8001',
    '550 server ack 9001',
  ]);
  // ACKs with an echo let it not grow; then less than 2500 bytes are acknowledged.
  const halved = Array.from({ length: 7 }, () => 2500);
  expect(afterArrivals(trace, 'client', 'cwnd')).toEqual([4000, 5000, ...halved]);
  expect(afterArrivals(trace, 'client', 'ssthresh').at(-1)).toBe(2500);
});
