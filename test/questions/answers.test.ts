import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue, readAnswer, sameValue, typedValue } from '../../src/questions/answers.ts';
import type { Field, Option } from '../../src/questions/question.ts';
import { type Flag, flagBits, flagNames } from '../../src/tcp/segment.ts';
import { STATES } from '../../src/tcp/state.ts';

const head = { id: 'f', label: { ko: '칸', en: 'field' }, place: null };
const options: readonly Option[] = [
  { id: 'syn', text: { ko: 'SYN을 보냅니다', en: 'It sends a SYN' } },
  { id: 'rst', text: { ko: 'RST를 보냅니다', en: 'It sends a RST' } },
  { id: 'none', text: { ko: '아무것도 보내지 않습니다', en: 'It sends nothing' } },
];
const number: Field = { ...head, kind: 'number', measure: 'sequence', answer: 1, predictions: [] };
const numbers: Field = { ...head, kind: 'numbers', measure: 'sequence', answer: [], predictions: [] };
const flags: Field = { ...head, kind: 'flags', answer: ['SYN'], predictions: [] };
const state: Field = { ...head, kind: 'state', answer: 'CLOSED', predictions: [] };
const choice: Field = { ...head, kind: 'choice', options, answer: 'syn', predictions: [] };
const order: Field = { ...head, kind: 'order', items: options, answer: ['syn', 'rst', 'none'], predictions: [] };

function value(field: Field, text: string): unknown {
  const reading = readAnswer(field, text);
  return reading.ok ? reading.value : `unreadable: ${reading.message.en}`;
}

describe('numbers in a row', () => {
  it.each([
    ['501 501 1001', [501, 501, 1001]],
    ['501, 0x10;7 → 8', [501, 16, 7, 8]],
    ['none', []],
    [' None ', []],
    ['없음', []],
    ['-', []],
  ])('%s', (text, expected) => {
    expect(value(numbers, text)).toEqual(expected);
  });

  it.each(['', 'none 501', '501 x'])('%j is unreadable', (text) => {
    expect(readAnswer(numbers, text).ok).toBe(false);
  });

  it('writes none as it reads it', () => {
    expect(readAnswer(numbers, typedValue([]))).toEqual({ ok: true, value: [] });
    expect(formatValue(numbers, [], 'ko')).toBe('없음');
  });
});

describe('numbers', () => {
  it.each([
    ['4294967295', 4294967295],
    ['0xFFFFFFFF', 4294967295],
    ['0Xffff_ffff', 4294967295],
    ['4,294,967,295', 4294967295],
    ['4_294_967_295', 4294967295],
    ["4'294’967 295", 4294967295],
    ['４２９４９６７２９５', 4294967295],
    ['  007 ', 7],
    ['0', 0],
    ['4294967296', 4294967296],
  ])('%s', (text, expected) => {
    expect(value(number, text)).toBe(expected);
  });

  it.each(['', '   ', '\u200b', 'abc!', 'seq', '1.5', '-1', '1e3', '0x', 'FFFF', '9'.repeat(40), '１２３원'])(
    '%j is unreadable',
    (text) => {
      const reading = readAnswer(number, text);
      expect(reading.ok).toBe(false);
      if (!reading.ok) {
        expect(reading.message.ko).not.toBe('');
        expect(reading.message.en).not.toBe('');
      }
    },
  );

  it('says that hexadecimal needs 0x', () => {
    expect(value(number, '1F90')).toContain('0x');
    expect(value(number, '1F90h')).toContain('0x');
  });

  it('reads every 32-bit number back in decimal, hexadecimal and with separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (n) => {
        expect(value(number, String(n))).toBe(n);
        expect(value(number, `0x${n.toString(16)}`)).toBe(n);
        expect(value(number, n.toLocaleString('en-US'))).toBe(n);
        expect(value(number, n.toLocaleString('de-CH'))).toBe(n);
      }),
    );
  });
});

