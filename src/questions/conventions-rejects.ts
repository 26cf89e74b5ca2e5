import type { Text } from '../language.ts';

export const ACK_ZERO_WHERE_CLEAR: Text = {
  ko: 'ACK 플래그가 꺼진 세그먼트의 ack는 0으로 씁니다.',
  en: 'Where the ACK flag is clear, give ack as 0.',
};
