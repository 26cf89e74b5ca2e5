import type { Text } from '../language.ts';

/*
 * Conventions of questions about selective acknowledgments, beside those of conventions.ts.
 */

export const SACK_ALONE: Text = {
  ko: '양쪽 모두 SACK을 쓰고, D-SACK과 타임스탬프는 쓰지 않습니다.',
  en: 'Both sides use SACK, but neither D-SACK nor timestamps.',
};

export const SACK_WITH_TIMESTAMPS: Text = {
  ko: '양쪽 모두 SACK과 타임스탬프를 쓰고, D-SACK은 쓰지 않습니다.',
  en: 'Both sides use SACK and timestamps, but not D-SACK.',
};

export const BLOCKS_AS_CARRIED: Text = {
  ko: 'ACK에는 옵션 자리에 들어가는 만큼 블록을 모두 싣고, 답은 실리는 순서대로 왼쪽 경계-오른쪽 경계로 적습니다.',
  en: 'The ACK carries as many blocks as its options have room for; write them in the order carried, as left edge-right edge.',
};

export const DSACK_ALONE: Text = {
  ko: '양쪽 모두 SACK과 D-SACK(RFC 2883)을 쓰고, 타임스탬프는 쓰지 않습니다.',
  en: 'Both sides use SACK with D-SACK (RFC 2883), but no timestamps.',
};

export const DSACK_WITH_TIMESTAMPS: Text = {
  ko: '양쪽 모두 SACK과 D-SACK(RFC 2883), 타임스탬프를 씁니다.',
  en: 'Both sides use SACK with D-SACK (RFC 2883), and timestamps.',
};
