import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegistry, writeRegistry } from '../../../src/curriculum/decks/registry.ts';
import { readNotes } from './read.ts';

const NOTES = { 'a.md': 'Q: a\nA: b\n---\nC: [x] and [y]\n---\nQ: c\nA: d\n', 'b.md': 'C: [x] and [y]\n' };
const { known } = readNotes(NOTES);
const text = writeRegistry(known);

describe('the registry', () => {
  test('has a line for each card or cloze text', () => {
    expect(text.split('\n')).toHaveLength(7);
    expect(text.split('\n')[1]).toBe('{"deck":"a","file":"a.md","id":"d5dc6d1f1be7","front":"a","back":"b"},');
  });

  test('reads back as it was written', () => {
    expect(readRegistry(text)).toEqual({ kind: 'whole', known });
    expect(readRegistry(writeRegistry([]))).toEqual({ kind: 'whole', known: [] });
    const gone = readNotes({ 'a.md': 'Q: a\nA: b\n' }, known).known;
    expect(gone.filter((card) => card.gone)).toHaveLength(3);
    expect(readRegistry(writeRegistry(gone))).toEqual({ kind: 'whole', known: gone });
  });

  test('cut off, or with the marks of a merge, its whole lines are still read', () => {
    expect(readRegistry(text.slice(0, text.indexOf('"c"')))).toEqual({ kind: 'damaged', known: known.slice(0, 3) });
    const merged = text
      .replace('{"deck":"b"', '<<<<<<< mine\n{"deck":"b"')
      .replace('\n]}', '\n=======\n>>>>>>> theirs\n]}');
    expect(readRegistry(merged)).toEqual({ kind: 'damaged', known });
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version":1}',
    '{"version":"1","cards":[]}',
    '\0\0\0',
    '{"version":0,"cards":[]}',
  ])('%j is damaged and holds nothing', (damaged) => {
    expect(readRegistry(damaged)).toEqual({ kind: 'damaged', known: [] });
  });

  test('a line that is no card leaves the others', () => {
    expect(readRegistry(text.replace('"id":"', '"id":"../'))).toEqual({ kind: 'damaged', known: known.slice(1) });
    expect(readRegistry(text.replace(',0,1]', ',0,99]')).kind).toBe('damaged');
  });

  test('a later version is told apart, whole or damaged', () => {
    expect(readRegistry('{"version":2,"cards":{}}')).toEqual({ kind: 'newer' });
    expect(readRegistry('{"version":12,"cards":[')).toEqual({ kind: 'newer' });
  });

  test('any text is read without failing', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (any) => void readRegistry(any)));
  });

  test('a card in both sides of a merge is found by either text', () => {
    const mine = readNotes({ 'a.md': 'Q: a\nA: mine\n' }, known).known;
    const theirs = readNotes({ 'a.md': 'Q: a\nA: theirs\n' }, known).known;
    for (const back of ['mine', 'theirs', 'both']) {
      const [card] = readNotes({ 'a.md': `Q: a\nA: ${back}\n` }, [...mine, ...theirs]).decks[0]?.cards ?? [];
      expect(card?.id).toBe(known[0]?.id);
    }
  });
});
