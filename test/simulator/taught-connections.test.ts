import { expect, test } from 'vitest';
import { figure, states } from './short.ts';
import { always, played, told } from './taught.ts';

/* What the lessons on the life of connections show, worked out by hand. */

test('timestamps-paws: the number fits, the timestamp is too old (RFC 7323 §5.3 R1)', () => {
  always('timestamps-paws', (trace) => {
    expect(figure(trace)).toEqual([
      'client <SEQ=1000><CTL=SYN>',
      'server <SEQ=5000><ACK=1001><CTL=SYN,ACK>',
      'client <SEQ=1001><ACK=5001><CTL=ACK>',
      'client <SEQ=1001><ACK=5001><CTL=ACK><DATA=500>',
      'server <SEQ=5001><ACK=1501><CTL=ACK>',
      'client <SEQ=1501><ACK=5001><CTL=ACK><DATA=300> copy',
      'server <SEQ=5001><ACK=1501><CTL=ACK>',
      'client <SEQ=1501><ACK=5001><CTL=ACK><DATA=300>',
      'server <SEQ=5001><ACK=1801><CTL=ACK>',
    ]);
    const old = trace.segments.find(({ origin }) => origin === 'copy')!;
    const arrival = trace.events.find((e) => e.kind === 'arrive' && e.segment === old.n);
    expect(arrival?.kind === 'arrive' && [arrival.notes, arrival.after?.rcvNxt]).toEqual([['paws-rejected'], 1501]);
    // The last one taken was sent at 300.
    const [before] = trace.segments[3]!.options.timestamps!;
    expect((before - old.options.timestamps![0]) >>> 0).toBe(5000);
    expect(trace.final.server.receivedBytes).toBe(800);
  });
});

test('time-wait-reuse: a SYN above all of the last connection needs no 2 MSL (RFC 9293 §3.6.1, MAY-2)', () => {
  const trace = played('time-wait-reuse');
  expect(figure(trace)).toEqual([
    'client <SEQ=1000><CTL=SYN>',
    'server <SEQ=5000><ACK=1001><CTL=SYN,ACK>',
    'client <SEQ=1001><ACK=5001><CTL=ACK>',
    'client <SEQ=1001><ACK=5001><CTL=ACK><DATA=300>',
    'server <SEQ=5001><ACK=1301><CTL=FIN,ACK>',
    'client <SEQ=1301><ACK=5002><CTL=FIN,ACK>',
    'server <SEQ=5002><ACK=1302><CTL=ACK>',
    'client <SEQ=20000><CTL=SYN>',
    'server <SEQ=30000><ACK=20001><CTL=SYN,ACK>',
    'client <SEQ=20001><ACK=30001><CTL=ACK>',
    'client <SEQ=20001><ACK=30001><CTL=ACK><DATA=200>',
    'server <SEQ=30001><ACK=20201><CTL=ACK>',
  ]);
  const arrival = trace.events.find((e) => e.kind === 'arrive' && e.segment === 8);
  expect(arrival?.kind === 'arrive' && arrival.notes).toContain('time-wait-reused');
  expect(states(trace).filter((line) => line.startsWith('server'))).toEqual([
    'server CLOSED -> LISTEN',
    'server LISTEN -> SYN-RECEIVED',
    'server SYN-RECEIVED -> ESTABLISHED',
    'server ESTABLISHED -> FIN-WAIT-1',
    'server FIN-WAIT-1 -> TIME-WAIT',
    'server TIME-WAIT -> CLOSED',
    'server CLOSED -> LISTEN',
    'server LISTEN -> SYN-RECEIVED',
    'server SYN-RECEIVED -> ESTABLISHED',
  ]);
});

test('keep-alive: one that is answered, three that are not, and a RST into the void (RFC 9293 §3.8.4)', () => {
  const trace = played('keep-alive');
  expect(told(trace)).toEqual([
    // 10 s after the SYN,ACK came. SND.NXT is 1001; the probe is the SYN's number once more, and unacceptable.
    '10200 client ack 5001',
    '10250 server ack 1001',
    '20300 client ack 5001 lost',
    '22300 client ack 5001 lost',
    '24300 client ack 5001 lost',
    '26300 client RST 1001 lost',
  ]);
  expect(trace.segments.filter(({ from }) => from === 'client').map(({ seq }) => seq)).toEqual([
    1000, 1001, 1000, 1000, 1000, 1000, 1001,
  ]);
  expect(trace.final).toMatchObject({ client: { state: 'CLOSED' }, server: { state: 'ESTABLISHED' } });
});

test('urgent: the pointer counts to the byte after the urgent data (RFC 9293 §3.8.5, MUST-62)', () => {
  const trace = played('urgent');
  expect(trace.segments.slice(3, 6).map(({ flags, seq, len, urgent }) => [flags.join(), seq, len, urgent])).toEqual([
    ['PSH,ACK', 1001, 500, 0],
    ['URG,ACK', 1501, 1000, 1500],
    ['PSH,URG,ACK', 2501, 500, 500],
  ]);
  // The server is told once, when the first of them comes: both point to 3001.
  const signals = trace.events.filter((e) => e.kind === 'signal');
  expect(signals.map((e) => (e.kind === 'signal' ? [e.host, e.ms, e.signal] : []))).toEqual([
    ['server', 350, 'urgent data'],
  ]);
  expect(trace.final.server.receivedBytes).toBe(2000);
});

test('rst-after-close: nobody is left to read what the server still sends (RFC 9293 §3.6.1, SHLD-3)', () => {
  const trace = played('rst-after-close');
  expect(figure(trace).slice(3)).toEqual([
    'client <SEQ=1001><ACK=5001><CTL=FIN,ACK>',
    'server <SEQ=5001><ACK=1002><CTL=ACK>',
    'server <SEQ=5001><ACK=1002><CTL=ACK><DATA=500>',
    'client <SEQ=1002><CTL=RST>',
  ]);
  expect(states(trace).slice(-4)).toEqual([
    'server ESTABLISHED -> CLOSE-WAIT',
    'client FIN-WAIT-1 -> FIN-WAIT-2',
    'client FIN-WAIT-2 -> CLOSED',
    'server CLOSE-WAIT -> CLOSED',
  ]);
  expect(trace.final.client.receivedBytes).toBe(0);
});

test('syn-with-data: kept from the SYN on, handed over and acknowledged in ESTABLISHED (RFC 9293 §3.10.7.2)', () => {
  const trace = played('syn-with-data');
  expect(figure(trace)).toEqual([
    'client <SEQ=1000><CTL=SYN><DATA=300>',
    'server <SEQ=5000><ACK=1001><CTL=SYN,ACK>',
    'client <SEQ=1301><ACK=5001><CTL=ACK>',
    'server <SEQ=5001><ACK=1301><CTL=ACK>',
  ]);
  const delivered = trace.events.filter((e) => e.kind === 'deliver');
  expect(delivered.map((e) => (e.kind === 'deliver' ? [e.host, e.ms, e.bytes, e.after?.state] : []))).toEqual([
    ['server', 250, 300, 'ESTABLISHED'],
  ]);
});
