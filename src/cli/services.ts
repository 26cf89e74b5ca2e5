import { modules } from 'seqack:content';
import type { Services } from '../ui/services.ts';
import type { Globals } from './globals.ts';
import { openOwnSettings, openRecord } from './record.ts';
import { newSeed } from './seed.ts';

/** The world as the screens see it: the learner's record, settings, content, clock and chance. */
export function openServices(globals: Globals): Services {
  const { localeLanguage, ascii, color } = globals;
  const own = openOwnSettings(globals);
  return {
    ...own,
    localeLanguage,
    store: openRecord(globals, own),
    modules,
    loadEngine: async () => (await import('./engine.ts')).engine,
    now: Date.now,
    newSeed,
    ascii,
    color,
  };
}
