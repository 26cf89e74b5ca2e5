import { join } from 'node:path';
import { nearestWord } from '../../documents/nearest.ts';
import { configFolder } from '../../learning/folders.ts';
import type { Settings } from '../../learning/settings.ts';
import { allowed, defaultSettings, settingsFrom } from '../../learning/settings-schema.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { type OwnSettings, openOwnSettings, tellProblems } from '../record.ts';
import {
  type ChosenSetting,
  SETTINGS,
  settingChoices,
  settingName,
  settingNamed,
  typedSetting,
  writtenSetting,
} from '../setting-names.ts';
import { tableLines } from '../table.ts';
import { config as text, typedForm } from '../text/config.ts';
import { errors } from '../text/errors.ts';

/** --json of `seqack config`. */
export interface ConfigOptions {
  readonly json?: true;
}

/** `seqack config`: every setting that is chosen, its value, and what it may be; or JSON (docs/formats.md). */
export async function config({ json }: ConfigOptions, globals: Globals): Promise<number> {
  const { settings, language } = openOwnSettings(globals);
  tellProblems(language, settings);
  const values = settings.get();
  if (json) {
    const listed = SETTINGS.map((field) => ({
      name: settingName(field),
      value: values[field],
      default: defaultSettings[field],
    }));
    await print(`${JSON.stringify({ version: 1, settings: listed }, null, 2)}\n`);
    return 0;
  }
  const { name, value, allowed: mayBe } = text.names;
  const isDefault = (field: ChosenSetting): boolean => values[field] === defaultSettings[field];
  const rows = SETTINGS.map((field) => [
    settingName(field),
    `${writtenSetting(values[field])}${isDefault(field) ? '' : ' *'}`,
    typedForm(allowed[field])[language],
  ]);
  await printLines([
    ...tableLines([[name[language], value[language], mayBe[language]], ...rows], ['left', 'left', 'left']),
    '',
    ...(SETTINGS.every(isDefault) ? [] : [text.changed[language]]),
    text.change[language],
    text.file(join(configFolder(globals.data ?? undefined, process.env), 'settings.json'))[language],
  ]);
  return 0;
}

/** `seqack config get NAME`: the value alone, as `config set` takes it. */
export async function configGet(name: string, globals: Globals): Promise<number> {
  const field = fieldOf(name);
  const { settings, language } = openOwnSettings(globals);
  tellProblems(language, settings);
  await printLines([writtenSetting(settings.get()[field])]);
  return 0;
}

/** `seqack config set NAME VALUE`. Throws a usage Failure for a value that is not allowed. */
export function configSet(name: string, typed: string, globals: Globals): Promise<number> {
  const field = fieldOf(name);
  const value = typedSetting(typed);
  if (settingsFrom({ [field]: value }).problems.length > 0) {
    throw usage(errors.badForm(settingName(field), typed, asked(field), nearestWord(typed, wordsOf(field))));
  }
  return change([field], { [field]: value } as Partial<Settings>, globals);
}

/** `seqack config reset [NAME ...]`: back to the default; without a name all of them. */
export function configReset(names: readonly string[], globals: Globals): Promise<number> {
  const fields = names.length === 0 ? SETTINGS : [...new Set(names.map(fieldOf))];
  const patch = Object.fromEntries(fields.map((field) => [field, defaultSettings[field]])) as Partial<Settings>;
  return change(fields, patch, globals);
}

/** Saves the patch and prints what holds now; 1 when it could not be saved. */
async function change(fields: readonly ChosenSetting[], patch: Partial<Settings>, globals: Globals): Promise<number> {
  const before: OwnSettings = openOwnSettings(globals);
  const { settings } = before;
  const known = settings.problems.length;
  settings.set(patch);
  await settings.saved();
  const { language } = settings.get();
  const said = globals.chosenLanguage ?? (language === 'auto' ? globals.localeLanguage : language);
  tellProblems(said, settings);
  if (settings.problems.length > known) return 1;
  const values = settings.get();
  await printLines(
    tableLines(
      fields.map((field) => [settingName(field), writtenSetting(values[field])]),
      ['left', 'left'],
    ),
  );
  return 0;
}

function fieldOf(name: string): ChosenSetting {
  const field = settingNamed(name);
  if (field !== null) return field;
  throw usage(errors.unknownSetting(name, nearestWord(name, SETTINGS.map(settingName))));
}

/** The values that can be mistyped: for a number, another is none that was meant. */
function wordsOf(field: ChosenSetting): string[] {
  return settingChoices(field).filter((word) => /[a-z]/.test(word));
}

/** What the setting may be, as the end of a sentence. */
function asked(field: ChosenSetting): { readonly en: string; readonly ko: string } {
  const { en, ko } = typedForm(allowed[field]);
  return { en, ko: `쓸 수 있는 값: ${ko}.` };
}
