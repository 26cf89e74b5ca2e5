import type { StateCase } from './state-case.ts';

/** The transitions of Figure 5 (RFC 9293 §3.3.2) that open a connection. */
export const OPENING_CASES: readonly StateCase[] = [
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
      en: "The SYN is answered with a SYN,ACK, but this side's own SYN is not acknowledged: not established yet.",
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
      en: "The peer's SYN is here and this side's own is acknowledged; it need not wait for its ACK to arrive.",
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
      en: "The peer's SYN is here, but this side's own is not acknowledged yet: a simultaneous open.",
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
      en: "Its own SYN is acknowledged: both sides' numbers are agreed on.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
];
