import {
  EARLY_FIN_IN_ESTABLISHED,
  EARLY_FIN_IN_FIN_WAIT_2,
  REPEATED_FIN_IN_TIME_WAIT,
} from '../misconceptions/states-rules.ts';
import type { StateCase } from './state-case.ts';

/** Events that leave the state as it is, though they look like one that would not. */
export const STAYING_CASES: readonly StateCase[] = [
  {
    story: 'half-close',
    before: 'FIN-WAIT-2',
    happening: { kind: 'arrive', notes: ['in-order'] },
    wrong: [
      ['N23', 'TIME-WAIT'],
      ['M46', 'CLOSED'],
      ['M36', 'CLOSE-WAIT'],
    ],
    because: {
      ko: '자기 쪽 방향만 닫힌 상태이므로 데이터는 계속 받습니다. 상대의 FIN이 와야 바뀝니다.',
      en: "Only its own direction is closed, so it still receives data; the state waits for the peer's FIN.",
    },
    rfc: 'RFC 9293 §3.3.2',
  },
  {
    story: 'data-in-flight',
    before: 'FIN-WAIT-1',
    happening: { kind: 'arrive', notes: ['ack-advanced'], without: ['fin-acked'] },
    wrong: [
      ['N38', 'FIN-WAIT-2'],
      ['N23', 'TIME-WAIT'],
    ],
    because: {
      ko: '이 ACK는 FIN 앞의 데이터까지만 확인합니다. FIN은 아직 확인되지 않았습니다.',
      en: 'This ACK covers data before the FIN only; the FIN is not acknowledged yet.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'half-close',
    before: 'CLOSE-WAIT',
    happening: { kind: 'arrive', notes: ['ack-advanced'] },
    wrong: [
      ['N23', 'LAST-ACK'],
      ['M36', 'TIME-WAIT'],
      ['M46', 'CLOSED'],
    ],
    because: {
      ko: '보낸 데이터가 확인되었을 뿐입니다. 애플리케이션이 닫아야 FIN을 보내고 상태가 바뀝니다.',
      en: 'Data it has sent is acknowledged, no more. The state changes when the application closes and a FIN goes out.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'data-before-last-fin',
    before: 'LAST-ACK',
    happening: { kind: 'arrive', notes: ['ack-advanced'], without: ['fin-acked'] },
    wrong: [
      ['N38', 'CLOSED'],
      ['M36', 'TIME-WAIT'],
    ],
    because: {
      ko: '이 ACK는 FIN 앞의 데이터까지만 확인합니다. FIN의 ACK는 아직 오지 않았습니다.',
      en: 'This ACK covers data before the FIN only; the ACK of the FIN is still to come.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'overtaken-established',
    before: 'ESTABLISHED',
    happening: { kind: 'arrive', notes: ['fin-held'] },
    wrong: EARLY_FIN_IN_ESTABLISHED,
    because: {
      ko: 'FIN 앞의 데이터가 빠져 있으므로 FIN은 보관만 하고 처리하지 않습니다.',
      en: 'Data before the FIN is missing, so the FIN is kept and not processed.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'overtaken-fin-wait',
    before: 'FIN-WAIT-2',
    happening: { kind: 'arrive', notes: ['fin-held'] },
    wrong: EARLY_FIN_IN_FIN_WAIT_2,
    because: {
      ko: 'FIN 앞의 데이터가 빠져 있으므로 FIN은 보관만 하고 처리하지 않습니다.',
      en: 'Data before the FIN is missing, so the FIN is kept and not processed.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  {
    story: 'last-ack-lost',
    before: 'TIME-WAIT',
    happening: { kind: 'arrive', notes: ['time-wait-restarted'] },
    wrong: REPEATED_FIN_IN_TIME_WAIT,
    because: {
      ko: '마지막 ACK가 유실되어 같은 FIN이 다시 왔습니다. 다시 ACK하고 2MSL을 처음부터 셉니다.',
      en: 'The last ACK was lost and the same FIN comes again: it is acknowledged again and the 2 MSL timer starts afresh.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
];
