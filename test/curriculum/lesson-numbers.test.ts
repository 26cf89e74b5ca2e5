import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileContent } from '../../src/curriculum/compile.ts';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../src/trace/trace.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const { modules, scenarios } = compileContent(content);

/** A segment as a row of a lesson's ladder shows it; null where the row says nothing. */
interface Row {
  readonly from: HostName;
  readonly what: string;
  readonly seq: number | null;
  readonly ack: number | null;
  /** The state at the sender once it has sent the segment, and at the receiver once it has arrived. */
  readonly sender: string | null;
  readonly receiver: string | null;
}

const ROW = /(SYN,ACK|SYN|FIN,ACK|ACK|RST|\d+ bytes)\s+(?:seq (\d+))?\s*(?:ack (\d+))?/;
const LEFT = /^([A-Z][A-Z0-9-]+) /;
const RIGHT = / ([A-Z][A-Z0-9-]+)$/;

/** The n-th fenced block of a lesson that holds segments, as rows. */
function ladder(module: string, language: 'ko' | 'en', n: number): Row[] {
  const lesson = modules.find(({ id }) => id === module)?.lesson[language] ?? [];
  const ladders = lesson.flatMap((block) =>
    block.kind === 'verbatim' && ROW.test(block.lines.join('\n')) ? [block] : [],
  );
  const rows: Row[] = [];
  for (const line of ladders[n]?.lines ?? []) {
    const client = LEFT.exec(line)?.[1] ?? null;
    const server = RIGHT.exec(line)?.[1] ?? null;
    const arrival = (from: HostName): string | null => (from === 'client' ? server : client);
    if (/◀┘.*└.*▶/.test(line)) {
      // Both segments above it, which cross, arrive here.
      for (const [at, row] of rows.slice(-2).entries())
        rows[rows.length - 2 + at] = { ...row, receiver: arrival(row.from) };
      continue;
    }
    const found = ROW.exec(line);
    if (found === null || (found[2] === undefined && found[3] === undefined)) continue;
    const [, what = '', seq, ack] = found;
    const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
    const from = line.includes('▶') || /── (?:[A-Z]|\d)/.test(line) ? 'client' : 'server';
    const row = { from, what, seq: number(seq), ack: number(ack) } as const;
    const earlier = rows.findIndex((old) => old.from === from && old.what === what && old.seq === row.seq);
    if (/\d \.\.\. /.test(line) && earlier >= 0) {
      // A segment that left further up, '...', arrives here.
      rows[earlier] = { ...rows[earlier]!, receiver: arrival(from) };
      continue;
    }
    const arrives = /[▶◀]/.test(line) && !line.includes('✗');
    rows.push({
      ...row,
      sender: /── |◀─ |┌─ |\.\.\. /.test(line) ? (from === 'client' ? client : server) : null,
      receiver: arrives ? arrival(from) : null,
    });
  }
  return rows;
}

/** The state of `host` right after it has sent, or received, the segment; CLOSED where it has no connection. */
function stateAt(trace: Trace, kind: 'send' | 'arrive', host: HostName, { n }: TracedSegment): string | null {
  const event = trace.events.find((e) => e.kind === kind && e.host === host && 'segment' in e && e.segment === n);
  if (event === undefined || event.kind === 'lost') return null;
  return event.after?.state ?? 'CLOSED';
}

/** What the simulator does, in the same form, with only what the lesson's rows show. */
function played(trace: Trace, segments: readonly TracedSegment[], rows: readonly Row[]): Row[] {
  return segments.slice(0, rows.length).map((segment, i) => {
    const { from, flags, len, seq, ack } = segment;
    const row = rows[i];
    return {
      from,
      what: len > 0 ? `${len} bytes` : flags.join(','),
      seq: row?.seq === null ? null : seq,
      ack: row?.ack === null ? null : ack,
      sender: row?.sender === null ? null : stateAt(trace, 'send', from, segment),
      receiver: row?.receiver === null ? null : stateAt(trace, 'arrive', peerOf(from), segment),
    };
  });
}

