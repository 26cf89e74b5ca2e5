import type { Hints } from '../../question.ts';

export const SCALING_HINTS: Hints = [
  {
    ko: '스케일은 양쪽 SYN에 Window Scale 옵션이 있을 때만, 그리고 SYN이 아닌 세그먼트에만 적용합니다.',
    en: 'Windows are scaled only when both SYNs carried the option, and only in segments that are no SYN.',
  },
  {
    ko: '세그먼트를 보낸 쪽이 자기 SYN에서 알린 shift(scale)를 찾습니다. 상대의 SYN에도 scale이 있는지 봅니다.',
    en: 'Find the shift (scale) that the sender of the segment announced in its own SYN, and see whether the other SYN has one too.',
  },
  {
    ko: '적용한다면 필드 = 바이트 수 / 2^shift(내림), 바이트 수 = 필드 × 2^shift입니다. 적용하지 않으면 필드가 곧 바이트 수이고, 16비트로 나타낼 수 있는 값이 한도입니다.',
    en: 'If it applies, field = bytes / 2^shift rounded down, and bytes = field × 2^shift. If not, the field is in bytes and as large as 16 bits allow.',
  },
];
