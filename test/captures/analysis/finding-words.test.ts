import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { findingLabel, findingSentence } from '../../../src/captures/analysis/finding-words.ts';
import type { Finding } from '../../../src/captures/analysis/segment-analysis.ts';

const CAUSES = ['fast', 'timeout', 'unknown'] as const;

const FINDINGS: readonly Finding[] = [
  ...CAUSES.flatMap((cause) =>
    [true, false].flatMap((spurious): Finding[] => [
      { kind: 'retransmission', of: 1234, cause, spurious, afterMs: 1020, waitedMs: 240.4 },
      { kind: 'retransmission', of: null, cause, spurious, afterMs: null, waitedMs: null },
    ]),
  ),
  { kind: 'network-copy', of: 12_345 },
  { kind: 'out-of-order', lateMs: 3.5 },
  { kind: 'gap-before', bytes: 1 },
  { kind: 'gap-before', bytes: 1_460_000 },
  { kind: 'acks-unseen', bytes: 1460 },
  { kind: 'duplicate-ack', nth: 1, of: 7 },
  { kind: 'duplicate-ack', nth: 3, of: 7 },
  { kind: 'duplicate-ack', nth: 1000, of: null },
  { kind: 'dsack', range: [4_294_967_295, 0] },
  { kind: 'zero-window' },
  { kind: 'window-update' },
  { kind: 'window-full' },
  { kind: 'zero-window-probe' },
  { kind: 'zero-window-probe-ack' },
  { kind: 'keep-alive' },
  { kind: 'keep-alive-ack' },
  { kind: 'reused-ports' },
  { kind: 'above-mss', mss: 65_535 },
  { kind: 'bad-checksum' },
  { kind: 'offloaded-checksum' },
  { kind: 'fragmented', fragments: 44 },
  { kind: 'cut', options: false },
  { kind: 'cut', options: true },
];

test.each(FINDINGS)('%o has a label of at most 24 columns', (finding) => {
  const { ko, en } = findingLabel(finding);
  for (const label of [ko, en]) {
    expect(stringWidth(label), label).toBeLessThanOrEqual(24);
    expect(label).not.toBe('');
  }
});

test.each(FINDINGS)('%o has a sentence in both languages', (finding) => {
  const { ko, en } = findingSentence(finding);
  expect(ko).toMatch(/[.)]$/);
  expect(ko).toMatch(/[가-힣]/);
  expect(en).toMatch(/^[A-Z0-9].*\.$/);
  expect(en).not.toMatch(/ {2}|undefined|NaN|null/);
  expect(ko).not.toMatch(/ {2}|undefined|NaN|null/);
  if (finding.kind !== 'cut') for (const text of [ko, en]) expect(text).toContain('RFC ');
});
