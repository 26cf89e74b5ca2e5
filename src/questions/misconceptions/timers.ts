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
  M29: {
    name: { ko: 'RTO 하한을 빠뜨리거나 잘못 씀', en: 'RTO lower bound forgotten or misplaced' },
    mistake: {
      ko: '주어진 RTO 하한을 적용하지 않았거나, 다른 하한이 주어졌는데 RFC 6298의 1초를 적용했습니다.',
      en: 'You left out the lower bound given for the RTO, or applied the 1 s of RFC 6298 where another bound is given.',
    },
    correction: {
      ko: 'RTO를 새로 계산할 때마다 주어진 하한을 적용합니다. RFC 6298은 1초로 올리라고 하지만, 200 ms를 쓰는 Linux처럼 다른 값을 쓰는 구현도 있습니다.',
      en: 'Whenever the RTO is computed it is held to the lower bound in use: 1 s by RFC 6298, another value in some systems, such as 200 ms in Linux.',
    },
    rfc: 'RFC 6298 §2.4',
    drill: ['rto.bounds'],
  },
  M30: {
    name: { ko: '재전송한 세그먼트를 표본으로 씀', en: 'Samples a segment sent twice' },
    mistake: {
      ko: '재전송한 세그먼트의 ACK에서 RTT를 쟀습니다.',
      en: 'You took an RTT sample from the ACK of a segment that was sent twice.',
    },
    correction: {
      ko: '재전송한 세그먼트의 ACK는 어느 전송에 대한 것인지 알 수 없으므로, Karn 알고리즘에 따라 표본으로 쓰지 않습니다.',
      en: "The ACK of a segment sent twice may be for either sending and gives no sample (Karn's algorithm).",
    },
    rfc: 'RFC 6298 §3',
    drill: ['rto.valid-samples'],
  },
  N229: {
    name: { ko: '타임아웃마다 RTO를 더함', en: 'Adds the RTO at each timeout' },
    mistake: {
      ko: '타임아웃마다 RTO를 2배로 하지 않고 처음 값만큼만 더했습니다.',
      en: 'You added the first RTO once more at each timeout instead of doubling.',
    },
    correction: {
      ko: '타임아웃이 날 때마다 RTO를 2배로 늘립니다. 그래서 기다리는 시간은 r, 2r, 4r로 늘어납니다.',
      en: 'Each timeout doubles the RTO, so the waits grow as r, 2r, 4r.',
    },
    rfc: 'RFC 6298 §5',
    drill: ['handshake.syn-times', 'rto.bounds'],
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
  N141: {
    name: { ko: '타임아웃이 나도 RTO를 늘리지 않음', en: 'No back-off after a timeout' },
    mistake: {
      ko: '타임아웃이 나도 RTO를 늘리지 않고 같은 값을 그대로 썼습니다.',
      en: 'You kept the RTO as it was although the timer had expired.',
    },
    correction: {
      ko: '타이머가 만료될 때마다 RTO가 2배가 되므로(지수 백오프) 재전송 간격도 2배씩 늘어납니다.',
      en: 'Each expiry doubles the RTO (exponential back-off), so the waits double as well.',
    },
    rfc: 'RFC 6298 §5.5',
    drill: ['handshake.syn-times', 'rto.bounds'],
  },
  N142: {
    name: { ko: '시각 대신 간격을 답함', en: 'Gives intervals for times' },
    mistake: {
      ko: '첫 전송부터의 시각이 아니라 바로 앞 전송부터의 간격을 답했습니다.',
      en: 'You gave the waits between sendings, not the times since the first one.',
    },
    correction: {
      ko: '타이머는 재전송할 때 다시 시작하므로, 그때까지의 간격을 모두 더해야 첫 전송부터의 시각이 됩니다.',
      en: 'The timer starts anew with each retransmission: the time since the first sending is the sum of all waits so far.',
    },
    rfc: 'RFC 6298 §5.6',
    drill: ['handshake.syn-times'],
  },
  N143: {
    name: { ko: '시계 단위 G를 빠뜨림', en: 'Leaves out the clock granularity' },
    mistake: {
      ko: '4·RTTVAR가 시계 단위 G보다 작은데도 4·RTTVAR를 그대로 더했습니다.',
      en: 'You added 4*RTTVAR although it is smaller than the clock granularity G.',
    },
    correction: {
      ko: 'SRTT에 더하는 것은 G와 4·RTTVAR 가운데 큰 쪽입니다. RTO = SRTT + max(G, 4·RTTVAR)입니다.',
      en: 'What is added to SRTT is the larger of the two: RTO = SRTT + max(G, 4*RTTVAR).',
    },
    rfc: 'RFC 6298 §2.3',
    drill: ['rto.bounds'],
  },
  N144: {
    name: { ko: 'RTO 하한을 4·RTTVAR에 적용함', en: 'Lower bound applied to 4*RTTVAR' },
    mistake: {
      ko: 'RTO 전체에 두는 하한을 4·RTTVAR 항에 적용해 SRTT + 하한으로 계산했습니다.',
      en: 'You applied the lower bound of the whole RTO to its term 4*RTTVAR, and got SRTT plus that bound.',
    },
    correction: {
      ko: 'RFC 6298의 하한은 SRTT까지 더한 RTO 전체에 둡니다. 4·RTTVAR 항에 두는 것은 Linux의 방식입니다.',
      en: 'By RFC 6298 the bound is for the whole RTO, SRTT included. Holding the term 4*RTTVAR to it is what Linux does.',
    },
    rfc: 'RFC 6298 §2.4',
    drill: ['rto.bounds'],
  },
  N145: {
    name: { ko: 'RTO 상한을 빠뜨림', en: 'Forgets the upper bound of the RTO' },
    mistake: {
      ko: '2배로 늘린 RTO가 상한을 넘었는데도 그대로 두었습니다.',
      en: 'You let the doubled RTO go beyond its upper bound.',
    },
    correction: {
      ko: '상한이 있으면 2배로 늘릴 때도 적용하므로, RTO는 상한에 이르면 더 늘지 않습니다.',
      en: 'An upper bound holds for the doubling too: once there, the RTO grows no further.',
    },
    rfc: 'RFC 6298 §5.5',
    drill: ['rto.bounds'],
  },
  N147: {
    name: { ko: '타임스탬프가 있는데 재전송을 뺌', en: "Karn's rule in spite of timestamps" },
    mistake: {
      ko: '타임스탬프를 쓰는데도 재전송한 세그먼트의 표본을 버렸습니다.',
      en: 'You left out the samples of retransmitted segments although timestamps are in use.',
    },
    correction: {
      ko: '타임스탬프가 있으면 TSecr로 어느 전송에 대한 ACK인지 알 수 있으므로, 재전송한 세그먼트에서도 표본을 얻습니다.',
      en: 'With timestamps the TSecr tells which sending an ACK answers, so retransmitted segments give samples too.',
    },
    rfc: 'RFC 6298 §3',
    drill: ['rto.valid-samples'],
  },
  N148: {
    name: { ko: '마지막 재전송과 동시에 포기함', en: 'Gives up at the last retransmission' },
    mistake: {
      ko: '마지막 재전송을 보내자마자 포기한다고 보았습니다.',
      en: 'You had the connection given up as soon as the last retransmission was sent.',
    },
    correction: {
      ko: '마지막 재전송에도 답할 시간을 줍니다. 다시 2배가 된 RTO만큼 기다린 뒤 타이머가 만료되어야 포기합니다.',
      en: 'The last retransmission gets its time to be answered too: one more RTO, doubled once more, has to pass.',
    },
    rfc: 'RFC 9293 §3.8.3',
    drill: ['handshake.syn-times'],
  },
  N149: {
    name: { ko: 'TSecr와 다른 전송부터 잼', en: 'Measures from a sending TSecr does not name' },
    mistake: {
      ko: '재전송한 세그먼트의 RTT를 TSecr가 가리키는 전송이 아니라 다른 전송부터 쟀습니다.',
      en: 'For a segment sent twice you measured from the sending that TSecr does not name.',
    },
    correction: {
      ko: 'ACK의 TSecr와 TSval이 같은 전송을 찾아, 그 전송부터 ACK를 받을 때까지를 잽니다.',
      en: 'Find the sending whose TSval the ACK echoes in TSecr, and measure from there to the arrival of the ACK.',
    },
    rfc: 'RFC 7323 §4.1',
    drill: ['rto.valid-samples'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
