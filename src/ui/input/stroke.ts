import type { Key } from 'ink';
import { graphemes } from '../layout/width.ts';

/**
 * One key press. `key` is its name in the keymap ('enter', 'up', 'ctrl+c', 'a', 'L', '?'), `text` what it would type
 * ('' when nothing).
 */
export interface Stroke {
  readonly key: string;
  readonly text: string;
}

const CONTROL_NAMES: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\r\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007F': 'backspace',
  '\u001B': 'escape',
  ' ': 'space',
};

/**
 * The keys of the two-set Korean keyboard by the jamo they type, so that commands work while the input method is
 * Korean. Shifted vowels have no jamo of their own, so ㅣ stands for L, which is the command, not for l.
 */
const JAMO_KEYS: Readonly<Record<string, string>> = {
  ㅂ: 'q',
  ㅈ: 'w',
  ㄷ: 'e',
  ㄱ: 'r',
  ㅅ: 't',
  ㅛ: 'y',
  ㅕ: 'u',
  ㅑ: 'i',
  ㅐ: 'o',
  ㅔ: 'p',
  ㅁ: 'a',
  ㄴ: 's',
  ㅇ: 'd',
  ㄹ: 'f',
  ㅎ: 'g',
  ㅗ: 'h',
  ㅓ: 'j',
  ㅏ: 'k',
  ㅣ: 'L',
  ㅋ: 'z',
  ㅌ: 'x',
  ㅊ: 'c',
  ㅍ: 'v',
  ㅠ: 'b',
  ㅜ: 'n',
  ㅡ: 'm',
};

/**
 * The key presses in one report of the terminal. Fast typing arrives as one text ('1\r', 'jj'): it is taken apart by
 * grapheme, so each key acts on its own.
 */
export function strokesOf(input: string, key: Key): Stroke[] {
  if (key.eventType === 'release') return [];
  const special = specialName(key);
  if (special !== null) return [{ key: special, text: '' }];
  if (key.ctrl && input.length === 1) return [{ key: `ctrl+${(JAMO_KEYS[input] ?? input).toLowerCase()}`, text: '' }];
  if (key.meta) return input === '' ? [] : [{ key: `alt+${input}`, text: '' }];
  return graphemes(input).flatMap(strokeOf);
}

/** What pasted text would type: one line, without control characters. */
export function pastedText(text: string): string {
  return text
    .replace(/\r\n|[\r\n\t]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

function specialName(key: Key): string | null {
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.pageUp) return 'page-up';
  if (key.pageDown) return 'page-down';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.return) return 'enter';
  if (key.escape) return 'escape';
  if (key.backspace) return 'backspace';
  if (key.delete) return 'delete';
  if (key.tab) return key.shift ? 'shift+tab' : 'tab';
  return null;
}

function strokeOf(grapheme: string): Stroke[] {
  const named = CONTROL_NAMES[grapheme];
  if (named !== undefined) return [{ key: named, text: grapheme === ' ' ? ' ' : '' }];
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x20) return [{ key: `ctrl+${String.fromCharCode(code + 0x60)}`, text: '' }];
  return [{ key: JAMO_KEYS[grapheme] ?? grapheme, text: grapheme }];
}
