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
      ko: '빠른 재전송도 타임아웃도 ACK되지 않은 가장 앞의 세그먼트 하나만 다시 보냅니다. 그 뒤의 데이터는 받는 쪽이 보관하고 있을 수 있습니다.',
      en: 'Fast retransmit and a timeout send only the earliest segment not acknowledged; the receiver may well hold what came after it.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-retransmit', 'congestion.timeout', 'sack.next'],
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
  N226: {
    name: { ko: '빠른 회복을 ssthresh에서 시작', en: 'Starts fast recovery at ssthresh' },
    mistake: {
      ko: '빠른 회복에 들어갈 때 cwnd에 3 SMSS를 더하지 않았습니다.',
      en: 'You left out the 3 SMSS that cwnd gets on entering fast recovery.',
    },
    correction: {
      ko: '중복 ACK 세 개는 세그먼트 세 개가 네트워크를 떠났다는 뜻이므로 cwnd는 ssthresh + 3 SMSS에서 시작합니다.',
      en: 'Three duplicate ACKs say that three segments have left the network, so cwnd starts at ssthresh + 3 SMSS.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-recovery'],
  },
  N227: {
    name: { ko: '더 오는 중복 ACK에 cwnd를 늘리지 않음', en: 'Further duplicates leave cwnd alone' },
    mistake: {
      ko: '빠른 회복 중에 더 온 중복 ACK마다 1 SMSS를 더하지 않았습니다.',
      en: 'You did not add 1 SMSS for each further duplicate ACK in fast recovery.',
    },
    correction: {
      ko: '빠른 회복 중의 중복 ACK도 하나하나 세그먼트 하나가 네트워크를 떠났다는 뜻이므로 cwnd를 1 SMSS씩 늘립니다.',
      en: 'Each further duplicate ACK says that one more segment has left the network, and adds 1 SMSS to cwnd.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-recovery'],
  },
  N228: {
    name: { ko: '부풀린 cwnd를 그대로 둠', en: 'Keeps the inflated window' },
    mistake: {
      ko: '새 데이터의 ACK가 온 뒤에도 빠른 회복 중에 부풀린 cwnd를 그대로 두었습니다.',
      en: 'You kept the window that fast recovery had inflated after the ACK of new data.',
    },
    correction: {
      ko: '새 데이터의 ACK가 오면 빠른 회복이 끝나고 cwnd는 ssthresh로 줄어듭니다.',
      en: 'The ACK of new data ends fast recovery and sets cwnd back to ssthresh.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.fast-recovery'],
  },
  N167: {
    name: { ko: '제한 전송에서 rwnd를 보지 않음', en: 'Forgets rwnd in limited transmit' },
    mistake: {
      ko: '상대의 윈도우에 자리가 없는데도 새 세그먼트를 보냈습니다.',
      en: "You sent a new segment for which the peer's window has no room.",
    },
    correction: {
      ko: '제한 전송은 cwnd를 2 SMSS까지 넘게 해 줄 뿐입니다. 상대가 알린 윈도우는 언제나 지켜야 합니다.',
      en: "Limited transmit goes beyond cwnd by up to 2 SMSS, never beyond the peer's window.",
    },
    rfc: 'RFC 3042 §2',
    drill: ['recovery.limited-transmit'],
  },
  N168: {
    name: { ko: '세 번째 중복 ACK까지 가만히 있음', en: 'Sends nothing before the third duplicate' },
    mistake: {
      ko: '세 번째 중복 ACK가 올 때까지 아무것도 보내지 않는다고 보았습니다.',
      en: 'You let the sender send nothing until the third duplicate ACK.',
    },
    correction: {
      ko: '제한 전송에서는 처음 두 중복 ACK마다 새 데이터 세그먼트를 하나씩 보냅니다. 그래야 윈도우가 작아도 중복 ACK가 세 개까지 올 수 있습니다.',
      en: 'With limited transmit each of the first two duplicates brings one segment of new data, so that even a small window can yield three duplicates.',
    },
    rfc: 'RFC 3042 §2',
    drill: ['recovery.limited-transmit'],
  },
  N169: {
    name: { ko: '첫 중복 ACK에 재전송', en: 'Retransmits on the first duplicate' },
    mistake: {
      ko: '중복 ACK가 하나 왔을 때 이미 빠진 세그먼트를 재전송했습니다.',
      en: 'You retransmitted the missing segment on the very first duplicate ACK.',
    },
    correction: {
      ko: '세그먼트의 순서만 바뀌어도 중복 ACK가 한두 개 생깁니다. 재전송은 세 번째에 하고, 처음 둘에는 새 데이터를 보냅니다.',
      en: 'Mere reordering brings a duplicate or two as well. The third sets off the retransmission; the first two bring new data.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['recovery.limited-transmit'],
  },
  N170: {
    name: { ko: '첫 중복 ACK에 두 개를 보냄', en: 'Sends both segments on the first duplicate' },
    mistake: {
      ko: '첫 번째 중복 ACK에 2 SMSS를 한꺼번에 보냈습니다.',
      en: 'You sent 2 SMSS at once on the first duplicate ACK.',
    },
    correction: {
      ko: '중복 ACK 하나는 세그먼트 하나가 네트워크를 떠났다는 뜻이므로 새 세그먼트도 하나만 보냅니다. cwnd를 2 SMSS 넘는 것은 두 번째까지 온 다음입니다.',
      en: 'One duplicate tells of one segment that has left the network, so one new segment goes; cwnd is exceeded by 2 SMSS only with the second.',
    },
    rfc: 'RFC 3042 §2',
    drill: ['recovery.limited-transmit'],
  },
  N166: {
    name: { ko: '회복 중에 보낸 데이터까지 기다림', en: 'Waits for data sent during recovery' },
    mistake: {
      ko: '빠른 회복에 들어간 뒤에 보낸 새 데이터까지 ACK되어야 빠른 회복이 끝난다고 보았습니다.',
      en: 'You let fast recovery last until the new data sent in the middle of it was acknowledged too.',
    },
    correction: {
      ko: '기준(recover)은 빠른 회복에 들어갈 때까지 보낸 가장 높은 번호입니다. 그 뒤에 보낸 데이터는 기준을 옮기지 않습니다.',
      en: 'What counts is recover, the highest number sent when fast recovery began; data sent later does not move it.',
    },
    rfc: 'RFC 6582 §3.2',
    drill: ['recovery.partial-ack'],
  },
  N171: {
    name: { ko: '부분 ACK에도 기다림', en: 'Waits on a partial ACK' },
    mistake: {
      ko: '부분 ACK가 왔는데도 재전송 타이머나 중복 ACK 세 개를 새로 기다렸습니다.',
      en: 'On the partial ACK you waited for the retransmission timer, or for three new duplicates.',
    },
    correction: {
      ko: 'NewReno에서는 부분 ACK 하나로 다음 빈 곳도 유실로 봅니다. 그 세그먼트를 곧바로 재전송합니다.',
      en: 'To NewReno a partial ACK by itself says that the next segment is lost too: it is retransmitted at once.',
    },
    rfc: 'RFC 6582 §3.2',
    drill: ['recovery.partial-ack'],
  },
  N172: {
    name: { ko: '부분 ACK에서 회복을 끝냄', en: 'Leaves fast recovery at a partial ACK' },
    mistake: {
      ko: '새 데이터를 확인 응답하는 ACK라면 무엇이든 빠른 회복을 끝낸다고 보았습니다.',
      en: 'You let any ACK of new data end fast recovery.',
    },
    correction: {
      ko: 'NewReno의 빠른 회복은 들어갈 때까지 보낸 데이터가 모두 ACK되어야 끝납니다. 새 데이터의 ACK라면 무엇에든 끝나는 것은 Reno입니다.',
      en: "NewReno's fast recovery lasts until all that was sent when it began is acknowledged; Reno's ends at any ACK of new data.",
    },
    rfc: 'RFC 6582 §3.2',
    drill: ['recovery.partial-ack'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
