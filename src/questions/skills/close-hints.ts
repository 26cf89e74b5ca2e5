import type { Hints } from '../question.ts';

/*
 * Hints of the questions on closing a connection.
 */

export const FIN_NUMBERS_HINTS: Hints = [
  {
    ko: 'FIN 세그먼트도 다른 세그먼트와 같습니다. seq는 다음에 보낼 번호(SND.NXT), ack는 다음에 받을 번호(RCV.NXT)입니다.',
    en: 'A FIN is numbered like any segment: seq is the next number to send (SND.NXT), ack the next one expected (RCV.NXT).',
  },
  {
    ko: 'seq는 이 호스트가 앞서 보낸 것에서, ack는 상대에게서 받은 것에서 찾습니다. 번호를 차지하지 않은 ACK는 건너뜁니다.',
    en: 'The seq follows from what this host sent before, the ack from what it has received. Skip ACKs that take no number.',
  },
  {
    ko: '양쪽에서 각각 마지막으로 번호를 차지한 세그먼트의 seq + 차지한 번호의 수(mod 2^32)를 구합니다.',
    en: 'For each side take the seq of the last segment that takes numbers + how many it takes (mod 2^32).',
  },
];

export const FIN_ACK_HINTS: Hints = [
  {
    ko: 'ack는 다음에 받을 번호입니다. FIN은 같은 세그먼트의 데이터 다음 번호를 하나 차지합니다.',
    en: 'ack is the next number expected. A FIN takes one number, right after the data of its segment.',
  },
  {
    ko: 'FIN 세그먼트의 seq를 보고, 데이터가 함께 실렸는지 봅니다.',
    en: 'Look at the seq of the FIN segment, and see whether it carries data too.',
  },
  {
    ko: 'FIN 세그먼트의 seq + 데이터 길이 + 1(mod 2^32)을 구합니다.',
    en: 'Take the seq of the FIN segment + the length of its data + 1 (mod 2^32).',
  },
];

export const ROLES_HINTS: Hints = [
  {
    ko: '상대의 FIN을 받기 전에 자기 FIN을 보낸 쪽이 능동 종료자입니다. 한쪽일 수도 있고 양쪽 모두일 수도 있습니다.',
    en: "A side that sends its FIN before the other's has arrived is an active closer. That may be one side or both.",
  },
  {
    ko: '두 FIN이 나간 순간을 찾아, 그때 상대의 FIN이 이미 도착해 있었는지 양쪽에서 따져 봅니다.',
    en: "Find the moments at which the FINs left. For each side: had the other's FIN arrived by then?",
  },
  {
    ko: 'FIN을 보낸 순서나 클라이언트인지 서버인지로 정하지 않습니다. TIME-WAIT에서 기다리는 것은 수동 종료자가 아니라 능동 종료자입니다.',
    en: 'Neither which FIN left first nor who is the client decides it. It is an active closer, not a passive one, that waits in TIME-WAIT.',
  },
];

const BY_THREE_QUESTIONS = {
  ko: '상태는 자기 FIN을 보냈는지, 그것이 확인되었는지, 상대의 FIN을 받았는지로 정합니다.',
  en: "A state follows from whether the host's FIN is sent, whether it is acknowledged, and whether the peer's is here.",
};

export const FOUR_SEGMENTS_HINTS: Hints = [
  {
    ko: '양쪽의 FIN은 순서 번호를 하나씩 차지하고 순수 ACK는 차지하지 않습니다.',
    en: 'Each FIN takes one number, a pure ACK takes none.',
  },
  {
    ko: 'seq는 같은 호스트가 앞서 보낸 세그먼트에서, ack는 상대가 보낸 세그먼트에서 찾습니다. 상태는 상태도를 사건마다 한 단계씩 따라갑니다.',
    en: 'A seq follows from what the same host sent before, an ack from what the peer sent. For the states, follow the diagram one event at a time.',
  },
  {
    ko: `번호는 그 앞 세그먼트의 seq + 차지한 번호의 수(mod 2^32)입니다. ${BY_THREE_QUESTIONS.ko}`,
    en: `A number is the seq of that earlier segment + the numbers it takes (mod 2^32). ${BY_THREE_QUESTIONS.en}`,
  },
];

export const THREE_SEGMENTS_HINTS: Hints = [
  {
    ko: '한 세그먼트에는 보내는 순간에 알릴 것이 모두 실립니다. FIN은 순서 번호를 하나 차지하고 순수 ACK는 차지하지 않습니다.',
    en: 'One segment says all there is to say at the moment it is sent. A FIN takes one number, a pure ACK none.',
  },
  {
    ko: '두 번째 세그먼트가 나가기 전에 그 호스트가 무엇을 받았고, 애플리케이션이 무엇을 호출했는지 봅니다.',
    en: 'See what that host has received before the second segment leaves, and what its application has called.',
  },
  {
    ko: '번호는 그 앞 세그먼트의 seq + 차지한 번호의 수(mod 2^32)입니다. 상태는 두 번째 세그먼트의 ack를 먼저, 플래그를 나중에 적용해 정합니다.',
    en: 'A number is the seq of the segment before + the numbers it takes (mod 2^32). For the state, apply the ack of the second segment first, its flags afterwards.',
  },
];

