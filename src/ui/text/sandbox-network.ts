import type { Text } from '../../language.ts';
import type { HostName } from '../../trace/trace.ts';
import { WHO } from './captures.ts';
import { count, grouped } from './format.ts';

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** The network and the hosts of a sandbox: in a few words, and as a form. */
export const networkWords = {
  delay: (ms: string): Text => ({ ko: `지연 ${ms} ms`, en: `delay ${ms} ms` }),
  loss: (share: number): Text => ({ ko: `유실 ${percent(share)}`, en: `loss ${percent(share)}` }),
  duplicates: (share: number): Text => ({ ko: `중복 ${percent(share)}`, en: `duplicates ${percent(share)}` }),
  reorders: (share: number): Text => ({ ko: `순서 바뀜 ${percent(share)}`, en: `reordering ${percent(share)}` }),
  marks: (share: number): Text => ({ ko: `CE 표시 ${percent(share)}`, en: `CE marks ${percent(share)}` }),
  reliable: { ko: '유실 없음', en: 'no loss' },
  title: { ko: '네트워크와 호스트', en: 'Network and hosts' },
  path: { ko: '네트워크', en: 'Network' },
  directions: {
    both: { ko: '양방향', en: 'both ways' },
    client: { ko: '클라이언트에서 서버로', en: 'client to server' },
    server: { ko: '서버에서 클라이언트로', en: 'server to client' },
  },
  /** Before what holds for the segments of the chosen side alone. */
  outbound: { ko: '나가는 방향', en: 'outbound' },
  host: WHO satisfies Readonly<Record<HostName, Text>>,
  names: {
    direction: { ko: '방향', en: 'direction' },
    delay: { ko: '지연(편도)', en: 'delay, one way' },
    jitter: { ko: '지연의 변동', en: 'jitter' },
    loss: { ko: '유실률', en: 'loss' },
    duplicate: { ko: '중복률', en: 'duplicates' },
    reorder: { ko: '순서가 바뀌는 비율', en: 'reordering' },
    mark: { ko: '혼잡 표시 비율', en: 'congestion marks' },
    window: { ko: '수신 버퍼(윈도우)', en: 'receive buffer (window)' },
    mss: { ko: 'MSS', en: 'MSS' },
    profile: { ko: '프로필', en: 'profile' },
    sack: { ko: 'SACK', en: 'SACK' },
    windowScaling: { ko: '윈도우 스케일', en: 'window scaling' },
    timestamps: { ko: '타임스탬프', en: 'timestamps' },
    ecn: { ko: 'ECN', en: 'ECN' },
    nagle: { ko: 'Nagle 알고리즘', en: 'Nagle' },
    delayedAck: { ko: '지연 ACK', en: 'delayed ACK' },
  },
  about: {
    direction: {
      ko: '아래 값을 볼 방향. 양방향에서 값이 둘이면 왼쪽이 클라이언트가 보내는 방향이고, 바꾸면 둘이 같아집니다.',
      en: 'Which way the values below hold. Of two values the first is of what the client sends; a change makes both the same.',
    },
    delay: {
      ko: '세그먼트가 한쪽 끝에서 다른 쪽 끝까지 가는 시간. 지금부터 보내는 세그먼트에 적용됩니다.',
      en: 'How long a segment takes from one end to the other. Holds for segments sent from now on.',
    },
    jitter: {
      ko: '세그먼트마다 이만큼까지 더 늦어질 수 있습니다. 순서는 그대로입니다.',
      en: 'By how much more a segment may be late; their order stays.',
    },
    loss: { ko: '세그먼트가 하나씩 유실될 확률.', en: 'How likely each segment is lost.' },
    duplicate: { ko: '세그먼트가 두 번 도착할 확률.', en: 'How likely each segment arrives twice.' },
    reorder: {
      ko: '세그먼트가 늦어져 뒤의 것에 앞질릴 확률.',
      en: 'How likely a segment is held back, so that others pass it.',
    },
    mark: {
      ko: '라우터가 혼잡할 확률. ECN을 쓰는 세그먼트는 CE로 표시하고, 아니면 버립니다(RFC 3168).',
      en: 'How likely a router is congested: it marks a segment that uses ECN, and drops any other (RFC 3168).',
    },
    window: {
      ko: '늘리면 바로 알립니다. 줄여도 이미 알린 윈도우를 거두지는 않습니다(RFC 9293 §3.8.6).',
      en: 'A larger one is offered at once; a smaller one never takes back what was offered (RFC 9293 §3.8.6).',
    },
    mss: {
      ko: 'SYN에서 알리는 값이므로 다음 연결부터 적용됩니다(RFC 9293 §3.7.1).',
      en: 'Announced on the SYN: holds from the next connection (RFC 9293 §3.7.1).',
    },
    profile: {
      ko: '이 끝의 TCP가 따르는 관례. 다음 연결부터 적용됩니다.',
      en: 'The conventions this TCP follows, from its next connection.',
    },
    option: {
      ko: '다음 연결부터 적용되며, 양쪽이 모두 켜야 쓰입니다.',
      en: 'Holds from the next connection, and only where both ends have it on.',
    },
    own: { ko: '이 끝에만 해당하며, 다음 연결부터 적용됩니다.', en: 'Of this end alone, from its next connection.' },
  },
  on: { ko: '켬', en: 'on' },
  off: { ko: '끔', en: 'off' },
  ms: (n: number): string => `${grouped(n)} ms`,
  percent,
  bytes: (n: number): Text => ({ ko: `${grouped(n)}바이트`, en: count(n, 'byte', 'bytes') }),
  none: { ko: '없음', en: 'none' },
  changes: (n: number): Text => ({ ko: `바꾼 것 ${grouped(n)}개`, en: count(n, 'change', 'changes') }),
} as const;
