import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import { CaptureReader } from '../../../src/captures/file/capture-reader.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';

/** The segments of a recorded conversation. */
function recorded(name: string): CapturedSegment[] {
  const segments: CapturedSegment[] = [];
  const reader = new CaptureReader((segment) => segments.push(segment));
  reader.push(readFileSync(new URL(`../oracles/${name}.pcap`, import.meta.url)));
  expect(reader.end()).toBeNull();
  return segments;
}

/** As a capture on all interfaces of a bridge or a router holds them: each once when it comes in, once when it goes out. */
function heldTwice(segments: readonly CapturedSegment[], apartMs: number) {
  const twice = segments
    .flatMap((segment) => [
      { segment, isCopy: false },
      { segment: { ...segment, ms: segment.ms + apartMs }, isCopy: true },
    ])
    .sort((a, b) => a.segment.ms - b.segment.ms);
  const table = new ConversationTable();
  return twice.map(({ segment, isCopy }, i) => {
    const kinds = table.add({ ...segment, frame: i + 1 }).analysis.findings.map(({ kind }) => kind);
    return { segment, isCopy, kinds };
  });
}

test.each([
  ['close_by_client', 0.01],
  ['delayed_ack', 0.01],
  ['ipv6', 0.01],
  ['nagle_off', 0.01],
])('%s, every segment captured twice: nothing was sent again', (name, apartMs) => {
  const found = heldTwice(recorded(name), apartMs);
  for (const { segment, isCopy, kinds } of found) {
    expect(kinds).not.toContain('retransmission');
    expect(kinds).not.toContain('duplicate-ack');
    if (isCopy && (segment.len > 0 || (segment.flags & 3) !== 0)) expect(kinds).toContain('network-copy');
  }
});
