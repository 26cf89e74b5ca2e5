import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../../src/learning/events/event-schema.ts';
import { readEventLine } from '../../../src/learning/log/event-line.ts';
import { answer, NOON } from '../events.ts';

const read = (line: string) => {
  const bytes = Buffer.from(line);
  return readEventLine(bytes, 0, bytes.length);
};

/** What the long way makes of a line, without what was typed outside of a quiz. */
function slowly(line: string): unknown {
  const event = parseEvent(line);
  if (typeof event === 'string' || event.kind !== 'answer' || event.where === 'quiz') return event;
  const { given: _, ...counted } = event;
  return counted;
}

const answers = fc
  .record({
    id: fc.oneof(fc.uuid(), fc.string({ maxLength: 8 })),
    at: fc.oneof(fc.integer({ min: -5, max: 1e16 }), fc.double()),
    question: fc.oneof(fc.constant('ack.in-order@s-1'), fc.string(), fc.constant('no-seed'), fc.constant('@x')),
    given: fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 9 }), { maxKeys: 3 }),
    rules: fc.array(fc.oneof(fc.constantFrom('M01', 'M23'), fc.string({ maxLength: 4 })), { maxLength: 3 }),
    tookMs: fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true })),
    grade: fc.constantFrom(null, 1, 2, 3, 4, 5, 0),
    where: fc.constantFrom('practice', 'review', 'quiz', 'dream'),
  })
  .map((over) => JSON.stringify({ ...answer(NOON), ...over }));

describe('a line of the log', () => {
  it('is read the short way as it would be the long way', () => {
    fc.assert(
      fc.property(answers, (line) => {
        expect(read(line)).toEqual(slowly(line));
      }),
      { numRuns: 500 },
    );
  });

  it('is read the short way as it would be the long way when it is damaged', () => {
    fc.assert(
      fc.property(
        answers,
        fc.nat(),
        fc.oneof(fc.constantFrom('', '"', ',', '}', '0', '\\', '한', ' '), fc.string()),
        (line, at, put) => {
          const damaged = line.slice(0, at % line.length) + put + line.slice((at % line.length) + 1);
          expect(read(damaged)).toEqual(slowly(damaged));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
