import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileContent } from '../../src/curriculum/compile.ts';
import { readScenario } from '../../src/simulator/scenario-file.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { HostName, TracedSegment } from '../../src/trace/trace.ts';

const { modules } = compileContent(fileURLToPath(new URL('../../content', import.meta.url)));

/** A segment as a row of a lesson's ladder shows it; null where the row says nothing. */
interface Row {
  readonly from: HostName;
  readonly what: string;
  readonly seq: number | null;
  readonly ack: number | null;
}

const ROW = /(SYN,ACK|SYN|FIN,ACK|ACK|RST|\d+ bytes)\s+(?:seq (\d+))?\s*(?:ack (\d+))?/;

/** The n-th fenced block of a lesson that holds segments, as rows. */
function ladder(module: string, language: 'ko' | 'en', n: number): Row[] {
  const lesson = modules.find(({ id }) => id === module)?.lesson[language] ?? [];
  const ladders = lesson.flatMap((block) =>
    block.kind === 'verbatim' && ROW.test(block.lines.join('\n')) ? [block] : [],
  );
  return (ladders[n]?.lines ?? []).flatMap((line): Row[] => {
    const found = ROW.exec(line);
    if (found === null || (found[2] === undefined && found[3] === undefined)) return [];
    const [, what = '', seq, ack] = found;
    const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
    return [{ from: line.includes('▶') ? 'client' : 'server', what, seq: number(seq), ack: number(ack) }];
  });
}

/** What the simulator does, in the same form, with only those numbers that the lesson's rows show. */
function played(segments: readonly TracedSegment[], rows: readonly Row[]): Row[] {
  return segments.slice(0, rows.length).map(({ from, flags, len, seq, ack }, i) => ({
    from,
    what: len > 0 ? `${len} bytes` : flags.join(','),
    seq: rows[i]?.seq === null ? null : seq,
    ack: rows[i]?.ack === null ? null : ack,
  }));
}

function play(yaml: string): readonly TracedSegment[] {
  const read = readScenario(`title: T\nclient: { isn: [100], delayed-ack: false }\n${yaml}`, 'lesson.yaml');
  if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return simulate(read.scenario, 'lesson').segments;
}

const OPEN = '  - { host: client, do: connect }\n';
const ASK = `${OPEN}  - { host: client, do: send, bytes: 50, when: client is ESTABLISHED, after: 10 }\n`;
const ANSWER = `${ASK}  - { host: server, do: send, bytes: 300, when: server received 50 }\n`;

/** The lesson's ladder, and the segments of a run that does what the lesson tells. */
const LADDERS: readonly [lesson: string, module: string, n: number, segments: () => readonly TracedSegment[]][] = [
  ['a whole conversation', 'tcp', 0, () => play(`server: { isn: 200 }\nactions:\n${ANSWER}`)],
  ['a request and its answer', 'numbers', 0, () => play(`server: { isn: 200 }\nactions:\n${ANSWER}`).slice(3)],
  [
    'one is missing',
    'numbers',
    1,
    () =>
      play(`server: { isn: 200, mss: 100 }
actions:
${OPEN}  - { host: server, do: send, bytes: 100, when: server is ESTABLISHED, after: 10 }
  - { host: server, do: send, bytes: 200, when: server was acked 100, after: 10 }
faults:
  - { from: server, segment: data, nth: 2, effect: drop }
`).slice(3),
  ],
  ['three segments', 'handshake', 0, () => play(`server: { isn: 200 }\nactions:\n${OPEN}`)],
  [
    'an old duplicate SYN',
    'handshake',
    1,
    () =>
      play(`server: { isn: 200 }
actions:
  - { host: client, do: connect, at: 10 }
forge:
  - { from: client, at: 11, flags: [SYN], seq: 90 }
faults:
  - { from: client, segment: syn, effect: { delay: 500 } }
`).slice(1),
  ],
  [
    'a half-open connection',
    'states',
    0,
    () =>
      play(`server: { isn: 200 }
actions:
${ANSWER}  - { host: client, do: crash, when: server was acked 300, after: 50 }
  - { host: server, do: send, bytes: 10, when: server was acked 300, after: 100 }
`).slice(6),
  ],
];

describe('the ladders of the lessons show what the simulator does', () => {
  it.each(LADDERS)('%s', (_, module, n, segments) => {
    const rows = ladder(module, 'en', n);
    expect(rows.length).toBeGreaterThan(1);
    expect(played(segments(), rows)).toEqual(rows);
    expect(ladder(module, 'ko', n)).toEqual(rows);
  });
});