describe('flags', () => {
  it.each([
    'SYN,ACK',
    'ack syn',
    'syn+ack',
    'SYN-ACK',
    'SYNACK',
    'SYN/ACK',
    'S.',
    '[S.]',
    'SA',
    'as',
    'syn | ack',
    '<SYN,ACK>',
    'ＳＹＮ，ＡＣＫ',
    'SYN, SYN, ACK',
  ])('%s is SYN,ACK', (text) => {
    expect(value(flags, text)).toEqual(['SYN', 'ACK']);
  });

  it.each(['', ',', 'SYM', 'SYN,ACKX', 'hello', '123'])('%j is unreadable', (text) => {
    expect(readAnswer(flags, text).ok).toBe(false);
  });

  it('reads every set of flags in any order', () => {
    const all: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK'];
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), fc.constantFrom(',', '+', ' ', '-', '|', ''), (names, separator) => {
        const text = names.length === 0 ? 'none' : names.join(separator);
        expect(value(flags, text)).toEqual(flagNames(flagBits(names)));
      }),
    );
  });
});

describe('states', () => {
  it.each([
    ['SYN_RECV', 'SYN-RECEIVED'],
    ['syn-rcvd', 'SYN-RECEIVED'],
    ['SYN_RCV', 'SYN-RECEIVED'],
    ['syn received', 'SYN-RECEIVED'],
    ['ESTAB', 'ESTABLISHED'],
    ['fin_wait1', 'FIN-WAIT-1'],
    ['FIN-WAIT-2', 'FIN-WAIT-2'],
    ['Close', 'CLOSED'],
    ['CLOSE_WAIT', 'CLOSE-WAIT'],
    ['time wait', 'TIME-WAIT'],
    ['ｌｉｓｔｅｎ', 'LISTEN'],
  ])('%s is %s', (text, expected) => {
    expect(value(state, text)).toBe(expected);
  });

  it.each(STATES)('%s is itself, in either case and with any separator', (name) => {
    for (const text of [name, name.toLowerCase(), name.replaceAll('-', '_'), name.replaceAll('-', '')]) {
      expect(value(state, text)).toBe(name);
    }
  });

  it.each(['', 'SYN', 'OPEN', 'FIN-WAIT', 'constructor'])('%j is unreadable', (text) => {
    expect(readAnswer(state, text).ok).toBe(false);
  });
});

describe('choices and orders', () => {
  it('takes an id, a place in the list or the text', () => {
    expect(value(choice, 'rst')).toBe('rst');
    expect(value(choice, ' RST ')).toBe('rst');
    expect(value(choice, '2')).toBe('rst');
    expect(value(choice, 'RST를 보냅니다')).toBe('rst');
    expect(value(choice, 'it sends a rst')).toBe('rst');
    expect(readAnswer(choice, '4').ok).toBe(false);
    expect(readAnswer(choice, '0').ok).toBe(false);
  });

  it('takes all items once, by id or by place', () => {
    for (const text of ['none,syn,rst', 'none syn rst', '3 1 2', '3,1,2', '312', '3 > 1 > 2', 'none → syn → rst']) {
      expect(value(order, text)).toEqual(['none', 'syn', 'rst']);
    }
    for (const text of ['3 1', '3 1 1', '3 1 2 2', 'abc', '']) expect(readAnswer(order, text).ok).toBe(false);
  });
});

describe('showing values', () => {
  it('formats by kind and language', () => {
    expect(formatValue(number, 4294967295, 'ko')).toBe('4294967295');
    expect(formatValue(flags, ['SYN', 'ACK'], 'en')).toBe('SYN,ACK');
    expect(formatValue(flags, [], 'ko')).toBe('없음');
    expect(formatValue(state, 'TIME-WAIT', 'ko')).toBe('TIME-WAIT');
    expect(formatValue(choice, 'rst', 'ko')).toBe('RST를 보냅니다');
    expect(formatValue(order, ['rst', 'syn', 'none'], 'en')).toBe('It sends a RST → It sends a SYN → It sends nothing');
  });

  it('writes values so that they are read back', () => {
    expect(value(number, typedValue(7))).toBe(7);
    expect(value(flags, typedValue(['SYN', 'ACK']))).toEqual(['SYN', 'ACK']);
    expect(value(flags, typedValue([]))).toEqual([]);
    expect(value(choice, typedValue('none'))).toBe('none');
    expect(value(order, typedValue(['rst', 'none', 'syn']))).toEqual(['rst', 'none', 'syn']);
  });

  it('compares flags as sets and orders as lists', () => {
    expect(sameValue('flags', ['SYN', 'ACK'], ['ACK', 'SYN'])).toBe(true);
    expect(sameValue('order', ['a', 'b'], ['b', 'a'])).toBe(false);
  });
});
