import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterInput, flushFilter, NOTHING_HELD } from '../../../src/ui/terminal/input-filter.ts';

const GROUND = '\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\';
const GROUND_BEL = '\u001b]11;rgb:ff/ff/ff\u0007';
const KITTY = '\u001b[?0u';
const NAME = '\u001b[?62;22;52c';
const WHEEL_UP = '\u001b[<64;10;5M';
const WHEEL_DOWN = '\u001b[<65;110;50M';

/** What comes of input that arrives in these pieces. */
function filtered(pieces: readonly string[]): { text: string; grounds: string[]; held: string; told: string } {
  let state = NOTHING_HELD;
  let text = '';
  const grounds: string[] = [];
  let told = '';
  for (const piece of pieces) {
    const next = filterInput(state, piece);
    state = next.state;
    text += next.text;
    grounds.push(...next.grounds);
    told += `${next.kitty ? 'k' : ''}${next.named ? 'n' : ''}`;
  }
  return { text, grounds, held: state.held, told };
}

describe('the input of a terminal', () => {
  test.each([
    [GROUND, '', ['rgb:1e1e/1e1e/1e1e']],
    [`j${GROUND_BEL}k`, 'jk', ['rgb:ff/ff/ff']],
    [WHEEL_UP, '\u001b[A', []],
    [`${WHEEL_DOWN}${WHEEL_DOWN}`, '\u001b[B\u001b[B', []],
    ['\u001b[<0;3;4M\u001b[<0;3;4m', '', []],
    ['\u001b[<66;3;4M', '', []],
    // X10, from terminals that do not know 1006.
    ['\u001b[M`!!\u001b[Ma!!\u001b[M !!', '\u001b[A\u001b[B', []],
    ['\u001b]4;1;rgb:0/0/0\u0007', '', []],
    [
      '\u001b[A\u001b[5~\u001bOP\u001b[200~pasted\u001b[201~',
      '\u001b[A\u001b[5~\u001bOP\u001b[200~pasted\u001b[201~',
      [],
    ],
    ['한글 ok\r', '한글 ok\r', []],
  ])('%j is %j', (input, text, grounds) => {
    expect(filtered([input])).toMatchObject({ text, grounds, held: '', told: '' });
  });

  test('says of the terminal what it is', () => {
    expect(filtered([`a${KITTY}b`])).toMatchObject({ text: 'ab', told: 'k' });
    expect(filtered([`${NAME}b`])).toMatchObject({ text: 'b', told: 'n' });
  });

  test('means the same however it is cut in pieces', () => {
    const part = fc.constantFrom(
      KITTY,
      NAME,
      GROUND,
      GROUND_BEL,
      WHEEL_UP,
      WHEEL_DOWN,
      '\u001b[<0;3;4m',
      'j',
      '가',
      '\r',
      '\u001b[A',
      '\u001b[200~x\u001b[201~',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(fc.nat(40), { maxLength: 12 }), (parts, sizes) => {
        const whole = parts.join('');
        const pieces: string[] = [];
        let at = 0;
        for (const size of sizes) {
          pieces.push(whole.slice(at, at + size));
          at += size;
        }
        pieces.push(whole.slice(at));
        expect({ ...filtered(pieces), told: '' }).toEqual({ ...filtered([whole]), told: '' });
      }),
    );
  });

  test('a key that looks like a beginning goes on when nothing follows; an answer cut short does not', () => {
    for (const key of ['\u001b', '\u001b]', '\u001b[']) {
      const { text, held } = filtered([key]);
      expect(text + flushFilter({ held })).toBe(key);
    }
    for (const cut of ['\u001b]11;rgb:1e1e/1e', '\u001b[<64;1', '\u001b[M`', '\u001b[?62;2']) {
      const { text, held } = filtered([cut]);
      expect(text + flushFilter({ held })).toBe('');
    }
  });

  test('a pasted text is never waited for', () => {
    expect(filtered(['\u001b[200~a \u001b'])).toMatchObject({ text: '\u001b[200~a \u001b', grounds: [], held: '' });
  });
});
