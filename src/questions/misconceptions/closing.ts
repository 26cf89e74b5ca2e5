import type { Misconception } from './misconception.ts';

/** Wrong rules about states, closing, and segments that come late or twice. */
export const CLOSING_MISCONCEPTIONS = {
  M09: {
    name: { ko: 'FIN을 세지 않음', en: 'FIN not counted' },
    mistake: {
      ko: 'FIN이 차지하는 순서 번호를 세지 않았습니다.',
      en: 'You did not count the sequence number the FIN takes.',
    },
    correction: {
      ko: 'FIN은 데이터가 없어도 순서 번호를 하나 차지합니다. FIN에 대한 ACK는 FIN의 번호+1입니다.',
      en: "A FIN takes one sequence number even without data. Its ACK is the FIN's number plus one.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.four-segments', 'close.three-segments', 'close.fin-ack'],
  },
  M10: {
    name: { ko: 'FIN에 마지막 데이터의 seq를 씀', en: 'FIN re-uses the seq of the last data' },
    mistake: {
      ko: 'FIN에 마지막 데이터 세그먼트의 seq를 다시 썼습니다.',
      en: 'You gave the FIN the seq of the last data segment.',
    },
    correction: {
      ko: 'FIN의 번호는 마지막 데이터 바이트 다음 번호(SND.NXT)입니다.',
      en: 'The FIN is numbered right after the last data byte: SND.NXT.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['close.four-segments', 'close.fin-numbers', 'close.three-segments'],
  },
  M36: {
    name: { ko: '능동 종료와 수동 종료를 바꿈', en: 'Active and passive closer mixed up' },
    mistake: {
      ko: '먼저 닫은 쪽과 나중에 닫은 쪽의 역할을 바꾸었습니다.',
      en: 'You mixed up the side that closed first and the side that closed second.',
    },
    correction: {
      ko: '먼저 FIN을 보낸 쪽은 FIN-WAIT-1, FIN-WAIT-2를 거쳐 TIME-WAIT로 가고, 받은 쪽은 CLOSE-WAIT, LAST-ACK를 거칩니다.',
      en: 'The first to send FIN goes through FIN-WAIT-1 and FIN-WAIT-2 to TIME-WAIT; the other through CLOSE-WAIT and LAST-ACK.',
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.four-segments', 'close.active-closer', 'close.fin-overtakes'],
  },
  M37: {
    name: { ko: 'SYN,ACK 뒤에 다시 LISTEN', en: 'Back to LISTEN after the SYN,ACK' },
    mistake: {
      ko: 'SYN,ACK를 보낸 연결이 다시 LISTEN으로 돌아간다고 보았습니다.',
      en: 'You put the connection back into LISTEN after its SYN,ACK.',
    },
    correction: {
      ko: '그 연결은 ACK를 받을 때까지 SYN-RECEIVED에 있습니다. 계속 LISTEN하는 것은 따로 있는 듣기 소켓입니다.',
      en: 'That connection stays in SYN-RECEIVED until its ACK comes; what keeps listening is the separate listening socket.',
    },
    rfc: 'RFC 9293 §3.3.2',
    drill: ['handshake.lost-segment'],
  },
  M38: {
    name: { ko: 'TIME-WAIT가 늦은 데이터를 받음', en: 'TIME-WAIT collects late data' },
    mistake: {
      ko: 'TIME-WAIT를 늦게 오는 데이터를 받아 주는 상태로 보았습니다.',
      en: 'You took TIME-WAIT for a state that collects late data.',
    },
    correction: {
      ko: '빠진 바이트가 있으면 FIN이 처리되지 않아 TIME-WAIT에 들어갈 수 없습니다. TIME-WAIT에서는 데이터를 버립니다.',
      en: 'While bytes are missing the FIN is not processed and TIME-WAIT cannot begin; in TIME-WAIT data is discarded.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.time-wait', 'close.fin-overtakes'],
  },
  M39: {
    name: { ko: 'TIME-WAIT를 1 MSL로 셈', en: 'TIME-WAIT lasts one MSL' },
    mistake: {
      ko: 'TIME-WAIT를 1 MSL로 세었습니다.',
      en: 'You let TIME-WAIT last one MSL.',
    },
    correction: {
      ko: 'TIME-WAIT는 2 MSL입니다. 마지막 ACK가 가는 시간과 그에 답해 재전송된 FIN이 오는 시간을 함께 기다립니다.',
      en: 'TIME-WAIT lasts 2 MSL: time for the last ACK to get there and for a repeated FIN to come back.',
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.time-wait'],
  },
  M40: {
    name: { ko: '종료는 언제나 네 단계', en: 'Closing always takes four segments' },
    mistake: {
      ko: '종료에는 언제나 세그먼트 네 개가 필요하다고 보았습니다.',
      en: 'You assumed that closing always takes four segments.',
    },
    correction: {
      ko: '받은 쪽이 더 보낼 것이 없으면 ACK와 FIN을 한 세그먼트에 실어 세 개로 끝낼 수 있습니다.',
      en: 'If the other side has nothing left to send, ACK and FIN can share one segment and three suffice.',
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.three-segments'],
  },
  M42: {
    name: { ko: 'RST로 답함', en: 'Answers with a reset' },
    mistake: {
      ko: '리셋할 이유가 없는 세그먼트에 RST로 답했습니다.',
      en: 'You answered with a RST where there is no reason to reset.',
    },
    correction: {
      ko: 'RST는 없는 연결에 온 세그먼트나 연결을 맺는 중의 틀린 ACK에 보냅니다. 중복되거나 순서가 어긋난 세그먼트, 자기 FIN 뒤에 온 데이터에는 ACK로 답합니다.',
      en: "A RST answers a segment for no connection, or a wrong ACK during the handshake. A duplicate, a segment out of order and data after one's own FIN are answered with an ACK.",
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['ack.duplicate-segment', 'close.half-close', 'close.time-wait'],
  },
  M46: {
    name: { ko: 'FIN 뒤에는 아무것도 못 함', en: 'After a FIN nothing goes either way' },
    mistake: {
      ko: 'FIN이 두 방향을 모두 닫는다고 보았습니다.',
      en: 'You took a FIN to close both directions.',
    },
    correction: {
      ko: 'FIN은 보낸 쪽의 방향만 닫습니다. 보낸 쪽은 계속 받고 ACK하며, 상대는 계속 보낼 수 있습니다.',
      en: "A FIN closes only its sender's direction: that side still receives and acknowledges, and the peer may go on sending.",
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.half-close'],
  },
  N20: {
    name: { ko: '응답 없이 버림', en: 'Ignored silently' },
    mistake: {
      ko: 'ACK로 답해야 할 세그먼트에 아무것도 보내지 않았습니다.',
      en: 'You left a segment unanswered that calls for an ACK.',
    },
    correction: {
      ko: '이미 받은 세그먼트에는 지금의 번호로 ACK를 보내고 버립니다. 빈 곳 뒤의 세그먼트에도 곧바로 ACK를 보냅니다.',
      en: 'A segment received before is answered with an ACK of the present numbers, then dropped; one above a gap is answered with an ACK at once too.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.duplicate-segment', 'close.time-wait', 'close.fin-overtakes'],
  },
  N21: {
    name: { ko: 'FIN을 받자마자 처리', en: 'Processes a FIN above a gap' },
    mistake: {
      ko: '앞의 데이터가 비어 있는데도 FIN을 바로 처리했습니다.',
      en: 'You processed the FIN at once although data before it is missing.',
    },
    correction: {
      ko: '세그먼트는 순서 번호 순서로 처리합니다. 빈 곳이 채워질 때까지 FIN은 기다립니다.',
      en: 'Segments are processed in sequence order: the FIN waits until the gap is filled.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.fin-overtakes', 'state.next'],
  },
  N22: {
    name: { ko: 'FIN 뒤에는 ACK도 못 보냄', en: "No ACK after one's own FIN" },
    mistake: {
      ko: 'FIN을 보낸 쪽은 ACK도 보낼 수 없다고 보았습니다.',
      en: 'You had the side that sent its FIN unable to acknowledge.',
    },
    correction: {
      ko: 'FIN을 보낸 뒤에도 받은 데이터는 ACK해야 합니다. seq는 FIN 다음 번호에 머무릅니다.',
      en: 'A host that has sent its FIN still acknowledges the data it receives; its seq stays at the number after the FIN.',
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.half-close'],
  },
  N23: {
    name: { ko: '상태를 한 단계 앞서 감', en: 'One state too early' },
    mistake: {
      ko: '아직 오지 않은 세그먼트까지 받은 것으로 보고 다음 상태로 넘어갔습니다.',
      en: 'You moved on a state too early, as if a segment still to come had arrived.',
    },
    correction: {
      ko: '상태는 그 전이를 일으키는 호출이나 세그먼트가 있을 때만 바뀝니다.',
      en: 'A state changes only on the call or segment that causes that very transition.',
    },
    rfc: 'RFC 9293 §3.3.2',
    drill: ['close.four-segments', 'close.half-close', 'state.next'],
  },
  N24: {
    name: { ko: '상태가 바뀌지 않음', en: 'State left as it was' },
    mistake: {
      ko: '이 사건으로 바뀌는 상태를 그대로 두었습니다.',
      en: 'You left the state as it was, although this event changes it.',
    },
    correction: {
      ko: '이 호출이나 세그먼트가 상태 전이를 일으킵니다. 상태도를 한 단계 따라가야 합니다.',
      en: 'This call or segment causes a transition: follow the diagram one step.',
    },
    rfc: 'RFC 9293 §3.3.2',
    drill: ['close.four-segments', 'close.three-segments', 'state.next'],
  },
  N25: {
    name: { ko: 'TIME-WAIT를 건너뜀', en: 'Skips TIME-WAIT' },
    mistake: {
      ko: '먼저 닫은 쪽이 TIME-WAIT 없이 바로 CLOSED가 된다고 보았습니다.',
      en: 'You sent the first closer straight to CLOSED, without TIME-WAIT.',
    },
    correction: {
      ko: '먼저 닫은 쪽은 마지막 ACK를 보낸 뒤 2 MSL 동안 TIME-WAIT에 머무릅니다.',
      en: 'After its last ACK the first closer stays in TIME-WAIT for 2 MSL.',
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.three-segments', 'close.four-segments', 'close.time-wait'],
  },
  N26: {
    name: { ko: '언제나 클라이언트가 먼저 닫음', en: 'The client always closes first' },
    mistake: {
      ko: '클라이언트가 언제나 먼저 닫는다고 보았습니다.',
      en: 'You assumed that it is always the client that closes first.',
    },
    correction: {
      ko: '어느 쪽이든 먼저 닫을 수 있습니다. 첫 FIN을 보낸 쪽이 능동 종료자입니다.',
      en: 'Either side may close first; the active closer is the one that sends the first FIN.',
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.active-closer'],
  },
  N27: {
    name: { ko: '중복 세그먼트의 끝을 ACK함', en: 'Acknowledges the end of the duplicate' },
    mistake: {
      ko: '중복으로 온 세그먼트의 끝을 확인 응답해 ACK를 뒤로 돌렸습니다.',
      en: 'You acknowledged the end of the duplicate and so moved the ACK backwards.',
    },
    correction: {
      ko: 'ACK는 뒤로 가지 않습니다. 중복 세그먼트에는 현재의 RCV.NXT를 다시 보냅니다.',
      en: 'ACKs never go back: a duplicate is answered with the present RCV.NXT.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.duplicate-segment'],
  },
  N28: {
    name: { ko: '이미 받은 것을 다시 셈', en: 'Counts what was received before again' },
    mistake: {
      ko: '이미 받은 번호를 새로 받은 것처럼 더했습니다.',
      en: 'You counted numbers already received as new ones.',
    },
    correction: {
      ko: '이미 받은 번호의 데이터나 FIN은 버립니다. RCV.NXT는 그대로입니다.',
      en: 'Data or a FIN whose numbers have been received already is dropped; RCV.NXT stays.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.duplicate-segment', 'close.time-wait'],
  },
  N29: {
    name: { ko: '2MSL 타이머를 다시 시작하지 않음', en: '2MSL timer not restarted' },
    mistake: {
      ko: 'FIN이 다시 왔는데 2MSL 타이머를 처음 시작한 때부터 세었습니다.',
      en: 'You let the 2MSL timer run on from its first start although the FIN came again.',
    },
    correction: {
      ko: 'TIME-WAIT에서 FIN이 다시 오면 ACK하고 2MSL 타이머를 다시 시작합니다.',
      en: 'A FIN that comes again in TIME-WAIT is acknowledged and the 2MSL timer restarted.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.time-wait'],
  },
  N223: {
    name: { ko: '2MSL 전에는 새 연결을 미룸', en: 'Holds a new connection until 2 MSL are over' },
    mistake: {
      ko: '2MSL이 끝날 때까지 SYN을 두었다가 나중에 답하는 것으로 보았습니다.',
      en: 'You let the SYN wait until 2 MSL are over and be answered then.',
    },
    correction: {
      ko: 'TIME-WAIT에서도 SYN에는 곧바로 답합니다. 지난 연결보다 뒤의 번호이면 새 연결을 열고, 아니면 ACK로 답하고 버립니다.',
      en: 'A SYN is answered at once in TIME-WAIT too: it opens a new connection if its number lies above the last one, else it is dropped and answered with an ACK.',
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.time-wait-arrival'],
  },
  N224: {
    name: { ko: 'TIME-WAIT의 SYN은 모두 옛것', en: 'Every SYN in TIME-WAIT is an old one' },
    mistake: {
      ko: 'TIME-WAIT에 온 SYN이면 번호와 관계없이 옛 중복으로 보았습니다.',
      en: 'You took a SYN in TIME-WAIT for an old duplicate whatever its number.',
    },
    correction: {
      ko: '지난 연결의 번호보다 뒤에서 시작하는 SYN은 옛 세그먼트와 섞일 수 없으므로, 2MSL이 끝나기 전에도 새 연결로 받을 수 있습니다.',
      en: 'A SYN that starts above the numbers of the last connection cannot be mixed up with it and may open a new one (MAY-2).',
    },
    rfc: 'RFC 9293 §3.6.1',
    drill: ['close.time-wait-arrival'],
  },
  N225: {
    name: { ko: 'TIME-WAIT의 RST는 늘 무시', en: 'Every RST in TIME-WAIT is ignored' },
    mistake: {
      ko: 'TIME-WAIT에서는 RST를 번호와 관계없이 무시하는 것으로 보았습니다.',
      en: 'You let a RST in TIME-WAIT be ignored whatever its number.',
    },
    correction: {
      ko: 'RST를 모두 무시하는 것은 RFC 1337의 권고를 따를 때뿐입니다. RFC 9293에서는 seq가 RCV.NXT와 같으면 연결을 끝내고, 윈도우 안의 다른 번호이면 challenge ACK로 답합니다.',
      en: 'Only with the advice of RFC 1337 is every RST ignored. By RFC 9293 one at exactly RCV.NXT ends the connection, and one elsewhere in the window brings a challenge ACK.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['close.time-wait-arrival'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
