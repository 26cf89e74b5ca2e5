import type { Text } from '../../language.ts';
import type { ConventionField } from '../../simulator/convention-keys.ts';

/** Headings of the table of conventions, each above the convention it is named by. */
export const groups: Readonly<Partial<Record<ConventionField, Text>>> = {
  initialRtoMs: { en: 'Retransmission timeout', ko: '재전송 타임아웃' },
  adviseAfter: { en: 'Giving up', ko: '연결 포기' },
  delayedAckMs: { en: 'Acknowledging', ko: '확인 응답' },
  windowScaling: { en: 'Windows', ko: '윈도우' },
  timestamps: { en: 'Timestamps', ko: '타임스탬프' },
  congestionControl: { en: 'Congestion and loss', ko: '혼잡과 유실' },
  challengeAcks: { en: 'Opening, closing, attacks', ko: '연결 성립과 종료, 공격' },
};

/** What each convention decides, one line; every word it may be is named. Times are in ms. */
export const meanings: Readonly<Record<ConventionField, Text>> = {
  initialRtoMs: {
    en: 'RTO before the first measurement, ms (RFC 6298 §2.1)',
    ko: '첫 측정 전의 RTO, ms (RFC 6298 §2.1)',
  },
  minimumRtoMs: {
    en: 'lower bound of the RTO, ms (RFC 6298 §2.4)',
    ko: 'RTO의 하한, ms (RFC 6298 §2.4)',
  },
  minimumRtoOf: {
    en: 'what the bound holds for: the whole rto, or its variance term (Linux)',
    ko: '하한의 대상: RTO 전체(rto) 또는 편차 항 4*RTTVAR(variance, Linux)',
  },
  maximumRtoMs: {
    en: 'upper bound of the RTO, ms (RFC 6298 §2.5)',
    ko: 'RTO의 상한, ms (RFC 6298 §2.5)',
  },
  clockGranularityMs: {
    en: 'granularity G of the RTO’s clock, ms (RFC 6298 §2)',
    ko: 'RTO를 재는 시계의 눈금 G, ms (RFC 6298 §2)',
  },
  adviseAfter: {
    en: 'R1: retransmissions before the user is told (RFC 9293 §3.8.3)',
    ko: 'R1: 사용자에게 알리기까지의 재전송 횟수 (RFC 9293 §3.8.3)',
  },
  giveUpMs: {
    en: 'R2: how long a segment is retransmitted, ms (RFC 9293 §3.8.3)',
    ko: 'R2: 한 세그먼트를 재전송하는 시간, ms (RFC 9293 §3.8.3)',
  },
  giveUpSynMs: {
    en: 'the same for a SYN, ms (RFC 9293 §3.8.3)',
    ko: 'SYN에 대한 R2, ms (RFC 9293 §3.8.3)',
  },
  userTimeoutMs: {
    en: 'data unacknowledged for so long aborts, ms, or none (RFC 9293 §3.10.8)',
    ko: '이 시간 동안 확인되지 않으면 중단, ms 또는 none (RFC 9293 §3.10.8)',
  },
  keepAlive: {
    en: 'probe an idle connection (RFC 9293 §3.8.4)',
    ko: '유휴 연결에 keep-alive를 보낼지 (RFC 9293 §3.8.4)',
  },
  keepAliveIdleMs: {
    en: 'idle time before the first keep-alive, ms',
    ko: '첫 keep-alive까지의 유휴 시간, ms',
  },
  keepAliveIntervalMs: {
    en: 'time between keep-alives without an answer, ms',
    ko: '응답 없는 keep-alive 사이의 간격, ms',
  },
  keepAliveProbes: {
    en: 'so many keep-alives without an answer end the connection',
    ko: '이만큼의 keep-alive에 응답이 없으면 연결을 끊음',
  },
  keepAliveOctet: {
    en: 'a keep-alive carries one octet of garbage (RFC 9293 §3.8.4, MAY-6)',
    ko: 'keep-alive에 의미 없는 1바이트를 실을지 (RFC 9293 §3.8.4, MAY-6)',
  },
  delayedAckMs: {
    en: 'how long an ACK may be delayed, ms; none: at once (RFC 9293 §3.8.6.3)',
    ko: 'ACK를 늦추는 시간, ms. none: 곧바로 (RFC 9293 §3.8.6.3)',
  },
  quickAcks: {
    en: 'so many first data segments are acknowledged at once (Linux)',
    ko: '처음 이만큼의 데이터 세그먼트는 곧바로 확인 (Linux)',
  },
  finAck: {
    en: 'the peer’s FIN is acknowledged now (RFC 9293 §3.10.7.4), or delayed like data (Linux)',
    ko: '상대 FIN의 ACK: 곧바로(now, RFC 9293 §3.10.7.4) 또는 데이터처럼 지연(delayed, Linux)',
  },
  outOfOrder: {
    en: 'data above a gap: hold or discard (RFC 9293 §3.10.7.4, SHLD-31)',
    ko: '빈 곳 뒤의 데이터: 보관(hold) 또는 폐기(discard) (RFC 9293 §3.10.7.4)',
  },
  sack: {
    en: 'selective acknowledgments, where both ends permit them (RFC 2018)',
    ko: '선택적 확인 응답, 양쪽이 모두 허용할 때 (RFC 2018)',
  },
  dsack: {
    en: 'duplicate data is reported in the first SACK block (RFC 2883)',
    ko: '중복 데이터를 첫 SACK 블록으로 알릴지 (RFC 2883)',
  },
  windowScaling: {
    en: 'window scaling, where both ends offer it (RFC 7323 §2)',
    ko: '윈도우 확장, 양쪽이 모두 제안할 때 (RFC 7323 §2)',
  },
  windowRounding: {
    en: 'a window that is no multiple of 2^shift: down (RFC 7323 §2.3) or up (Linux)',
    ko: '2^shift의 배수가 아닌 윈도우: 내림(down, RFC 7323) 또는 올림(up, Linux)',
  },
  windowUpdate: {
    en: 'after a read the peer is told of a window that was too narrow, or that has doubled (Linux)',
    ko: '읽은 뒤 윈도우를 알릴 때: 좁았을 때(narrow) 또는 두 배가 됐을 때(doubled, Linux)',
  },
  zeroWindowProbe: {
    en: 'a probe carries one byte (RFC 9293 §3.8.6.1) or is empty (Linux)',
    ko: '영 윈도우 탐색: 1바이트(byte, RFC 9293 §3.8.6.1) 또는 빈 것(empty, Linux)',
  },
  nagle: {
    en: 'small segments wait for ACKs (RFC 9293 §3.7.4); scenarios say false',
    ko: '작은 세그먼트는 ACK를 기다림 (RFC 9293 §3.7.4). 시나리오의 기본값은 false',
  },
  nagleBehind: {
    en: 'Nagle waits behind any data outstanding (RFC 9293 §3.7.4), or a small segment (Linux)',
    ko: 'Nagle이 기다리는 것: 미확인 데이터(any, RFC 9293 §3.7.4) 또는 작은 세그먼트(small, Linux)',
  },
  pushBursts: {
    en: 'PSH also on the second of two segments that leave together (Linux)',
    ko: '함께 나가는 두 세그먼트 가운데 둘째에도 PSH를 켤지 (Linux)',
  },
  timestamps: {
    en: 'timestamps, RTT by them, PAWS, where both ends offer it (RFC 7323)',
    ko: '타임스탬프와 PAWS, 양쪽이 모두 제안할 때 (RFC 7323)',
  },
  missingTimestamps: {
    en: 'a segment without the agreed timestamps: drop (RFC 7323) or accept (Linux)',
    ko: '협상한 타임스탬프가 빠진 세그먼트: 버림(drop, RFC 7323) 또는 받음(accept, Linux)',
  },
  congestionControl: {
    en: 'how cwnd grows and shrinks: reno (RFC 5681) or cubic (RFC 9438)',
    ko: 'cwnd를 늘리고 줄이는 방식: reno (RFC 5681) 또는 cubic (RFC 9438)',
  },
  lossRecovery: {
    en: 'without SACK: tahoe, reno (RFC 5681 §3.2) or newreno (RFC 6582)',
    ko: 'SACK이 없을 때: tahoe, reno (RFC 5681 §3.2) 또는 newreno (RFC 6582)',
  },
  partialAckTimer: {
    en: 'partial ACKs that restart the timer: first (RFC 6582) or every',
    ko: '부분 ACK 중 타이머를 다시 시작하는 것: first (RFC 6582) 또는 every',
  },
  limitedTransmit: {
    en: 'new data for the first two duplicate ACKs (RFC 3042)',
    ko: '처음 두 중복 ACK마다 새 데이터를 보낼지 (RFC 3042)',
  },
  initialWindow: {
    en: 'initial cwnd: rfc5681 (2-4 segments), rfc6928 (10) or one',
    ko: 'cwnd의 초깃값: rfc5681 (2~4 세그먼트), rfc6928 (10) 또는 one (1)',
  },
  initialSsthreshSegments: {
    en: 'ssthresh to begin with, segments, or unlimited (RFC 5681 §3.1)',
    ko: 'ssthresh의 초깃값, 세그먼트 수 또는 unlimited (RFC 5681 §3.1)',
  },
  slowStartLimit: {
    en: 'what one ACK adds in slow start at most, SMSS, or unlimited (RFC 3465)',
    ko: '느린 시작에서 ACK 하나가 더하는 최대치, SMSS 또는 unlimited (RFC 3465)',
  },
  congestionAvoidance: {
    en: 'one SMSS a window, counted, or SMSS*SMSS/cwnd per-ack (RFC 5681 §3.1)',
    ko: '윈도우마다 1 SMSS(counted) 또는 ACK마다 SMSS*SMSS/cwnd(per-ack)',
  },
  ssthreshBasis: {
    en: 'ssthresh after a loss is half of the flight-size (RFC 5681) or of cwnd',
    ko: '유실 뒤 ssthresh의 기준: flight-size (RFC 5681 §3.1) 또는 cwnd의 절반',
  },
  idleRestart: {
    en: 'cwnd falls back after an idle RTO (RFC 5681 §4.1)',
    ko: 'RTO만큼 쉰 뒤에 cwnd를 되돌릴지 (RFC 5681 §4.1)',
  },
  ecn: {
    en: 'explicit congestion notification, where both ends offer it (RFC 3168)',
    ko: '명시적 혼잡 알림(ECN), 양쪽이 모두 제안할 때 (RFC 3168)',
  },
  challengeAcks: {
    en: 'challenge ACKs against blind attacks (RFC 5961)',
    ko: '추측 공격에 challenge ACK로 답할지 (RFC 5961)',
  },
  challengeAckLimit: {
    en: 'at most so many challenge ACKs in any 5 s (RFC 5961 §7)',
    ko: '5초 동안 보내는 challenge ACK의 최대 개수 (RFC 5961 §7)',
  },
  oldestAck: {
    en: 'oldest ACK taken: by window (RFC 5961 §5.2), or of bytes ever-sent (Linux)',
    ko: '받아들이는 가장 오래된 ACK: window (RFC 5961 §5.2) 또는 ever-sent (Linux)',
  },
  resetAtFin: {
    en: 'a RST at the number of the peer’s FIN ends the connection (Linux)',
    ko: '상대 FIN의 번호로 온 RST가 연결을 끊는지 (Linux)',
  },
  synFin: {
    en: 'a SYN with FIN in LISTEN: accept (RFC 9293 §3.10.7.2) or drop (Linux)',
    ko: 'LISTEN에서 FIN이 켜진 SYN: accept (RFC 9293 §3.10.7.2) 또는 drop (Linux)',
  },
  dataOnSyn: {
    en: 'data queued when the SYN goes out goes with it (RFC 9293 §3.10.1: may)',
    ko: 'SYN을 보낼 때 대기 중인 데이터를 SYN에 실음 (RFC 9293 §3.10.1: 선택)',
  },
  repeatedSyn: {
    en: 'a SYN again in SYN-RECEIVED: ack (RFC 9293 §3.10.7.4) or syn-ack (kernels)',
    ko: 'SYN-RECEIVED에서 또 온 SYN에: ack (RFC 9293) 또는 syn-ack (커널)',
  },
  mslMs: {
    en: 'maximum segment lifetime, ms; TIME-WAIT lasts twice this',
    ko: '세그먼트 최대 수명(MSL), ms. TIME-WAIT는 그 두 배',
  },
  timeWaitReuse: {
    en: 'a new SYN in TIME-WAIT: never, by sequence, or by timestamps too (RFC 6191)',
    ko: 'TIME-WAIT의 새 SYN: never, sequence(번호로), timestamps(RFC 6191까지)',
  },
  timeWaitReset: {
    en: 'a RST in TIME-WAIT: accept, or ignore (RFC 1337)',
    ko: 'TIME-WAIT의 RST: 받아들임(accept) 또는 무시(ignore, RFC 1337)',
  },
};

export const table = {
  about: {
    en: 'Conventions by name, and what each profile takes. Change one: --set NAME=VALUE',
    ko: '구현 관례와 프로파일별 값. 하나를 바꾸려면: --set 이름=값',
  },
  inFiles: {
    en: 'In a scenario file: conventions: { NAME: VALUE } (docs/scenarios.md)',
    ko: '시나리오 파일에서는: conventions: { 이름: 값 } (docs/scenarios.md)',
  },
} as const satisfies Readonly<Record<string, Text>>;
