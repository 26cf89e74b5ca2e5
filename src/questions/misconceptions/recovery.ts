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
    drill: ['recovery.fast-retransmit', 'sack.next'],
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
} as const satisfies Readonly<Record<string, Misconception>>;
