import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { TracedSegment } from '../../src/trace/trace.ts';

/** The segment that one entry of `forge:` puts on the network, 100 ms after the client is connected. */
function forged(entry: string, more = ''): TracedSegment {
  const read = readScenario(
    `title: T
client: { isn: 100 }
server: { isn: 300 }
actions: [{ host: client, do: connect }]
forge: [{ from: client, when: client is ESTABLISHED, after: 100, ${entry} }]
${more}`,
    'test.yaml',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const segment = simulate(read.scenario, 'seed').segments.find(({ origin }) => origin === 'forged');
  if (segment === undefined) throw new Error('nothing was forged');
  return segment;
}

test('a forged segment carries the flags, the urgent pointer and the options it is given', () => {
  const options = '{ mss: 0, window-scale: 255, sack-permitted: true, timestamps: [4294967295, 1], sack: [[5, 6]] }';
  expect(forged(`flags: [URG, ECE, CWR], seq: 7, urgent: 3, options: ${options}`)).toMatchObject({
    flags: ['URG', 'ECE', 'CWR'],
    seq: 7,
    ack: 0,
    urgent: 3,
    options: { mss: 0, windowScale: 255, sackPermitted: true, timestamps: [4294967295, 1], sack: [[5, 6]] },
  });
  expect(forged('flags: [], seq: 7')).toMatchObject({ flags: [], urgent: 0, options: {} });
});

test('edges of SACK blocks are read from the connection at that moment, modulo 2^32', () => {
  const { options } = forged('flags: [ACK], seq: 0, options: { sack: [[server rcv.nxt + 10, client iss - 101]] }');
  expect(options.sack).toEqual([[111, 4294967295]]);
});

test('a timestamp may be what a host took last', () => {
  const pair = '[server ts.recent - 5, client ts.recent + 1]';
  const entry = `flags: [ACK], seq: 0, options: { timestamps: ${pair} }`;
  // Without timestamps on the connection there is none: 0.
  expect(forged(entry).options.timestamps).toEqual([4294967291, 1]);
  const read = forged(entry, 'conventions: { timestamps: true }');

  const [value = 0, echo = 0] = read.options.timestamps ?? [];
  const again = forged(
    'flags: [ACK], seq: 0, options: { timestamps: [server ts.recent, client ts.recent] }',
    'conventions: { timestamps: true }',
  );
  expect([(value + 5) >>> 0, (echo - 1) >>> 0]).toEqual(again.options.timestamps);
  expect(value).not.toBe(4294967291);
});
