import type { Misconception } from './misconception.ts';

/** Wrong rules about sequence and acknowledgement numbers. */
export const NUMBER_MISCONCEPTIONS = {
  M01: {
    name: { ko: 'ACK는 마지막으로 받은 바이트', en: 'ACK names the last byte received' },
    mistake: {
      ko: '다음에 받을 번호가 아니라 마지막으로 받은 바이트의 번호를 썼습니다.',
      en: 'You gave the number of the last byte received instead of the next one expected.',
    },
    correction: {
      ko: 'ACK 번호는 다음에 받기를 기다리는 순서 번호입니다. 마지막으로 받은 바이트보다 1 큽니다.',
      en: 'An ACK number is the next sequence number the receiver expects: one past the last byte it has.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.in-order', 'ack.above-gap', 'ack.gap-filled'],
  },
  M02: {
    name: { ko: '데이터에도 1을 더함', en: 'Adds 1 to data as if it were a SYN' },
    mistake: {
      ko: 'SYN이나 FIN이 없는 데이터 세그먼트에 1을 더했습니다.',
      en: 'You added 1 to a data segment as if it carried a SYN or a FIN.',
    },
    correction: {
      ko: '번호를 하나 더 차지하는 것은 SYN과 FIN뿐입니다. 데이터는 바이트 수만큼만 차지합니다.',
      en: 'Only SYN and FIN take a number of their own. Data takes exactly one number a byte.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.in-order', 'ack.above-gap', 'ack.gap-filled'],
  },
  M03: {
    name: { ko: '번호가 세그먼트 개수를 셈', en: 'Numbers count segments' },
    mistake: {
      ko: '세그먼트마다 1씩 세었습니다.',
      en: 'You counted segments, one number each.',
    },
    correction: {
      ko: '순서 번호는 세그먼트가 아니라 바이트를 셉니다. 바이트마다 번호가 하나씩 있습니다.',
      en: 'Sequence numbers count bytes, not segments: every byte has its own number.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.in-order', 'seq.next', 'close.half-close', 'seq.wrapped-trace'],
  },
  M08: {
    name: { ko: '데이터 번호에서 SYN을 세지 않음', en: 'SYN not counted when numbering data' },
    mistake: {
      ko: 'ISN을 첫 데이터 바이트의 번호로 다시 썼습니다. SYN을 세지 않았습니다.',
      en: 'You gave the ISN to the first data byte as well: the SYN was not counted.',
    },
    correction: {
      ko: 'ISN은 SYN의 번호입니다. 첫 데이터 바이트는 ISN+1입니다.',
      en: 'The ISN is the number of the SYN. The first data byte is ISN+1.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.first-data'],
  },
  M11: {
    name: { ko: 'seq와 ack가 뒤바뀜', en: 'seq and ack swapped' },
    mistake: {
      ko: '상대 방향의 번호를 썼습니다. seq와 ack가 뒤바뀌었습니다.',
      en: "You used the other direction's number: seq and ack are swapped.",
    },
    correction: {
      ko: 'seq는 보내는 쪽 자신의 스트림 번호이고, ack는 상대 스트림에서 다음에 받을 번호입니다.',
      en: "seq numbers the sender's own stream; ack is the next number expected of the peer's stream.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['handshake.third-segment', 'close.four-segments', 'close.three-segments'],
  },
  M12: {
    name: { ko: '두 방향을 한 번호로 셈', en: 'One counter for both directions' },
    mistake: {
      ko: '두 방향의 번호나 바이트를 섞어 세었습니다.',
      en: 'You mixed up the numbers or bytes of the two directions.',
    },
    correction: {
      ko: '방향마다 ISN과 번호가 따로 있습니다. 클라이언트와 서버의 스트림은 서로 독립입니다.',
      en: 'Each direction has an ISN and numbers of its own; the two streams are independent.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.in-order', 'seq.relative', 'seq.next'],
  },
  M13: {
    name: { ko: 'ACK는 세그먼트마다 따로', en: 'ACKs are per segment' },
    mistake: {
      ko: '빈 곳이 있는데도 방금 도착한 세그먼트의 끝을 확인 응답했습니다.',
      en: 'You acknowledged the segment that has just arrived, although earlier bytes are missing.',
    },
    correction: {
      ko: 'ACK는 누적입니다. 빠진 바이트가 있으면 그 첫 번호에 머무릅니다.',
      en: 'ACKs are cumulative: while bytes are missing, the ACK stays at the first missing one.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.above-gap'],
  },
  M14: {
    name: { ko: '보관해 둔 데이터를 잊음', en: 'Forgets the data already held' },
    mistake: {
      ko: '빈 곳을 채운 세그먼트의 끝까지만 확인 응답했습니다.',
      en: 'You acknowledged only up to the end of the segment that filled the gap.',
    },
    correction: {
      ko: '빈 곳이 채워지면 미리 받아 둔 뒤쪽 데이터까지 이어진 끝을 한 번에 확인 응답합니다.',
      en: 'Once the gap is filled, the ACK jumps to the end of everything that is now contiguous.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.gap-filled'],
  },
  M17: {
    name: { ko: '재전송에 새 번호를 씀', en: 'A retransmission gets a new number' },
    mistake: {
      ko: '재전송하는 세그먼트에 새 순서 번호를 주었습니다.',
      en: 'You gave a retransmission a new sequence number.',
    },
    correction: {
      ko: '순서 번호는 바이트에 붙은 이름입니다. 같은 바이트는 다시 보내도 같은 번호입니다.',
      en: 'A sequence number belongs to the byte, not to the transmission: the same byte keeps its number.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['handshake.lost-segment', 'seq.next', 'close.time-wait'],
  },
  M18: {
    name: { ko: '헤더도 번호를 차지함', en: 'Headers take sequence numbers' },
    mistake: {
      ko: 'TCP나 IP 헤더의 바이트도 순서 번호를 차지하는 것으로 세었습니다.',
      en: 'You counted TCP or IP header bytes as if they took sequence numbers.',
    },
    correction: {
      ko: '순서 번호는 데이터 바이트와 SYN, FIN에만 붙습니다. 헤더는 번호를 차지하지 않습니다.',
      en: 'Only data bytes, SYN and FIN are numbered; headers take no sequence numbers.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.in-order', 'seq.length', 'seq.next'],
  },
  M22: {
    name: { ko: '2^32 순환을 잊음', en: 'Forgets that numbers wrap at 2^32' },
    mistake: {
      ko: '번호가 2^32에서 0으로 돌아오는 것을 세지 않았습니다.',
      en: 'You did not let the number wrap around at 2^32.',
    },
    correction: {
      ko: '순서 번호의 덧셈과 뺄셈은 모두 2^32를 법으로 합니다. 4294967295 다음은 0입니다.',
      en: 'All arithmetic on sequence numbers is modulo 2^32: after 4294967295 comes 0.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.bytes-received', 'seq.relative', 'seq.wrapped-trace'],
  },
  M24: {
    name: { ko: '절대 번호 대신 상대 번호', en: 'Relative number for an absolute one' },
    mistake: {
      ko: '절대 번호를 물었는데 ISN을 0으로 본 상대 번호로 답했습니다.',
      en: 'The absolute number was asked; you gave the one relative to the ISN.',
    },
    correction: {
      ko: '헤더에 실리는 값은 ISN을 더한 절대 번호입니다. 상대 번호는 분석 도구가 보기 좋게 바꾼 것입니다.',
      en: 'The header carries the absolute number, ISN included. Relative numbers are a display of analysis tools.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.relative'],
  },
  N05: {
    name: { ko: '양 끝을 모두 셈', en: 'Counts both ends' },
    mistake: {
      ko: '두 번호의 차에 1을 더해 한 바이트를 더 세었습니다.',
      en: 'You added 1 to the difference of the two numbers and so counted one byte too many.',
    },
    correction: {
      ko: '다음 세그먼트의 seq는 이 세그먼트에 들어 있지 않은 첫 바이트입니다. 길이는 두 seq의 차 그대로입니다.',
      en: "The next segment's seq is the first byte NOT in this one, so the length is the plain difference.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.length'],
  },
  N48: {
    name: { ko: '마지막으로 보낸 바이트의 번호를 씀', en: 'seq names the last byte sent' },
    mistake: {
      ko: '다음에 보낼 번호가 아니라 이미 보낸 마지막 바이트의 번호를 썼습니다.',
      en: 'You gave the number of the last byte already sent instead of the next one.',
    },
    correction: {
      ko: 'seq는 그 세그먼트의 첫 번호입니다. 앞서 보낸 마지막 바이트의 번호보다 1 큽니다.',
      en: "A segment's seq is the first number it takes: one past the last byte sent before.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.four-segments', 'close.fin-numbers', 'seq.next'],
  },
  N50: {
    name: { ko: '한 바이트를 덜 셈', en: 'Counts one byte too few' },
    mistake: {
      ko: '마지막 바이트의 번호에서 첫 번호를 빼기만 해 한 바이트를 덜 세었습니다.',
      en: 'You took the first number from that of the last byte and so counted one byte too few.',
    },
    correction: {
      ko: '첫 번호와 마지막 번호가 모두 데이터에 들어갑니다. 다음 세그먼트의 seq에서 이 세그먼트의 seq를 빼면 바로 길이입니다.',
      en: "The first and the last number both belong to the data: the next segment's seq minus this one's is the length.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.length'],
  },
  N06: {
    name: { ko: 'ACK 번호를 바이트 수로 읽음', en: 'Reads the ACK number as a byte count' },
    mistake: {
      ko: 'ACK 번호 자체를 받은 바이트 수로 읽었습니다.',
      en: 'You read the ACK number itself as the number of bytes received.',
    },
    correction: {
      ko: 'ACK 번호는 개수가 아니라 위치입니다. 보낸 쪽의 ISN부터 세어야 개수가 나옵니다.',
      en: "An ACK number is a position, not a count: measure it from the sender's ISN.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.bytes-received'],
  },
  N07: {
    name: { ko: 'SYN과 FIN을 데이터로 셈', en: 'Counts SYN and FIN as data' },
    mistake: {
      ko: 'SYN(과 FIN)이 차지한 번호까지 데이터 바이트로 세었습니다.',
      en: 'You counted the numbers taken by the SYN (and the FIN) as data bytes.',
    },
    correction: {
      ko: 'SYN과 FIN은 번호를 하나씩 차지하지만 데이터는 아닙니다. ISN에서 ACK까지의 거리에서 빼야 합니다.',
      en: 'SYN and FIN take one number each but are no data: take them off the distance from ISN to ACK.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.bytes-received'],
  },
  N08: {
    name: { ko: '없는 FIN을 뺌', en: 'Takes off a FIN that was not sent' },
    mistake: {
      ko: '아직 FIN이 없는데 FIN의 번호까지 뺐습니다.',
      en: 'You took off a number for a FIN although none has been sent.',
    },
    correction: {
      ko: 'FIN을 확인 응답하기 전에는 SYN이 차지한 1만 뺍니다.',
      en: "Until a FIN is acknowledged, only the SYN's one number is to be taken off.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.bytes-received'],
  },
  N10: {
    name: { ko: 'ISN 다음을 0으로 셈', en: 'Counts relative numbers from ISN+1' },
    mistake: {
      ko: '상대 번호 0을 ISN이 아니라 첫 데이터 바이트로 보았습니다.',
      en: 'You took relative 0 to be the first data byte instead of the ISN.',
    },
    correction: {
      ko: '상대 번호는 ISN을 0으로 봅니다. 그래서 SYN이 0, 첫 데이터 바이트가 1입니다.',
      en: 'Relative numbers put the ISN at 0: the SYN is 0 and the first data byte is 1.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.relative'],
  },
  N18: {
    name: { ko: '상대 번호 대신 절대 번호', en: 'Absolute number for a relative one' },
    mistake: {
      ko: '상대 번호를 물었는데 헤더의 절대 번호를 그대로 썼습니다.',
      en: 'The relative number was asked; you gave the absolute one from the header.',
    },
    correction: {
      ko: '상대 번호는 절대 번호에서 그 방향의 ISN을 뺀 값입니다.',
      en: "A relative number is the absolute one minus that direction's ISN.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['seq.relative'],
  },
  N11: {
    name: { ko: '빠진 바이트까지 받은 것으로 셈', en: 'Counts bytes above the gap' },
    mistake: {
      ko: 'ACK 번호에 들어 있지 않은, 빈 곳 뒤의 바이트까지 세었습니다.',
      en: 'You also counted bytes above the gap, about which the ACK number says nothing.',
    },
    correction: {
      ko: 'ACK 번호는 빈 곳 없이 이어진 데이터만 확인 응답합니다.',
      en: 'An ACK number covers only the data received without a gap.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.bytes-received'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
