import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleFile, oracles } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';
import { variants } from '../variants.ts';

const all = variants(oracleFile);

test.each(all)('read as recorded: $name', ({ file, segments, passedOver = 0 }) => {
  const read = readCapture(file);
  expect(read.problem).toBeNull();
  expect(read.segments).toEqual(segments);
  expect(read.tally.passedOver).toEqual({
    'not-tcp': passedOver,
    'unknown-link': 0,
    malformed: 0,
    'header-cut': 0,
    fragment: 0,
  });
});

describe('the pieces that a file comes in make no difference', () => {
  const files = [...all.map(({ file }) => file), ...oracles().map(({ file }) => file)];

  test('any lengths, also from one byte on', () => {
    const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.constantFrom(...files), pieces, (file, lengths) => {
        expect(readCapture(file, lengths)).toEqual(readCapture(file));
      }),
      { numRuns: 300 },
    );
  });

  test('nor do they where the file ends too early', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 700 }),
        (file, share, length) => {
          // From the end of the longest header on.
          const cut = file.subarray(0, 28 + Math.floor(share * (file.length - 28)));
          const read = readCapture(cut);
          expect(readCapture(cut, [length])).toEqual(read);
          const whole = readCapture(file);
          expect(read.segments).toEqual(whole.segments.slice(0, read.segments.length));
          if (read.problem !== null) {
            expect(read.problem.offset).toBeLessThan(cut.length);
            expect(read.problem.frames).toBe(read.tally.frames);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
