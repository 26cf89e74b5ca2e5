import type { ConversationSummary } from '../captures/analysis/conversation.ts';
import type { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { PlacedSegment } from '../captures/survey/placed-segment.ts';
import { ACK, flagNames } from '../tcp/segment.ts';

/** Public format, version 1 (`capture --json`), documented in docs/formats.md. */

/** One segment, a line of the document. */
export function segmentJson({ segment, conversation, from, analysis }: PlacedSegment): string {
  const { frame, ms, seq, ack, flags, len, window, urgent, ecn, options } = segment;
  const { identification, checksum, fragments, cut } = segment;
  const { findings, rtt, inFlight, windowBytes, iss, irs, states } = analysis;
  return JSON.stringify({
    conversation,
    frame,
    ms,
    from,
    flags: flagNames(flags),
    seq,
    ack: (flags & ACK) === 0 ? null : ack,
    len,
    window,
    urgent,
    ecn,
    options,
    identification,
    checksum,
    fragments,
    cut,
    iss,
    irs,
    windowBytes,
    inFlight,
    rtt,
    states,
    findings,
  });
}

/** One conversation, a line of the document. */
export function conversationJson(summary: ConversationSummary): string {
  return JSON.stringify(summary);
}

/** The end of the document: the file as a whole. */
export function fileJson(survey: CaptureSurvey, stopped: boolean): string {
  const { tally, shortfall, forgotten } = survey;
  const { format, compressed, bytes, frames, segments, passedOver, epochMs } = tally;
  const problem =
    shortfall === null
      ? null
      : {
          offset: shortfall.offset,
          unpacked: shortfall.unpacked,
          frames: shortfall.frames,
          reason: shortfall.text.en,
        };
  return JSON.stringify({
    format,
    compressed,
    bytes,
    frames,
    segments,
    passedOver,
    epochMs,
    forgotten,
    stopped,
    problem,
  });
}
