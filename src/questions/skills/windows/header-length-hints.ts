import type { Hints } from '../../question.ts';

export const HEADER_LENGTH_HINTS: Hints = [
  {
    ko: '데이터 오프셋은 TCP 헤더의 길이를 32비트 워드로 나타낸 값입니다. 옵션과 채움까지 들어갑니다.',
    en: 'The data offset is the length of the TCP header in 32-bit words, options and padding included.',
  },
  {
    ko: '옵션이 없는 TCP 헤더는 20바이트입니다. IP의 IHL도 단위가 32비트 워드이지만 Total Length는 바이트입니다.',
    en: 'A TCP header without options has 20 bytes. The IHL of IP is in 32-bit words too; its Total Length is in bytes.',
  },
  {
    ko: '헤더 길이 = 데이터 오프셋 × 4, 옵션 = 헤더 길이 - 20, Total Length = IHL × 4 + 헤더 길이 + 데이터입니다.',
    en: 'Header = data offset × 4; options = header - 20; Total Length = IHL × 4 + header + data.',
  },
];
