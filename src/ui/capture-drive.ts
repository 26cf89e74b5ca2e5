import { setImmediate as turn } from 'node:timers/promises';
import type { CaptureChunk } from '../captures/disk/capture-chunk.ts';
import { NotACapture } from '../captures/file/capture-tally.ts';
import { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { Text } from '../language.ts';

/** A capture file piece by piece (see Services). */
export type CaptureSource = (path: string, signal: AbortSignal) => AsyncIterable<CaptureChunk>;

/** Bytes read before keys and the clock get their turn: some ms of work, also where each segment is a conversation. */
const AT_ONCE = 1 << 16;

/** Reads a capture into a survey, to its end or until the signal; `onPiece` is told of every piece of the file. */
export async function drive(
  pieces: AsyncIterable<CaptureChunk>,
  survey: CaptureSurvey,
  signal: AbortSignal,
  onPiece: (piece: CaptureChunk) => void | Promise<void>,
): Promise<void> {
  for await (const piece of pieces) {
    let at = 0;
    do {
      survey.push({ ...piece, bytes: piece.bytes.subarray(at, at + AT_ONCE) });
      await turn();
      at += AT_ONCE;
    } while (at < piece.bytes.length && !signal.aborted);
    if (signal.aborted) return;
    await onPiece(piece);
    if (survey.isOver) break;
  }
  if (!signal.aborted) survey.end();
}

/** What keeps a file from being read as a capture, by its beginning; null when nothing does. */
export async function refusal(path: string, open: CaptureSource): Promise<Text | null> {
  try {
    await checkBeginning(path, open);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Throws NotACapture, or what keeps the file from being read, as far as its beginning tells. */
export async function checkBeginning(path: string, open: CaptureSource): Promise<void> {
  const enough = new AbortController();
  const survey = new CaptureSurvey({ at: null });
  try {
    for await (const piece of open(path, enough.signal)) {
      survey.push({ ...piece, bytes: piece.bytes.subarray(0, AT_ONCE) });
      if (piece.damage === null) return;
    }
    survey.end();
  } finally {
    enough.abort();
  }
}

/** What an error says to people. */
export function reasonOf(error: unknown): Text {
  if (error instanceof NotACapture) return standingAlone(error.text);
  if (error instanceof Error && 'text' in error) return error.text as Text;
  const message = error instanceof Error ? error.message : String(error);
  return { ko: message, en: message };
}

/** A reason that is told by itself: in English reasons are parts of sentences. */
function standingAlone({ ko, en }: Text): Text {
  return { ko, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}
