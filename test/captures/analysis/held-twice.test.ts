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

/** The same segments without what IPv6 has not. */
const overIpv6 = (segments: readonly CapturedSegment[]) =>
  segments.map((segment): CapturedSegment => ({ ...segment, identification: null }));

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

test.each(['close_by_client', 'delayed_ack', 'nagle_off', 'fast_retransmit_sack'])(
  '%s without identifications, every segment captured twice: as many duplicate ACKs as captured once',
  (name) => {
    const table = new ConversationTable();
    const once = overIpv6(recorded(name)).flatMap((segment) => table.add(segment).analysis.findings);
    const twice = heldTwice(overIpv6(recorded(name)), 0.01).flatMap(({ kinds }) => kinds);
    const duplicates = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'duplicate-ack').length;
    expect(duplicates(twice)).toBe(duplicates(once.map(({ kind }) => kind)));
  },
);
