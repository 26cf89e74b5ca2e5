import { hash } from 'node:crypto';
import { segmentPayloads } from '../../simulator/segment-payload.ts';
import { captureAt, passingAt } from '../../trace/capture.ts';
import { pcapFile } from '../../trace/pcap.ts';
import type { HostName, Origin, Trace } from '../../trace/trace.ts';
import { CaptureSurvey } from '../survey/capture-survey.ts';
import type { CapturedTrace } from './captured-trace.ts';
import { capturedTrace } from './conversation-trace.ts';
import { HeldConversations } from './held-conversations.ts';

/**
 * The conversations of a simulated run as a capture at one end holds them: what the run's pcap file is read as, with the
 * same digests. None where nothing was sent or arrived there. What no capture shows is known here: which segments no TCP of
 * the run has sent. Those are marked, and give their conversation a digest of its own. Pure.
 */
export function simulatedCaptures(
  trace: Trace,
  at: HostName,
  numbers: CapturedTrace['numbers'],
): readonly CapturedTrace[] {
  const frames = captureAt(trace, { at, ipv6: false, payloadOf: segmentPayloads(trace) });
  if (frames.length === 0) return [];
  const held = new HeldConversations();
  const survey = new CaptureSurvey({ at, onSegment: (placed) => held.add(placed), keepsHeaders: true });
  survey.push({ bytes: pcapFile(frames), compressed: false, damage: null });
  survey.end();
  const epochMs = survey.tally.epochMs ?? 0;
  const strays = strayFrames(trace, at);
  const passing = passingAt(trace, at);
  return held.of(survey.conversations()).map(({ segments, summary }) => {
    const captured = capturedTrace(segments, summary, { file: `${trace.scenario}.pcap`, numbers, epochMs });
    const inRun = captured.frames.map((frame) => passing[frame - 1]?.segment.n ?? 0);
    return withStrays({ ...captured, inRun }, strays);
  });
}

/** By frame, from 1: segments that no TCP of this run has sent, made up or left over from before it. */
function strayFrames(trace: Trace, at: HostName): ReadonlyMap<number, Origin> {
  const strays = passingAt(trace, at).flatMap(({ segment: { origin, repeats } }, index) =>
    origin !== 'tcp' && repeats === null ? [[index + 1, origin] as const] : [],
  );
  return new Map(strays);
}

function withStrays(captured: CapturedTrace, strays: ReadonlyMap<number, Origin>): CapturedTrace {
  const { trace, frames, digest } = captured;
  const own = frames.filter((frame) => strays.has(frame));
  if (own.length === 0) return captured;
  const segments = trace.segments.map((segment, index) => {
    const origin = strays.get(frames[index] ?? 0) ?? segment.origin;
    return { ...segment, origin };
  });
  const marked = hash('sha256', `${digest}/${own.join()}`, 'hex').slice(0, digest.length);
  return { ...captured, digest: marked, trace: { ...trace, seed: marked, segments } };
}
