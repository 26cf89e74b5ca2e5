import { setImmediate as turn } from 'node:timers/promises';
import { captureChunks } from '../captures/disk/capture-source.ts';
import { NotACapture } from '../captures/file/capture-tally.ts';
import { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { PlacedSegment } from '../captures/survey/placed-segment.ts';
import { quoted } from '../documents/problem.ts';
import type { Language } from '../language.ts';
import type { HostName } from '../trace/trace.ts';
import { checkBeginning } from '../ui/capture-drive.ts';
import { sizeText, captures as words } from '../ui/text/captures.ts';
import { Failure } from './failure.ts';
import { openCapture } from './open-capture.ts';
import { progressLine } from './progress-line.ts';
import { readFailure } from './read-failure.ts';

/** A capture as far as it was read. */
export interface CaptureRun {
  readonly survey: CaptureSurvey;
  /** Someone pressed Ctrl+C: how much of the file had been read, null where its size is not known; else undefined. */
  readonly stoppedAt?: number | null;
}

export interface CaptureReading {
  /** A file, or null for standard input. */
  readonly path: string | null;
  readonly at: HostName | null;
  readonly language: Language;
  readonly onSegment?: (placed: PlacedSegment) => void;
  /** Whether the segments hold their headers as captured; absent: they do not. */
  readonly keepsHeaders?: boolean;
  /** After each piece of the file: what has come of it so far can be written out. */
  readonly afterPiece?: () => Promise<void>;
}

/**
 * Reads a capture to its end, or until Ctrl+C; a second Ctrl+C ends the program. Throws a Failure when there is nothing to
 * read or it is no capture; damage farther on is in the survey.
 */
export async function readCapture({
  path,
  at,
  language,
  onSegment,
  keepsHeaders = false,
  afterPiece,
}: CaptureReading): Promise<CaptureRun> {
  const survey = new CaptureSurvey({ at, keepsHeaders, ...(onSegment === undefined ? {} : { onSegment }) });
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const line = progressLine();
  const begun = Date.now();
  let share: number | null = null;
  try {
    for await (const piece of captureChunks(path ?? process.stdin, { signal: stop.signal })) {
      const { read, total } = piece;
      survey.push(piece);
      await afterPiece?.();
      share = total === null || total === 0 ? null : read / total;
      const speed = sizeText((1000 * read) / Math.max(1, Date.now() - begun));
      line.show(words.reading(share, sizeText(read), speed)[language]);
      // A signal is only heard between two turns.
      await turn();
      if (stop.signal.aborted || survey.isOver) break;
    }
    if (!stop.signal.aborted) survey.end();
  } catch (error) {
    if (!stop.signal.aborted) throw asFailure(path, error);
  } finally {
    line.end();
    process.removeListener('SIGINT', interrupt);
    // One that keeps quiet would keep the program waiting.
    if (path === null) process.stdin.destroy();
  }
  return stop.signal.aborted ? { survey, stoppedAt: share } : { survey };
}

/** Throws a Failure when a file cannot be read, or is no capture by its beginning: before any screen is opened for it. */
export async function checkCapture(path: string): Promise<void> {
  try {
    await checkBeginning(path, openCapture);
  } catch (error) {
    throw asFailure(path, error);
  }
}

function asFailure(path: string | null, error: unknown): unknown {
  const name = path ?? '-';
  if (!(error instanceof NotACapture)) return readFailure(name, error);
  const { en, ko } = error.text;
  return new Failure(1, { en: `${quoted(name, 200)}: ${en}.`, ko: `${quoted(name, 200)}: ${ko}` });
}
