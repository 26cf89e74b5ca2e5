import { defaultSettings, type Settings, settingWords } from '../learning/settings-schema.ts';

/** A setting that is chosen; the weights are made by `seqack tune`. */
export type ChosenSetting = Exclude<keyof Settings, 'weights'>;

/** Every setting that is chosen, in the order of the settings' schema. */
export const SETTINGS: readonly ChosenSetting[] = (Object.keys(defaultSettings) as (keyof Settings)[]).filter(
  (field): field is ChosenSetting => field !== 'weights',
);

/** A setting as the command line calls it: `newPerDay` of settings.json is `new-per-day`. */
export function settingName(field: ChosenSetting): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The setting of this name, as the command line or as settings.json writes it, or null. */
export function settingNamed(name: string): ChosenSetting | null {
  return SETTINGS.find((field) => settingName(field) === name || field === name) ?? null;
}

/** A value as the command line writes it. */
export function writtenSetting(value: Settings[ChosenSetting]): string {
  return value === null ? 'none' : String(value);
}

/** A value as it was typed, to be checked by the schema: numbers and booleans as such. */
export function typedSetting(typed: string): string | number | boolean | null {
  if (typed === 'none' || typed === 'null') return null;
  if (typed === 'true' || typed === 'false') return typed === 'true';
  return /^\d{1,6}(\.\d{1,6})?$/.test(typed) ? Number(typed) : typed;
}

/** The values that can be told one by one, as they are typed. */
export function settingChoices(field: ChosenSetting): string[] {
  return settingWords(field).map((value) => writtenSetting(value as Settings[ChosenSetting]));
}
