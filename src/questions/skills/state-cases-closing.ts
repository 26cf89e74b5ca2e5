import {
  ACKED_IN_LAST_ACK,
  CLOSE_IN_CLOSE_WAIT,
  FIN_AND_ACK_IN_FIN_WAIT_1,
  OWN_FIN_ACKED,
  PEER_FIN_IN_ESTABLISHED,
  PEER_FIN_IN_FIN_WAIT_2,
} from '../misconceptions/states-rules.ts';
import type { StateCase } from './state-case.ts';

/** The transitions of Figure 5 (RFC 9293 §3.3.2) that close a connection, its note 2 included. */
export const CLOSING_CASES: readonly StateCase[] = [
  {
    story: 'plain',
    before: 'ESTABLISHED',
    happening: { kind: 'call', name: 'close' },
    wrong: [
      ['N24', 'ESTABLISHED'],
      ['M36', 'CLOSE-WAIT'],
      ['N23', 'FIN-WAIT-2'],
    ],
    because: {
      ko: '먼저 닫는 쪽이 FIN을 보냈고, 그 FIN은 아직 확인되지 않았습니다.',
      en: 'The first closer sends its FIN, and that FIN is not acknowledged yet.',
    },
    rfc: 'RFC 9293 §3.10.4',
  },
  {
    story: 'plain',
    before: 'ESTABLISHED',
    happening: { kind: 'arrive', notes: ['fin-processed'] },
    wrong: PEER_FIN_IN_ESTABLISHED,
    because: {
      ko: '상대가 먼저 닫았습니다. ACK는 곧바로 보내지만 자기 FIN은 애플리케이션이 닫을 때까지 보내지 않습니다.',
      en: "The peer closes first. The ACK goes out at once, this side's FIN only when its application closes.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'plain',
    before: 'CLOSE-WAIT',
    happening: { kind: 'call', name: 'close' },
    wrong: CLOSE_IN_CLOSE_WAIT,
    because: {
      ko: '나중에 닫는 쪽이 FIN을 보냈고, 마지막으로 그 ACK를 기다립니다.',
      en: 'The second closer sends its FIN and waits for the last ACK.',
    },
    rfc: 'RFC 9293 §3.10.4',
  },
  {
    story: 'plain',
    before: 'FIN-WAIT-1',
    happening: { kind: 'arrive', notes: ['fin-acked'], without: ['fin-processed'] },
    wrong: OWN_FIN_ACKED,
    because: {
      ko: '자기 FIN은 확인되었지만 상대는 아직 닫지 않았습니다.',
      en: 'Its own FIN is acknowledged; the peer has not closed yet.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'three',
    before: 'FIN-WAIT-1',
    happening: { kind: 'arrive', notes: ['fin-acked', 'fin-processed'] },
    wrong: FIN_AND_ACK_IN_FIN_WAIT_1,
    because: {
      ko: '한 세그먼트가 자기 FIN을 확인하면서 상대의 FIN도 실어 왔습니다. ACK를 먼저, FIN을 나중에 처리합니다.',
      en: "One segment acknowledges the receiver's own FIN and carries the peer's; the ACK is processed first, then the FIN.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'crossing',
    before: 'FIN-WAIT-1',
    happening: { kind: 'arrive', notes: ['fin-processed'], without: ['fin-acked'] },
    wrong: [
      ['N24', 'FIN-WAIT-1'],
      ['N23', 'TIME-WAIT'],
      ['M36', 'CLOSE-WAIT'],
      ['N38', 'FIN-WAIT-2'],
    ],
    because: {
      ko: '상대의 FIN을 받았지만 자기 FIN은 아직 확인되지 않았습니다. 두 FIN이 엇갈린 동시 종료입니다.',
      en: "The peer's FIN is here, but this side's own is not acknowledged yet: the FINs have crossed, a simultaneous close.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'crossing',
    before: 'CLOSING',
    happening: { kind: 'arrive', notes: ['fin-acked'] },
    wrong: [
      ['N24', 'CLOSING'],
      ['N25', 'CLOSED'],
      ['M36', 'LAST-ACK'],
    ],
    because: {
      ko: '기다리던 자기 FIN의 ACK가 왔습니다. 상대의 FIN은 이미 받았으므로 2MSL을 기다리는 일만 남았습니다.',
      en: "The ACK of its own FIN has come; the peer's FIN is here already, so only the wait of 2 MSL is left.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'plain',
    before: 'FIN-WAIT-2',
    happening: { kind: 'arrive', notes: ['fin-processed'] },
    wrong: PEER_FIN_IN_FIN_WAIT_2,
    because: {
      ko: '두 방향이 모두 닫혔습니다. 마지막 ACK가 유실될 수 있으므로 2MSL을 기다립니다.',
      en: 'Both directions are closed. The last ACK may be lost, so the host waits for 2 MSL.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'plain',
    before: 'LAST-ACK',
    happening: { kind: 'arrive', notes: ['fin-acked'] },
    wrong: ACKED_IN_LAST_ACK,
    because: {
      ko: '자기 FIN이 확인되었습니다. 나중에 닫은 쪽은 기다릴 것이 없습니다.',
      en: 'Its own FIN is acknowledged, and the second closer has nothing to wait for.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'plain',
    before: 'TIME-WAIT',
    happening: { kind: 'timer' },
    wrong: [['N24', 'TIME-WAIT']],
    because: {
      ko: '2MSL이 지나면 TCB를 지웁니다.',
      en: 'When 2 MSL have passed the TCB is deleted.',
    },
    rfc: 'RFC 9293 §3.10.8',
  },
];
