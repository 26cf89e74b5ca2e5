import type { Misconception } from './misconception.ts';

/** Wrong rules about measuring the round trip and about the retransmission timeout. */
export const TIMERS_MISCONCEPTIONS = {
  M25: {
    name: { ko: 'RTTVAR에 새 SRTT를 씀', en: 'RTTVAR taken from the new SRTT' },
    mistake: {
      ko: 'SRTT를 먼저 고친 다음, 그 새 SRTT와의 차이로 RTTVAR를 구했습니다.',
      en: 'You updated SRTT first and took the deviation of RTTVAR from that new SRTT.',
    },
    correction: {
      ko: 'RTTVAR를 먼저, 아직 고치지 않은 SRTT로 구합니다. SRTT는 그다음에 고칩니다.',
      en: 'RTTVAR is updated first, with the SRTT as it was before this sample; SRTT follows.',
    },
    rfc: 'RFC 6298 §2',
    drill: ['rto.estimate'],
  },
  M26: {
    name: { ko: 'alpha와 beta를 바꿔 씀', en: 'alpha and beta swapped' },
    mistake: {
      ko: 'SRTT에 1/4, RTTVAR에 1/8을 썼습니다.',
      en: 'You weighted the sample with 1/4 in SRTT and 1/8 in RTTVAR.',
    },
    correction: {
      ko: '새 표본의 비중은 SRTT에서 alpha = 1/8, RTTVAR에서 beta = 1/4입니다.',
      en: 'A new sample counts alpha = 1/8 in SRTT and beta = 1/4 in RTTVAR.',
    },
    rfc: 'RFC 6298 §2',
    drill: ['rto.estimate'],
  },
  M27: {
    name: { ko: 'RTO에 4·RTTVAR를 쓰지 않음', en: 'RTO without 4*RTTVAR' },
    mistake: {
      ko: 'RTO를 SRTT + RTTVAR, 또는 SRTT의 2배로 구했습니다.',
      en: 'You took SRTT + RTTVAR, or twice SRTT, as the RTO.',
    },
    correction: {
      ko: 'RTO는 SRTT에 편차의 네 배를 더한 SRTT + 4·RTTVAR입니다.',
      en: 'The RTO adds four times the deviation: SRTT + 4*RTTVAR.',
    },
    rfc: 'RFC 6298 §2',
    drill: ['rto.estimate'],
  },
  M28: {
    name: { ko: '첫 표본에서 RTTVAR = 0', en: 'RTTVAR starts at 0' },
    mistake: {
      ko: '첫 표본 뒤의 RTTVAR를 0으로 두었습니다.',
      en: 'You started with an RTTVAR of 0 after the first sample.',
    },
    correction: {
      ko: '첫 표본 R을 얻으면 SRTT = R, RTTVAR = R/2로 시작합니다.',
      en: 'The first sample R sets SRTT = R and RTTVAR = R/2.',
    },
    rfc: 'RFC 6298 §2',
    drill: ['rto.estimate'],
  },
  N140: {
    name: { ko: '새 표본에 큰 비중을 줌', en: 'Gives the new sample the large weight' },
    mistake: {
      ko: '예전 값에 작은 비중을, 새 표본에 7/8과 3/4의 큰 비중을 주었습니다.',
      en: 'You gave the new sample the large weight, 7/8 or 3/4, and the old value the small one.',
    },
    correction: {
      ko: '예전 값의 비중이 큽니다. SRTT는 7/8, RTTVAR는 3/4을 그대로 남깁니다.',
      en: 'The old value keeps the large weight: 7/8 in SRTT, 3/4 in RTTVAR.',
    },
    rfc: 'RFC 6298 §2',
    drill: ['rto.estimate'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