function run(yaml: string): Trace {
  const read = readScenario(`title: T\n${yaml}`, 'lesson.yaml');
  if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return simulate(read.scenario, 'lesson');
}

const HOSTS = 'client: { isn: [100], delayed-ack: false }\nserver: { isn: [200], delayed-ack: false }\nactions:\n';
const OPEN = '  - { host: client, do: connect }\n';
const ASK = `${OPEN}  - { host: client, do: send, bytes: 50, when: client is ESTABLISHED, after: 10 }\n`;
const ANSWER = `${ASK}  - { host: server, do: send, bytes: 300, when: server received 50 }\n`;
const CLOSE = `${ANSWER}  - { host: client, do: close, when: server was acked 300, after: 50 }\n`;
/** Up to FIN-WAIT-2 with 50 bytes one way and 300 the other; then the server's last 300 bytes and its FIN. */
const LAST_DATA = `${CLOSE}  - { host: server, do: send, bytes: 300, when: server is CLOSE-WAIT, after: 50 }
  - { host: server, do: close, when: server's 2nd data was sent, after: 5 }
`;
const first = (trace: Trace, fin: number): TracedSegment[] => trace.segments.slice(fin);

/** One 4-tuple used twice: 600 bytes, and a copy of the last 100 that arrives in the connection opened `later` ms after. */
const reused = (isn: string, later: number, data: number): Trace =>
  run(`client: { isn: ${isn}, delayed-ack: false }
server: { isn: ${isn}, delayed-ack: false }
actions:
${OPEN}  - { host: client, do: send, bytes: 500, when: client is ESTABLISHED, after: 10 }
  - { host: client, do: send, bytes: 100, when: client was acked 500, after: 10 }
  - { host: client, do: abort, when: client was acked 600, after: 10 }
  - { host: client, do: connect, when: client is CLOSED, after: ${later} }
${data > 0 ? `  - { host: client, do: send, bytes: ${data}, when: client is ESTABLISHED (2nd time), after: 10 }\n` : ''}faults:
  - { from: client, segment: data, nth: 2, effect: { duplicate-after: ${later + 1000} } }
limit: ${later + 2000}
`);

/** The second connection's SYN and data, the copy, and the answer to it; before them, if `old`, what was copied. */
function ofReuse(trace: Trace, old: boolean): TracedSegment[] {
  const copy = trace.segments.find(({ origin }) => origin === 'copy')!;
  const original = trace.segments[copy.repeats! - 1]!;
  const second = trace.segments.filter(
    ({ from, connection, flags, len, origin }) =>
      from === 'client' && origin === 'tcp' && connection === 2 && (flags.includes('SYN') || len > 0),
  );
  const answer = trace.segments.find(({ from, sentMs }) => from === 'server' && sentMs === copy.arrivedMs)!;
  return [...(old ? [original] : []), ...second, copy, answer];
}

const whole = (trace: Trace): readonly TracedSegment[] => trace.segments;

