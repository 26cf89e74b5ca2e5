import { homedir } from 'node:os';
import { modules } from 'seqack:content';
import type { CaptureChunk } from '../captures/disk/capture-source.ts';
import type { Services } from '../ui/services.ts';
import { decksAtStart } from './decks-at-start.ts';
import type { Globals } from './globals.ts';
import { readFailure } from './read-failure.ts';
import { openOwnSettings, openRecord } from './record.ts';
import { newSeed } from './seed.ts';

/** The world as the screens see it: the learner's record, settings, content, clock and chance. */
export async function openServices(globals: Globals): Promise<Services> {
  const { localeLanguage, ascii, color } = globals;
  const own = openOwnSettings(globals);
  return {
    ...own,
    localeLanguage,
    store: openRecord(globals, own),
    modules,
    decks: await decksAtStart(globals),
    loadEngine: async () => (await import('./engine.ts')).engine,
    openCapture,
    now: Date.now,
    newSeed,
    ascii,
    color,
  };
}

/** A capture for the screens; what reads it is loaded with the first. `~` stands for the user's folder, as in a shell. */
async function* openCapture(typed: string, signal: AbortSignal): AsyncGenerator<CaptureChunk> {
  const { captureChunks } = await import('../captures/disk/capture-source.ts');
  const path = typed.replace(/^~(?=[\\/]|$)/, homedir());
  try {
    yield* captureChunks(path, { signal });
  } catch (error) {
    throw readFailure(path, error);
  }
}
