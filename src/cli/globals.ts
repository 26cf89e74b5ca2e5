import type { Language } from '../language.ts';
import { usage } from './failure.ts';
import { localeLanguage } from './locale.ts';
import { errors } from './text/errors.ts';

/** The flags every command takes. */
export interface Globals {
  /** --lang, or null: the setting decides, else the locale. */
  readonly chosenLanguage: Language | null;
  /** What the locale asks for. */
  readonly localeLanguage: Language;
  readonly ascii: boolean;
  readonly color: boolean;
  /** --data, or null: the platform's folders. */
  readonly data: string | null;
}

/** --lang as typed, found before the arguments are parsed: errors and help speak it too. */
function typedLanguage(args: readonly string[]): string | null {
  let typed: string | null = null;
  for (const [i, arg] of args.entries()) {
    if (arg === '--') break;
    if (arg === '--lang') typed = args[i + 1] ?? null;
    else if (arg.startsWith('--lang=')) typed = arg.slice('--lang='.length);
  }
  return typed;
}

/** The language for help and messages: --lang when it is one, else the locale's. */
export function messageLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const typed = typedLanguage(args);
  return typed === 'ko' || typed === 'en' ? typed : localeLanguage(env);
}

/** The shared flags as parsed. Throws a usage Failure for a language there is none of. */
export function readGlobals(options: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv): Globals {
  const { lang, ascii, color, data } = options;
  if (lang !== undefined && lang !== 'ko' && lang !== 'en') {
    throw usage(errors.badValue('--lang', String(lang), { en: 'ko or en', ko: 'ko, en' }));
  }
  return {
    chosenLanguage: lang ?? null,
    localeLanguage: localeLanguage(env),
    ascii: ascii === true,
    color: color !== false && !env.NO_COLOR,
    data: typeof data === 'string' ? data : null,
  };
}
