import type { Language } from '../language.ts';
import { configFolder, dataFolder } from '../learning/folders.ts';
import { type LearningStore, openStore } from '../learning/log/store.ts';
import { openSettings, type SettingsStore } from '../learning/settings.ts';
import { localStudyDays } from '../learning/study-day.ts';
import type { Globals } from './globals.ts';
import { readingProgress } from './reading-progress.ts';

export interface OwnSettings {
  readonly settings: SettingsStore;
  /** --lang, else the setting, else the locale's. */
  readonly language: Language;
}

/** The learner's settings, and the language that follows from them. */
export function openOwnSettings({ data, chosenLanguage, localeLanguage }: Globals): OwnSettings {
  const settings = openSettings(configFolder(data ?? undefined, process.env));
  const { language } = settings.get();
  return { settings, language: chosenLanguage ?? (language === 'auto' ? localeLanguage : language) };
}

/** Everything the learner has done, as the learner's own FSRS weights have it. */
export function openRecord({ data }: Globals, { settings, language }: OwnSettings): LearningStore {
  return openStore({
    folder: dataFolder(data ?? undefined, process.env),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    rules: { studyDays: localStudyDays, weights: settings.get().weights },
    onProgress: readingProgress(language),
  });
}

/** Says on standard error what is wrong with the record or the settings, where no screen is there to say it. */
export function tellProblems(language: Language, ...sources: readonly Pick<LearningStore, 'problems'>[]): void {
  for (const { problems } of sources) {
    for (const problem of problems) process.stderr.write(`seqack: ${problem[language]}\n`);
  }
}
