import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Field, Question } from '../../../src/questions/question.ts';
import type { Flag, SegmentOptions } from '../../../src/tcp/segment.ts';
import { APART } from './independent-apart.ts';
import { expectedOfState } from './independent-states.ts';
import { STREAMS } from './independent-streams.ts';

/*
 * The answers of questions on a capture reckoned a second time, from the list of its segments alone: no analysis, no code of
 * the questions. Numbers are BigInt counted from the first number of a stream, as in test/questions/independent.ts.
 */

export interface Seen {
  readonly from: string;
  readonly flags: readonly Flag[];
  readonly seq: number;
  readonly ack: number;
  readonly len: number;
  /** The field of the header, unscaled. */
  readonly window?: number;
  readonly options?: SegmentOptions;
  /** When it was captured. */
  readonly ms?: number;
  /** Its checksum is wrong: it says nothing of what its sender has sent. */
  readonly bad?: boolean;
}

const SPACE = 1n << 32n;
/** How far a number lies from another, up to half of the space on either side. */
const offset = (base: bigint, number: number): bigint =>
  ((BigInt(number) - base + SPACE + SPACE / 2n) % SPACE) - SPACE / 2n;
const has = (segment: Seen, flag: Flag): boolean => segment.flags.includes(flag);
const takes = (segment: Seen): bigint =>
  BigInt(segment.len) + (has(segment, 'SYN') ? 1n : 0n) + (has(segment, 'FIN') ? 1n : 0n);

/** The whole list with, at `at`, the segment of a question; where its excerpt begins in the list. */
export function placed(question: Question, whole: readonly Seen[]): number {
  const shown = question.trace.segments;
  const same = (a: Seen, b: Seen): boolean =>
    a.from === b.from && a.seq === b.seq && a.ack === b.ack && a.len === b.len && a.flags.join() === b.flags.join();
  const starts = whole.flatMap((_, start) =>
    shown.every((segment, i) => whole[start + i] !== undefined && same(segment, whole[start + i]!)) ? [start] : [],
  );
  if (starts.length === 0) throw new Error('the question shows what the capture does not hold');
  return starts[0]!;
}

export function expectedOn(question: Question, whole: readonly Seen[]): Record<string, FieldValue> {
  const apart = APART[question.skill];
  if (apart !== undefined) return apart(question, whole);
  const start = placed(question, whole);
  const streams = STREAMS[question.skill];
  if (streams !== undefined) return streams(question, whole, start);
  return Object.fromEntries(question.fields.map((field) => [field.id, expectedField(question, field, whole, start)]));
}

function expectedField(question: Question, field: Field, whole: readonly Seen[], start: number): FieldValue {
  const index = (n: number): number => start + n - 1;
  const ofState = expectedOfState(question, field, whole, index);
  if (ofState !== undefined) return ofState;
  if (question.skill === 'seq.relative' && field.place !== null) return absoluteOf(question, field.place, whole, start);
  if (field.place !== null) {
    const at = index(field.place.segment);
    switch (field.place.part) {
      case 'seq':
        return nextSeq(whole, at);
      case 'ack':
        return nextReceived(whole, at);
      case 'len':
        return lengthUpToNext(whole, at);
      case 'flags':
        return openingFlags(whole, at);
    }
  }
  const focus = index(question.view.focus.at(-1) ?? 1);
  switch (field.id) {
    case 'order':
      return orderOf(field, whole);
    case 'segment-length':
      return Number(takes(whole[focus]!));
    case 'bytes':
      return bytesBelow(whole, focus);
    case 'relative':
      return relativeOf(question, whole, focus);
  }
  throw new Error(`nothing reckons ${question.skill} ${field.id}`);
}

/** The number after all that the sender had used; of something sent again, the number it had. */
function nextSeq(whole: readonly Seen[], at: number): number {
  const segment = whole[at]!;
  const before = whole.slice(0, at).filter(({ from, bad }) => from === segment.from && !bad);
  const twin = before.find((one) => takes(one) > 0n && takes(one) === takes(segment) && one.seq === segment.seq);
  if (twin !== undefined) return twin.seq;
  const base = BigInt(before[0]!.seq);
  const ends = before.map((one) => offset(base, one.seq) + takes(one));
  return Number((base + ends.reduce((a, b) => (a > b ? a : b))) % SPACE);
}

