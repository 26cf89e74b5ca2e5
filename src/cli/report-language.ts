import type { Language } from '../language.ts';
import type { Globals } from './globals.ts';
import { openOwnSettings, tellProblems } from './record.ts';

/** The language of what a command prints: --lang, else the one chosen in the settings, else the locale's. */
export function reportLanguage(globals: Globals): Language {
  if (globals.chosenLanguage !== null) return globals.chosenLanguage;
  const { settings, language } = openOwnSettings(globals);
  tellProblems(language, settings);
  return language;
}
