import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import { CaptureReader } from '../../../src/captures/file/capture-reader.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import { ACK, FIN, RST, SYN } from '../../../src/tcp/segment.ts';

const segments: CapturedSegment[] = [];
new CaptureReader((segment) => segments.push(segment)).push(
  readFileSync(new URL('../oracles/close_by_client.pcap', import.meta.url)),
);
const [syn, synAck, ack, ...rest] = segments as [
  CapturedSegment,
  CapturedSegment,
  CapturedSegment,
  ...CapturedSegment[],
];

function analysed(order: readonly CapturedSegment[]) {
  const table = new ConversationTable();
  const found = order.map((segment, i) => table.add({ ...segment, frame: i + 1 }));
  return { found, summaries: table.summaries() };
}

test.each([
  ['SYN,ACK before SYN', [synAck, syn, ack, ...rest]],
  ['ACK, SYN,ACK, SYN', [ack, synAck, syn, ...rest]],
  [
    'a capture that began after the first SYN, of which the SYN goes again',
    [synAck, { ...syn, ms: 1000 }, ack, ...rest],
  ],
])('%s: one conversation', (_, order) => {
  const { found, summaries } = analysed(order);
  expect(summaries).toHaveLength(1);
  expect(summaries[0]!.ends).toBe('closed');
  expect(found.flatMap(({ analysis }) => analysis.findings.map(({ kind }) => kind))).not.toContain('reused-ports');
});

test('a SYN with another number is another conversation', () => {
  const { summaries } = analysed([synAck, { ...syn, seq: (syn.seq + 7) >>> 0 }, ...rest]);
  expect(summaries.length).toBeGreaterThan(1);
});

test('a SYN of the end that refused one begins another conversation', () => {
  const refusal: CapturedSegment = { ...synAck, seq: 0, flags: RST | ACK, options: {} };
  const back: CapturedSegment = { ...synAck, flags: SYN, ack: 0 };
  const { found } = analysed([syn, refusal, back]);
  expect(found.map(({ conversation, from }) => [conversation, from])).toEqual([
    [1, 'client'],
    [1, 'server'],
    [2, 'client'],
  ]);
});

test('an ACK that is overtaken by the FIN behind it is no keep-alive', () => {
  const fin = segments.findIndex(({ flags }) => (flags & FIN) !== 0);
  const closing = segments[fin]!;
  const before: CapturedSegment = {
    ...closing,
    flags: ACK,
    len: 0,
    identification: (closing.identification! + 1000) & 0xffff,
  };
  const at = (segment: CapturedSegment, ms: number) => ({ ...segment, ms: closing.ms + ms });
  const acked = segments.find(
    ({ flow, ack: number }, i) => i > fin && flow !== closing.flow && number === (closing.seq + closing.len + 1) >>> 0,
  )!;
  const kinds = (late: number) =>
    analysed([
      ...segments.slice(0, fin + 1),
      at(acked, 1),
      at({ ...before, seq: (closing.seq + closing.len) >>> 0 }, late),
    ])
      .found.at(-1)!
      .analysis.findings.map(({ kind }) => kind);
  expect(kinds(2)).toEqual([]);
  expect(kinds(5000)).toEqual(['keep-alive']);
});

test.each([
  ['client', syn],
  ['server', synAck],
] as const)('a made-up SYN that poses as the %s takes nothing from the conversation (RFC 5961 §4)', (poses, own) => {
  const stray: CapturedSegment = { ...own, seq: (own.seq + 500) >>> 0, ack: 0, flags: SYN, len: 0 };
  const data = rest.findIndex(({ len }) => len > 0) + 1;
  const order = [syn, synAck, ack, ...rest.slice(0, data), stray, ...rest.slice(data)];
  const { found, summaries } = analysed(order);
  expect(summaries.map(({ ends }) => ends)).toEqual(['closed', 'open']);
  const plain = analysed([syn, synAck, ack, ...rest]).found;
  found.splice(3 + data, 1);
  expect(found.map(({ conversation, from }) => [conversation, from])).toEqual(
    plain.map(({ conversation, from }) => [conversation, from]),
  );
  expect(poses === 'client' ? summaries[1]!.hosts.client : summaries[1]!.hosts.server).toEqual(
    summaries[0]!.hosts.client,
  );
});
