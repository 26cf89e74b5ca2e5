import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Accepts,
  acceptsNumber,
  acceptsText,
  type EditAction,
  EMPTY_EDIT,
  editedText,
  reduceEdit,
} from '../../../src/ui/input/edit.ts';

const insert = (text: string, accepts: Accepts = acceptsText): EditAction => ({
  type: 'insert',
  text,
  accepts,
  limit: 50,
});
const edit = (...actions: EditAction[]) => actions.reduce(reduceEdit, EMPTY_EDIT);

describe('editing', () => {
  test('erases what a person sees as one character', () => {
    expect(editedText(edit(insert('한국'), { type: 'erase' }))).toBe('한');
    expect(editedText(edit(insert('👨‍👩‍👧x'), { type: 'cursor-left' }, { type: 'erase' }))).toBe('x');
  });

  test('takes decomposed Hangul and keeps it composed', () => {
    expect(editedText(edit(insert('한글'.normalize('NFD'))))).toBe('한글');
    expect(
      editedText(edit(insert('ㅎ'), { type: 'erase' }, insert('\u1112'), insert('\u1161'), insert('\u11AB'))),
    ).toBe('한');
  });

  test('works at the cursor', () => {
    const moved = edit(insert('1234'), { type: 'cursor-left' }, { type: 'cursor-left' }, insert('x'));
    expect(moved).toEqual({ before: '12x', after: '34' });
    expect(reduceEdit(moved, { type: 'erase-next' })).toEqual({ before: '12x', after: '4' });
    expect(reduceEdit(moved, { type: 'cursor-start' })).toEqual({ before: '', after: '12x34' });
    expect(reduceEdit(moved, { type: 'cursor-end' })).toEqual({ before: '12x34', after: '' });
    expect(reduceEdit(moved, { type: 'erase-all' })).toEqual(EMPTY_EDIT);
  });

  test('stops at its limit', () => {
    expect(editedText(edit({ type: 'insert', text: '12345', accepts: acceptsText, limit: 3 }))).toBe('123');
  });

  test('moving never changes the text', () => {
    const moves = fc.constantFrom('cursor-left', 'cursor-right', 'cursor-start', 'cursor-end');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.array(moves, { maxLength: 20 }), (text, types) => {
        const written = edit({ type: 'insert', text, accepts: () => true, limit: 100 });
        const moved = types.reduce((state, type) => reduceEdit(state, { type }), written);
        expect(editedText(moved)).toBe(editedText(written));
      }),
    );
  });
});

describe('a number', () => {
  const typed = (text: string) => editedText(edit(insert(text, acceptsNumber)));

  test('is decimal or 0x, with separators', () => {
    expect(typed('4,294,967,295')).toBe('4,294,967,295');
    expect(typed('0xDEAD_beef')).toBe('0xDEAD_beef');
  });

  test('may be typed in the full-width digits of a Korean or Japanese keyboard', () => {
    expect(typed('４２，９４')).toBe('４２，９４');
    expect(typed('０ｘｆｆ')).toBe('０ｘｆｆ');
  });

  test('leaves letters that cannot be part of it to the commands', () => {
    expect(acceptsNumber('h', '')).toBe(false);
    expect(acceptsNumber('a', '12')).toBe(false);
    expect(acceptsNumber('a', '0x')).toBe(true);
    expect(acceptsNumber('x', '1')).toBe(false);
    expect(acceptsNumber(' ', '')).toBe(false);
    expect(typed('100번')).toBe('100');
  });
});
