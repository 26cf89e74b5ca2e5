import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { parseEvent } from '../../../src/learning/events/event-schema.ts';
import { memoryBytes } from '../../../src/learning/log/log-bytes.ts';
import { createLogUnion, mergeLogs } from '../../../src/learning/log/merge-logs.ts';
import { answer, card, histories, NOON } from '../events.ts';

const log = (text: string | Buffer) => memoryBytes(Buffer.from(text));
const merge = (...texts: readonly (string | Buffer)[]) => mergeLogs(texts.map(log)).toString('utf8');
const logOf = (events: readonly LearningEvent[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** What becomes of each line of the last of these logs. */
function taken(...texts: readonly string[]) {
  const union = createLogUnion();
  return texts.map((text) => [...union.take(log(text))].map(({ is, line: { number } }) => `${number} ${is}`)).at(-1);
}

/** Events as they stand in a log. */
function eventsIn(text: string): LearningEvent[] {
  return text
    .split('\n')
    .map(parseEvent)
    .filter((event) => typeof event !== 'string');
}

/**
 * Logs of several machines that have met before: events shared by some of them, the same line with more keys or another
 * content, lines of a later version, damaged lines, carriage returns, a last line without its end.
 */
const shared = histories.map((events) => {
  const later = events.slice(0, 4).map(({ id, at }) => ({ v: 2, id, at, kind: 'later' }));
  const changed = events.slice(0, 6).map((event) => ({ ...event, at: event.at + 5 }));
  const wider = events.slice(3, 9).map((event) => ({ ...event, more: 'keys' }));
  return [
    ...[...events, ...later, ...changed, ...wider].map((event) => JSON.stringify(event)),
    '{"v":1,"id":"cut sho',
    'no JSON at all',
    '{"v":1}',
  ];
});
const logs = shared.chain((lines) =>
  fc.array(
    fc
      .tuple(fc.shuffledSubarray(lines), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([some, end, isEnded]) => some.join(end) + (isEnded ? end : '')),
    { minLength: 3, maxLength: 3 },
  ),
);

describe('putting logs together', () => {
  it('gives the same bytes whichever is first (commutative)', () => {
    fc.assert(
      fc.property(logs, ([a = '', b = '']) => {
        expect(merge(a, b)).toBe(merge(b, a));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes however it is done step by step (associative)', () => {
    fc.assert(
      fc.property(logs, ([a = '', b = '', c = '']) => {
        const all = merge(a, b, c);
        expect(merge(merge(a, b), c)).toBe(all);
        expect(merge(a, merge(b, c))).toBe(all);
        expect(merge(c, a, b)).toBe(all);
      }),
      { numRuns: 300 },
    );
  });

  it('adds nothing that is there (idempotent)', () => {
    fc.assert(
      fc.property(logs, ([a = '', b = '']) => {
        const once = merge(a, b);
        expect(merge(once, once)).toBe(once);
        expect(merge(once, a)).toBe(once);
        expect(merge(b, once, a)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every event and every line of a later version once, in order of time, and nothing damaged', () => {
    fc.assert(
      fc.property(logs, (texts) => {
        const lines = texts.flatMap((text) => text.split(/\r?\n/));
        const merged = merge(...texts);
        const events = eventsIn(merged);
        const newer = (all: readonly string[]) => new Set(all.filter((line) => parseEvent(line) === 'newer'));
        expect(new Set(events.map(({ id }) => id))).toEqual(new Set(eventsIn(lines.join('\n')).map(({ id }) => id)));
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
        expect(newer(merged.split('\n'))).toEqual(newer(lines));
        expect(merged.split('\n').length - 1).toBe(events.length + newer(lines).size);
        for (const line of merged.split('\n').slice(0, -1)) expect(lines).toContain(line);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of the learner as the logs read one after the other, in any order', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (events, from, to) => {
        const a = events.slice(0, 1 + (from % (events.length + 1)));
        const b = events.slice(to % (events.length + 1));
        const whole = foldEvents([...a, ...b]);
        expect(foldEvents(eventsIn(merge(logOf(a), logOf(b))))).toEqual(whole);
        expect(foldEvents(eventsIn(merge(logOf([...b].reverse()), logOf(a))))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what becomes of a line', () => {
  const known = answer(NOON, { id: 'known' });

  it.each([
    ['the same again', JSON.stringify(known), 'known'],
    [
      'the same with keys in another order',
      JSON.stringify(Object.fromEntries(Object.entries(known).reverse())),
      'known',
    ],
    ['the same with a key of a later version', JSON.stringify({ ...known, more: 1 }), 'known'],
    ['another content', JSON.stringify({ ...known, correct: false }), 'conflict'],
    ['another event', JSON.stringify(card(NOON, 3)), 'new'],
    ['a kind not known here', '{"v":1,"id":"x","at":1,"kind":"poem"}', 'newer'],
    ['no JSON', '{"v":1,', 'damaged'],
  ])('%s: %s', (_, line, is) => {
    expect(taken(logOf([known]), `${line}\n`)).toEqual([`1 ${is}`]);
  });

  it('cut short at the end it is torn, and whole in the next line it is mended', () => {
    const line = JSON.stringify(known);
    expect(taken(`${line}\n${line.slice(0, 30)}`)).toEqual(['1 new', '2 torn']);
    expect(taken(line)).toEqual(['1 new']);
    expect(taken(`${line.slice(0, 30)}\n${line}\n`)).toEqual(['1 mended', '2 new']);
    expect(taken(`${line.slice(0, 30)}\n${logOf([card(NOON, 1)])}`)).toEqual(['1 damaged', '2 new']);
    expect(taken(`${line.slice(0, 30)}\nnothing\n`)).toEqual(['1 damaged', '2 damaged']);
  });

  it('the first place of a conflict is told', () => {
    const union = createLogUnion();
    for (const _ of union.take(log(logOf([card(NOON, 3), known]))));
    const [conflict] = union.take(log(logOf([{ ...known, hinted: true }])));
    expect(conflict).toMatchObject({ is: 'conflict', log: 1, first: { log: 0, number: 2 } });
  });
});
