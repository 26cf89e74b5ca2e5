import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { HostName, Trace } from '../../src/trace/trace.ts';
import { afterArrivals, told } from '../simulator/taught.ts';

/*
 * Exercises that others have published with their answers, each as a scenario file of this folder. The program has to
 * come to the published answer; numbers are restated, words are not.
 */

const folder = new URL('./', import.meta.url);

/** Segments with their control bits, as the figures of RFC 9293 have them: 'client SYN,ACK 300 101'. */
function figure(trace: Trace): string[] {
  return trace.segments.map(({ from, flags, seq, ack, origin }) =>
    [
      from,
      flags.filter((flag) => flag !== 'PSH').join(','),
      seq,
      flags.includes('ACK') ? ack : '',
      origin === 'tcp' ? '' : 'old',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}

/** The acknowledgments of data that `from` sends, with their SACK blocks: '5500 6000-6500'. */
function acks(trace: Trace, from: HostName): string[] {
  const opened = trace.segments.findIndex((s) => s.len > 0);
  return trace.segments
    .slice(opened)
    .filter((s) => s.from === from && s.len === 0)
    .map((s) => [s.ack, ...(s.options.sack ?? []).map((block) => block.join('-'))].join(' '));
}

function data(trace: Trace): number[] {
  return trace.segments.filter((s) => s.len > 0).map((s) => s.seq);
}

function states(trace: Trace, host: HostName): string[] {
  return trace.events.flatMap((e) => (e.kind === 'state' && e.host === host ? [e.to] : []));
}

/** How many data segments leave in each round trip of 100 ms from the first on. */
function rounds(trace: Trace): number[] {
  const times = trace.segments.filter((s) => s.len > 0).map((s) => s.sentMs);
  const first = times[0]!;
  const counts: number[] = [];
  for (const time of times) {
    const round = Math.floor((time - first) / 100);
    counts[round] = (counts[round] ?? 0) + 1;
  }
  return counts;
}

interface Exercise {
  readonly file: string;
  readonly source: string;
  readonly asks: (trace: Trace) => unknown;
  readonly published: unknown;
}

const EXERCISES: readonly Exercise[] = [
  {
    file: 'rfc9293-figure-6',
    source: 'RFC 9293 §3.5, figure 6: the basic handshake',
    asks: (trace) => figure(trace).slice(0, 4),
    published: ['client SYN 100', 'server SYN,ACK 300 101', 'client ACK 101 301', 'client ACK 101 301'],
  },
  {
    file: 'rfc9293-figure-7',
    source: 'RFC 9293 §3.5, figure 7: both open at once',
    asks: (trace) => [figure(trace), states(trace, 'client'), states(trace, 'server')],
    published: [
      ['client SYN 100', 'server SYN 300', 'server SYN,ACK 300 101', 'client SYN,ACK 100 301'],
      ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED'],
      ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED'],
    ],
  },
  {
    file: 'rfc9293-figure-8',
    source: 'RFC 9293 §3.5, figure 8: an old duplicate SYN',
    asks: figure,
    published: [
      'client SYN 100',
      'client SYN 90 old',
      'server SYN,ACK 300 91',
      'client RST 91',
      'server SYN,ACK 400 101',
      'client ACK 101 401',
    ],
  },
  {
    file: 'rfc9293-figure-9',
    source: 'RFC 9293 §3.5.1, figure 9: a half-open connection found by its first SYN',
    asks: (trace) => figure(trace).slice(3, 7),
    published: ['client SYN 400', 'server ACK 300 100', 'client RST 100', 'client SYN 400'],
  },
  {
    file: 'rfc9293-figure-12',
    source: 'RFC 9293 §3.6, figure 12: a normal close',
    asks: (trace) => [figure(trace).slice(3), states(trace, 'client').slice(2), states(trace, 'server').slice(3)],
    published: [
      ['client FIN,ACK 100 300', 'server ACK 300 101', 'server FIN,ACK 300 101', 'client ACK 101 301'],
      ['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT', 'CLOSED'],
      ['CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
    ],
  },
  {
    file: 'rfc9293-figure-13',
    source: 'RFC 9293 §3.6, figure 13: both close at once',
    asks: (trace) => [figure(trace).slice(3).sort(), states(trace, 'client').slice(2)],
    published: [
      ['client ACK 101 301', 'client FIN,ACK 100 300', 'server ACK 301 101', 'server FIN,ACK 300 100'],
      ['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT', 'CLOSED'],
    ],
  },
  {
    file: 'rfc2018-case-1',
    source: 'RFC 2018 §7, case 1',
    asks: (trace) => acks(trace, 'server'),
    published: ['5500', '6000', '6500', '7000'],
  },
  {
    file: 'rfc2018-case-2',
    source: 'RFC 2018 §7, case 2',
    asks: (trace) => acks(trace, 'server').slice(0, 7),
    published: [6000, 6500, 7000, 7500, 8000, 8500, 9000].map((edge) => `5000 5500-${edge}`),
  },
  {
    file: 'rfc2018-case-3',
    source: 'RFC 2018 §7, case 3, to the arrival of the fourth segment late',
    asks: (trace) => acks(trace, 'server').slice(0, 4),
    published: ['5500', '5500 6000-6500', '5500 7000-7500 6000-6500', '5500 8000-8500 7000-7500 6000-6500'],
  },
  {
    file: 'rfc2883-repeated',
    source: 'RFC 2883 §4.1.1: both ACKs are lost',
    asks: (trace) => acks(trace, 'server').at(-1),
    published: '4000 3000-3500',
  },
  {
    file: 'rfc2883-above-gap',
    source: 'RFC 2883 §4.1.3: a duplicate while another segment is held above a gap',
    asks: (trace) => acks(trace, 'server').at(-1),
    published: '3500 3000-3500 4000-4500',
  },
  {
    file: 'in-order-pair',
    source: 'Kurose and Ross, Computer Networking, ch. 3, P27 a and b',
    asks: (trace) => [data(trace).at(-1), acks(trace, 'server').at(1)],
    published: [207, '207'],
  },
  {
    file: 'swapped-pair',
    source: 'Kurose and Ross, ch. 3, P27 c',
    asks: (trace) => acks(trace, 'server').at(1),
    published: '127',
  },
  {
    file: 'lost-first-ack',
    source: 'Kurose and Ross, ch. 3, P27 d: the first segment goes again, and is answered by the ACK of both',
    asks: (trace) => [told(trace).filter((line) => line.includes('again')), acks(trace, 'server').at(-1)],
    published: [[expect.stringContaining('127:207 again')], '247'],
  },
  {
    file: 'first-of-two-lost',
    source: 'Kurose and Ross, ch. 3, R15: seq 90 and 110, the first is lost',
    asks: (trace) => [trace.segments.find((s) => s.seq === 90 && s.len > 0)?.len, acks(trace, 'server')],
    published: [20, ['90']],
  },
  {
    file: 'five-segments',
    source: 'Forouzan, TCP/IP Protocol Suite, ch. 15: 5000 bytes from byte 10001 on in five segments',
    asks: (trace) => data(trace),
    published: [10001, 11001, 12001, 13001, 14001],
  },
  {
    file: 'right-edge',
    source: 'A course quiz: ACK 8000 with a window of 4000; the last byte that may be sent is 11999',
    asks: (trace) => {
      const told8000 = trace.segments.find((s) => s.from === 'server' && s.ack === 8000)!;
      const sent = trace.segments.filter((s) => s.from === 'client' && s.len > 0);
      return [told8000.window, Math.max(...sent.map((s) => s.seq + s.len - 1))];
    },
    published: [4000, 11999],
  },
  {
    file: 'wraparound',
    source: 'RFC 9293 §3.4: numbers are modulo 2^32',
    asks: (trace) => [data(trace), acks(trace, 'server')],
    published: [
      [4294966896, 100],
      ['100', '600'],
    ],
  },
  {
    file: 'syn-times',
    source: 'RFC 6298 (5.5) with the 3 s of RFC 1122 §4.2.3.1: 3, 9, 21, 45 and 93 s after the first SYN',
    asks: (trace) => trace.segments.slice(1, 6).map((s) => (s.sentMs - trace.segments[0]!.sentMs) / 1000),
    published: [3, 9, 21, 45, 93],
  },
  {
    file: 'round-trips',
    // The book rounds each step and has 106.71 at the end.
    source: 'Kurose and Ross, ch. 3, P31: SRTT from 100 ms on, samples of 106, 120, 140, 90 and 115 ms',
    asks: (trace) =>
      trace.events.flatMap((e) =>
        e.kind === 'arrive' && e.host === 'client' && e.after !== null
          ? [Math.round((e.after.srttMs ?? 0) * 100) / 100]
          : [],
      ),
    published: [100, 100.75, 103.16, 107.76, 105.54, 106.72],
  },
  {
    file: 'slow-start-rounds',
    source: 'The standard exercise (Peterson and Davie, ch. 6): 1, 2, 4, 8, then one more a round trip',
    asks: (trace) => rounds(trace).slice(0, 8),
    published: [1, 2, 4, 8, 9, 10, 11, 12],
  },
  {
    file: 'back-to-cwnd',
    source: 'GATE CS 2014: a timeout at 16 segments; cwnd is back there 11 round trips of 100 ms after (3 and 8)',
    asks: (trace) => {
      const timeout = trace.events.findIndex((e) => e.kind === 'timer' && e.timer === 'retransmission');
      const again = trace.events
        .slice(timeout)
        .find((e) => e.kind === 'arrive' && e.host === 'client' && (e.after?.cwnd ?? 0) >= 16_000);
      const after = trace.events[timeout]!;
      return [
        after.kind === 'timer' ? [after.after?.ssthresh, after.after?.cwnd] : [],
        Math.round((again!.ms - after.ms) / 100),
      ];
    },
    published: [[8000, 1000], 11],
  },
];

test.each(EXERCISES.map((one) => [one.source, one] as const))('%s', (_, { file, asks, published }) => {
  const name = `${file}.yaml`;
  const read = readScenario(readFileSync(new URL(name, folder), 'utf8'), name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(asks(simulate(read.scenario, 'published'))).toEqual(published);
});

test('every file of this folder is an exercise', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  expect(files.sort()).toEqual(EXERCISES.map(({ file }) => `${file}.yaml`).sort());
});

test('in slow start and above its threshold cwnd takes every value that the rounds say', () => {
  const read = readScenario(readFileSync(new URL('slow-start-rounds.yaml', folder), 'utf8'), 'slow-start-rounds.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const windows = afterArrivals(simulate(read.scenario, 'published'), 'client', 'cwnd');
  expect([...new Set(windows)].slice(0, 10)).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000]);
});
