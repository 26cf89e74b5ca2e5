import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProfileName } from '../../../src/tcp/conventions.ts';
import { type Against, judge } from './judge.ts';
import { report } from './run.ts';
import { readVectors, type Vector } from './vector.ts';

// Both files were recorded from Linux 6.18, one segment a vector: where the kernel and RFC 9293 §3.10.7 agree, and where
// they differ or the RFC leaves a choice. The second also tells what the text says.
const text = (name: string) => readFileSync(new URL(`./state-segment-${name}.json`, import.meta.url), 'utf8');

function vectorsOf(name: string): readonly Vector[] {
  const read = readVectors(text(name));
  if ('problem' in read) throw new Error(read.problem);
  return read.vectors;
}

const differences = vectorsOf('differences');

/** How many vectors of each class are answered so, and the cases that are not. */
function byClass(profile: ProfileName, against: Against): Record<string, string> {
  const counts: Record<string, { same: number; of: number }> = {};
  for (const vector of differences) {
    const name = vector.class?.split(' ')[0] ?? 'choice';
    counts[name] ??= { same: 0, of: 0 };
    counts[name].of += 1;
    const judged = judge(vector, profile, against);
    if (judged.kind === 'played' && judged.same) counts[name].same += 1;
  }
  return Object.fromEntries(Object.entries(counts).map(([name, { same, of }]) => [name, `${same} of ${of}`]));
}

describe('one segment in each state, kernel and RFC agreeing', () => {
  test('rfc: all 1086 replies and states', () => {
    expect(report(text('vectors'), 'vectors', 'rfc', 'text').lines).toEqual([
      "1086 of 1086 pass (profile rfc, held against the RFC's text)",
    ]);
  });

  test('linux: all but one, where the kernel takes an old ACK on its fast path and challenges it elsewhere', () => {
    const failing = vectorsOf('vectors').filter((vector) => {
      const judged = judge(vector, 'linux', 'kernel');
      return judged.kind !== 'played' || !judged.same;
    });
    expect(failing.map(({ state, segment }) => `${state} <- ${segment.case}`)).toEqual([
      'ESTABLISHED(100 B unacked) <- PSH,ACK+10 seq0 ack:una-1',
    ]);
  });
});

describe('one segment in each state, kernel and RFC differing', () => {
  test('rfc follows the text in every class; the choice of TIME-WAIT (MAY-2) is the listening host’s', () => {
    expect(byClass('rfc', 'text')).toEqual({
      L0: '2 of 2',
      L1: '64 of 64',
      L2: '36 of 36',
      L3: '98 of 98',
      L4: '18 of 18',
      L5: '47 of 47',
      L6: '5 of 5',
      L7: '91 of 91',
      L8: '8 of 8',
      // The SYN,ACK that crosses ours in a simultaneous open: step 1 read alone refuses it, Figure 7 line 6 takes it.
      L9: '21 of 22',
      L10: '25 of 25',
      L99: '5 of 5',
      choice: '0 of 8',
    });
  });

  test('linux follows the kernel where a person at a real machine sees the difference, else the text', () => {
    expect(byClass('linux', 'kernel')).toMatchObject({
      L0: '2 of 2', // synFin
      L2: '36 of 36', // oldestAck
      L4: '18 of 18', // resetAtFin
      L8: '2 of 8', // repeatedSyn; the six others are SYNs inside the window, which no lost SYN,ACK brings about
    });
    const text = byClass('linux', 'text');
    for (const name of ['L1', 'L3', 'L5', 'L6', 'L7', 'L10', 'L99']) {
      expect(text[name], name).toBe(byClass('rfc', 'text')[name]);
    }
  });
});

describe('npm run vectors', () => {
  const played = (change: (vector: Record<string, unknown>) => void) => {
    const file = JSON.parse(text('vectors')) as { vectors: Record<string, unknown>[] };
    file.vectors.splice(3);
    change(file.vectors[2]!);
    return report(JSON.stringify(file), 'some.json', 'rfc', 'text');
  };

  test('tells what was expected and what came', () => {
    expect(played((vector) => Object.assign(vector, { kernel_state_after: 'LISTEN' }))).toEqual({
      lines: [
        'vectors[2] CLOSED <- SYN,ACK seq 500 ack 700 len 0',
        '  expected: RST seq 700 len 0, LISTEN',
        '  got:      RST seq 700 len 0, CLOSED',
        "2 of 3 pass (profile rfc, held against the RFC's text)",
      ],
      exitCode: 1,
    });
  });

  test('says where a file is malformed', () => {
    const problem = (change: (vector: Record<string, unknown>) => void) => {
      const { lines, exitCode } = played(change);
      expect(exitCode).toBe(2);
      return lines.join('\n');
    };
    expect(problem((vector) => delete vector.response)).toBe('some.json: vectors[2].response is missing');
    expect(problem((vector) => Object.assign(vector.segment as object, { seq: 'x' }))).toBe(
      'some.json: vectors[2].segment.seq: expected number, got "x"',
    );
    expect(problem((vector) => Object.assign(vector, { state: 'OPEN' }))).toMatch(/^some\.json: vectors\[2\]: .*state/);
    expect(problem((vector) => Object.assign(vector, { state: 'LAST-ACK' }))).toMatch(
      /^some\.json: vectors\[2\]: SND\.UNA/,
    );
    expect(report('{', 'some.json', 'rfc', 'text').exitCode).toBe(2);
    expect(report('{"vectors": []}', 'some.json', 'rfc', 'text').exitCode).toBe(2);
  });
});
