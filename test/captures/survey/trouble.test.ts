import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../src/captures/analysis/segment-analysis.ts';
import { isRemarkable, remarkedFindings, troubleScore, troublesOf } from '../../../src/captures/survey/trouble.ts';

const side = (findings: Partial<Record<FindingKind, number>>) => ({
  segments: 10,
  bytes: 0,
  findings,
  state: null,
  mss: null,
  windowScale: null,
});
const summary = (
  client: Partial<Record<FindingKind, number>>,
  server: Partial<Record<FindingKind, number>> = {},
  course: { begins?: 'handshake' | 'unanswered'; ends?: 'closed' | 'reset' | 'open' } = {},
) => ({
  sides: { client: side(client), server: side(server) },
  begins: course.begins ?? 'handshake',
  ends: course.ends ?? 'closed',
});

describe('what went wrong in a conversation', () => {
  test('counts both ends together, the worst kind first, and leaves out what is no trouble', () => {
    const one = summary({ 'duplicate-ack': 40, 'window-update': 9, retransmission: 1 }, { retransmission: 2 });
    expect(troublesOf(one)).toEqual([
      { kind: 'retransmission', count: 3 },
      { kind: 'duplicate-ack', count: 40 },
    ]);
  });

  test('nothing where all went well, however the capture was taken', () => {
    const well = summary({ 'offloaded-checksum': 100, 'above-mss': 50, cut: 3 });
    expect(troublesOf(well)).toEqual([]);
    expect(troubleScore(well)).toBe(0);
  });

  test('sorts: more is worse, and so is no answer or a RST', () => {
    const scores = [
      summary({}),
      summary({ 'keep-alive': 1 }),
      summary({ retransmission: 1 }),
      summary({}, {}, { ends: 'reset' }),
      summary({}, {}, { begins: 'unanswered', ends: 'open' }),
      summary({ retransmission: 4 }),
    ].map(troubleScore);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('what is said beside a segment', () => {
  const gap = { kind: 'gap-before', bytes: 10 } as const;

  test('leaves out what nearly every segment of a host with offload has', () => {
    const found = [{ kind: 'offloaded-checksum' }, gap, { kind: 'above-mss', mss: 1460 }, { kind: 'cut' }] as const;
    expect(remarkedFindings(found)).toEqual([gap]);
    expect(remarkedFindings([gap])).toEqual([gap]);
    const answer = { kind: 'zero-window-probe-ack' } as const;
    expect(remarkedFindings([{ kind: 'zero-window' }, answer])).toEqual([answer]);
  });

  test('only what is trouble is stopped at', () => {
    expect(isRemarkable([gap])).toBe(true);
    expect(isRemarkable([{ kind: 'window-update' }, { kind: 'offloaded-checksum' }])).toBe(false);
    expect(isRemarkable([])).toBe(false);
  });
});
