import type { Text } from '../../language.ts';
import type { State } from '../../tcp/state.ts';
import type { Call, Note } from '../../trace/trace.ts';
import type { StateStory } from '../situations/states.ts';
import {
  ACKED_IN_LAST_ACK,
  CLOSE_IN_CLOSE_WAIT,
  FIN_AND_ACK_IN_FIN_WAIT_1,
  OWN_FIN_ACKED,
  PEER_FIN_IN_ESTABLISHED,
  PEER_FIN_IN_FIN_WAIT_2,
  type WrongState,
} from './state-wrong.ts';

/** What happens to the host: a call of its application, the arrival of a segment of which all these notes are made, the 2MSL timer. */
export type Happening =
  | { readonly kind: 'call'; readonly name: Call['name'] }
  | { readonly kind: 'arrive'; readonly notes: readonly Note[]; readonly without?: readonly Note[] }
  | { readonly kind: 'timer' };

/** One step of the state diagram, or an event that is none. */
export interface StateCase {
  readonly story: StateStory;
  readonly before: State;
  readonly happening: Happening;
  readonly wrong: readonly WrongState[];
  /** Why the state is what it is afterwards; the answer is named in a step of its own. */
  readonly because: Text;
  readonly rfc: string;
}

/** Every case of state.next: the transitions of Figure 5, and events that leave the state as it is. */
export const STATE_CASES: readonly StateCase[] = [
  {
    story: 'plain',
    before: 'CLOSED',
    happening: { kind: 'call', name: 'listen' },
    wrong: [
      ['N24', 'CLOSED'],
      ['N23', 'SYN-RECEIVED'],
    ],
    because: {
      ko: '수동 열기는 아무것도 보내지 않고 SYN을 기다립니다.',
      en: 'A passive open sends nothing and waits for a SYN.',
    },
    rfc: 'RFC 9293 §3.10.1',
  },
  {
    story: 'plain',
    before: 'CLOSED',
    happening: { kind: 'call', name: 'connect' },
    wrong: [
      ['N24', 'CLOSED'],
      ['N30', 'SYN-RECEIVED'],
      ['N23', 'ESTABLISHED'],
    ],
    because: {
      ko: '능동 열기는 SYN을 보내고 그 답을 기다립니다.',
      en: 'An active open sends a SYN and waits for the answer to it.',
    },
    rfc: 'RFC 9293 §3.10.1',
  },
  {
    story: 'plain',
    before: 'LISTEN',
    happening: { kind: 'arrive', notes: ['syn-accepted'] },
    wrong: [
      ['M37', 'LISTEN'],
      ['N30', 'SYN-SENT'],
      ['N23', 'ESTABLISHED'],
    ],
    because: {
      ko: 'SYN을 받아 SYN,ACK로 답했지만, 자기 SYN이 확인되지 않았으므로 아직 수립된 것이 아닙니다.',
      en: 'The SYN is answered with a SYN,ACK, but the own SYN is not acknowledged: not established yet.',
    },
    rfc: 'RFC 9293 §3.10.7.2',
  },
  {
    story: 'plain',
    before: 'SYN-SENT',
    happening: { kind: 'arrive', notes: ['syn-accepted', 'our-syn-acked'] },
    wrong: [
      ['N24', 'SYN-SENT'],
      ['N30', 'SYN-RECEIVED'],
    ],
    because: {
      ko: '상대의 SYN을 받았고 자기 SYN도 확인되었습니다. 자기 ACK가 도착하기를 기다리지 않습니다.',
      en: "The peer's SYN is here and the own one is acknowledged; this side need not wait for its ACK to arrive.",
    },
    rfc: 'RFC 9293 §3.10.7.3',
  },
  {
    story: 'simultaneous-open',
    before: 'SYN-SENT',
    happening: { kind: 'arrive', notes: ['syn-accepted'], without: ['our-syn-acked'] },
    wrong: [
      ['N24', 'SYN-SENT'],
      ['N23', 'ESTABLISHED'],
    ],
    because: {
      ko: '상대의 SYN은 받았지만 자기 SYN은 아직 확인되지 않았습니다(동시 열기).',
      en: "The peer's SYN is here, but the own one is not acknowledged yet: a simultaneous open.",
    },
    rfc: 'RFC 9293 §3.10.7.3',
  },
  {
    story: 'plain',
    before: 'SYN-RECEIVED',
    happening: { kind: 'arrive', notes: ['our-syn-acked'] },
    wrong: [
      ['N24', 'SYN-RECEIVED'],
      ['M37', 'LISTEN'],
    ],
    because: {
      ko: '자기 SYN이 확인되어 양쪽의 번호가 모두 합의되었습니다.',
      en: "The own SYN is acknowledged: both sides' numbers are agreed on.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
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
      en: 'The peer closes first. The ACK goes out at once, the own FIN only when the application closes.',
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
      en: 'The own FIN is acknowledged; the peer has not closed yet.',
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
      en: "One segment acknowledges the own FIN and carries the peer's; the ACK is processed first, then the FIN.",
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
      ['M40', 'FIN-WAIT-2'],
    ],
    because: {
      ko: '상대의 FIN을 받았지만 자기 FIN은 아직 확인되지 않았습니다. 두 FIN이 엇갈린 동시 종료입니다.',
      en: "The peer's FIN is here, but the own one is not acknowledged: the FINs have crossed, a simultaneous close.",
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
      ko: '기다리던 자기 FIN의 ACK가 왔습니다. 상대의 FIN은 이미 받았으므로 2MSL만 남았습니다.',
      en: "The ACK of the own FIN has come; the peer's FIN is here already, so only 2 MSL remain.",
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
      en: 'Both directions are closed. The last ACK may be lost, so 2 MSL are waited for.',
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
      en: 'The own FIN is acknowledged, and the second closer has nothing to wait for.',
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
      en: "Only the own direction is closed, so data is still received; the state waits for the peer's FIN.",
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
    wrong: [
      ['N21', 'CLOSE-WAIT'],
      ['M38', 'TIME-WAIT'],
    ],
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
    wrong: [
      ['M38', 'TIME-WAIT'],
      ['M36', 'CLOSE-WAIT'],
      ['N25', 'CLOSED'],
    ],
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
    wrong: [
      ['N25', 'CLOSED'],
      ['M36', 'LAST-ACK'],
    ],
    because: {
      ko: '마지막 ACK가 유실되어 같은 FIN이 다시 왔습니다. 다시 ACK하고 2MSL을 처음부터 셉니다.',
      en: 'The last ACK was lost and the same FIN comes again: it is acknowledged again and 2 MSL start afresh.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
];
