import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { ladderRows } from '../../src/trace/ladder.ts';
import { ladderHeader, ladderLines, ladderSentence } from '../../src/trace/ladder-line.ts';
import type { LadderStyle } from '../../src/trace/ladder-style.ts';
import { ladderStyle, plainLadder, plainLine } from '../../src/trace/plain.ts';
import { relativeBases, shownNumbers } from '../../src/trace/relative.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { PLAYS, played, stormy } from './plays.ts';

const NAMES = Object.keys(PLAYS) as (keyof typeof PLAYS)[];

function allLines(trace: Trace, style: LadderStyle, progress = 1): string[] {
  const rows = ladderRows(trace, { marks: true });
  return rows
    .flatMap((row) => ladderLines(row, style, progress))
    .map((spans) => spans.map(({ text }) => text).join(''));
}

describe('width', () => {
  const traces = [...NAMES.map((name) => played(name)), ...[1, 2, 3, 4, 5, 6].map((seed) => stormy(String(seed)))];

  test.each([38, 40, 44, 50, 60, 75, 76, 80, 91, 92, 100, 120, 160])('every line is exactly %i columns', (width) => {
    for (const trace of traces) {
      for (const language of ['ko', 'en'] as const) {
        for (const numbers of ['absolute', 'relative'] as const) {
          const style = ladderStyle(trace, { width, language, numbers, ascii: false });
          for (const text of allLines(trace, style)) expect(stringWidth(text)).toBe(width);
          expect(stringWidth(plainLine(ladderHeader(trace, style)))).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  test('an arrow under way is as wide as one that has arrived', () => {
    for (const trace of traces) {
      const style = ladderStyle(trace, { width: 80, language: 'ko', numbers: 'absolute', ascii: false });
      for (const progress of [0, 0.1, 0.5, 0.99]) {
        for (const text of allLines(trace, style, progress)) expect(stringWidth(text)).toBe(80);
      }
    }
  });

  test('a segment that only leaves never meets the other lifeline, however little room its label leaves', () => {
    let little = 0;
    for (const trace of traces) {
      const rows = ladderRows(trace, { marks: true });
      for (let width = 38; width <= 100; width++) {
        const style = ladderStyle(trace, { width, language: 'en', numbers: 'absolute', ascii: false });
        for (const row of rows) {
          if (row.kind !== 'segment' || row.crossing !== 'leaves') continue;
          const text = ladderLines(row, style).map(plainLine).join('\n');
          if (row.segment.from === 'client') expect(text).not.toMatch(/[─╌]│/);
          if (!/╌{3}/.test(text)) little++;
        }
      }
    }
    expect(little).toBeGreaterThan(0);
  });

  test('blanks of every part, full or empty, keep the width', () => {
    const trace = played('whole');
    const parts = ['seq', 'ack', 'len', 'flags'] as const;
    for (const typed of ['', '42', '4294967295', '0xffff_ffff_ffff', null]) {
      for (const width of [40, 60, 80, 120]) {
        const blanks = trace.segments.flatMap(({ n }) => parts.map((part) => ({ segment: n, part, typed })));
        const style = { ...ladderStyle(trace, { width, language: 'en', numbers: 'absolute', ascii: false }), blanks };
        for (const text of allLines(trace, style)) expect(stringWidth(text)).toBe(width);
      }
    }
  });
});

test('in ASCII there is nothing but ASCII', () => {
  for (const name of NAMES) {
    const text = plainLadder(played(name), { width: 80, language: 'en', numbers: 'absolute', ascii: true });
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  }
});

test('what is lost, repeated, copied and forged is said in words, in both languages', () => {
  const say = (name: keyof typeof PLAYS, language: 'ko' | 'en') =>
    plainLadder(played(name), { width: 100, language, numbers: 'absolute', ascii: false });
  expect(say('lost', 'en')).toMatch(/len 500 lost ─+✗/);
  expect(say('lost', 'en')).toMatch(/✗─ .* lost ─+│/);
  expect(say('lost', 'en')).toContain('len 500 again');
  expect(say('lost', 'ko')).toContain('len 500 재전송');
  expect(say('lost', 'ko')).toContain('RTO 만료');
  expect(say('twice', 'ko')).toContain('중복');
  expect(say('forged', 'en')).toContain('forged');
  expect(say('whole', 'en')).toContain('… 240 s later');
  expect(say('whole', 'ko')).toContain('… 240초 뒤');
});

describe('blanks and answers', () => {
  const trace = played('whole');
  const plain = ladderStyle(trace, { width: 80, language: 'en', numbers: 'absolute', ascii: false });
  const lineOf = (style: LadderStyle, n: number) =>
    ladderRows(trace, { marks: false })
      .filter((row) => row.kind === 'segment' && row.segment.n === n)
      .flatMap((row) => ladderLines(row, style));

  test('an asked part is a blank with what is typed in it; the value is gone', () => {
    const style = { ...plain, blanks: [{ segment: 2, part: 'ack' as const, typed: '429' }] };
    const text = lineOf(style, 2).map(plainLine).join('\n');
    expect(text).toContain('ack [429     ]');
    expect(text).not.toContain('4294966001');
  });

  test('flags too long for their blank are given by their first letters, none is cut off', () => {
    const style = { ...plain, blanks: [{ segment: 2, part: 'flags' as const, typed: 'SYN,ACK,FIN' }] };
    expect(lineOf(style, 2).map(plainLine).join('\n')).toContain('[S,A,F');
  });

  test('read aloud, blanks and hidden parts are words in both languages', () => {
    const blanks = [
      { segment: 2, part: 'ack' as const, typed: '' },
      { segment: 2, part: 'seq' as const, typed: null },
    ];
    const [row] = ladderRows(trace, { marks: false }).filter((one) => one.kind === 'segment' && one.segment.n === 2);
    const aloud = (language: 'ko' | 'en', typed: string) =>
      plainLine(
        ladderSentence(row!, {
          ...plain,
          language,
          blanks: blanks.map((one) => (one.typed === null ? one : { ...one, typed })),
        }),
      );
    expect(aloud('en', '')).toMatch(/seq hidden ack blank(?!\s*\d)/);
    expect(aloud('en', '42')).toContain('ack blank 42');
    expect(aloud('ko', '')).toMatch(/seq 가려짐 ack 빈칸/);
  });

  test('read aloud, a row says whose call it is, and which end of a segment it shows', () => {
    const crossing = played('finOvertakes');
    const style = { ...plain, bases: crossing.segments.map(() => ({ seq: 0, ack: 0 })) };
    const aloud = (language: 'ko' | 'en') =>
      ladderRows(crossing, { marks: true }).map((row) => plainLine(ladderSentence(row, { ...style, language })));
    const told = aloud('en');
    expect(told.some((text) => /^client: connect\(\)/.test(text))).toBe(true);
    const ends = told.filter((text) => / #\d+; /.test(text));
    expect(ends.some((text) => text.includes('; sent, arrives later'))).toBe(true);
    expect(ends.some((text) => text.includes('; arrives'))).toBe(true);
    expect(new Set(ends).size).toBe(ends.length);
    expect(aloud('ko').some((text) => / #\d+; 도착/.test(text))).toBe(true);
  });

  test('a part that is only hidden is no place to write', () => {
    const style = { ...plain, blanks: [{ segment: 2, part: 'ack' as const, typed: null }] };
    const text = lineOf(style, 2).map(plainLine).join('\n');
    expect(text).toContain('ack …');
    expect(text).not.toContain('[');
  });

  test('an answer has a role of its own', () => {
    const style = { ...plain, answers: [{ segment: 2, part: 'ack' as const }], focus: [2] };
    const spans = lineOf(style, 2).flat();
    expect(spans.find(({ role }) => role === 'answer')?.text).toBe('4294966001');
    expect(spans.some(({ role }) => role === 'line-focus')).toBe(true);
  });

  test('states of a host can be hidden', () => {
    const text = allLines(trace, { ...plain, hiddenStates: ['server'] }).join('\n');
    expect(text).not.toContain('SYN-RECEIVED');
    expect(text).toContain('SYN-SENT');
  });
});

describe('relative numbers', () => {
  test('each connection counts from its own ISNs, also for a copy from the one before', () => {
    const trace = played('twice');
    const bases = relativeBases(trace);
    const shown = (pick: (segment: Trace['segments'][number]) => boolean) => {
      const segment = trace.segments.find(pick);
      if (segment === undefined) throw new Error('no such segment');
      return shownNumbers(segment, bases[segment.n - 1], 'relative');
    };
    expect(shown((s) => s.connection === 1 && s.len === 500)).toEqual({ seq: 1, ack: 1 });
    expect(shown((s) => s.from === 'client' && s.connection === 2 && s.flags.includes('SYN')).seq).toBe(0);
    expect(shown((s) => s.from === 'client' && s.connection === 2 && s.len === 100)).toEqual({ seq: 1, ack: 1 });
    expect(shown((s) => s.origin === 'copy').seq).toBe(1);
  });

  test('wraps at 2^32 as the header does', () => {
    const trace = played('whole');
    const last = trace.segments.findLast((segment) => segment.from === 'client');
    if (last === undefined) throw new Error('no segment');
    expect(shownNumbers(last, relativeBases(trace)[last.n - 1], 'relative')).toEqual({ seq: 1202, ack: 3002 });
  });
});
