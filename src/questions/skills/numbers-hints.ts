import type { Hints } from '../question.ts';

/*
 * Hints of the questions on sequence and ack numbers.
 */

export const FIRST_DATA_HINTS: Hints = [
  {
    ko: 'SYN은 순서 번호를 하나 차지하고, 데이터 없는 ACK는 차지하지 않습니다.',
    en: 'A SYN takes one sequence number; an ACK without data takes none.',
  },
  {
    ko: '이 호스트가 첫 데이터 앞에 보낸 세그먼트만 차례로 봅니다. 상대가 보낸 것은 이 번호와 상관없습니다.',
    en: 'Go through what this host itself sent before its first data. What the peer sent does not count here.',
  },
  {
    ko: '자기 ISN + 그때까지 보낸 세그먼트들이 차지한 번호의 수(mod 2^32)를 구합니다.',
    en: 'Take its own ISN + the numbers taken by what it has sent so far (mod 2^32).',
  },
];

const WHOSE_ISN = {
  ko: 'seq는 보내는 쪽의 ISN에서, ack는 상대의 ISN에서 셉니다.',
  en: "A seq counts from the sender's own ISN, an ack from the peer's.",
};

const FIND_ISN = {
  ko: '어느 쪽의 ISN인지 먼저 정하고, 그쪽이 보낸 SYN의 seq를 찾습니다.',
  en: 'Decide first whose ISN it is, then find the seq of the SYN that side sent.',
};

export const TO_ABSOLUTE_HINTS: Hints = [
  WHOSE_ISN,
  FIND_ISN,
  {
    ko: '절대 번호 = ISN + 상대 번호(mod 2^32)입니다.',
    en: 'The absolute number = ISN + relative number (mod 2^32).',
  },
];

export const TO_RELATIVE_HINTS: Hints = [
  WHOSE_ISN,
  FIND_ISN,
  {
    ko: '상대 번호 = 절대 번호 - ISN입니다. 음수가 되면 2^32를 더합니다.',
    en: 'The relative number = absolute number - ISN; add 2^32 where that is negative.',
  },
];

export const IN_ORDER_HINTS: Hints = [
  {
    ko: 'ack는 마지막으로 받은 바이트가 아니라 다음에 받을 바이트의 번호입니다.',
    en: 'ack is the number of the next byte expected, not of the last one received.',
  },
  {
    ko: '도착한 데이터 세그먼트의 seq와 데이터 길이를 봅니다. 그 앞에 빠진 바이트는 없습니다.',
    en: 'Look at the seq and the length of the data segment that arrived. No byte before it is missing.',
  },
  {
    ko: '데이터의 seq + 데이터 길이(mod 2^32)를 구합니다.',
    en: 'Take the seq of the data + its length (mod 2^32).',
  },
];

export const NEXT_SEQUENCE_HINTS: Hints = [
  {
    ko: 'seq는 그 호스트가 다음에 쓸 번호입니다. 데이터 바이트와 SYN, FIN만 번호를 차지합니다.',
    en: "seq is the host's next unused number; only data bytes, SYN and FIN take numbers.",
  },
  {
    ko: '같은 호스트가 바로 앞에 보낸 세그먼트의 seq를 보고, 거기에 번호를 차지하는 것이 실렸는지 봅니다.',
    en: 'Look at the seq of the segment that the same host sent before, and at what in it takes numbers.',
  },
  {
    ko: '앞 세그먼트의 seq + 그 세그먼트가 차지한 번호의 수(mod 2^32)를 구합니다.',
    en: 'Take the seq of that segment + the numbers it takes (mod 2^32).',
  },
];

/** Where the same bytes are sent again. */
export const SAME_BYTES_HINTS: Hints = [
  {
    ko: '순서 번호는 세그먼트가 아니라 바이트에 붙습니다. seq는 세그먼트에 실린 첫 바이트의 번호입니다.',
    en: 'Sequence numbers belong to bytes, not to segments; seq is the number of the first byte in the segment.',
  },
  {
    ko: '다시 보내는 세그먼트에 어느 바이트가 실리는지, 그 바이트의 번호가 무엇이었는지 봅니다.',
    en: 'See which bytes the segment sent again holds, and which numbers they had before.',
  },
  {
    ko: '새 바이트가 하나라도 실렸는지 따져 봅니다. 이미 번호가 붙은 바이트라면 첫 바이트의 번호가 그대로 seq입니다.',
    en: 'Ask whether any byte in it is new. Where the first byte has a number already, that number is the seq.',
  },
];

export const DATA_LENGTH_HINTS: Hints = [
  {
    ko: '이어지는 세그먼트의 seq는 앞 세그먼트의 마지막 바이트 다음 번호입니다.',
    en: 'The seq of the next segment is the number after the last byte of this one.',
  },
  {
    ko: '두 세그먼트의 seq만 봅니다. 헤더는 번호를 차지하지 않고, 상대가 보낸 것도 상관없습니다.',
    en: 'Look at the two seqs only: headers take no numbers, and what the peer sends does not matter.',
  },
  {
    ko: '뒤의 seq - 앞의 seq를 구합니다. 음수가 되면 2^32를 더합니다.',
    en: 'Take the later seq - the earlier one; add 2^32 where that is negative.',
  },
];

export const SEGMENT_LENGTH_HINTS: Hints = [
  {
    ko: '데이터 바이트와 SYN, FIN이 번호를 하나씩 차지합니다. 다른 플래그는 차지하지 않습니다.',
    en: 'Each data byte, a SYN and a FIN take one number each; no other flag does.',
  },
  {
    ko: '이 세그먼트의 데이터 길이를 보고, 플래그에 SYN이나 FIN이 있는지 봅니다. seq와 ack의 값은 상관없습니다.',
    en: 'Look at the data length of the segment, and for SYN or FIN among its flags. The values of seq and ack do not matter.',
  },
  {
    ko: '데이터 바이트 수 + SYN과 FIN의 개수를 구합니다.',
    en: 'Take the number of data bytes + the number of SYN and FIN flags.',
  },
];

export const BYTES_RECEIVED_HINTS: Hints = [
  {
    ko: 'ack보다 앞의 번호는 모두 받은 것입니다. 번호는 데이터 바이트마다 하나씩 붙고, SYN과 FIN도 하나씩 차지합니다.',
    en: 'Every number before the ack has been received. Each data byte has one of them, and so have SYN and FIN.',
  },
  {
    ko: '데이터를 보낸 쪽의 ISN과 이 ACK의 ack를 봅니다. FIN까지 확인되었는지도 살핍니다.',
    en: 'Look at the ISN of the side that sent the data and at this ack, and see whether a FIN is acknowledged too.',
  },
  {
    ko: 'ack - ISN(mod 2^32)을 구한 다음 SYN의 몫을, FIN도 확인되었으면 그 몫까지 뺍니다.',
    en: 'Take ack - ISN (mod 2^32), less the number of the SYN and, if it is acknowledged, that of the FIN.',
  },
];