/** The first number of the peer's stream that is missing from what had been captured. */
function nextReceived(whole: readonly Seen[], at: number): number {
  const { from } = whole[at]!;
  const before = whole.slice(0, at).filter((one) => one.from !== from && !one.bad);
  const base = BigInt(before[0]!.seq);
  const pieces = before
    .map((one) => ({ start: offset(base, one.seq), size: takes(one) }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  let end = 0n;
  for (const { start, size } of pieces) if (start <= end && start + size > end) end = start + size;
  return Number((base + end) % SPACE);
}

/** From where a segment begins to where the next numbers of its sender do. */
function lengthUpToNext(whole: readonly Seen[], at: number): number {
  const segment = whole[at]!;
  const distances = whole
    .slice(at + 1)
    .filter((one) => one.from === segment.from && takes(one) > 0n && !one.bad)
    .map((one) => (BigInt(one.seq) - BigInt(segment.seq) + SPACE) % SPACE)
    .filter((distance) => distance > 0n && distance < SPACE / 2n);
  return Number(distances.reduce((a, b) => (a < b ? a : b)));
}

/** SYN until the peer has acknowledged the own SYN, ACK as soon as the peer has sent anything. */
function openingFlags(whole: readonly Seen[], at: number): readonly Flag[] {
  const { from } = whole[at]!;
  const heard = whole.slice(0, at).filter((one) => one.from !== from);
  const known = heard.some((one) => has(one, 'ACK'));
  return [...(known ? [] : (['SYN'] as const)), ...(heard.length > 0 ? (['ACK'] as const) : [])];
}

/** Data bytes between the SYN and the ack, each number counted once. */
function bytesBelow(whole: readonly Seen[], at: number): number {
  const { from, ack } = whole[at]!;
  const sent = whole.slice(0, at).filter((one) => one.from !== from);
  const syn = sent.findLast((one) => has(one, 'SYN'))!;
  const beyond = (number: number): number => Number(offset(BigInt(syn.seq), number));
  const had = new Uint8Array(beyond(ack));
  for (const one of sent) {
    const first = beyond(one.seq) + (has(one, 'SYN') ? 1 : 0);
    if (first >= 0) had.fill(1, first, first + one.len);
  }
  return had.reduce((total, byte) => total + byte, 0);
}

/** The number in question, counted from the ISN of the stream it belongs to. */
function relativeOf(question: Question, whole: readonly Seen[], at: number): number {
  const segment = whole[at]!;
  const part = /relative seq/.test(question.fields[0]!.label.en) ? 'seq' : 'ack';
  const stream = part === 'seq' ? segment.from : whole.find(({ from }) => from !== segment.from)!.from;
  const syn = whole.slice(0, at).findLast((one) => one.from === stream && has(one, 'SYN'))!;
  return Number((BigInt(segment[part]) - BigInt(syn.seq) + SPACE) % SPACE);
}

/** The ISN of the stream with the relative number that the question gives. */
function absoluteOf(
  question: Question,
  place: { segment: number; part: string },
  whole: readonly Seen[],
  start: number,
) {
  const { from } = whole[start + place.segment - 1]!;
  const syn = whole.find((one) => has(one, 'SYN') && (one.from === from) === (place.part === 'seq'))!;
  const given = /relative number (\d+)/.exec(question.prompt.en)![1]!;
  return Number((BigInt(syn.seq) + BigInt(given)) % SPACE);
}

/** The ids of the items in the order in which the capture has the segments they name. */
function orderOf(field: Field, whole: readonly Seen[]): readonly string[] {
  if (field.kind !== 'order') throw new Error('no order');
  return whole.slice(0, field.items.length).map((segment) => {
    const named = `seq ${segment.seq}, ${has(segment, 'ACK') ? `ack ${segment.ack}` : 'no ack'}, ${
      segment.len === 0 ? 'no data' : `${segment.len} data byte${segment.len === 1 ? '' : 's'}`
    }`;
    return field.items.find(({ text }) => text.en === named)?.id ?? 'none';
  });
}
