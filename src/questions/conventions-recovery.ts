import type { Text } from '../language.ts';

export const NO_SACK: Text = {
  ko: '양쪽 모두 SACK을 쓰지 않습니다.',
  en: 'Neither side uses SACK.',
};
