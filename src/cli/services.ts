import { modules } from 'seqack:content';
import type { Services } from '../ui/services.ts';
import { decksAtStart } from './decks-at-start.ts';
import type { Globals } from './globals.ts';
import { listFolder } from './list-folder.ts';
import { openCapture } from './open-capture.ts';
import { fileExists, writeOutputFile } from './output-file.ts';
import { openOwnSettings, openRecord } from './record.ts';
import { newSeed } from './seed.ts';

/** The world as the screens see it: the learner's record, settings, content, clock and chance. */
export async function openServices(globals: Globals): Promise<Services> {
  const { localeLanguage, ascii, screenReader, color } = globals;
  const own = openOwnSettings(globals);
  return {
    ...own,
    localeLanguage,
    store: openRecord(globals, own),
    modules,
    decks: await decksAtStart(globals),
    loadEngine: async () => (await import('./engine.ts')).engine,
    openCapture,
    listFolder,
    writeFile: { exists: fileExists, write: writeOutputFile },
    now: Date.now,
    newSeed,
    ascii,
    screenReader,
    color,
  };
}
