import type { Language } from '../language.ts';

/**
 * The language of the environment, as POSIX orders it: LC_ALL, LC_MESSAGES, LANG; the first that is set decides.
 * Where none is (Windows), what the system told the runtime.
 */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^ko(?![a-z])/i.test(locale) ? 'ko' : 'en';
}
