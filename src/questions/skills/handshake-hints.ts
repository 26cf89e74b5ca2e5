import type { Hints } from '../question.ts';

/*
 * Hints of the questions on opening a connection, shared by the shapes of a question that the answer must not be told by.
 */

export const FLAGS_HINTS: Hints = [
  {
    ko: 'SYN은 자기 ISN을 알릴 때, ACK는 상대에게서 받은 것을 확인 응답할 때 켭니다.',
    en: "SYN announces the sender's ISN; ACK acknowledges something received from the peer.",
  },
  {
    ko: '이 세그먼트를 보내기 전까지 보내는 쪽이 무엇을 받았는지, 그 ISN이 상대에게 이미 전해졌는지 봅니다.',
    en: 'See what its sender has received before it sends this segment, and whether the peer has its ISN yet.',
  },
  {
    ko: '두 플래그를 따로 정합니다. 상대가 아직 이쪽의 ISN을 모르는지가 SYN을, 확인 응답할 것이 있는지가 ACK를 정합니다.',
    en: "Decide the two flags one by one: SYN by whether the peer still lacks this side's ISN, ACK by whether there is anything to acknowledge.",
  },
];

export const SYN_ACK_NUMBER_HINTS: Hints = [
  {
    ko: 'ack는 상대에게서 다음에 받을 번호입니다. SYN은 순서 번호를 하나 차지합니다.',
    en: 'ack is the next number expected of the peer, and a SYN takes one sequence number.',
  },
  {
    ko: '클라이언트가 보낸 SYN의 seq를 봅니다. 서버 자신의 ISN은 이 ack와 상관없습니다.',
    en: "Look at the seq of the client's SYN. The server's own ISN has no part in this ack.",
  },
  {
    ko: '클라이언트의 ISN + SYN이 차지한 번호의 수(mod 2^32)를 구합니다.',
    en: "Take the client's ISN + the numbers that its SYN takes (mod 2^32).",
  },
];

export const THIRD_SEGMENT_HINTS: Hints = [
  {
    ko: 'seq는 자기가 다음에 보낼 번호, ack는 상대에게서 다음에 받을 번호입니다.',
    en: "seq is the sender's own next number, ack the next one it expects of the peer.",
  },
  {
    ko: '클라이언트의 SYN과 서버의 SYN,ACK에서 두 ISN을 찾습니다. 양쪽의 SYN은 번호를 하나씩 차지합니다.',
    en: "Find the two ISNs in the client's SYN and the server's SYN,ACK. Each of those SYNs takes one number.",
  },
  {
    ko: 'seq = 클라이언트의 ISN + 1, ack = 서버의 ISN + 1입니다(mod 2^32).',
    en: "seq = the client's ISN + 1, ack = the server's ISN + 1 (mod 2^32).",
  },
];

export const ORDER_HINTS: Hints = [
  {
    ko: '연결을 시작하는 SYN에만 ack가 없습니다. 그 밖의 ack는 모두 상대에게서 다음에 받을 번호입니다.',
    en: 'Only the SYN that opens the connection has no ack. Every other ack is the next number expected of the peer.',
  },
  {
    ko: '각 ack가 어느 세그먼트의 seq보다 얼마나 뒤의 번호인지 비교해 봅니다. SYN은 번호를 하나, 데이터는 바이트마다 하나씩 차지합니다.',
    en: 'Compare each ack with the seqs: how far past which one is it? A SYN takes one number, data one for each byte.',
  },
  {
    ko: '어떤 세그먼트를 확인 응답하는 것은 그보다 나중이고, 데이터는 핸드셰이크가 끝난 뒤에 나갑니다. seq가 같은 둘은 번호를 차지하지 않은 쪽이 먼저입니다.',
    en: 'What acknowledges a segment comes after it, and data waits for the end of the handshake. Of two with the same seq, the one that takes no number comes first.',
  },
];

/** The same whichever segment is lost. */
export const LOST_SEGMENT_HINTS: Hints = [
  {
    ko: '재전송 타이머는 번호를 차지하는 세그먼트(SYN, FIN, 데이터)에만 걸립니다.',
    en: 'Only segments that take numbers (SYN, FIN, data) are guarded by a retransmission timer.',
  },
  {
    ko: '클라이언트와 서버가 각각 무엇을 보냈고, 그 가운데 무엇을 아직 확인 응답받지 못했는지 봅니다.',
    en: 'See for each side what it has sent, and what of that is not acknowledged yet.',
  },
  {
    ko: '돌고 있는 타이머 가운데 먼저 시작한 것이 먼저 만료됩니다. 다시 보내는 세그먼트의 seq는 처음 보낼 때와 같습니다.',
    en: 'Of the timers that run, the one started first expires first. A segment that is sent again has the seq it had at first.',
  },
];

export const LOST_ACK_BEFORE_DATA_HINTS: Hints = [
  {
    ko: 'ACK는 누적입니다. 유실된 ACK가 알리려던 것은 뒤에 오는 ACK로도 알 수 있습니다.',
    en: 'ACKs are cumulative: what a lost ACK would have said, a later one says as well.',
  },
  {
    ko: '데이터 세그먼트의 ack를 서버의 ISN과 비교해 봅니다. 이 세그먼트는 데이터뿐 아니라 ACK도 싣고 있습니다.',
    en: "Compare the ack of the data segment with the server's ISN: the segment brings an ACK as well as data.",
  },
  {
    ko: '상태는 서버의 SYN이 확인되었는지로 정하고, ack는 데이터의 seq + 데이터 길이(mod 2^32)로 구합니다.',
    en: "The state depends on whether the server's SYN is acknowledged; the ack is the seq of the data + its length (mod 2^32).",
  },
];
