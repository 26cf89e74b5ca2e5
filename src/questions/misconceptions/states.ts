import type { Misconception } from './misconception.ts';

/** Wrong rules about single transitions, the two roles in a close, and what TIME-WAIT does. */
export const STATE_MISCONCEPTIONS = {
  N30: {
    name: { ko: 'SYN-SENT와 SYN-RECEIVED를 바꿈', en: 'SYN-SENT and SYN-RECEIVED mixed up' },
    mistake: {
      ko: '연결을 여는 쪽과 받는 쪽의 상태를 바꾸었습니다.',
      en: 'You mixed up the states of the side that opens and the side that is opened to.',
    },
    correction: {
      ko: 'SYN을 보내고 답을 기다리면 SYN-SENT, 상대의 SYN을 받고 그 ACK를 기다리면 SYN-RECEIVED입니다.',
      en: "SYN-SENT: a SYN is sent and nothing is back yet. SYN-RECEIVED: the peer's SYN is here, the ACK of one's own is not.",
    },
    rfc: 'RFC 9293 §3.3.2',
    drill: ['state.next'],
  },
  N31: {
    name: { ko: '먼저 나간 FIN만 능동 종료로 봄', en: 'Only the earliest FIN counts as active' },
    mistake: {
      ko: '두 FIN이 엇갈렸는데 조금 먼저 나간 쪽만 능동 종료자로 보았습니다.',
      en: 'The two FINs crossed, and you took only the slightly earlier one for an active close.',
    },
    correction: {
      ko: '상대의 FIN을 받기 전에 자기 FIN을 보낸 쪽은 모두 능동 종료자입니다. 동시 종료에서는 둘 다 TIME-WAIT로 갑니다.',
      en: "Whoever sends a FIN before receiving the peer's is an active closer: in a simultaneous close both end in TIME-WAIT.",
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.active-closer'],
  },
  N32: {
    name: { ko: '양쪽 모두 TIME-WAIT를 거침', en: 'Both sides go through TIME-WAIT' },
    mistake: {
      ko: 'FIN을 받은 쪽이면 모두 TIME-WAIT에 들어간다고 보았습니다.',
      en: 'You had every side that receives a FIN enter TIME-WAIT.',
    },
    correction: {
      ko: '나중에 닫은 쪽은 LAST-ACK에서 마지막 ACK를 받으면 곧바로 CLOSED가 됩니다. TIME-WAIT는 먼저 닫은 쪽에만 생깁니다.',
      en: 'The side that closes second goes from LAST-ACK straight to CLOSED; only the first closer waits in TIME-WAIT.',
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.active-closer'],
  },
  N33: {
    name: { ko: 'FIN을 보내면 모두 능동 종료자', en: 'Every FIN sender is an active closer' },
    mistake: {
      ko: 'FIN을 보낸 쪽이면 모두 능동 종료자로 보았습니다.',
      en: 'You took every side that sends a FIN for an active closer.',
    },
    correction: {
      ko: '상대의 FIN을 받은 뒤에 자기 FIN을 보내는 쪽은 수동 종료자입니다.',
      en: "A side that sends its FIN after receiving the peer's is the passive closer.",
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.active-closer'],
  },
  N34: {
    name: { ko: '아무 세그먼트나 2MSL을 다시 시작', en: 'Any segment restarts 2 MSL' },
    mistake: {
      ko: 'FIN이 아닌 세그먼트가 2MSL 타이머를 다시 시작한다고 보았습니다.',
      en: 'You let a segment that is no FIN restart the 2 MSL timer.',
    },
    correction: {
      ko: '2MSL 타이머를 다시 시작하는 것은 상대가 재전송한 FIN입니다. 옛 데이터에는 ACK만 보내고 버립니다.',
      en: "It is the peer's repeated FIN that restarts the 2 MSL timer. Old data is acknowledged and dropped, no more.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.time-wait'],
  },
  N35: {
    name: { ko: '2MSL을 자기 FIN부터 셈', en: "Counts 2 MSL from the waiting side's own FIN" },
    mistake: {
      ko: '2MSL을 자기 FIN을 보낸 때부터 세었습니다.',
      en: 'You counted the 2 MSL from the moment the waiting side sent its own FIN.',
    },
    correction: {
      ko: '2MSL은 TIME-WAIT에 들어간 때, 곧 상대의 FIN을 처리하고 ACK한 때부터 셉니다.',
      en: "The 2 MSL run from the entry into TIME-WAIT: when the peer's FIN is processed and acknowledged.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.time-wait'],
  },
  N36: {
    name: { ko: '함께 온 ACK를 놓침', en: 'Overlooks the ACK beside the FIN' },
    mistake: {
      ko: 'FIN과 함께 온 ACK가 자기 FIN을 확인 응답한 것을 놓쳤습니다.',
      en: "You overlooked that the ACK beside the FIN covers the receiver's own FIN.",
    },
    correction: {
      ko: 'ACK를 FIN보다 먼저 처리합니다. 자기 FIN이 확인 응답되었으면 CLOSING이 아니라 TIME-WAIT입니다.',
      en: "The ACK is processed before the FIN: with the receiver's own FIN acknowledged the state is TIME-WAIT, not CLOSING.",
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.three-segments'],
  },
  N37: {
    name: { ko: 'FIN에 ACK를 켜지 않음', en: 'FIN without ACK' },
    mistake: {
      ko: 'FIN에 ACK를 켜지 않았습니다.',
      en: 'You left ACK off the FIN.',
    },
    correction: {
      ko: '연결이 수립된 뒤에는 모든 세그먼트에 ACK가 켜집니다. 그래서 FIN 하나로 상대의 FIN까지 확인 응답할 수 있습니다.',
      en: "Once a connection stands every segment carries ACK, so one FIN can acknowledge the peer's FIN as well.",
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.three-segments'],
  },
  N38: {
    name: { ko: '데이터의 ACK를 FIN의 ACK로 봄', en: 'An ACK of data taken for that of the FIN' },
    mistake: {
      ko: 'FIN 앞의 데이터까지만 확인하는 ACK를 FIN의 ACK로 보았습니다.',
      en: 'You took an ACK that stops short of the FIN for the ACK of the FIN.',
    },
    correction: {
      ko: 'FIN은 ack가 FIN의 번호보다 커야 확인 응답된 것입니다. 그보다 작은 ack로는 상태가 바뀌지 않습니다.',
      en: 'A FIN is acknowledged only by an ack above its number; a lower ack changes no state.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['state.next'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
