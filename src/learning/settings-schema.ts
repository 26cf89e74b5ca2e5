import * as v from 'valibot';
import type { Text } from '../language.ts';
import type { Weights } from './memory/fsrs.ts';
import { areWeights } from './memory/weights.ts';
import { dayOfDate } from './study-day.ts';

/** What a learner can choose. */
export interface Settings {
  /** 'auto' follows the locale. */
  readonly language: 'auto' | 'ko' | 'en';
  /** Sequence numbers as they are on the wire, or counted from the ISN. */
  readonly numbers: 'absolute' | 'relative';
  /** Only ASCII characters for lines and arrows. */
  readonly ascii: boolean;
  /** The ground the terminal writes on; 'auto' asks the terminal. */
  readonly theme: 'auto' | 'dark' | 'light';
  /** 'colour-blind' keeps right and wrong apart by blue and orange instead of green and red. */
  readonly colours: 'standard' | 'colour-blind';
  /** 'reduced' lets nothing glide, blink or count down between the steps of what is shown. */
  readonly motion: 'full' | 'reduced';
  /** A ladder drawn to the scale of time, or one line after the other. */
  readonly ladder: 'time' | 'compact';
  /** The wheel of the mouse moves as the arrow keys do; the terminal's own selection of text then needs Shift. */
  readonly mouse: boolean;
  /** Text line by line for a screen reader, on the ordinary screen. */
  readonly screenReader: boolean;
  /** Playing speed of the simulator. */
  readonly speed: 0.5 | 1 | 2 | 4;
  /** New items a study day, 0 to 200. */
  readonly newPerDay: number;
  /** Reviews a study day, 0 to 9999. */
  readonly reviewsPerDay: number;
  /** New items and reviews together a study day, 1 to 9999; null for no limit. */
  readonly perDay: number | null;
  /** The date of an exam or an interview, such as '2026-12-12'; null for none. */
  readonly examDate: string | null;
  /** The chance of recall at which an item comes back, 0.7 to 0.97. */
  readonly retention: number;
  /** Questions in a timed quiz, 1 to 200. */
  readonly quizCount: number;
  /** Minutes for a timed quiz, 0.5 to 180. */
  readonly quizMinutes: number;
  /** When a timed quiz shows its verdicts. */
  readonly quizFeedback: 'end' | 'each';
  /** FSRS weights fitted to this learner by `seqack tune`; null: the defaults. */
  readonly weights: Weights;
}

export const defaultSettings: Settings = {
  language: 'auto',
  numbers: 'absolute',
  ascii: false,
  theme: 'auto',
  colours: 'standard',
  motion: 'full',
  ladder: 'time',
  mouse: false,
  screenReader: false,
  speed: 1,
  newPerDay: 10,
  reviewsPerDay: 200,
  perDay: null,
  examDate: null,
  retention: 0.9,
  quizCount: 10,
  quizMinutes: 5,
  quizFeedback: 'end',
  weights: null,
};

const MOST_PER_DAY = 9999;

const fields = {
  language: v.picklist(['auto', 'ko', 'en']),
  numbers: v.picklist(['absolute', 'relative']),
  ascii: v.boolean(),
  theme: v.picklist(['auto', 'dark', 'light']),
  colours: v.picklist(['standard', 'colour-blind']),
  motion: v.picklist(['full', 'reduced']),
  ladder: v.picklist(['time', 'compact']),
  mouse: v.boolean(),
  screenReader: v.boolean(),
  speed: v.picklist([0.5, 1, 2, 4]),
  newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
  reviewsPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PER_DAY)),
  perDay: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PER_DAY))),
  examDate: v.nullable(
    v.pipe(
      v.string(),
      v.check((date) => dayOfDate(date) !== null),
    ),
  ),
  retention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  quizCount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  quizMinutes: v.pipe(v.number(), v.minValue(0.5), v.maxValue(180)),
  quizFeedback: v.picklist(['end', 'each']),
  weights: v.nullable(v.custom<readonly number[]>(areWeights)),
};

