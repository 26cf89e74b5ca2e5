import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { ConversationSegments } from '../../../src/captures/survey/conversation-segments.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { oldTimestamps } from '../../../src/trace/old-timestamps.ts';
import { capturedSegmentLines } from '../../../src/ui/layout/captured-segment-lines.ts';
import { lineText } from '../../../src/ui/layout/line.ts';
import { oracleFile } from '../../captures/oracles.ts';
import { playedCapture } from '../../captures/survey/played-capture.ts';

/** What is said of the segments of the first conversation of a capture. */
function told(file: Uint8Array, numbers: 'absolute' | 'relative'): string[] {
  const wanted = new ConversationSegments({ conversation: 1, from: 1, count: 20_000 });
  const survey = new CaptureSurvey({ at: null, onSegment: (placed) => wanted.add(placed) });
  survey.push({ bytes: file, compressed: false, damage: null });
  survey.end();
  const [summary] = survey.conversations();
  if (summary === undefined) throw new Error('no conversation');
  const captured = capturedTrace(wanted.segments, summary, { file: 'a.pcap', numbers, epochMs: 0 });
  return captured.trace.segments.map(({ n }) =>
    capturedSegmentLines(captured, summary, n, {
      width: 400,
      language: 'en',
      arrow: '->',
      dot: '-',
      oldTimestamps: oldTimestamps(captured.trace),
    })
      .map(lineText)
      .join('\n'),
  );
}

test('a D-SACK is told in the numbers that the ladder has', () => {
  const file = playedCapture(['dsack-spurious']);
  for (const numbers of ['absolute', 'relative'] as const) {
    const reports = told(file, numbers).filter((text) => text.includes('as received twice'));
    expect(reports.length).toBeGreaterThan(0);
    for (const text of reports) {
      const [, range] = /reports (\d+-\d+) as received twice/.exec(text) ?? [];
      expect(text).toContain(`SACK ${range}`);
    }
  }
});

test('every segment is told of: sender, flags, frame, states, and why they are not known', () => {
  const [syn = '', synAck = ''] = told(playedCapture(['four-way-close']), 'absolute');
  expect(syn).toMatch(/^client -> server: SYN +frame 1 - 0\.000000 s\n/);
  expect(syn).toContain('States client SYN-SENT - server unknown (captured at the other end)');
  expect(syn).toContain('seq ');
  expect(syn).not.toContain('ack ');
  expect(synAck).toContain('Acknowledges frame 1: an RTT of ');
});

test('only trouble has the mark of trouble', () => {
  const taken = readFileSync(new URL('../../captures/oracles/loopback_offload.pcap', import.meta.url));
  const lines = told(taken, 'absolute').flatMap((text) => text.split('\n'));
  const offloaded = lines.filter((text) => text.includes('its checksum') || text.includes('Its checksum'));
  expect(offloaded.length).toBeGreaterThan(0);
  for (const text of offloaded) expect(text).toMatch(/^- /);
  const again = told(playedCapture(['dsack-spurious']), 'absolute').filter((text) =>
    text.includes('as received twice'),
  );
  for (const text of again) expect(text).toMatch(/\n! /);
});

test('a timestamp older than one before it is explained where the ladder shows how much', () => {
  const late = told(oracleFile('reordering_mild.server.pcap'), 'absolute').filter((text) => text.includes('TS -'));
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('TS -3: its timestamp (TSval) is 3 ticks older');
  expect(late[0]).toContain('(RFC 7323 §3)');
});
