import { expect, test } from 'vitest';
import { line, lineText } from '../../src/ui/layout/line.ts';
import { listed, ruleLines } from '../../src/ui/screens/session-end-lines.ts';
import { en } from '../../src/ui/text/en.ts';
import { glyphsFor } from '../../src/ui/theme.ts';

const LONG = 'Takes the ACK of data above a gap for one of the data below it';
const style = (linear: boolean) => ({
  width: 60,
  words: en,
  glyphs: glyphsFor({ ascii: false, linear }),
  titleOf: (skill: string) => skill,
  ruleName: () => LONG,
});

test('what is too long for its line is cut where that is seen, and told whole where it is read aloud', () => {
  const [seen] = listed(line(LONG), line('not right'), style(false)).map(lineText);
  expect(seen).toMatch(/… not right$/);
  expect(listed(line(LONG), line('not right'), style(true)).map(lineText)).toEqual([
    'Takes the ACK of data above a gap for one of the data below',
    '  it; not right',
  ]);
});

test('a wrong rule read aloud is named whole', () => {
  const met = [{ rule: 'any', times: 2, corrected: true }];
  const spoken = ruleLines(met, style(true)).map(lineText).join(' ').replace(/\s+/g, ' ');
  expect(spoken).toContain(`${LONG}; ${en.sessionEnd.corrected}`);
});
