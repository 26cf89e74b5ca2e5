import type { Misconception } from './misconception.ts';

/** Wrong rules about acknowledging around a gap, and about the number of a FIN. */
export const GAP_MISCONCEPTIONS = {
  N40: {
    name: { ko: '빈 곳을 건너뛰고 길이만 더함', en: 'Adds the length in spite of the gap' },
    mistake: {
      ko: '빈 곳이 있는데도 도착한 바이트 수를 RCV.NXT에 더했습니다.',
      en: 'You added the bytes that arrived to RCV.NXT although there is a gap before them.',
    },
    correction: {
      ko: 'ACK 번호는 받은 바이트의 개수가 아니라 빈 곳 없이 이어진 데이터의 끝입니다.',
      en: 'An ACK number is not a count of bytes received but the end of what is contiguous.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.above-gap'],
  },
  N41: {
    name: { ko: '도착한 세그먼트의 seq를 ACK함', en: "ACKs the arriving segment's own seq" },
    mistake: {
      ko: '도착한 세그먼트의 seq를 그대로 ACK 번호로 썼습니다.',
      en: "You used the arriving segment's own seq as the ACK number.",
    },
    correction: {
      ko: 'ACK 번호는 아직 받지 못한 첫 번호(RCV.NXT)입니다. 도착한 세그먼트의 위치와는 관계가 없습니다.',
      en: 'An ACK number is the first one still missing (RCV.NXT), wherever the arriving segment lies.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.above-gap', 'ack.duplicate-segment', 'close.fin-overtakes'],
  },
  N42: {
    name: { ko: '채운 뒤에도 ACK가 그대로', en: 'ACK left at the gap just filled' },
    mistake: {
      ko: '빈 곳이 채워졌는데도 그전의 ACK 번호를 다시 썼습니다.',
      en: 'You repeated the earlier ACK number although its gap has been filled.',
    },
    correction: {
      ko: '빈 곳이 채워지면 RCV.NXT는 새로 이어진 데이터의 끝으로 옮겨 갑니다.',
      en: 'Once a gap is filled RCV.NXT moves to the end of what has become contiguous.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.gap-filled', 'close.fin-overtakes'],
  },
  N43: {
    name: { ko: '다음 빈 곳까지 건너뜀', en: 'Jumps over the next gap' },
    mistake: {
      ko: '뒤에 빈 곳이 하나 더 있는데 그 너머까지 확인 응답했습니다.',
      en: 'You acknowledged across a second gap that is still open.',
    },
    correction: {
      ko: 'ACK 번호는 다음 빈 곳의 첫 번호에서 멈춥니다.',
      en: 'The ACK number stops at the first byte of the next gap.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.gap-filled'],
  },
  N44: {
    name: { ko: '빠진 세그먼트를 받은 것으로 봄', en: 'Takes the missing segment as received' },
    mistake: {
      ko: '도착하지 않은 세그먼트의 끝까지 확인 응답했습니다.',
      en: 'You acknowledged the segment that has not arrived.',
    },
    correction: {
      ko: 'ACK 번호는 빠진 첫 바이트의 번호입니다. 그 바이트를 받기 전에는 움직이지 않습니다.',
      en: 'The ACK number names the first missing byte and stays there until that byte arrives.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.above-gap', 'close.fin-overtakes'],
  },
  N45: {
    name: { ko: 'FIN을 SND.UNA에 둠', en: 'Puts the FIN at SND.UNA' },
    mistake: {
      ko: 'FIN에 아직 확인 응답되지 않은 첫 번호(SND.UNA)를 썼습니다.',
      en: 'You gave the FIN the first unacknowledged number, SND.UNA.',
    },
    correction: {
      ko: 'FIN은 ACK를 기다리는 데이터까지 지나, 아직 쓰지 않은 첫 번호(SND.NXT)를 받습니다.',
      en: 'The FIN comes after data still in flight too: it takes the first unused number, SND.NXT.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.fin-numbers', 'close.four-segments'],
  },
  N49: {
    name: { ko: 'FIN의 seq에 1을 더함', en: 'Adds 1 to the seq of a FIN' },
    mistake: {
      ko: 'FIN의 seq에 1을 더했습니다.',
      en: 'You added 1 to the seq of the FIN.',
    },
    correction: {
      ko: 'FIN이 차지하는 번호는 FIN 다음부터 셉니다. 앞서 보낸 ACK도 번호를 차지하지 않으므로 seq는 SND.NXT 그대로입니다.',
      en: 'The number a FIN takes counts only after it, and ACKs before it take none: its seq is SND.NXT as it stands.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.four-segments', 'close.fin-numbers', 'close.three-segments'],
  },
  N46: {
    name: { ko: 'FIN과 함께 온 데이터를 세지 않음', en: 'Data sent with the FIN not counted' },
    mistake: {
      ko: 'FIN만 세고 같은 세그먼트에 실린 데이터는 세지 않았습니다.',
      en: 'You counted the FIN but not the data in the same segment.',
    },
    correction: {
      ko: '데이터가 먼저이고 FIN은 그다음 번호입니다. ACK는 seq + 데이터 길이 + 1입니다.',
      en: 'The data comes first and the FIN takes the number after it: the ACK is seq + data bytes + 1.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.four-segments', 'close.three-segments', 'close.fin-ack'],
  },
  N47: {
    name: { ko: '데이터를 실은 FIN의 seq를 건너뜀', en: 'seq of a FIN with data set past the data' },
    mistake: {
      ko: '데이터를 함께 실은 FIN 세그먼트의 seq에 FIN 자신의 번호를 썼습니다.',
      en: "You used the FIN's own number as the seq of a segment that carries data before it.",
    },
    correction: {
      ko: 'seq는 세그먼트에 실린 첫 데이터 바이트의 번호입니다. FIN은 그 데이터 다음 번호를 차지합니다.',
      en: 'seq numbers the first data byte of the segment; the FIN takes the number after that data.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['close.four-segments'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
