import type { Misconception } from './misconception.ts';

/** Wrong rules about reading a header, and about units. */
export const WINDOWS_HEADER_MISCONCEPTIONS = {
  M47: {
    name: { ko: 'ACK 비트 없이도 ack를 읽음', en: 'Reads the ack field without ACK' },
    mistake: {
      ko: 'ACK 비트가 꺼져 있는데도 ack 필드의 값을 확인 응답으로 읽었습니다.',
      en: 'You read the acknowledgment field although the ACK bit is clear.',
    },
    correction: {
      ko: 'ack 필드는 ACK 비트가 켜져 있을 때만 의미가 있습니다. 꺼져 있으면 어떤 값이 들어 있든 읽지 않습니다.',
      en: 'The acknowledgment field means something only when the ACK bit is set; otherwise its value is ignored.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['header.decode'],
  },
  N127: {
    name: { ko: '플래그 비트를 거꾸로 읽음', en: 'Reads the flag bits from the wrong end' },
    mistake: { ko: '플래그 여섯 비트를 거꾸로 읽었습니다.', en: 'You read the six flag bits from the wrong end.' },
    correction: {
      ko: '플래그는 높은 비트부터 URG, ACK, PSH, RST, SYN, FIN입니다. 가장 낮은 비트가 FIN입니다.',
      en: 'From the high bit down the flags are URG, ACK, PSH, RST, SYN, FIN: the lowest bit is FIN.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['header.decode'],
  },
  N137: {
    name: { ko: '바이트 순서를 거꾸로 읽음', en: 'Reads the bytes in reverse order' },
    mistake: {
      ko: '여러 바이트로 된 필드를 낮은 바이트부터 읽었습니다.',
      en: 'You read a field of several bytes starting from its low byte.',
    },
    correction: {
      ko: '헤더의 필드는 네트워크 바이트 순서, 곧 높은 바이트부터 놓입니다.',
      en: 'Header fields are in network byte order: the high byte comes first.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['header.decode'],
  },
  N138: {
    name: { ko: '데이터 오프셋의 단위를 혼동', en: 'Mixes up words and bytes in the offset' },
    mistake: {
      ko: '데이터 오프셋의 단위인 32비트 워드와 바이트를 혼동했습니다.',
      en: 'You mixed up 32-bit words, the unit of the data offset, and bytes.',
    },
    correction: {
      ko: '데이터 오프셋은 헤더 길이를 32비트 워드로 적은 값입니다. 바이트로는 4배입니다.',
      en: 'The data offset gives the header length in 32-bit words: four times as many bytes.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['header.decode', 'header.length'],
  },
  N139: {
    name: { ko: '비트와 바이트를 혼동', en: 'Mixes up bits and bytes' },
    mistake: {
      ko: '순서 번호가 바이트마다 하나인데 비트마다 하나인 것으로 계산했습니다.',
      en: 'You reckoned as if each bit, not each byte, took a sequence number.',
    },
    correction: {
      ko: '순서 번호는 바이트마다 하나씩 붙습니다. 초당 비트 수는 8로 나누어 초당 바이트 수로 바꾸어야 합니다.',
      en: 'Each byte takes one sequence number: divide bits per second by 8 to get bytes per second.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['sequence.wrap'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
