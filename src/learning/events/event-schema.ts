import * as v from 'valibot';
import type { ItemId, LearningEvent } from './event.ts';

/** Why a line of the log was passed over. It stays in the file. */
export type LineFault =
  /** Not an event: damaged, cut short or written by hand. */
  | 'unreadable'
  /** Written by a version of the program that knows more than this one. */
  | 'newer';

/** The farthest moment a Date can name, ms since the epoch. */
const LAST_MOMENT = 8.64e15;

const id = v.pipe(v.string(), v.minLength(1));
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const gradeValue = v.picklist([1, 2, 3, 4]);
const questionName = v.pipe(v.string(), v.regex(/^[^@]+@/));
const itemId = v.custom<ItemId>((value) => typeof value === 'string' && /^(card:[^/]+\/|skill:)./.test(value));

const base = { v: v.literal(1), id, at: moment };

const schemas = {
  answer: v.object({
    ...base,
    kind: v.literal('answer'),
    question: questionName,
    correct: v.boolean(),
    given: v.record(v.string(), v.string()),
    rules: v.array(v.string()),
    hinted: v.boolean(),
    tookMs: duration,
    where: v.picklist(['practice', 'review', 'quiz']),
    grade: v.nullable(gradeValue),
  }),
  card: v.object({
    ...base,
    kind: v.literal('card'),
    item: itemId,
    grade: gradeValue,
    tookMs: duration,
    where: v.optional(v.picklist(['review', 'practice']), 'review'),
  }),
  item: v.object({
    ...base,
    kind: v.literal('item'),
    item: itemId,
    what: v.picklist(['suspended', 'buried', 'resumed']),
  }),
  undo: v.object({ ...base, kind: v.literal('undo'), undoes: id }),
  lesson: v.object({
    ...base,
    kind: v.literal('lesson'),
    module: id,
    what: v.picklist(['opened', 'finished']),
  }),
  quiz: v.object({
    ...base,
    kind: v.literal('quiz'),
    seed: v.string(),
    asked: count,
    correct: count,
    tookMs: duration,
    limitMs: duration,
  }),
  interview: v.object({
    ...base,
    kind: v.literal('interview'),
    what: v.picklist(['draft', 'graded']),
    module: id,
    question: id,
    followUp: v.nullable(count),
    run: id,
    text: v.string(),
    marks: v.nullable(v.object({ must: v.array(count), bonus: v.array(count), traps: v.array(count) })),
    of: v.object({ must: count, bonus: count, traps: count }),
    tookMs: duration,
  }),
  session: v.variant('what', [
    v.object({
      ...base,
      kind: v.literal('session'),
      session: id,
      what: v.literal('started'),
      plan: v.variant('of', [
        v.object({
          of: v.literal('practice'),
          questions: v.array(questionName),
          toChoose: count,
          scheduled: v.boolean(),
        }),
        v.object({
          of: v.literal('quiz'),
          questions: v.array(questionName),
          seed: v.string(),
          limitMs: duration,
          feedback: v.picklist(['end', 'each']),
        }),
      ]),
    }),
    v.object({
      ...base,
      kind: v.literal('session'),
      session: id,
      what: v.literal('added'),
      questions: v.array(questionName),
      toChoose: count,
    }),
    v.object({ ...base, kind: v.literal('session'), session: id, what: v.literal('paused'), usedMs: duration }),
    v.object({ ...base, kind: v.literal('session'), session: id, what: v.literal('ended') }),
  ]),
};

const header = v.object({ v: v.number(), kind: v.string() });

function isKnownKind(kind: string): kind is keyof typeof schemas {
  return Object.hasOwn(schemas, kind);
}

/** The event a line of the log stands for, or why it is none. Never throws. */
export function parseEvent(line: string): LearningEvent | LineFault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'unreadable';
  }
  const head = v.safeParse(header, value);
  if (!head.success) return 'unreadable';
  // A kind this version does not know can only come from a later one, whatever number it carries.
  if (head.output.v > 1 || !isKnownKind(head.output.kind)) return 'newer';
  const event = v.safeParse(schemas[head.output.kind], value);
  return event.success ? event.output : 'unreadable';
}

/** What keeps a line from being an event, for someone who looks at the file. */
export type LineDamage =
  | { readonly why: 'not-json' }
  /** JSON, but no object. */
  | { readonly why: 'no-object' }
  /** `field` is a path such as `marks.must.0`. */
  | { readonly why: 'missing' | 'wrong'; readonly field: string };

/** Why parseEvent calls a line unreadable; null when it does not. */
export function damageOf(line: string): LineDamage | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { why: 'not-json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { why: 'no-object' };
  const head = v.safeParse(header, value);
  if (!head.success) return fieldOf(head.issues[0]);
  if (head.output.v > 1 || !isKnownKind(head.output.kind)) return null;
  const event = v.safeParse(schemas[head.output.kind], value);
  return event.success ? null : fieldOf(event.issues[0]);
}

function fieldOf(issue: v.BaseIssue<unknown>): LineDamage {
  const why = issue.received === 'undefined' ? 'missing' : 'wrong';
  return { why, field: (issue.path ?? []).map(({ key }) => String(key)).join('.') };
}
