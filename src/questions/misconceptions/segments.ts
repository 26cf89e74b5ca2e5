import type { Misconception } from './misconception.ts';

/** Wrong rules about whole segments and transfers of several. */
export const SEGMENTS_MISCONCEPTIONS = {
  M19: {
    name: { ko: '끝 번호를 처음 번호 + 바이트 수로 셈', en: 'Last number = first number + bytes' },
    mistake: {
      ko: '처음 번호에 바이트 수를 그대로 더해 마지막 바이트의 다음 번호를 적었습니다.',
      en: 'You added all the bytes to the first number; that is the number after the last byte.',
    },
    correction: {
      ko: '처음 번호에도 바이트가 하나 있으므로 마지막 바이트는 처음 번호 + 바이트 수 - 1이고, 마지막 세그먼트는 자기가 실은 길이만큼 더 앞에서 시작합니다.',
      en: 'The first number holds a byte as well, so the last byte is first + bytes - 1, and the last segment starts earlier still, by the bytes it carries.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.last-segment'],
  },
  N220: {
    name: { ko: '남은 바이트의 세그먼트를 세지 않음', en: 'Leaves out the segment with the rest' },
    mistake: {
      ko: '가득 찬 세그먼트만 세고, 남은 바이트를 싣는 마지막 세그먼트를 빠뜨렸습니다.',
      en: 'You counted the full segments only and left out the last one, which carries the rest.',
    },
    correction: {
      ko: '나누어떨어지지 않으면 남은 바이트도 세그먼트 하나를 차지합니다. 나눈 값을 올림합니다.',
      en: 'What does not fill a segment takes one of its own: round the quotient up.',
    },
    rfc: 'RFC 9293 §3.7.1',
    drill: ['seq.last-segment'],
  },
  N221: {
    name: { ko: '마지막 세그먼트도 가득 찬 것으로 봄', en: 'Takes the last segment as full' },
    mistake: {
      ko: '마지막 세그먼트도 MSS만큼 실은 것으로 보았습니다.',
      en: 'You took the last segment as full, as if it carried a whole MSS.',
    },
    correction: {
      ko: '마지막 세그먼트는 남은 바이트만 싣습니다. 그 seq는 처음 번호 + 앞의 가득 찬 세그먼트 수 × MSS입니다.',
      en: 'The last segment carries what is left only. Its seq is the first + the number of full segments before it × MSS.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.last-segment'],
  },
  N222: {
    name: { ko: 'FIN에 FIN으로 답함', en: 'Answers a FIN with a FIN' },
    mistake: {
      ko: '받은 FIN에 ACK만 보내면 되는데 FIN까지 켰습니다.',
      en: 'You set FIN in the answer to a FIN, where an ACK alone is sent.',
    },
    correction: {
      ko: 'FIN에 대한 답은 ACK입니다. 자기 FIN은 애플리케이션이 close()를 부를 때 한 번만 보냅니다.',
      en: "The answer to a FIN is an ACK. One's own FIN is sent once, when one's own application calls close().",
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['segment.reply'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
