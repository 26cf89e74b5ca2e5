import type { Text } from '../language.ts';

export const PIGGYBACKED: Text = {
  ko: '양쪽 모두 데이터에 대한 ACK를 따로 보내지 않고, 곧 보낼 데이터 세그먼트에 실어 보냅니다(피기백).',
  en: 'Neither side acknowledges data in a segment of its own: the data it is about to send carries the ACK (piggybacking).',
};
