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
    drill: ['congestion.slow-start', 'congestion.rounds'],
  },
  M32: {
    name: { ko: 'ssthresh 위에서도 두 배로 늘림', en: 'Doubles above ssthresh too' },
    mistake: {
      ko: 'cwnd가 ssthresh에 이른 뒤에도 왕복마다 두 배로 늘렸습니다.',
      en: 'You went on doubling cwnd each round trip after it had reached ssthresh.',
    },
    correction: {
      ko: 'ssthresh부터는 혼잡 회피 단계입니다. ACK마다가 아니라 한 왕복에 1 SMSS만 늘어납니다.',
      en: 'From ssthresh on it is congestion avoidance: one SMSS more a round trip, not with each ACK.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds'],
  },
  M33: {
    name: { ko: '타임아웃 뒤 ssthresh에서 이어 감', en: 'Goes on from ssthresh after a timeout' },
    mistake: {
      ko: '타임아웃 뒤의 cwnd를 새 ssthresh로 두었습니다.',
      en: 'You set cwnd to the new ssthresh after a timeout.',
    },
    correction: {
      ko: '타임아웃이 나면 cwnd는 세그먼트 하나로 줄고, 느린 시작부터 다시 합니다.',
      en: 'A timeout takes cwnd down to one segment, and slow start begins anew.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds', 'congestion.timeout'],
  },
  M34: {
    name: { ko: 'ssthresh의 식을 잘못 씀', en: 'ssthresh by another formula' },
    mistake: {
      ko: 'ssthresh를 cwnd의 절반으로 두었거나, 2 SMSS라는 최솟값을 적용하지 않았습니다.',
      en: 'You took half of cwnd as ssthresh, or left out its least value of two SMSS.',
    },
    correction: {
      ko: 'ssthresh = max(FlightSize/2, 2·SMSS)입니다. FlightSize는 보냈지만 아직 ACK되지 않은 데이터이며, cwnd보다 적을 수 있습니다.',
      en: 'ssthresh = max(FlightSize/2, 2 SMSS). FlightSize is what has been sent and not acknowledged; it can be less than cwnd.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.timeout', 'recovery.fast-recovery'],
  },
  M35: {
    name: { ko: '중복 ACK 세 개에 cwnd를 1로 줄임', en: 'Three duplicate ACKs take cwnd to 1' },
    mistake: {
      ko: '중복 ACK 세 개를 받고 Tahoe처럼 cwnd를 1로 줄였습니다.',
      en: 'You took cwnd down to 1 on three duplicate ACKs, as Tahoe does.',
    },
    correction: {
      ko: 'Reno는 중복 ACK 세 개에 느린 시작으로 돌아가지 않습니다. 빠른 회복이 끝나면 cwnd는 새 ssthresh에서 이어집니다.',
      en: 'Reno does not go back to slow start on three duplicate ACKs: after fast recovery cwnd goes on from the new ssthresh.',
    },
    rfc: 'RFC 5681 §3.2',
    drill: ['congestion.rounds', 'recovery.fast-recovery'],
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
  N153: {
    name: { ko: '두 배로 늘리다 ssthresh를 넘김', en: 'Doubles past ssthresh' },
    mistake: {
      ko: '두 배로 늘린 cwnd가 ssthresh를 넘어도 그대로 두었습니다.',
      en: 'You let the doubled cwnd pass ssthresh.',
    },
    correction: {
      ko: '느린 시작은 ssthresh까지입니다. 이 모형에서는 두 배가 ssthresh를 넘으면 cwnd = ssthresh로 둡니다.',
      en: 'Slow start ends at ssthresh: in this model cwnd becomes ssthresh where doubling would pass it.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds'],
  },
  N154: {
    name: { ko: '손실 뒤에도 ssthresh를 그대로 둠', en: 'Leaves ssthresh as it was' },
    mistake: {
      ko: '손실이 일어난 뒤에도 전의 ssthresh를 그대로 썼습니다.',
      en: 'You kept the ssthresh from before the loss.',
    },
    correction: {
      ko: '손실이 있을 때마다 ssthresh를 그때 전송 중이던 양의 절반으로 새로 정합니다.',
      en: 'Every loss sets ssthresh anew, to half of what was in flight.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds'],
  },
  N155: {
    name: { ko: 'ssthresh의 절반을 새 ssthresh로 삼음', en: 'Halves ssthresh itself' },
    mistake: {
      ko: '손실 때 전의 ssthresh를 절반으로 줄였습니다.',
      en: 'You halved the old ssthresh at the loss.',
    },
    correction: {
      ko: '절반으로 나누는 것은 전의 ssthresh가 아니라 손실 때 전송 중이던 양입니다.',
      en: 'What is halved is the amount in flight at the loss, not the old ssthresh.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds'],
  },
  N156: {
    name: { ko: '손실된 라운드부터 cwnd를 줄임', en: 'Cuts cwnd in the round of the loss' },
    mistake: {
      ko: '손실이 일어난 라운드의 cwnd를 이미 줄어든 값으로 적었습니다.',
      en: 'You gave the round of the loss the reduced cwnd already.',
    },
    correction: {
      ko: '손실이 일어난 라운드는 줄기 전의 cwnd로 보냅니다. 줄어든 cwnd는 다음 라운드부터입니다.',
      en: 'The round of the loss is sent with cwnd as it was; the reduced one applies from the next round on.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.rounds'],
  },
  N157: {
    name: { ko: '유실된 것만 FlightSize로 셈', en: 'Counts only what was lost as FlightSize' },
    mistake: {
      ko: '유실된 데이터만 세고, 도착했지만 ACK되지 않은 데이터는 전송 중에서 뺐습니다.',
      en: 'You counted only what was lost, without the data that arrived but is not acknowledged.',
    },
    correction: {
      ko: 'FlightSize는 보냈지만 아직 누적 ACK로 확인되지 않은 데이터 전부입니다. 보내는 쪽은 무엇이 도착했는지 모릅니다.',
      en: 'FlightSize is all that was sent and is not cumulatively acknowledged: the sender does not know what has arrived.',
    },
    rfc: 'RFC 5681 §2',
    drill: ['congestion.timeout'],
  },
  N158: {
    name: { ko: '타임아웃 뒤 초기 윈도우로 돌아감', en: 'Back to the initial window after a timeout' },
    mistake: {
      ko: '타임아웃 뒤의 cwnd를 연결을 시작할 때의 초기 윈도우(IW)로 두었습니다.',
      en: 'You set cwnd to the initial window (IW) of the connection after a timeout.',
    },
    correction: {
      ko: '타임아웃 뒤의 cwnd는 손실 윈도우(LW)이며, IW가 얼마였든 세그먼트 하나입니다.',
      en: 'After a timeout cwnd is the loss window (LW): one segment, whatever IW was.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['congestion.timeout'],
  },
  N159: {
    name: { ko: '유실된 것을 한 번에 모두 재전송', en: 'Sends every loss again at the timeout' },
    mistake: {
      ko: '타임아웃이 나자 유실된 세그먼트를 모두 다시 보냈습니다.',
      en: 'You sent every lost segment again at the timeout.',
    },
    correction: {
      ko: '타임아웃 때 다시 보내는 것은 ACK되지 않은 가장 앞의 세그먼트 하나입니다. cwnd가 1 SMSS이고, 무엇이 유실되었는지도 아직 모릅니다.',
      en: 'A timeout sends the earliest segment not acknowledged, and it alone: cwnd is one SMSS, and what else is lost is not known.',
    },
    rfc: 'RFC 6298 §5',
    drill: ['congestion.timeout'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
