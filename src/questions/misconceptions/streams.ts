import type { Misconception } from './misconception.ts';

/** Wrong rules about rows of segments and their ACKs. */
export const STREAMS_MISCONCEPTIONS = {
  N100: {
    name: { ko: '마지막 세그먼트의 길이만 더함', en: "Adds only the last segment's length" },
    mistake: {
      ko: '첫 seq에 마지막 세그먼트의 길이만 더하고 그 앞의 세그먼트들은 세지 않았습니다.',
      en: 'You added only the length of the last segment to the first seq and left out the ones before it.',
    },
    correction: {
      ko: 'ACK는 누적입니다. 첫 seq에 빈 곳 없이 도착한 모든 세그먼트의 길이를 더합니다.',
      en: 'ACKs are cumulative: to the first seq add the lengths of all segments that arrived without a gap.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.cumulative'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
