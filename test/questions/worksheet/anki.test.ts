import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anki } from '../../../src/questions/worksheet/anki.ts';
import { inlineHtml } from '../../../src/questions/worksheet/html-text.ts';
import { awkward, everySkill, LANGUAGES, sheetOf, speaking, written } from './samples.ts';

/** As Anki reads a file: leading lines `#key:value`, then notes, comments left out. */
function read(text: string): { headers: Map<string, string>; notes: string[][] } {
  const lines = text.split('\n').filter((line) => line !== '');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map(
    lines.slice(0, first).map((line) => [line.slice(1, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  return {
    headers,
    notes: lines
      .slice(first)
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t')),
  };
}

test.each(LANGUAGES)('%s: the headers, and a note of three fields for every skill', (language) => {
  const { headers, notes } = read(written(anki, everySkill, sheetOf(language)));
  expect(Object.fromEntries(headers)).toEqual({
    separator: 'tab',
    html: 'true',
    notetype: 'Basic',
    deck: 'seqack test',
    'tags column': '3',
  });
  expect(notes).toHaveLength(everySkill.length);
  for (const [i, note] of notes.entries()) {
    expect(note).toHaveLength(3);
    expect(note[2]).toBe(`seqack seqack::${everySkill[i]?.skill.replace('.', '::')}`);
    expect(note.join('')).not.toContain('"');
  }
});

test('any text comes through on one line', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const { notes } = read(written(anki, [speaking(text)], sheetOf('en')));
      expect(notes).toHaveLength(1);
      expect(notes[0]?.[0]).toContain(`<p>${inlineHtml(text)}</p>`);
      expect(notes[0]?.[1]).toContain(inlineHtml(text));
    }),
  );
});