const ONE_DIRECTION = {
  ko: 'FIN은 보낸 쪽의 방향만 닫습니다. 반대 방향은 상대가 FIN을 보낼 때까지 그대로 열려 있습니다.',
  en: "A FIN closes only its sender's direction; the other one stays open until the peer sends its own FIN.",
};

export const HALF_CLOSE_HINTS: Hints = [
  ONE_DIRECTION,
  {
    ko: 'FIN이 간 방향의 번호는 FIN의 번호에서, 데이터가 간 방향의 번호는 데이터의 seq와 길이에서 나옵니다.',
    en: 'Numbers in the direction of the FIN follow from the number of the FIN, those in the direction of the data from its seq and length.',
  },
  {
    ko: '데이터 세그먼트의 ack와 그에 대한 ACK의 seq는 FIN의 번호 + 1, 그 ACK의 ack는 데이터의 seq + 길이입니다(mod 2^32). 상태는 자기 FIN이 확인되었는지, 상대의 FIN이 왔는지로 정합니다.',
    en: "The ack of the data segment, like the seq of its ACK, is the FIN's number + 1; the ack of that ACK is the seq of the data + its length (mod 2^32). The state follows from whether the host's own FIN is acknowledged and whether the peer's has come.",
  },
];

export const HALF_CLOSE_REACTION_HINTS: Hints = [
  ONE_DIRECTION,
  {
    ko: '데이터가 온 방향과 FIN이 닫은 방향이 같은지 봅니다. 상대가 FIN을 보냈는지도 봅니다.',
    en: 'See whether the data came in the direction that the FIN closed, and whether the peer has sent a FIN.',
  },
  {
    ko: '받을 수 있는지, ACK를 보내려면 번호가 필요한지, 상태를 바꿀 사건이 있었는지를 차례로 따져 선택지를 가립니다.',
    en: 'Go through the choices with three questions: can it receive, does sending an ACK need a number, has anything happened that changes the state?',
  },
];

const IN_ITS_TURN = {
  ko: 'FIN도 순서 번호를 하나 차지합니다. 그 앞의 번호가 모두 채워져야 처리됩니다.',
  en: 'A FIN has a sequence number too: it is processed once every number before it is in.',
};

export const EARLY_FIN_HINTS: Hints = [
  IN_ITS_TURN,
  {
    ko: 'FIN을 받은 쪽이 빈 곳 없이 받은 것의 끝(RCV.NXT)을 찾아 FIN의 번호와 비교해 봅니다.',
    en: 'Find the end of what the receiver has without a gap (RCV.NXT) and compare it with the number of the FIN.',
  },
  {
    ko: 'ack는 빈 곳 바로 앞 세그먼트의 seq + 차지한 번호의 수(mod 2^32)입니다. 상태는 FIN의 차례가 되었는지로 정합니다.',
    en: "The ack is the seq of the segment right before the gap + the numbers it takes (mod 2^32). The state depends on whether it is the FIN's turn.",
  },
];

export const FILLED_GAP_HINTS: Hints = [
  IN_ITS_TURN,
  {
    ko: '빈 곳이 채워진 뒤 RCV.NXT가 어디까지 나아가는지, 그것이 FIN의 번호에 이르는지 봅니다.',
    en: 'See how far RCV.NXT moves once the gap is filled, and whether it reaches the number of the FIN.',
  },
  {
    ko: 'ack는 FIN까지 세어 빈 곳 없이 받은 마지막 번호 + 1(mod 2^32)입니다. 상태는 FIN의 차례가 되었는지로 정합니다.',
    en: "The ack is the last number received without a gap + 1 (mod 2^32), and a FIN has a number too. The state depends on whether it is the FIN's turn.",
  },
];

export const EARLY_FIN_REACTION_HINTS: Hints = [
  IN_ITS_TURN,
  {
    ko: '받는 쪽의 RCV.NXT와 FIN의 번호를 비교하고, 순서보다 먼저 온 것을 어떻게 하는지 문제에 적힌 조건을 봅니다.',
    en: 'Compare RCV.NXT with the number of the FIN, and see from what the question states what becomes of what comes early.',
  },
  {
    ko: '보관하는지, 무엇을 ACK하는지, 상태가 바뀌는지를 따로 정합니다. 뒤의 둘은 FIN의 차례가 되었는지에 달려 있습니다.',
    en: "Decide separately whether it is kept, what is acknowledged, and whether the state changes. The last two depend on whether it is the FIN's turn.",
  },
];
