import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { plainLadder } from '../../src/trace/plain.ts';

function ladder(text: string, numbers: 'absolute' | 'relative' = 'absolute', width = 100): string {
  const read = readScenario(`title: T\n${text}`, 'test.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return plainLadder(simulate(read.scenario, 'seed'), { width, language: 'en', numbers, ascii: false });
}

const OPEN = `client: { isn: 100 }
server: { isn: 300 }
actions:
  - { host: client, do: connect }
`;

test('says SACK blocks, the urgent pointer and the flags of ECN', () => {
  const forge = (more: string) =>
    `${OPEN}forge:\n  - { from: server, at: 200, seq: server snd.nxt, ack: server rcv.nxt, ${more} }\n`;
  const sack = 'flags: [ACK], options: { sack: [[client snd.nxt + 10, client snd.nxt + 20], [5, 6]] }';
  expect(ladder(forge(sack))).toContain('seq 301 ack 101 SACK 111-121 SACK 5-6 forged');
  // Relative to the stream that is acknowledged, as the ACK is: 5 lies 2^32 - 95 behind the ISN of 100.
  expect(ladder(forge(sack), 'relative')).toMatch(/seq 1 +ack 1 +SACK 11-21 (.|\n)* SACK 4294967201-4294967202 forged/);
  expect(ladder(forge('flags: [ACK, URG], urgent: 3, len: 5'))).toContain('URG,ACK seq 301 ack 101 len 5 urg 3 forged');
  expect(ladder(forge('flags: [ACK, ECE, CWR]'))).toContain('ACK,ECE,CWR seq 301');
});

test('says when a window is shut and when it opens again', () => {
  const text = ladder(`client: { isn: 100 }
server: { isn: 300, window: 1000, reads: false }
actions:
  - { host: client, do: connect }
  - { host: client, do: send, bytes: 1000, when: client is ESTABLISHED }
  - { host: server, do: read, bytes: 1000, when: client was acked 1000, after: 50 }
`);
  expect(text).toMatch(/ACK +seq 301 +ack 1101 win 0 /);
  expect(text).toMatch(/ACK +seq 301 +ack 1101 win 1000 /);
  expect(text.match(/win /g)).toHaveLength(2);
});

test('says what a SYN offers beyond its MSS', () => {
  const text = ladder(`conventions: { sack: true, timestamps: true }
client: { isn: 100, conventions: { window-scaling: true } }
server: { isn: 300 }
actions: [{ host: client, do: connect }]
`);
  expect(text).toContain('SYN     seq 100 scale 0 sackOK TS ─');
  // The other end does not scale, and offers no option that it was not offered (RFC 7323 §2.5 and §3.2, RFC 2018 §2).
  expect(text).toContain('SYN,ACK seq 300 ack 101 sackOK TS ─');
  expect(text).toMatch(/ACK +seq 101 ack 301 ─/);
});

test('many blocks stand above the arrow, and no line is too wide', () => {
  const blocks = '[[1000000001, 1000000011], [2000000001, 2000000011], [3000000001, 3000000011]]';
  const flags = '[SYN, FIN, RST, PSH, URG, ACK, ECE, CWR]';
  const forge = `${OPEN}forge: [{ from: server, at: 200, flags: ${flags}, seq: random, options: { sack: ${blocks} } }]\n`;
  for (const width of [38, 60, 80]) {
    const lines = ladder(forge, 'absolute', width).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines.join(' ')).toMatch(/SACK 3000000001-( .* )?3000000011/);
  }
});

test('calls a first SACK block that lies below the ACK, or within the next one, a D-SACK', () => {
  const blocks = (sack: string) =>
    ladder(
      `${OPEN}forge: [{ from: server, at: 200, flags: [ACK], seq: 1, ack: 1000, options: { sack: ${sack} } }]\n`,
      'absolute',
      120,
    );
  expect(blocks('[[900, 1000], [2000, 3000]]')).toContain(' D-SACK 900-1000 SACK 2000-3000 ');
  expect(blocks('[[2000, 2100], [2000, 3000]]')).toContain(' D-SACK 2000-2100 SACK 2000-3000 ');
  expect(blocks('[[2000, 3000], [4000, 5000]]')).toContain(' ack 1000 SACK 2000-3000 SACK 4000-5000 ');
});

test('says how much too old a timestamp is', () => {
  const text = ladder(
    `conventions: { timestamps: true }\n${OPEN}forge:
  - from: client
    at: 200
    flags: [ACK]
    seq: server rcv.nxt
    options: { timestamps: [server ts.recent - 70, 0] }
`,
  );
  // The client's newest timestamp is that of its ACK at 40 ms, which the server took last.
  expect(text).toContain('TS -70 forged');
});

test('a timer that sends a probe of a shut window again is said to probe', () => {
  const text = ladder(`client: { isn: 100 }
server: { isn: 300, window: 1000, reads: false }
actions:
  - { host: client, do: connect }
  - { host: client, do: send, bytes: 1500, when: client is ESTABLISHED }
limit: 9000
`);
  // Shut at 80 ms: probes at 1080, 2080, 4080 and 8080.
  expect(text.match(/window probe due/g)).toHaveLength(4);
  expect(text).not.toContain('RTO expires');
  // A SYN whose answer is lost is retransmitted: no window is known yet.
  const lost = 'faults: [{ from: server, segment: syn-ack, effect: drop }]';
  expect(ladder(`${OPEN}${lost}\n`)).toContain('RTO expires');
});

test('names the mark of a congested router', () => {
  const text = ladder(`conventions: { ecn: true }
${OPEN}  - { host: client, do: send, bytes: 500, when: client is ESTABLISHED }
faults: [{ from: client, segment: data, effect: mark }]
`);
  expect(text).toContain('len 500 CE ─');
  expect(text.match(/ CE /g)).toHaveLength(1);
});
