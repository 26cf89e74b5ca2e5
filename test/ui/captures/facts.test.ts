import { describe, expect, test } from 'vitest';
import type { ConversationSummary } from '../../../src/captures/analysis/conversation.ts';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { conversationFacts } from '../../../src/ui/layout/conversation-facts.ts';
import { oracleFile } from '../../captures/oracles.ts';

function summariesOf(file: Uint8Array): readonly ConversationSummary[] {
  const survey = new CaptureSurvey({ at: null });
  survey.push({ bytes: file, compressed: false, damage: null });
  survey.end();
  return survey.conversations();
}

function told(file: Uint8Array): string {
  const [summary] = summariesOf(file);
  if (summary === undefined) throw new Error('no conversation');
  return conversationFacts(summary, '->')
    .facts.map(({ en }) => en)
    .join('\n');
}

/** The file with every frame in it twice, as one has it that was taken on two interfaces. */
function doubled(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pieces = [file.subarray(0, 24)];
  for (let at = 24; at < file.length; ) {
    const end = at + 16 + view.getUint32(at + 8, true);
    pieces.push(file.subarray(at, end), file.subarray(at, end));
    at = end;
  }
  return Buffer.concat(pieces);
}

describe('round trips', () => {
  test('taken at an end: from there to the other and back', () => {
    const [summary] = summariesOf(oracleFile('close_by_client.pcap'));
    expect(summary?.vantage).toBe('client');
    expect(summary?.rtt.client).toBeNull();
    // As tshark measures it: 21.203 ms from the SYN to the SYN,ACK, and no answer of the server comes sooner.
    expect(told(oracleFile('close_by_client.pcap'))).toMatch(/RTT least 21\.203, mean [\d.]+ ms/);
  });

  test('taken who knows where: each end by itself, as neither is the whole way', () => {
    const [summary] = summariesOf(oracleFile('loopback_offload.pcap'));
    expect(summary?.vantage).toBe('unknown');
    const text = told(oracleFile('loopback_offload.pcap'));
    expect(text).not.toContain('RTT');
    for (const host of ['client', 'server'] as const) {
      const times = summary?.rtt[host];
      if (times === null || times === undefined) throw new Error(host);
      expect(text).toContain(`the ${host} answers in ${times.leastMs.toFixed(3)} ms at least`);
    }
  });
});

test('a capture that holds everything twice is said to', () => {
  expect(told(oracleFile('close_by_client.pcap'))).not.toContain('twice');
  expect(told(doubled(oracleFile('close_by_client.pcap')))).toContain('there twice');
});
