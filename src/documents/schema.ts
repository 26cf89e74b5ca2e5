import * as v from 'valibot';
import type { Text } from '../language.ts';
import { nearestWord } from './nearest.ts';
import { quoted } from './problem.ts';

/*
 * valibot carries one string a message; ours exist in two languages. Both travel in that string, and the reader of
 * the file takes them apart again. Every schema here says what it expects: `en` completes "expected ...", `ko` is a
 * whole sentence.
 */
const SEPARATOR = '\u0000';

export function pack(text: Text): string {
  return text.en + SEPARATOR + text.ko;
}

/** The two languages of a packed message; valibot's own words (English) in both when it was not packed. */
export function unpack(message: string): Text {
  const [en = '', ko = en] = message.split(SEPARATOR);
  return { en, ko };
}

/** A schema of a value in a file that says what it expects. */
export type Expecting<Value> = v.GenericSchema<unknown, Value> & { readonly wants: Text };

/** What a parser given to `parsed` answers for a value it does not accept. */
export const REFUSED = Symbol('refused');

/** A schema made of one function: it returns the value meant, or REFUSED. */
export function parsed<Value>(wants: Text, parse: (input: unknown) => Value | typeof REFUSED): Expecting<Value> {
  const schema = v.pipe(
    v.unknown(),
    v.rawTransform<unknown, Value>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== REFUSED) return value;
      addIssue({ message: pack(wants) });
      return NEVER;
    }),
  );
  return Object.assign(schema, { wants });
}

/** A key that may be left out; it is then absent from what is read. */
export function mayBeAbsent<S extends v.GenericSchema<unknown, unknown>>(schema: S) {
  return v.optional(schema);
}

/** A key that may be left out; `fallback`, a value as the file would hold it, is read in its place. */
export function optional<S extends v.GenericSchema<unknown, unknown>>(schema: S, fallback: NonNullable<unknown>) {
  return v.optional(schema, () => fallback);
}

/** What of a map is there: keys that are undefined are left out. */
export function present<Given extends object>(given: Given): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  const there = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Key in keyof Given]?: Exclude<Given[Key], undefined> };
}

type Entries = v.ObjectEntries;

function isMap(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** What to say of a key that a map does not have, beside the nearest known one. */
export interface UnknownKeyHints {
  /** For a key that belongs elsewhere. */
  readonly misplaced?: (key: string) => Text | null;
  /** Where to look when no known key is near; without it they are all listed. */
  readonly look?: Text;
}

function unknownKey(key: string, known: readonly string[], { misplaced, look }: UnknownKeyHints): Text {
  const elsewhere = misplaced?.(key) ?? null;
  if (elsewhere !== null) return elsewhere;
  const near = nearestWord(key, known);
  if (near !== null) return { en: `did you mean "${near}"?`, ko: `혹시 "${near}"인가요?` };
  return look ?? { en: `known keys: ${known.join(', ')}`, ko: `쓸 수 있는 항목: ${known.join(', ')}` };
}

function wantsOf(schema: unknown): Text {
  const inner = (schema as { readonly wrapped?: unknown }).wrapped ?? schema;
  return (inner as { readonly wants?: Text }).wants ?? { en: 'a value', ko: '값을 쓰세요.' };
}

/**
 * A map with these keys and no others. A missing key is reported with what its value should be, an unknown one with
 * the nearest known key.
 */
export function strictMap<const E extends Entries>(entries: E, wants: Text, hints: UnknownKeyHints = {}) {
  const known = Object.keys(entries);
  const object = v.strictObject(entries, (issue) => {
    const key = String(issue.path?.at(-1)?.key ?? '');
    if (issue.expected === 'never') return pack(unknownKey(key, known, hints));
    return pack(issue.expected === `"${key}"` ? wantsOf(entries[key]) : wants);
  });
  const schema = v.pipe(
    parsed<object>(wants, (input) => (isMap(input) ? input : REFUSED)),
    object,
  );
  return Object.assign(schema, { wants });
}

/** A list of `min` to `max` items. */
export function listOf<S extends v.GenericSchema<unknown, unknown>>(item: S, min: number, max: number, wants: Text) {
  const fits = (input: unknown): input is unknown[] =>
    Array.isArray(input) && input.length >= min && input.length <= max;
  const schema = v.pipe(
    parsed<unknown[]>(wants, (input) => (fits(input) ? input : REFUSED)),
    v.array(item),
  );
  return Object.assign(schema, { wants });
}

/** What one issue says to a person; `label` is the path of keys to the value, `parent` that of the map it is in. */
export function issueMessage(issue: v.BaseIssue<unknown>, label: Text, parent: Text): Text {
  const said = unpack(issue.message);
  const key = String(issue.path?.at(-1)?.key ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const name = quoted(key);
    return {
      en: `${parent.en} has no key "${name}"; ${said.en}`,
      ko: `${parent.ko}에는 "${name}" 항목이 없습니다. ${said.ko}`,
    };
  }
  if (issue.type === 'strict_object' && issue.expected === `"${key}"`) {
    return { en: `${label.en} is missing; expected ${said.en}`, ko: `${label.ko} 항목이 없습니다. ${said.ko}` };
  }
  const found = describe(issue.input);
  return { en: `${label.en} is ${found.en}; expected ${said.en}`, ko: `${label.ko}: ${found.ko}. ${said.ko}` };
}

function describe(input: unknown): Text {
  if (input === null || input === undefined) return { en: 'empty', ko: '값이 비어 있습니다' };
  if (Array.isArray(input)) {
    return { en: `a list of ${input.length}`, ko: `항목이 ${input.length}개인 목록이 있습니다` };
  }
  if (typeof input === 'object') return { en: 'a map', ko: '키와 값의 맵이 있습니다' };
  const shown = typeof input === 'string' ? `"${quoted(input)}"` : quoted(String(input));
  return { en: shown, ko: `지금 값은 ${shown}입니다` };
}
