import { expect, test } from 'vitest';
import { TerminalModes } from '../../scripts/monkey/modes.ts';
import { growthOf } from '../../scripts/monkey/process.ts';

test('what a program leaves switched on is noticed, also when a sequence comes in two pieces', () => {
  const modes = new TerminalModes();
  modes.take('\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[>1u frame \u001b[?10');
  modes.take('00;1006h');
  expect(modes.left()).toEqual([
    'mode 1049 is on',
    'mode 2004 is on',
    'mode 1000 is on',
    'mode 1006 is on',
    'the cursor is hidden',
    'the kitty keyboard protocol is on',
  ]);
  modes.take('\u001b[<u\u001b[?1006;1000l\u001b[?2004l\u001b[?25h\u001b');
  modes.take('[?1049l');
  expect(modes.left()).toEqual([]);
});

test('memory that comes and goes is steady; what is never given back is growth', () => {
  const samples = (of: (at: number) => number) =>
    Array.from({ length: 100 }, (_, at) => ({ keys: at * 100, bytes: of(at) }));
  const steady = growthOf(samples((at) => 1000 + (at % 10) * 100));
  expect(steady).toMatchObject({ first: 1000, last: 1000, most: 1900, perThousandKeys: 0 });
  expect(growthOf(samples((at) => 1000 + at * 10))?.perThousandKeys).toBeCloseTo(100);
  expect(growthOf(samples(() => 1).slice(0, 5))).toBeNull();
});
