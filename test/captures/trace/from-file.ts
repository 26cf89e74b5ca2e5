import {
  type HeldConversation,
  HeldConversations,
  type HoldOptions,
} from '../../../src/captures/trace/held-conversations.ts';
import { segmentPayloads } from '../../../src/simulator/segment-payload.ts';
import { captureAt } from '../../../src/trace/capture.ts';
import { pcapFile } from '../../../src/trace/pcap.ts';
import type { HostName, Trace } from '../../../src/trace/trace.ts';
import { readCapture } from '../read-capture.ts';

/** The conversations of a file, as every command reads them. */
export function conversationsOf(file: Uint8Array, options: HoldOptions = {}): readonly HeldConversation[] {
  const { segments, problem } = readCapture(file);
  if (problem !== null) throw new Error(problem.text.en);
  const held = new HeldConversations(options);
  for (const segment of segments) held.add(segment);
  return held.conversations();
}

export function capturedFile(trace: Trace, at: HostName, ipv6: boolean): Uint8Array {
  return pcapFile(captureAt(trace, { at, ipv6, payloadOf: segmentPayloads(trace) }));
}