/** What a setting may be, as settings.json writes it. */
export const allowed: Readonly<Record<keyof Settings, Text>> = {
  language: { en: '"auto", "ko" or "en"', ko: '"auto", "ko", "en" 중 하나' },
  numbers: { en: '"absolute" or "relative"', ko: '"absolute" 또는 "relative"' },
  ascii: { en: 'true or false', ko: 'true 또는 false' },
  theme: { en: '"auto", "dark" or "light"', ko: '"auto", "dark", "light" 중 하나' },
  colours: { en: '"standard" or "colour-blind"', ko: '"standard" 또는 "colour-blind"' },
  motion: { en: '"full" or "reduced"', ko: '"full" 또는 "reduced"' },
  ladder: { en: '"time" or "compact"', ko: '"time" 또는 "compact"' },
  mouse: { en: 'true or false', ko: 'true 또는 false' },
  screenReader: { en: 'true or false', ko: 'true 또는 false' },
  speed: { en: '0.5, 1, 2 or 4', ko: '0.5, 1, 2, 4 중 하나' },
  newPerDay: { en: 'a whole number from 0 to 200', ko: '0~200의 정수' },
  reviewsPerDay: { en: 'a whole number from 0 to 9999', ko: '0~9999의 정수' },
  perDay: { en: 'a whole number from 1 to 9999, or null', ko: '1~9999의 정수 또는 null' },
  examDate: { en: 'a date such as "2026-12-12", or null', ko: '"2026-12-12" 같은 날짜 또는 null' },
  retention: { en: 'a number from 0.7 to 0.97', ko: '0.7~0.97의 수' },
  quizCount: { en: 'a whole number from 1 to 200', ko: '1~200의 정수' },
  quizMinutes: { en: 'a number from 0.5 to 180', ko: '0.5~180의 수' },
  quizFeedback: { en: '"end" or "each"', ko: '"end" 또는 "each"' },
  weights: {
    en: 'null or 21 numbers in the ranges of FSRS-6 (seqack tune makes them)',
    ko: 'null 또는 FSRS-6 범위 안의 수 21개(seqack tune으로 만듦)',
  },
};

/** The values of a setting that can be told one by one, in the order of their choice; none for numbers and dates. */
export function settingWords(name: keyof Settings): readonly Settings[keyof Settings][] {
  const field = fields[name];
  if (field.type === 'picklist') return field.options;
  if (field.type === 'boolean') return [true, false];
  return field.type === 'nullable' ? [null] : [];
}

function read<Name extends keyof Settings>(
  name: Name,
  schema: v.GenericSchema<unknown, Settings[Name]>,
  from: object,
  problems: Text[],
): Settings[Name] {
  if (!Object.hasOwn(from, name)) return defaultSettings[name];
  const result = v.safeParse(schema, Reflect.get(from, name));
  if (result.success) return result.output;
  const used = JSON.stringify(defaultSettings[name]);
  problems.push({
    en: `settings.json: "${name}" must be ${allowed[name].en}; ${used} is used.`,
    ko: `settings.json의 "${name}" 값은 ${allowed[name].ko}여야 합니다. 기본값(${used})을 사용합니다.`,
  });
  return defaultSettings[name];
}

/** Settings from what the file held: a field that is absent or wrong takes its default, a wrong one with a sentence. */
export function settingsFrom(stored: object): { readonly settings: Settings; readonly problems: readonly Text[] } {
  const problems: Text[] = [];
  const settings: Settings = {
    language: read('language', fields.language, stored, problems),
    numbers: read('numbers', fields.numbers, stored, problems),
    ascii: read('ascii', fields.ascii, stored, problems),
    theme: read('theme', fields.theme, stored, problems),
    colours: read('colours', fields.colours, stored, problems),
    motion: read('motion', fields.motion, stored, problems),
    ladder: read('ladder', fields.ladder, stored, problems),
    mouse: read('mouse', fields.mouse, stored, problems),
    screenReader: read('screenReader', fields.screenReader, stored, problems),
    speed: read('speed', fields.speed, stored, problems),
    newPerDay: read('newPerDay', fields.newPerDay, stored, problems),
    reviewsPerDay: read('reviewsPerDay', fields.reviewsPerDay, stored, problems),
    perDay: read('perDay', fields.perDay, stored, problems),
    examDate: read('examDate', fields.examDate, stored, problems),
    retention: read('retention', fields.retention, stored, problems),
    quizCount: read('quizCount', fields.quizCount, stored, problems),
    quizMinutes: read('quizMinutes', fields.quizMinutes, stored, problems),
    quizFeedback: read('quizFeedback', fields.quizFeedback, stored, problems),
    weights: read('weights', fields.weights, stored, problems),
  };
  return { settings, problems };
}
