import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { pastedText, strokesOf } from '../../../src/ui/input/stroke.ts';

const NO_KEY: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

const keys = (input: string, key: Partial<Key> = {}) =>
  strokesOf(input, { ...NO_KEY, ...key }).map((stroke) => stroke.key);

describe('strokesOf', () => {
  test('takes fast typing apart, Enter included', () => {
    expect(strokesOf('1\r', NO_KEY)).toEqual([
      { key: '1', text: '1' },
      { key: 'enter', text: '' },
    ]);
    expect(keys('jj')).toEqual(['j', 'j']);
  });

  test('names what Ink has recognised', () => {
    expect(keys('', { upArrow: true })).toEqual(['up']);
    expect(keys('', { pageDown: true })).toEqual(['page-down']);
    expect(keys('\r', { return: true })).toEqual(['enter']);
    expect(keys('', { tab: true, shift: true })).toEqual(['shift+tab']);
    expect(keys('', { backspace: true })).toEqual(['backspace']);
    expect(keys('c', { ctrl: true })).toEqual(['ctrl+c']);
    expect(keys('b', { meta: true })).toEqual(['alt+b']);
  });

  test('finds control characters inside a burst', () => {
    expect(keys('ab\u0003')).toEqual(['a', 'b', 'ctrl+c']);
    expect(keys('12\u007F')).toEqual(['1', '2', 'backspace']);
    expect(keys('\r\n')).toEqual(['enter']);
  });

  test('a space is a key and a character', () => {
    expect(strokesOf(' ', NO_KEY)).toEqual([{ key: 'space', text: ' ' }]);
  });

  test('a Hangul syllable is one stroke, composed or not', () => {
    expect(strokesOf('한', NO_KEY)).toEqual([{ key: '한', text: '한' }]);
    expect(strokesOf('한'.normalize('NFD'), NO_KEY)).toHaveLength(1);
  });

  test('commands work while the input method is Korean', () => {
    expect(keys('ㅓㅏ')).toEqual(['j', 'k']);
    expect(strokesOf('ㅂ', NO_KEY)).toEqual([{ key: 'q', text: 'ㅂ' }]);
  });

  test('letting a key go is no stroke', () => {
    expect(keys('a', { eventType: 'release' })).toEqual([]);
  });
});

describe('pastedText', () => {
  test('is one line without control characters', () => {
    expect(pastedText('42949\u001B[31m\n67296\t')).toBe('42949[31m 67296');
  });
});
