import { expect, test } from 'vitest';
import { figure, states } from './short.ts';
import { always, played } from './taught.ts';

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
