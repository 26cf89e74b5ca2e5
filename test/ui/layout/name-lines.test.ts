import { expect, test } from 'vitest';
import { lineCells, lineText } from '../../../src/ui/layout/line.ts';
import { nameLines } from '../../../src/ui/layout/name-lines.ts';

const NAMES = ['a.pcap', 'bb.pcap', '캡처.pcap', 'a-name-longer-than-the-window.pcap', 'z/'];
const more = (left: number) => `and ${left} more`;
const shown = (width: number, room: number) => nameLines(NAMES, width, room, more).map(lineText);

test('stand side by side where they fit, none wider than the window', () => {
  expect(shown(21, 9)).toEqual(['a.pcap   bb.pcap', '캡처.pcap', 'a-name-longer-than-t…', 'z/']);
  for (const width of [5, 20, 60]) {
    for (const one of nameLines(NAMES, width, 9, () => '')) expect(lineCells(one)).toBeLessThanOrEqual(width);
  }
});

test('what has no room is counted on the last line', () => {
  expect(shown(21, 2)).toEqual(['a.pcap   bb.pcap', 'and 3 more']);
  expect(shown(21, 1)).toEqual(['and 5 more']);
});
