import { seqDistance } from '../tcp/sequence.ts';
import { type HostName, peerOf, type Trace } from '../trace/trace.ts';
import { normalized } from './answers/reading.ts';
import { type FieldValue, valueKey } from './answers.ts';
import type { Field, Place } from './question.ts';

/** A slip rather than a wrong rule. */
export type NearMiss =
  | 'off-by-one'
  | 'one-more-or-less'
  | 'wrong-unit'
  | 'one-digit'
  | 'relative-for-absolute'
  | 'hex-read-as-decimal'
  | 'one-part-wrong'
  | 'one-part-missing'
  | 'one-part-too-many'
  | 'other-order';

/** How a wrong `given`, typed as `text`, just misses the answer of `field`; null where it is simply wrong. Pure. */
export function nearMissOf(trace: Trace, field: Field, given: FieldValue, text: string): NearMiss | null {
  if (field.kind === 'number') {
    if (typeof given !== 'number') return null;
    return field.measure === 'sequence'
      ? missedNumber(field.answer, given, text, isnsOf(trace, field.place))
      : missedAmount(field.answer, given);
  }
  if (field.kind === 'state' || field.kind === 'choice' || typeof given !== 'object') return null;
  return missedList(field.kind, field.answer, given);
}

function missedNumber(answer: number, given: number, text: string, isns: readonly number[]): NearMiss | null {
  const digits = normalized(text).replace(/\D/g, '');
  if (!normalized(text).startsWith('0X') && Number.parseInt(digits, 16) === answer) return 'hex-read-as-decimal';
  if (isns.some((isn) => seqDistance(isn, answer) === given)) return 'relative-for-absolute';
  if (seqDistance(answer, given) === 1 || seqDistance(given, answer) === 1) return 'off-by-one';
  return oneDigitApart(String(answer), String(given)) ? 'one-digit' : null;
}

/** Bytes for kilobytes, seconds for milliseconds. */
const UNIT_STEP = 1000;

function missedAmount(answer: number, given: number): NearMiss | null {
  if (Math.abs(answer - given) === 1) return 'one-more-or-less';
  if (answer !== 0 && (given === answer * UNIT_STEP || answer === given * UNIT_STEP)) return 'wrong-unit';
  return oneDigitApart(String(answer), String(given)) ? 'one-digit' : null;
}

/** Too short a number has no typing slips, only other values. */
const LEAST_DIGITS = 3;

function oneDigitApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < LEAST_DIGITS) return false;
  return [...a].filter((digit, index) => digit !== b[index]).length === 1;
}

/** With fewer parts than this one wrong part is a wrong answer. */
const LEAST_PARTS = 3;

/** Flags have no order; ids in order have all parts by the way they are given. */
function missedList(
  kind: 'numbers' | 'ranges' | 'flags' | 'order',
  answer: FieldValue & object,
  given: FieldValue & object,
): NearMiss | null {
  const keys = (list: FieldValue & object) => list.map((part) => valueKey(kind, [part] as FieldValue));
  const wanted = keys(answer);
  const got = keys(given);
  const sorted = (list: readonly string[]) => [...list].sort();
  if (kind === 'flags') return missedParts(sorted(wanted), sorted(got));
  if (sorted(wanted).join() === sorted(got).join()) return kind === 'order' ? null : 'other-order';
  if (wanted.length === got.length)
    return wanted.length >= LEAST_PARTS && differing(wanted, got) === 1 ? 'one-part-wrong' : null;
  return missedParts(wanted, got);
}

function differing(a: readonly string[], b: readonly string[]): number {
  return a.filter((part, index) => part !== b[index]).length;
}

/** One part left out or one too many, the others being right and where they belong. Of one part none can be left out. */
function missedParts(wanted: readonly string[], got: readonly string[]): NearMiss | null {
  const without = (list: readonly string[], rest: readonly string[]) =>
    rest.length > 0 && list.some((_, i) => list.filter((__, j) => j !== i).join() === rest.join());
  if (wanted.length === got.length + 1) return without(wanted, got) ? 'one-part-missing' : null;
  if (got.length === wanted.length + 1) return without(got, wanted) ? 'one-part-too-many' : null;
  return null;
}

/** The initial sequence numbers a field's number can be relative to. */
function isnsOf(trace: Trace, place: Place | null): readonly number[] {
  const segment = place === null ? undefined : trace.segments[place.segment - 1];
  if (place === null || segment === undefined) return [];
  if (place.part === 'seq') return isnBefore(trace, segment.from, segment.n);
  if (place.part === 'ack') return isnBefore(trace, peerOf(segment.from), segment.n);
  return [];
}

function isnBefore(trace: Trace, host: HostName, n: number): readonly number[] {
  const syn = trace.segments.findLast(
    (segment) => segment.n <= n && segment.from === host && segment.flags.includes('SYN'),
  );
  return syn === undefined ? [] : [syn.seq];
}
