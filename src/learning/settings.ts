import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../language.ts';
import { codeOf } from './error-code.ts';
import { type Settings, settingsFrom } from './settings-schema.ts';

export type { Settings } from './settings-schema.ts';

/** The settings in force and the file they are kept in. */
export interface SettingsStore {
  get(): Settings;
  /** In force at once; saved right after. Throws RangeError when a value is not allowed: a mistake in the program. */
  set(patch: Partial<Settings>): void;
  /** Done when all that was set is saved, or `problems` says why not. Await it before the program ends. */
  saved(): Promise<void>;
  /** What the learner should know, one line each; empty when all is well. */
  readonly problems: readonly Text[];
}

/** What keeps the file; conf, unless a test wants it to fail. */
export interface SettingsFile {
  set(patch: Partial<Settings>): void;
}

export interface SettingsOptions {
  /** Milliseconds since the epoch; names a damaged file that is moved aside. */
  readonly now?: () => number;
  readonly openFile?: (folder: string) => Promise<SettingsFile>;
}

const NAME = 'settings';

/** conf costs about half a bare Node start, and most runs change no setting: it is loaded with the first change. */
async function openConf(folder: string): Promise<SettingsFile> {
  const { default: Conf } = await import('conf');
  // No schema: Ajv would compile it at every start. Fields are checked here, on reading.
  return new Conf({ cwd: folder, configName: NAME, accessPropertiesByDotNotation: false });
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function readObject(path: string): object | null {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function unsaved(code: string): Text {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      en: 'The disk is full: the changed setting holds until you quit, and the saved ones are as they were. Free some space and set it again.',
      ko: '디스크가 가득 차서 바꾼 설정은 종료할 때까지만 유지되고 저장된 설정은 그대로입니다. 공간을 비우고 다시 설정하세요.',
    };
  }
  return {
    en: `Could not save the setting (${code}): it holds until you quit. Check that the settings folder can be written.`,
    ko: `설정을 저장하지 못했습니다(${code}). 종료할 때까지만 유지됩니다. 설정 폴더에 쓸 수 있는지 확인하세요.`,
  };
}

/** What the file holds at start. A file that is no settings file is moved aside, never overwritten. */
function load(
  path: string,
  copy: string,
  now: number,
): { readonly stored: object; readonly problems: readonly Text[] } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return { stored: {}, problems: [] };
    const problem: Text = {
      en: `Could not read settings.json (${code}): the default settings are used. Check the file's permissions.`,
      ko: `settings.json을 읽지 못해(${code}) 기본 설정을 사용합니다. 파일 권한을 확인하세요.`,
    };
    return { stored: {}, problems: [problem] };
  }
  const stored = parse(text);
  if (stored !== null) return { stored, problems: [] };

  const aside = path.replace(/\.json$/, `.corrupt-${now}.json`);
  const rescued = readObject(copy);
  try {
    renameSync(path, aside);
    if (rescued !== null) renameSync(copy, path);
  } catch (error) {
    const problem: Text = {
      en: `settings.json is damaged and cannot be moved aside (${codeOf(error)}): the default settings are used. Delete the file.`,
      ko: `settings.json이 손상되었으나 옮길 수 없어(${codeOf(error)}) 기본 설정을 사용합니다. 파일을 삭제하세요.`,
    };
    return { stored: {}, problems: [problem] };
  }
  const name = basename(aside);
  const problem: Text =
    rescued !== null
      ? {
          en: `settings.json was damaged: it is now ${name}, and the settings before the last change are back.`,
          ko: `settings.json이 손상되어 ${name}으로 옮기고, 마지막으로 바꾸기 전의 설정을 되살렸습니다.`,
        }
      : {
          en: `settings.json was damaged: it is now ${name}, and the default settings are used.`,
          ko: `settings.json이 손상되어 ${name}으로 옮기고 기본 설정을 사용합니다.`,
        };
  return { stored: rescued ?? {}, problems: [problem] };
}

function holds(path: string, patch: Partial<Settings>): boolean {
  const stored = readObject(path);
  return (
    stored !== null &&
    Object.entries(patch).every(([name, value]) => isDeepStrictEqual(Reflect.get(stored, name), value))
  );
}

/**
 * Saves the patch. On a full disk conf returns as if all were well and leaves a truncated file, so the good file is
 * copied first (which already fails when there is no room) and put back unless the new one reads back right.
 */
function save(file: SettingsFile, path: string, copy: string, patch: Partial<Settings>): void {
  const existed = existsSync(path);
  try {
    // Without a file yet, the copy only tries the folder: conf would wait a second for a permission that never comes.
    mkdirSync(dirname(path), { recursive: true });
    if (existed) copyFileSync(path, copy);
    else writeFileSync(copy, '{}');
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  try {
    file.set(patch);
    if (!holds(path, patch)) throw Object.assign(new Error('The file did not read back.'), { code: 'ENOSPC' });
  } catch (error) {
    if (existed) renameSync(copy, path);
    else for (const name of [path, copy]) rmSync(name, { force: true });
    throw error;
  }
  rmSync(copy, { force: true });
}

/** Opens the settings of a config folder. Never throws: what is wrong is in `problems`, and the defaults hold. */
export function openSettings(
  folder: string,
  { now = Date.now, openFile = openConf }: SettingsOptions = {},
): SettingsStore {
  const path = join(folder, `${NAME}.json`);
  const copy = join(folder, `${NAME}.before.json`);
  const loaded = load(path, copy, now());
  const checked = settingsFrom(loaded.stored);
  const atStart = [...loaded.problems, ...checked.problems];
  let settings = checked.settings;
  let failure: Text | null = null;
  let pending: Partial<Settings> = {};
  let file: SettingsFile | null = null;
  let saving: Promise<void> = Promise.resolve();

  const saveAll = async (): Promise<void> => {
    const patch = pending;
    if (Object.keys(patch).length === 0) return;
    try {
      file ??= await openFile(folder);
      save(file, path, copy, patch);
      if (pending === patch) pending = {};
      failure = null;
    } catch (error) {
      failure = unsaved(codeOf(error));
    }
  };

  return {
    get: () => settings,
    set(patch) {
      const next = settingsFrom({ ...settings, ...patch });
      if (next.problems.length > 0) throw new RangeError(next.problems.map(({ en }) => en).join(' '));
      settings = next.settings;
      pending = { ...pending, ...patch };
      saving = saving.then(saveAll);
    },
    saved: () => saving,
    get problems() {
      return failure === null ? atStart : [...atStart, failure];
    },
  };
}
