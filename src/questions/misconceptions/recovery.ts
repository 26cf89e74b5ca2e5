import type { Misconception } from './misconception.ts';

/** Wrong rules about what is retransmitted, and when. */
export const RECOVERY_MISCONCEPTIONS = {
  M15: {
    name: { ko: '빈 곳 뒤를 모두 다시 보냄', en: 'Retransmits everything after the hole' },
    mistake: {
      ko: '빠진 세그먼트뿐 아니라 그 뒤에 보낸 것까지 모두 다시 보냈습니다.',
      en: 'You sent again not only the missing segment but everything after it.',
    },
    correction: {
      ko: '빠른 재전송은 빠진 것으로 보이는 세그먼트 하나만 다시 보냅니다. 그 뒤의 데이터는 받는 쪽이 보관하고 있습니다.',
      en: 'Fast retransmit sends only the one segment that appears to be missing; the receiver keeps what came after it.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-retransmit'],
  },
  M16: {
    name: { ko: '첫 ACK까지 중복으로 셈', en: 'Counts the original as a duplicate' },
    mistake: {
      ko: '그 번호를 처음 알린 ACK까지 세어 두 번째 중복 ACK에서 재전송했습니다.',
      en: 'You counted the ACK that named the number first, and retransmitted on the second duplicate.',
    },
    correction: {
      ko: '중복 ACK 세 개가 필요합니다. 처음 온 것까지 치면 같은 ACK가 네 번 옵니다.',
      en: 'It takes three duplicates: four identical ACKs, the original included.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-retransmit'],
  },
  N161: {
    name: { ko: '유실된 것을 한꺼번에 재전송', en: 'Retransmits all losses at once' },
    mistake: {
      ko: '유실된 세그먼트를 한꺼번에 모두 다시 보냈습니다.',
      en: 'You sent all lost segments again at once.',
    },
    correction: {
      ko: 'SACK이 없으면 중복 ACK는 첫 빈 곳만 알려 줍니다. 보내는 쪽은 또 무엇이 빠졌는지 아직 모릅니다.',
      en: 'Without SACK duplicate ACKs name only the first hole; the sender does not know yet what else is missing.',
    },
    rfc: 'RFC 6582 §1',
    drill: ['recovery.fast-retransmit'],
  },
  N162: {
    name: { ko: '유실된 것도 중복 ACK를 부름', en: 'Counts a duplicate for a lost segment' },
    mistake: {
      ko: '도착하지 않은 세그먼트까지 중복 ACK를 부른 것으로 셌습니다.',
      en: 'You counted a duplicate ACK for a segment that never arrived.',
    },
    correction: {
      ko: '중복 ACK는 세그먼트가 실제로 도착해야 나갑니다.',
      en: 'Only a segment that does arrive brings a duplicate ACK.',
    },
    rfc: 'RFC 5681 §4.2',
    drill: ['recovery.fast-retransmit'],
  },
  M44: {
    name: { ko: 'SACK 블록을 오래된 것부터 씀', en: 'Lists the oldest SACK block first' },
    mistake: {
      ko: 'SACK 블록을 먼저 받은 것부터 늘어놓았습니다.',
      en: 'You listed the SACK blocks from the oldest to the newest.',
    },
    correction: {
      ko: '방금 도착한 데이터가 든 블록이 맨 앞이고, 그 뒤에는 최근에 보고한 블록부터 다시 싣습니다.',
      en: 'The block with the data that has just arrived comes first, then those reported most recently.',
    },
    rfc: 'RFC 2018 §4',
    drill: ['recovery.sack-blocks'],
  },
  N163: {
    name: { ko: 'SACK 오른쪽 끝까지 포함으로 봄', en: 'Takes the right edge of SACK as inclusive' },
    mistake: {
      ko: 'SACK 블록의 오른쪽 끝에 마지막으로 받은 번호를 썼습니다.',
      en: 'You wrote the last number received as the right edge of a SACK block.',
    },
    correction: {
      ko: '오른쪽 끝은 블록의 마지막 번호 바로 다음 번호입니다.',
      en: 'The right edge is the number right after the last one of the block.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['recovery.sack-blocks'],
  },
  N164: {
    name: { ko: '방금 온 세그먼트만 SACK함', en: 'SACKs only the segment that arrived' },
    mistake: {
      ko: '방금 도착한 세그먼트 하나만 SACK 블록에 실었습니다.',
      en: 'You put only the segment that has just arrived into the SACK option.',
    },
    correction: {
      ko: '첫 블록은 그 세그먼트와 이어진 데이터 전체이고, 앞서 보고한 블록도 들어가는 만큼 되풀이합니다.',
      en: 'The first block is all data contiguous with it, and earlier blocks are repeated as far as they fit.',
    },
    rfc: 'RFC 2018 §4',
    drill: ['recovery.sack-blocks'],
  },
  N165: {
    name: { ko: 'ACK된 데이터도 SACK함', en: 'SACKs what the ACK number covers' },
    mistake: {
      ko: 'ACK 번호가 이미 확인한 데이터까지 SACK 블록에 실었습니다.',
      en: 'You reported data in a SACK block that the ACK number already covers.',
    },
    correction: {
      ko: 'SACK 블록은 ACK 번호보다 위에 떨어져 있는 데이터만 알립니다.',
      en: 'SACK blocks tell only of data that lies apart, above the ACK number.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['recovery.sack-blocks'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
