import type { Text } from '../language.ts';

export const NO_SACK: Text = {
  ko: '양쪽 모두 SACK을 쓰지 않습니다.',
  en: 'Neither side uses SACK.',
};

export const RANGE_NOTATION: Text = {
  ko: '블록은 왼쪽-오른쪽으로 적습니다. 헤더에 실리는 두 값 그대로입니다.',
  en: 'A block is written left-right, the two edges as the option carries them.',
};

export const AS_MANY_BLOCKS_AS_FIT: Text = {
  ko: '타임스탬프 옵션은 쓰지 않으며, SACK 블록은 들어가는 만큼(최대 4개) 싣습니다.',
  en: 'There are no timestamps; an ACK carries as many SACK blocks as fit, at most 4.',
};
