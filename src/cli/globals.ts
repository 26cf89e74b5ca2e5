import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { configFolder } from '../learning/folders.ts';
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
  /** A screen reader listens: text line by line. */
  readonly screenReader: boolean;
  readonly color: boolean;
  /** --data, or null: the platform's folders. */
  readonly data: string | null;
}

/** The value of an option as typed, found before the arguments are parsed: errors and help follow it too. */
function typedValue(option: string, args: readonly string[]): string | null {
  let typed: string | null = null;
  for (const [i, arg] of args.entries()) {
    if (arg === '--') break;
    if (arg === option) typed = args[i + 1] ?? null;
    else if (arg.startsWith(`${option}=`)) typed = arg.slice(option.length + 1);
  }
  return typed;
}

/** The language for help and messages: --lang when it is one, else the one that was set, else the locale's. */
export function messageLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const typed = typedValue('--lang', args);
  if (isLanguage(typed)) return typed;
  const set = setLanguage(configFolder(typedValue('--data', args) ?? undefined, env));
  return isLanguage(set) ? set : localeLanguage(env);
}

function isLanguage(value: unknown): value is Language {
  return value === 'ko' || value === 'en';
}

/** What the settings say, without checking them: who runs a command is told what is wrong with them there. */
function setLanguage(folder: string): unknown {
  try {
    return (JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as { language?: unknown } | null)?.language;
  } catch {
    return null;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The shared flags as parsed. Throws a usage Failure for a language there is none of, and for a file as --data. */
export function readGlobals(options: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv): Globals {
  const { lang, ascii, screenReader, color, data } = options;
  if (lang !== undefined && !isLanguage(lang)) {
    throw usage(errors.badValue('--lang', String(lang), { en: 'ko or en', ko: 'ko, en' }));
  }
  // Told once and here: else each file that should be in the folder is told of, and nothing learned is kept.
  if (typeof data === 'string' && isFile(data)) {
    throw usage(errors.dataIsFile(data));
  }
  return {
    chosenLanguage: lang ?? null,
    localeLanguage: localeLanguage(env),
    ascii: ascii === true,
    screenReader: screenReader === true || env.INK_SCREEN_READER === 'true',
    color: color !== false && !env.NO_COLOR,
    data: typeof data === 'string' ? data : null,
  };
}
