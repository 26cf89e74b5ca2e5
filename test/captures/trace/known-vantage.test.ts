import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnalysedSegment } from '../../../src/captures/analysis/analysed-segment.ts';
import { withKnownVantage } from '../../../src/captures/trace/known-vantage.ts';
import type { HostName } from '../../../src/trace/trace.ts';
import { conversationsOf } from './from-file.ts';

const held = (file: string) => conversationsOf(readFileSync(new URL(`../oracles/${file}`, import.meta.url)));
const states = (segments: readonly AnalysedSegment[], host: HostName) =>
  segments.map(({ analysis }) => analysis.states[host]);

test('the SYN,ACK that came to the client opened it there and then (RFC 9293 §3.10.7.3)', () => {
  const [{ segments, summary }] = held('fast_retransmit_sack.pcap') as [ReturnType<typeof held>[number]];
  expect(summary.vantage).toBe('client');
  expect(states(segments, 'client').slice(0, 3)).toEqual(['SYN-SENT', 'SYN-SENT', 'ESTABLISHED']);
  const again = withKnownVantage(segments, summary);
  expect(states(again, 'client').slice(0, 3)).toEqual(['SYN-SENT', 'ESTABLISHED', 'ESTABLISHED']);
  expect(states(again, 'client').slice(3)).toEqual(states(segments, 'client').slice(3));
});

test('the ACK of the handshake that came to the server opened it (§3.10.7.4)', () => {
  const [{ segments, summary }] = held('close_by_client.server.pcap') as [ReturnType<typeof held>[number]];
  expect(summary.vantage).toBe('server');
  expect(states(withKnownVantage(segments, summary), 'server')[2]).toBe('ESTABLISHED');
});

test('nothing changes where nobody knows the place, or for a second conversation on the same ports but its own states', () => {
  const [local] = held('loopback_offload.pcap') as [ReturnType<typeof held>[number]];
  expect(local.summary.vantage).toBe('unknown');
  expect(withKnownVantage(local.segments, local.summary)).toBe(local.segments);
  const [, second] = held('time_wait_reuse.pcap') as [unknown, ReturnType<typeof held>[number]];
  const again = withKnownVantage(second.segments, second.summary);
  const findings = (all: readonly AnalysedSegment[]) => all.map(({ analysis }) => analysis.findings);
  expect(findings(again)).toEqual(findings(second.segments));
  expect(states(again, 'client')[1]).toBe('ESTABLISHED');
});
