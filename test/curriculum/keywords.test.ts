import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentions, readKeywords } from '../../src/curriculum/keywords.ts';

function keywords(text: string) {
  return readKeywords(text, (message) => {
    throw new Error(message.en);
  });
}

/** Whether a text mentions what these keywords, given in one of the languages, stand for. */
function says(text: string, words: string): boolean {
  const never = keywords('wordthatnobodysays');
  const [asKorean, asEnglish] = [
    mentions(text, { ko: keywords(words), en: never }),
    mentions(text, { ko: never, en: keywords(words) }),
  ];
  expect(asKorean).toBe(asEnglish);
  return asKorean;
}

describe('keywords', () => {
  it('are groups of words', () => {
    expect(keywords('FIN; 순서 번호 | 시퀀스 번호|seq')).toEqual([['FIN'], ['순서 번호', '시퀀스 번호', 'seq']]);
  });

  it('mention a point when each group has a word in the text', () => {
    const words = 'FIN; 순서 번호 | 시퀀스 번호 | seq';
    expect(says('FIN도 순서 번호를 차지합니다', words)).toBe(true);
    expect(says('시퀀스번호를 FIN이 하나 씁니다', words)).toBe(true);
    expect(says('the fin takes one seq', words)).toBe(true);
    expect(says('순서 번호가 있습니다', words)).toBe(false);
    expect(says('', words)).toBe(false);
  });

  it.each(['TIME_WAIT', 'TIME-WAIT', 'time wait', 'TimeWait에서', 'ＴＩＭＥ－ＷＡＩＴ'])(
    'find TIME-WAIT in %s',
    (text) => {
      expect(says(text, 'TIME-WAIT')).toBe(true);
    },
  );

  it.each([
    ['FIN', 'finish', false],
    ['FIN', 'FINs', true],
    ['FIN', 'FIN을 보냄', true],
    ['FIN', 'FIN2', true],
    ['ack', 'back', false],
    ['ack', 'acknowledged', false],
    ['ack*', 'acknowledged', true],
    ['acknowledg*', 'an acknowledgement', true],
    ['clos* in three', 'it closes in three', true],
    ['clos* in three', 'it was enclosed in three', false],
    ['2MSL', '2 x MSL', false],
    ['2MSL', '2 MSL 동안', true],
    ['2MSL', '12MSL', false],
    ['4-튜플', '4튜플', true],
    ['401', '4010', false],
    ['401', 'ack=401.', true],
    ['M + F', 'ISN = M+F', true],
    ['SYN,ACK', 'SYN+ACK', true],
    ['합치', '하나로 합 치는', true],
  ])('%s in "%s": %s', (word, text, found) => {
    expect(says(text, word)).toBe(found);
  });

  it('takes Hangul typed as single letters', () => {
    expect(says('순서 번호'.normalize('NFD'), '순서 번호')).toBe(true);
  });

  it('finds every word in itself, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abzAZ09 -_+가각힣·é') });
    fc.assert(
      fc.property(text, text, (word, around) => {
        let bad = false;
        const read = readKeywords(word, () => {
          bad = true;
        });
        fc.pre(!bad);
        expect(mentions(`${around} / ${word} / ${around}`, { ko: read, en: [] })).toBe(true);
      }),
    );
  });
});