/** The lesson's ladder, a run that does what the lesson tells, and the segments of that run which the lesson shows. */
const LADDERS: readonly [
  lesson: string,
  module: string,
  n: number,
  run: () => Trace,
  shown: (trace: Trace) => readonly TracedSegment[],
][] = [
  ['a whole conversation', 'tcp', 0, () => run(HOSTS + ANSWER), whole],
  ['a request and its answer', 'numbers', 0, () => run(HOSTS + ANSWER), (t) => first(t, 3)],
  [
    'one is missing',
    'numbers',
    1,
    () =>
      run(`client: { isn: [100], delayed-ack: false }
server: { isn: 200, mss: 100 }
actions:
${OPEN}  - { host: server, do: send, bytes: 100, when: server is ESTABLISHED, after: 10 }
  - { host: server, do: send, bytes: 200, when: server was acked 100, after: 10 }
faults:
  - { from: server, segment: data, nth: 2, effect: drop }
`),
    (t) => first(t, 3),
  ],
  ['three segments', 'handshake', 0, () => run(HOSTS + OPEN), whole],
  [
    'an old duplicate SYN',
    'handshake',
    1,
    () =>
      run(`${HOSTS}  - { host: client, do: connect, at: 10 }
forge:
  - { from: client, at: 11, flags: [SYN], seq: 90 }
faults:
  - { from: client, segment: syn, effect: { delay: 500 } }
`),
    (t) => first(t, 1),
  ],
  [
    'a half-open connection',
    'states',
    0,
    () =>
      run(`${HOSTS}${ANSWER}  - { host: client, do: crash, when: server was acked 300, after: 50 }
  - { host: server, do: send, bytes: 10, when: server was acked 300, after: 100 }
`),
    (t) => first(t, 6),
  ],
  [
    'four segments',
    'close',
    0,
    () => run(`${HOSTS}${CLOSE}  - { host: server, do: close, when: server is CLOSE-WAIT, after: 50 }\n`),
    (t) => first(t, 6),
  ],
  [
    'three segments to close',
    'close',
    1,
    () => run(`${HOSTS}${CLOSE}  - { host: server, do: close, when: server is CLOSE-WAIT }\n`),
    (t) => first(t, 6),
  ],
  [
    'both close at once',
    'close',
    2,
    () =>
      run(`${HOSTS}${ANSWER}  - { host: client, do: close, when: server was acked 300, after: 50 }
  - { host: server, do: close, when: server was acked 300, after: 55 }
faults:
  - { from: client, segment: fin, effect: { delay: 10 } }
`),
    (t) => first(t, 6),
  ],
  [
    'data after the FIN',
    'three-and-four',
    0,
    () =>
      run(`${HOSTS}${ASK}  - { host: client, do: close, when: client was acked 50, after: 20 }
  - { host: server, do: send, bytes: 300, when: server is CLOSE-WAIT, after: 50 }
  - { host: server, do: close, when: server was acked 300, after: 20 }
`),
    (t) => first(t, 5),
  ],
  [
    'the FIN overtakes the data',
    'late-segment',
    0,
    () => run(`${HOSTS}${LAST_DATA}faults:\n  - { from: server, segment: data, nth: 2, effect: { delay: 200 } }\n`),
    (t) => first(t, 8),
  ],
  [
    'the last ACK is lost',
    'late-segment',
    1,
    () => run(`${HOSTS}${LAST_DATA}faults:\n  - { from: client, segment: ack, nth: 4, effect: drop }\n`),
    (t) =>
      first(
        t,
        t.segments.findIndex(({ fate }) => fate === 'lost'),
      ),
  ],
  ['an old duplicate, every ISN 0', 'isn', 0, () => reused('zero', 500, 500), (t) => ofReuse(t, true)],
  ['an old duplicate, ISNs of a clock', 'isn', 1, () => reused('[0, 2500000]', 10_000, 0), (t) => ofReuse(t, false)],
];

describe('the ladders of the lessons show what the simulator does', () => {
  it.each(LADDERS)('%s', (_, module, n, play, shown) => {
    const rows = ladder(module, 'en', n);
    expect(rows.length).toBeGreaterThan(1);
    const trace = play();
    expect(played(trace, shown(trace), rows)).toEqual(rows);
    expect(ladder(module, 'ko', n)).toEqual(rows);
  });

  it('leaves no ladder of a lesson out', () => {
    for (const { id } of modules) {
      const count = LADDERS.filter(([, module]) => module === id).length;
      expect([id, ladder(id, 'en', count)]).toEqual([id, []]);
    }
  });
});

describe('the lessons name their scenarios as the screens do', () => {
  it.each(modules.map((module) => [module.id, module] as const))('%s', (id, module) => {
    for (const language of ['ko', 'en'] as const) {
      const text = readFileSync(`${content}/${id}/${language}.md`, 'utf8');
      for (const name of module.scenarios) expect(text).toContain(`"${scenarios[name]?.title[language]}"`);
    }
  });
});
