import { describe, expect, test } from 'vitest';
import { finder, searchable } from '../../../src/ui/layout/match.ts';

const found = (query: string, text: string): boolean => finder(query)(searchable(text));

describe('a search', () => {
  test.each([
    ['', 'anything'],
    ['ack', 'Cumulative ACK'],
    ['ACK cum', 'Cumulative ACK'],
    ['핸드', '3-way 핸드셰이크'],
    ['  셰이크  ', '3-way 핸드셰이크'],
    ['하', '한 방향'],
    ['ㅎㄷㅅㅇㅋ', '3-way 핸드셰이크'],
    ['192.0.2.1:80', '192.0.2.1:80\n재전송'],
    ['É', 'café'],
  ])('finds %j in %j', (query, text) => {
    expect(found(query, text)).toBe(true);
  });

  test.each([
    ['syn', 'ACK'],
    ['ack syn', 'ACK'],
    ['연결', '핸드셰이크'],
    ['ㅎㄷㅋ', '핸드셰이크'],
  ])('does not find %j in %j', (query, text) => {
    expect(found(query, text)).toBe(false);
  });

  test.each(['NFC', 'NFD'] as const)('takes either form of Korean: %s', (form) => {
    for (const other of ['NFC', 'NFD'] as const) {
      expect(found('순서 번호'.normalize(form), '다음 순서 번호'.normalize(other))).toBe(true);
    }
  });
});
