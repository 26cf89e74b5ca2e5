import { describe, expect, it } from 'vitest';
import { bytes, dataBytes, difference, sum, toState, withParticle } from '../../src/questions/words.ts';

describe('sums', () => {
  it('says mod 2^32 only where a sum or difference wraps', () => {
    expect(sum(100, 1)).toBe('100 + 1 = 101');
    expect(sum(4294967295, 1)).toBe('(4294967295 + 1) mod 2^32 = 0');
    expect(sum(4294967290, 3, 10)).toBe('(4294967290 + 3 + 10) mod 2^32 = 7');
    expect(difference(700, 100, 1)).toBe('700 - 100 - 1 = 599');
    expect(difference(5, 4294967290)).toBe('(5 - 4294967290) mod 2^32 = 11');
  });

  it('counts bytes', () => {
    expect([bytes(1), bytes(0), bytes(20), dataBytes(1), dataBytes(2)]).toEqual([
      '1 byte',
      '0 bytes',
      '20 bytes',
      '1 data byte',
      '2 data bytes',
    ]);
  });
});

describe('withParticle', () => {
  it.each([
    [100, '은/는', '100은'], // 백은
    [101, '은/는', '101은'], // 일은
    [102, '은/는', '102는'], // 이는
    [3, '이/가', '3이'], // 삼이
    [4, '을/를', '4를'], // 사를
    [1, '으로/로', '1로'], // 일로
    [3, '으로/로', '3으로'], // 삼으로
    [7, '으로/로', '7로'], // 칠로
    [8, '으로/로', '8로'], // 팔로
    [10, '으로/로', '10으로'], // 십으로
    [9, '으로/로', '9로'], // 구로
    [6, '과/와', '6과'], // 육과
    [5, '이라고/라고', '5라고'], // 오라고
  ] as const)('%i %s', (value, particles, expected) => {
    expect(withParticle(value, particles)).toBe(expected);
  });
});

describe('toState', () => {
  it.each([
    ['LISTEN', 'LISTEN으로'],
    ['CLOSING', 'CLOSING으로'],
    ['CLOSED', 'CLOSED로'],
    ['TIME-WAIT', 'TIME-WAIT로'],
    ['FIN-WAIT-1', 'FIN-WAIT-1로'],
  ] as const)('%s', (state, expected) => {
    expect(toState(state)).toBe(expected);
  });
});
