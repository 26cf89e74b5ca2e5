import type { Misconception } from './misconception.ts';

/** Wrong rules about opening a connection. */
export const HANDSHAKE_MISCONCEPTIONS = {
  M04: {
    name: { ko: 'SYN을 세지 않음', en: 'SYN not counted' },
    mistake: {
      ko: 'SYN이 차지하는 순서 번호를 세지 않았습니다.',
      en: 'You did not count the sequence number the SYN takes.',
    },
    correction: {
      ko: 'SYN은 순서 번호를 하나 차지합니다. SYN에 대한 ACK는 ISN+1입니다.',
      en: 'A SYN takes one sequence number. The ACK of a SYN is ISN+1.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['handshake.syn-ack-number', 'handshake.third-segment', 'close.four-segments'],
  },
  M05: {
    name: { ko: 'ISN을 4바이트 데이터로 셈', en: 'Counts the ISN as 4 bytes of data' },
    mistake: {
      ko: '4바이트짜리 seq 필드를 데이터처럼 세었습니다.',
      en: 'You counted the 4-byte seq field as if it were data.',
    },
    correction: {
      ko: 'SYN은 필드의 크기와 관계없이 순서 번호를 꼭 하나 차지합니다.',
      en: 'A SYN takes exactly one sequence number, whatever the size of the field.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['handshake.syn-ack-number', 'handshake.third-segment', 'seq.segment-length'],
  },
  M06: {
    name: { ko: '세 번째 세그먼트에 ISN을 다시 씀', en: 'Re-uses the ISN in the third segment' },
    mistake: {
      ko: '핸드셰이크의 세 번째 세그먼트에 ISN을 다시 썼습니다.',
      en: 'You used the ISN again in the third segment of the handshake.',
    },
    correction: {
      ko: 'ACK 자신은 번호를 쓰지 않지만, 앞서 보낸 SYN이 하나를 썼습니다. 그래서 seq는 ISN+1입니다.',
      en: 'The ACK itself takes no number, but the SYN before it took one: its seq is ISN+1.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.third-segment'],
  },
  M07: {
    name: { ko: '순수 ACK가 번호를 차지함', en: 'A pure ACK takes a number' },
    mistake: {
      ko: 'ACK도 순서 번호를 차지하는 것으로 세었습니다.',
      en: 'You counted an ACK as if it took a sequence number.',
    },
    correction: {
      ko: 'ACK는 순서 번호를 차지하지 않습니다. 차지한다면 ACK에도 ACK를 해야 합니다.',
      en: 'An ACK takes no sequence number; if it did, ACKs would have to be acknowledged too.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.third-segment', 'seq.first-data', 'close.four-segments'],
  },
  M41: {
    name: { ko: '핸드셰이크 유실은 연결 실패', en: 'A lost handshake segment kills the connection' },
    mistake: {
      ko: '핸드셰이크 세그먼트 하나를 잃으면 연결을 포기하는 것으로 보았습니다.',
      en: 'You took the loss of one handshake segment for the end of the connection.',
    },
    correction: {
      ko: 'SYN과 SYN,ACK는 타이머가 만료되면 재전송되고, 잃어버린 ACK는 그다음 세그먼트의 ACK가 대신합니다.',
      en: "SYN and SYN,ACK are retransmitted on a timer, and a later segment's ACK stands in for a lost one.",
    },
    rfc: 'RFC 9293 §3.8.1',
    drill: ['handshake.lost-segment'],
  },
  N01: {
    name: { ko: '첫 SYN에 ACK를 켬', en: 'ACK on the first SYN' },
    mistake: {
      ko: '연결을 시작하는 SYN에 ACK를 켰습니다.',
      en: 'You set ACK on the SYN that opens the connection.',
    },
    correction: {
      ko: '아직 상대에게서 받은 것이 없으므로 확인 응답할 번호도 없습니다. 첫 SYN에는 ACK가 없습니다.',
      en: 'Nothing has been received yet, so there is nothing to acknowledge: the first SYN carries no ACK.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.flags'],
  },
  N02: {
    name: { ko: 'SYN에 ACK만으로 답함', en: 'Answers a SYN with ACK alone' },
    mistake: {
      ko: 'SYN에 ACK만으로 답했습니다. 답하는 쪽의 SYN이 빠졌습니다.',
      en: "You answered the SYN with an ACK alone: the answering side's own SYN is missing.",
    },
    correction: {
      ko: '답하는 쪽도 자기 ISN을 알려야 합니다. 그래서 SYN과 ACK를 한 세그먼트에 함께 보냅니다.',
      en: 'The answering side has an ISN of its own to announce, so SYN and ACK travel in one segment.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.flags'],
  },
  N03: {
    name: { ko: 'SYN에 SYN만으로 답함', en: 'Answers a SYN with SYN alone' },
    mistake: {
      ko: 'SYN에 SYN만으로 답했습니다. 받은 SYN에 대한 ACK가 빠졌습니다.',
      en: 'You answered the SYN with a SYN alone: the ACK of the SYN received is missing.',
    },
    correction: {
      ko: '받은 SYN은 확인 응답해야 합니다. 자기 SYN과 그 ACK를 한 세그먼트에 함께 보냅니다.',
      en: 'The SYN received has to be acknowledged: the SYN in return and that ACK travel in one segment.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.flags'],
  },
  N04: {
    name: { ko: 'SYN을 끝까지 켜 둠', en: 'SYN stays on to the end' },
    mistake: {
      ko: '핸드셰이크의 마지막 세그먼트에도 SYN을 켰습니다.',
      en: 'You set SYN on the last segment of the handshake too.',
    },
    correction: {
      ko: 'SYN은 ISN을 알리는 세그먼트에만 켭니다. 세 번째 세그먼트는 상대의 SYN을 확인 응답만 합니다.',
      en: 'SYN is set only where an ISN is announced; the third segment merely acknowledges the other SYN.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.flags'],
  },
  N09: {
    name: { ko: 'seq가 작은 것부터 놓음', en: 'Sorts by the smaller seq' },
    mistake: {
      ko: '방향을 가리지 않고 seq가 작은 세그먼트부터 놓았습니다.',
      en: 'You put the smaller seq first without regard to direction.',
    },
    correction: {
      ko: '두 방향의 번호는 서로 비교할 수 없습니다. 어떤 ACK가 어떤 seq에 답하는지를 따라가야 합니다.',
      en: "The two directions' numbers cannot be compared; follow which ack answers which seq.",
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.order'],
  },
  N12: {
    name: { ko: 'SYN,ACK보다 먼저 ACK를 보냄', en: 'Acknowledges before the SYN,ACK' },
    mistake: {
      ko: '상대의 SYN을 받기도 전에 확인 응답하는 순서로 놓았습니다.',
      en: "Your order acknowledges the peer's SYN before it has been received.",
    },
    correction: {
      ko: '상대의 ISN+1을 ack로 쓰려면 SYN,ACK를 먼저 받아야 합니다.',
      en: "The peer's ISN+1 can be acknowledged only after its SYN,ACK has arrived.",
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.order'],
  },
  N13: {
    name: { ko: '핸드셰이크가 끝나기 전에 데이터를 보냄', en: 'Data before the handshake is done' },
    mistake: {
      ko: '핸드셰이크가 끝나기 전에 데이터를 보내는 순서로 놓았습니다.',
      en: 'Your order sends data before the handshake is done.',
    },
    correction: {
      ko: '핸드셰이크의 ACK가 데이터보다 먼저입니다. 서버는 그 ACK를 받은 뒤에 데이터를 보내고, 클라이언트가 데이터를 먼저 보냈다면 그 ACK의 seq가 더 컸을 것입니다.',
      en: "The handshake's ACK precedes the data: the server sends data only after receiving it, and had the client sent data first, that ACK would have a higher seq.",
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.order'],
  },
  N14: {
    name: { ko: '순수 ACK를 타이머로 재전송', en: 'Retransmits a pure ACK on a timer' },
    mistake: {
      ko: '데이터 없는 ACK를 타이머로 재전송하는 것으로 보았습니다.',
      en: 'You had a pure ACK retransmitted on a timer.',
    },
    correction: {
      ko: 'ACK는 번호를 차지하지 않아 확인 응답되지 않으므로 재전송 타이머도 없습니다. 상대가 다시 보내면 그때 다시 ACK합니다.',
      en: 'An ACK takes no number and is never acknowledged, so no timer guards it. It is sent again when the peer repeats itself.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['handshake.lost-segment', 'close.time-wait'],
  },
  N15: {
    name: { ko: '받지 못한 SYN에 답함', en: 'Answers a SYN that never arrived' },
    mistake: {
      ko: '유실되어 받지 못한 세그먼트에 답하는 것으로 보았습니다.',
      en: 'You had a host answer a segment that was lost before it arrived.',
    },
    correction: {
      ko: '받지 못한 세그먼트에는 답할 수 없습니다. 확인 응답을 못 받은 쪽이 타이머로 재전송합니다.',
      en: 'A host cannot answer what it has not received; the side still waiting for an ACK retransmits on its timer.',
    },
    rfc: 'RFC 9293 §3.8.1',
    drill: ['handshake.lost-segment'],
  },
  N17: {
    name: { ko: '나중에 시작한 타이머가 먼저 만료됨', en: 'The later timer expires first' },
    mistake: {
      ko: '나중에 시작한 재전송 타이머가 먼저 만료되는 것으로 보았습니다.',
      en: 'You let the retransmission timer that started later expire first.',
    },
    correction: {
      ko: '시간이 같은 타이머는 먼저 시작한 것이 먼저 만료됩니다. 클라이언트의 SYN이 서버의 SYN,ACK보다 먼저 나갔습니다.',
      en: "Of two equal timers the one started first expires first, and the client's SYN left before the server's SYN,ACK.",
    },
    rfc: 'RFC 9293 §3.8.1',
    drill: ['handshake.lost-segment'],
  },
  N16: {
    name: { ko: '잃어버린 ACK를 끝까지 기다림', en: 'Waits for the very ACK that was lost' },
    mistake: {
      ko: '잃어버린 바로 그 ACK가 다시 와야 진행되는 것으로 보았습니다.',
      en: 'You had everything wait for the very ACK that was lost.',
    },
    correction: {
      ko: '이후의 모든 세그먼트가 같은 ACK 번호를 싣고 갑니다. 데이터 세그먼트의 ACK로도 연결이 성립합니다.',
      en: 'Every later segment carries the same ACK number; the ACK on a data segment completes the handshake as well.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['handshake.lost-segment'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
