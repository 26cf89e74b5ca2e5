import * as v from 'valibot';
import { type Expecting, mayBeAbsent, strictMap } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Conventions } from '../../tcp/conventions.ts';
import { CONVENTION_FIELDS, CONVENTION_KEYS, CONVENTION_NAMES } from '../convention-keys.ts';

/* `conventions:` of a scenario file, for both ends or for one. */

const WANTS: Text = {
  en: 'a map such as { delayed-ack: none, sack: true }.',
  ko: '{ delayed-ack: none, sack: true } 같은 맵을 쓰세요.',
};

const SEE: Text = {
  en: 'all of them: seqack simulate --conventions',
  ko: '쓸 수 있는 항목은 seqack simulate --conventions로 볼 수 있습니다.',
};

const entries = Object.fromEntries(
  CONVENTION_FIELDS.map((field) => {
    const { name, value } = CONVENTION_KEYS[field];
    return [name, mayBeAbsent<Expecting<unknown>>(value)];
  }),
);

/** The conventions a map names, each by its field; keys left out are absent. */
export const conventions = v.pipe(
  strictMap(entries, WANTS, { look: SEE }),
  v.transform((given): Partial<Conventions> => {
    const named = CONVENTION_FIELDS.flatMap((field) => {
      const value = given[CONVENTION_KEYS[field].name];
      return value === undefined ? [] : [[field, value] as const];
    });
    return Object.fromEntries(named);
  }),
);

/** For a map that holds conventions: a convention written beside `conventions:` instead of in it. */
export function misplacedConvention(key: string): Text | null {
  if (!CONVENTION_NAMES.includes(key)) return null;
  return {
    en: `it is a convention; write conventions: { ${key}: .. }.`,
    ko: `관례이므로 conventions: { ${key}: .. }로 쓰세요.`,
  };
}

/** What keeps conventions from going together, or null. */
export function contradiction({ minimumRtoMs, maximumRtoMs }: Conventions): Text | null {
  if (minimumRtoMs <= maximumRtoMs) return null;
  return {
    en: `minimum-rto (${minimumRtoMs}) is above maximum-rto (${maximumRtoMs}); change one of them.`,
    ko: `minimum-rto(${minimumRtoMs})가 maximum-rto(${maximumRtoMs})보다 큽니다. 하나를 바꾸세요.`,
  };
}
