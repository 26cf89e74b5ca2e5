import type { Misconception } from './misconception.ts';

/** Wrong rules about segments that are refused. */
export const REJECTS_MISCONCEPTIONS = {
  N180: {
    name: { ko: 'RST가 SND.NXT를 씀', en: 'RST numbered by SND.NXT' },
    mistake: {
      ko: 'RST의 seq로 보내는 쪽의 SND.NXT를 썼습니다.',
      en: "You gave the RST its sender's own SND.NXT as seq.",
    },
    correction: {
      ko: '받아들일 수 없는 ACK에 답하는 RST는 그 세그먼트의 ack를 seq로 씁니다. 그래야 상대가 자기 윈도우에 맞는 번호로 봅니다.',
      en: "A RST for an unacceptable ACK takes that segment's ack as its seq, so that the peer finds it where it expects it.",
    },
    rfc: 'RFC 9293 §3.10.7.3',
    drill: ['reject.rst-fields'],
  },
  N181: {
    name: { ko: 'RST에 언제나 ACK를 켬', en: 'ACK on every RST' },
    mistake: {
      ko: 'ACK를 담은 세그먼트에 대한 RST에도 ACK를 켰습니다.',
      en: 'You set ACK on a RST that answers a segment with an ACK.',
    },
    correction: {
      ko: '세그먼트에 ACK가 있으면 그 ack를 seq로 쓰는 RST 하나로 충분합니다. ACK 플래그는 켜지 않습니다.',
      en: 'Where the segment has an ACK, a RST with that ack as its seq is enough; its ACK flag stays clear.',
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N182: {
    name: { ko: 'RST에는 ACK가 없음', en: 'No ACK on any RST' },
    mistake: {
      ko: 'ACK가 없는 세그먼트에 대한 RST에서 ACK를 껐습니다.',
      en: 'You left ACK off a RST that answers a segment without one.',
    },
    correction: {
      ko: '세그먼트에 ACK가 없으면 seq로 쓸 번호가 없습니다. seq는 0으로 하고, ACK를 켜서 그 세그먼트가 차지한 번호를 모두 ACK합니다.',
      en: 'A segment without an ACK offers no number for seq: the RST has seq 0 and acknowledges all that the segment takes.',
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N183: {
    name: { ko: 'RST가 상대의 seq를 되돌려 보냄', en: "RST echoes the segment's seq" },
    mistake: {
      ko: '도착한 세그먼트의 seq를 RST의 seq로 썼습니다.',
      en: "You used the arriving segment's seq as the seq of the RST.",
    },
    correction: {
      ko: '두 방향은 번호가 따로입니다. RST의 seq는 도착한 세그먼트의 ack이고, ack가 없으면 0입니다.',
      en: "Each direction has numbers of its own: the RST's seq is the ack of the arriving segment, or 0 if it has none.",
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N184: {
    name: { ko: 'RST의 ack에 SYN, FIN을 빼놓음', en: "SYN or FIN left out of a RST's ack" },
    mistake: {
      ko: 'RST의 ack에서 세그먼트의 SYN이나 FIN이 차지하는 번호를 세지 않았습니다.',
      en: "You left the SYN's or FIN's number out of the ack of the RST.",
    },
    correction: {
      ko: 'RST의 ack는 SEG.SEQ + SEG.LEN이고, SEG.LEN에는 SYN과 FIN도 하나씩 들어갑니다.',
      en: "The RST's ack is SEG.SEQ + SEG.LEN, and SEG.LEN counts SYN and FIN as one each.",
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['reject.rst-fields'],
  },
  N185: {
    name: { ko: 'RST의 ack는 언제나 seq + 1', en: "A RST's ack is always seq + 1" },
    mistake: {
      ko: 'RST의 ack를 길이와 관계없이 seq + 1로 계산했습니다.',
      en: 'You made the ack of the RST seq + 1, whatever the length of the segment.',
    },
    correction: {
      ko: 'RST의 ack는 SEG.SEQ + SEG.LEN입니다. 데이터 없는 SYN이나 FIN일 때만 seq + 1과 같습니다.',
      en: "The RST's ack is SEG.SEQ + SEG.LEN: seq + 1 only for a SYN or FIN without data.",
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N186: {
    name: { ko: '모든 RST의 seq가 0', en: 'Every RST has seq 0' },
    mistake: {
      ko: 'ACK를 담은 세그먼트에 대한 RST인데도 seq를 0으로 했습니다.',
      en: 'You gave seq 0 to a RST that answers a segment with an ACK.',
    },
    correction: {
      ko: 'seq가 0인 것은 도착한 세그먼트에 ACK가 없을 때뿐입니다. 있으면 그 ack를 씁니다.',
      en: 'A RST has seq 0 only when the arriving segment has no ACK; otherwise it takes that ack.',
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N187: {
    name: { ko: '거절을 FIN으로 함', en: 'Refuses with a FIN' },
    mistake: {
      ko: '받을 연결이 없는 세그먼트를 FIN으로 거절했습니다.',
      en: 'You refused a segment that fits no connection with a FIN.',
    },
    correction: {
      ko: 'FIN은 있는 연결을 닫습니다. 맞는 연결이 없는 세그먼트는 RST로 거절합니다.',
      en: 'A FIN closes a connection there is; a segment that fits none is refused with a RST.',
    },
    rfc: 'RFC 9293 §3.5.2',
    drill: ['reject.rst-fields'],
  },
  N188: {
    name: { ko: '윈도우에 오른쪽 끝도 넣음', en: 'The right edge counted into the window' },
    mistake: {
      ko: 'RCV.NXT + RCV.WND를 윈도우의 마지막 번호로 보았습니다.',
      en: 'You took RCV.NXT + RCV.WND for the last number in the window.',
    },
    correction: {
      ko: '윈도우는 RCV.NXT부터 RCV.WND개의 번호입니다. 마지막 번호는 RCV.NXT + RCV.WND - 1입니다.',
      en: 'The window is RCV.WND numbers from RCV.NXT on; the last is RCV.NXT + RCV.WND - 1.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['reject.forged-segment'],
  },
  N189: {
    name: { ko: '윈도우를 ISN부터 셈', en: 'The window counted from the ISN' },
    mistake: {
      ko: '수신 윈도우를 RCV.NXT가 아니라 상대의 ISN부터 세었습니다.',
      en: "You counted the receive window from the peer's ISN instead of RCV.NXT.",
    },
    correction: {
      ko: '수신 윈도우는 데이터를 받을수록 앞으로 나아갑니다. 언제나 RCV.NXT에서 시작합니다.',
      en: 'The receive window moves on as data is received: it always starts at RCV.NXT.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['reject.forged-segment'],
  },
  N190: {
    name: { ko: '번호가 달라도 RST면 끊음', en: 'A RST resets without an exact match' },
    mistake: {
      ko: 'seq가 RCV.NXT와 다른 RST가 연결을 끊는 것으로 보았습니다.',
      en: 'You let a RST whose seq is not RCV.NXT reset the connection.',
    },
    correction: {
      ko: 'RST는 seq가 RCV.NXT와 정확히 같을 때만 연결을 끊습니다. 윈도우 안의 다른 번호이면 challenge ACK를 보내고, 윈도우 밖이면 조용히 버립니다.',
      en: 'A RST resets only when its seq is exactly RCV.NXT. Elsewhere in the window it earns a challenge ACK; outside it is dropped in silence.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['reject.forged-segment'],
  },
  N192: {
    name: { ko: '모든 RST에 ACK로 답함', en: 'Every RST is answered with an ACK' },
    mistake: {
      ko: '윈도우 안의 다른 번호가 아닌데도 RST에 ACK로 답했습니다.',
      en: 'You answered a RST with an ACK although it lies exactly at RCV.NXT or outside the window.',
    },
    correction: {
      ko: 'challenge ACK는 RST가 윈도우 안에 있으나 RCV.NXT가 아닐 때만 보냅니다. RCV.NXT이면 끊고, 윈도우 밖이면 답 없이 버립니다.',
      en: 'A challenge ACK is for a RST inside the window but not at RCV.NXT. At RCV.NXT it resets; outside the window it is dropped unanswered.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['reject.forged-segment'],
  },
  N193: {
    name: { ko: 'SYN이면 새 연결을 엶', en: 'Any SYN opens a new connection' },
    mistake: {
      ko: 'ESTABLISHED인 연결에 온 SYN을 새 연결의 시작으로 받아들였습니다.',
      en: 'You took a SYN for an ESTABLISHED connection as the start of a new one.',
    },
    correction: {
      ko: '같은 4-튜플의 연결이 ESTABLISHED이면 SYN은 그 연결에 온 세그먼트입니다. challenge ACK로 답하고 연결은 그대로 둡니다.',
      en: 'While the connection of that 4-tuple is ESTABLISHED, a SYN belongs to it: a challenge ACK answers it and the connection stays.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['reject.forged-segment'],
  },
  N194: {
    name: { ko: 'SYN에 RST로 답하고 끊음', en: 'A SYN resets an open connection' },
    mistake: {
      ko: 'ESTABLISHED인 연결에 온 SYN을 오류로 보고 RST를 보내 연결을 끊었습니다.',
      en: 'You took a SYN for an ESTABLISHED connection as an error, sent a RST and gave up the connection.',
    },
    correction: {
      ko: '그것은 RFC 793의 규칙으로, 위조한 SYN 하나로 연결을 끊을 수 있었습니다. 지금은 challenge ACK를 보냅니다.',
      en: 'That was the rule of RFC 793, and one forged SYN could cut a connection. Today a challenge ACK is sent.',
    },
    rfc: 'RFC 5961 §4.2',
    drill: ['reject.forged-segment'],
  },
  N195: {
    name: { ko: '답하지 않고 버림', en: 'Dropped without an answer' },
    mistake: {
      ko: '답을 보내거나 연결을 끊어야 할 세그먼트를 말없이 버렸습니다.',
      en: 'You dropped in silence what calls for an answer or a reset.',
    },
    correction: {
      ko: '답 없이 버리는 것은 윈도우 밖의 RST뿐입니다. RCV.NXT의 RST는 연결을 끊고, 윈도우 안의 다른 RST와 SYN에는 ACK로 답합니다.',
      en: 'Only a RST outside the window is dropped in silence. One at RCV.NXT resets; another in the window, and any SYN, is answered with an ACK.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['reject.forged-segment'],
  },
  N191: {
    name: { ko: '동시 열기는 연결 둘', en: 'A simultaneous open makes two connections' },
    mistake: {
      ko: 'SYN이 둘이라고 연결도 둘이 맺어진다고 보았습니다.',
      en: 'You counted two connections because there are two SYNs.',
    },
    correction: {
      ko: '연결은 주소와 포트의 쌍으로 구별합니다. 엇갈린 두 SYN은 쌍이 같으므로 한 연결의 두 방향입니다.',
      en: 'A connection is known by its pair of addresses and ports. SYNs that cross have the same pair: two directions of one.',
    },
    rfc: 'RFC 9293 §3.5',
    drill: ['handshake.both-open'],
  },
  N196: {
    name: { ko: 'SYN,ACK에 SYN,ACK로 답함', en: 'Answers a SYN,ACK with a SYN,ACK' },
    mistake: {
      ko: '자기 SYN이 확인되었는데도 SYN을 다시 보내고 SYN-RECEIVED에 머무는 것으로 보았습니다.',
      en: 'You sent the SYN again and stayed in SYN-RECEIVED although it has been acknowledged.',
    },
    correction: {
      ko: 'SYN,ACK는 자기 SYN을 확인하고 상대의 SYN도 전합니다. SYN-SENT에서 곧바로 ESTABLISHED가 되고 ACK만 보냅니다.',
      en: "A SYN,ACK acknowledges one's SYN and brings the peer's: from SYN-SENT straight to ESTABLISHED, with a plain ACK.",
    },
    rfc: 'RFC 9293 §3.10.7.3',
    drill: ['handshake.both-open'],
  },
  N197: {
    name: { ko: '동시 종료에서 한쪽만 TIME-WAIT', en: 'One TIME-WAIT in a simultaneous close' },
    mistake: {
      ko: 'FIN을 먼저 보낸 쪽만 TIME-WAIT를 지난다고 보았습니다.',
      en: 'You let only the side whose FIN came first pass through TIME-WAIT.',
    },
    correction: {
      ko: 'TIME-WAIT에는 상대의 FIN을 받기 전에 FIN을 보낸 쪽이 갑니다. FIN이 엇갈리면 양쪽 모두 그렇습니다.',
      en: "TIME-WAIT is for a side that sent its FIN before it received the peer's. Where FINs cross, that is both.",
    },
    rfc: 'RFC 9293 §3.6',
    drill: ['close.both-close'],
  },
  N198: {
    name: { ko: '데이터도 정확한 번호라야 함', en: 'Data has to hit the exact number' },
    mistake: {
      ko: '위조한 데이터도 RCV.NXT를 정확히 맞혀야 받아들여진다고 보았습니다.',
      en: 'You had forged data accepted only exactly at RCV.NXT.',
    },
    correction: {
      ko: '데이터는 수신 윈도우 안이면 받아들여집니다. 정확히 RCV.NXT라야 하는 것은 RST입니다.',
      en: 'Data is acceptable anywhere in the receive window; it is a RST that must be exactly at RCV.NXT.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['isn.blind-guess'],
  },
  N199: {
    name: { ko: '시계 M이 공격자를 막음', en: 'The clock M stops an attacker' },
    mistake: {
      ko: 'ISN의 시계 M이 번호를 짐작하지 못하게 한다고 보았습니다.',
      en: 'You took the clock M for what makes an ISN hard to guess.',
    },
    correction: {
      ko: '시계는 짐작할 수 있습니다. M은 옛 중복을 막고, 짐작을 막는 것은 비밀 키가 든 F입니다.',
      en: 'A clock can be predicted. M is there against old duplicates; F, with its secret key, against guessing.',
    },
    rfc: 'RFC 9293 §3.4.1',
    drill: ['isn.blind-guess'],
  },
  M43: {
    name: { ko: '예측하기 어려운 ISN은 옛 중복 때문', en: 'Random ISN only against old duplicates' },
    mistake: {
      ko: 'ISN을 짐작하기 어렵게 만드는 이유를 옛 중복에서만 찾았습니다.',
      en: 'You saw old duplicates as the only reason to make an ISN hard to guess.',
    },
    correction: {
      ko: '옛 중복은 늘어나는 시계 M과 TIME-WAIT가 막습니다. 연결마다 다른 F는 경로 밖의 공격자가 번호를 짐작하지 못하게 하려는 것입니다.',
      en: 'The growing clock M and TIME-WAIT deal with old duplicates. F, different for each connection, keeps attackers off the path from guessing.',
    },
    rfc: 'RFC 9293 §3.4.1',
    drill: ['isn.blind-guess'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
