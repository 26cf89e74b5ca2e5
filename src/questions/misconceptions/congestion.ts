import type { Misconception } from './misconception.ts';

/** Wrong rules about the congestion window. */
export const CONGESTION_MISCONCEPTIONS = {
  M31: {
    name: { ko: '느린 시작의 증가 속도를 혼동', en: 'Slow start grows at another pace' },
    mistake: {
      ko: '느린 시작에서 cwnd를 왕복마다 1 SMSS씩 늘리거나, ACK마다 두 배로 늘렸습니다.',
      en: 'You let cwnd grow by one SMSS each round trip in slow start, or double with each ACK.',
    },
    correction: {
      ko: '느린 시작에서는 새 데이터에 대한 ACK마다 cwnd가 1 SMSS까지 늘어납니다. 그래서 한 왕복이 지나면 두 배가 됩니다.',
      en: 'In slow start every ACK of new data adds up to one SMSS, so that cwnd doubles in a round trip.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.slow-start'],
  },
  N150: {
    name: { ko: '일부만 ACK되어도 1 SMSS를 더함', en: 'Adds a full SMSS for a partial segment' },
    mistake: {
      ko: 'SMSS보다 적은 데이터를 확인 응답한 ACK에도 1 SMSS를 더했습니다.',
      en: 'You added a full SMSS for an ACK that covers fewer bytes.',
    },
    correction: {
      ko: '더하는 양은 min(N, SMSS)입니다. 새로 확인 응답된 N바이트가 SMSS보다 적으면 N만 더합니다.',
      en: 'What is added is min(N, SMSS): if the N bytes newly acknowledged are fewer than SMSS, only N.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.slow-start'],
  },
  N151: {
    name: { ko: 'ACK된 만큼 한도 없이 더함', en: 'Adds all that is acknowledged, uncapped' },
    mistake: {
      ko: '한 ACK가 확인 응답한 바이트 수를 SMSS가 넘어도 모두 cwnd에 더했습니다.',
      en: 'You added every byte an ACK acknowledges to cwnd, beyond one SMSS.',
    },
    correction: {
      ko: 'ACK 하나가 세그먼트 여러 개를 확인 응답해도 더하는 양은 최대 1 SMSS입니다.',
      en: 'One ACK adds at most one SMSS, however many segments it acknowledges.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.slow-start'],
  },
  N152: {
    name: { ko: '유실된 ACK로도 cwnd를 늘림', en: 'Lets a lost ACK raise cwnd' },
    mistake: {
      ko: '도착하지 않은 ACK로도 cwnd를 늘렸습니다.',
      en: 'You raised cwnd for an ACK that never arrived.',
    },
    correction: {
      ko: 'cwnd는 도착한 ACK로만 늘어납니다. 유실된 ACK의 몫은 다음 ACK의 N에 들어가고, 그 ACK도 최대 1 SMSS를 더합니다.',
      en: 'Only ACKs that arrive raise cwnd. The bytes of a lost one are in the N of the next, which adds one SMSS at most.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.slow-start'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
