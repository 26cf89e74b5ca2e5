import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import {
  type HeldConversation,
  HeldConversations,
  type HoldOptions,
} from '../../../src/captures/trace/held-conversations.ts';
import { segmentPayloads } from '../../../src/simulator/segment-payload.ts';
import { captureAt } from '../../../src/trace/capture.ts';
import { pcapFile } from '../../../src/trace/pcap.ts';
import type { HostName, Trace } from '../../../src/trace/trace.ts';

/** The conversations of a file, as every command reads them. */
export function conversationsOf(file: Uint8Array, options: HoldOptions = {}): readonly HeldConversation[] {
  const held = new HeldConversations(options);
  const survey = new CaptureSurvey({ at: null, keepsHeaders: true, onSegment: (placed) => held.add(placed) });
  survey.push({ bytes: file, compressed: false, damage: null });
  survey.end();
  if (survey.shortfall !== null) throw new Error(survey.shortfall.text.en);
  return held.of(survey.conversations());
}

export function capturedFile(trace: Trace, at: HostName, ipv6: boolean): Uint8Array {
  return pcapFile(captureAt(trace, { at, ipv6, payloadOf: segmentPayloads(trace) }));
}
