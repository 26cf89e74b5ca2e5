import type { Misconception } from './misconception.ts';

/** Wrong rules about which of two numbers comes first where numbers wrap. */
export const ORDER_MISCONCEPTIONS = {
  M23: {
    name: { ko: '번호를 보통 정수로 비교', en: 'Compares numbers as plain integers' },
    mistake: {
      ko: '32비트 번호를 보통 정수처럼 비교하고 뺐습니다.',
      en: 'You compared and subtracted the 32-bit numbers as plain integers.',
    },
    correction: {
      ko: '차이를 2^32를 법으로 구합니다. (b - a) mod 2^32가 2^31보다 작으면 b가 뒤의 번호입니다. 그래서 5는 4294967290보다 뒤입니다.',
      en: 'Take the difference modulo 2^32: b comes after a if (b - a) mod 2^32 is below 2^31. So 5 comes after 4294967290.',
    },
    rfc: 'RFC 1982 §3.2',
    drill: ['seq.older-newer'],
  },
  N173: {
    name: { ko: '작은 번호는 늘 한 바퀴 돈 것', en: 'Takes every smaller number for a wrapped one' },
    mistake: {
      ko: '두 번호 사이가 2^31보다 가까운데도 한 바퀴를 돈 것으로 보았습니다.',
      en: 'You took the numbers to have wrapped although they are less than 2^31 apart as they stand.',
    },
    correction: {
      ko: '짧은 쪽으로 셉니다. 그대로 뺀 차이가 2^31보다 작으면 큰 번호가 뒤이고, 순환은 그 차이가 2^31을 넘을 때만 생각합니다.',
      en: 'Go the short way: if the plain difference is below 2^31 the larger number is the later; a wrap lies between them only beyond that.',
    },
    rfc: 'RFC 1982 §3.2',
    drill: ['seq.older-newer'],
  },
  N174: {
    name: { ko: '2^32 - 1을 법으로 계산', en: 'Reckons modulo 2^32 - 1' },
    mistake: {
      ko: '번호가 2^32 - 1개인 것으로 계산해서 순환을 지날 때 하나가 어긋났습니다.',
      en: 'You reckoned with 2^32 - 1 numbers, which is off by one once the wrap is passed.',
    },
    correction: {
      ko: '번호는 0부터 4294967295까지 모두 2^32 = 4294967296개입니다. 0도 번호로 셉니다.',
      en: 'The numbers are 0 to 4294967295, which makes 2^32 = 4294967296 of them: 0 counts too.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.older-newer', 'seq.wrapped-trace'],
  },
  N175: {
    name: { ko: '순환 뒤 첫 세그먼트를 0이나 1로 시작', en: 'Restarts a segment at 0 or 1 after the wrap' },
    mistake: {
      ko: '번호가 한 바퀴 돈 뒤의 첫 세그먼트를 0번이나 1번에서 새로 시작했습니다.',
      en: 'You let the first segment after the wrap start afresh at 0 or 1.',
    },
    correction: {
      ko: '순환은 세그먼트의 경계와 관계가 없습니다. 세그먼트 중간의 바이트가 0번이 되고, 다음 세그먼트의 seq는 그만큼 나아간 값입니다.',
      en: 'The wrap has nothing to do with segments: byte 0 lies inside one, and the next seq is as far on as the bytes that follow.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.wrapped-trace'],
  },
  N176: {
    name: { ko: '순환 뒤 ISN부터 다시 셈', en: 'Starts again from the ISN after the wrap' },
    mistake: {
      ko: '번호가 한 바퀴 돈 뒤를 ISN이나 ISN+1부터 다시 세었습니다.',
      en: 'You counted on from the ISN, or ISN+1, once the numbers had wrapped.',
    },
    correction: {
      ko: 'ISN은 연결을 시작할 때 한 번만 씁니다. 4294967295 다음 번호는 언제나 0입니다.',
      en: 'The ISN is used once, at the start. After 4294967295 always comes 0.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.wrapped-trace'],
  },
  N177: {
    name: { ko: '순환이 든 세그먼트를 나누지 않음', en: 'Leaves out the segment that wraps' },
    mistake: {
      ko: '순환 전에 완전히 끝나는 세그먼트의 바이트만 세었습니다.',
      en: 'You counted only the segments that end before the wrap.',
    },
    correction: {
      ko: '번호는 바이트마다 붙으므로 한 세그먼트의 앞부분은 순환 전, 뒷부분은 순환 뒤의 번호일 수 있습니다.',
      en: 'Every byte has its own number, so the front of a segment may come before the wrap and the rest after it.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.wrapped-trace'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
