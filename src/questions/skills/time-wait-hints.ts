import type { Hints } from '../question.ts';

/*
 * Hints of the questions on TIME-WAIT. Those for a question that asks for the state do not name it.
 */

export const TIME_WAIT_END_HINTS: Hints = [
  {
    ko: 'TIME-WAIT는 2 x MSL 동안 이어집니다. 재전송된 FIN을 받으면 처음부터 다시 셉니다.',
    en: 'TIME-WAIT lasts 2 x MSL, and a repeated FIN starts it afresh.',
  },
  {
    ko: '이 호스트에 상대의 FIN이 마지막으로 도착한 시각을 찾습니다. 자기 FIN을 보낸 시각은 상관없습니다.',
    en: "Find the time at which the peer's FIN last arrived here. When this host sent its own FIN does not matter.",
  },
  {
    ko: '그 시각(ms) + 2 x MSL을 구합니다. MSL은 ms로 바꿉니다.',
    en: 'Take that time + 2 x MSL, with the MSL turned into ms.',
  },
];

export const REPEATED_FIN_HINTS: Hints = [
  {
    ko: '같은 FIN은 같은 번호를 차지합니다. 이미 받은 번호에는 지금의 SND.NXT와 RCV.NXT로 답합니다.',
    en: 'The same FIN has the same number. What was received before is answered with the present SND.NXT and RCV.NXT.',
  },
  {
    ko: '이 호스트가 보낸 FIN과 상대가 보낸 FIN의 번호를 찾습니다. 데이터와 함께 실린 FIN의 번호는 데이터 다음입니다.',
    en: "Find the numbers of this host's FIN and of the peer's. A FIN that goes with data has the number after the data.",
  },
  {
    ko: 'seq = 자기 FIN의 번호 + 1, ack = 상대 FIN의 번호 + 1입니다(mod 2^32). 상태는 마지막 ACK가 다시 유실될 수 있는지 생각해 정합니다.',
    en: "seq = the number of one's own FIN + 1, ack = that of the peer's FIN + 1 (mod 2^32). For the state, ask whether the last ACK may be lost once more.",
  },
];

export const OLD_DUPLICATE_HINTS: Hints = [
  {
    ko: 'TIME-WAIT에 있다는 것은 상대의 FIN까지 빈 곳 없이 모두 받았다는 뜻입니다.',
    en: "In TIME-WAIT everything up to and including the peer's FIN has been received without a gap.",
  },
  {
    ko: '도착한 바이트들의 번호를 RCV.NXT와 비교해 봅니다.',
    en: 'Compare the numbers of the bytes that arrived with RCV.NXT.',
  },
  {
    ko: '받아들일 수 있는 세그먼트인지 먼저 정하고, 그런 세그먼트에 어떻게 답하는지와 무엇이 2MSL 타이머를 다시 시작하는지 따로 따져 봅니다.',
    en: 'Decide first whether the segment is acceptable; then how such a segment is answered, and what it takes to restart the 2 MSL timer.',
  },
];

export const LOST_LAST_ACK_HINTS: Hints = [
  {
    ko: '재전송 타이머는 번호를 차지하는 것을 보낸 쪽에 있습니다. ACK는 번호를 차지하지 않습니다.',
    en: 'A retransmission timer guards what takes sequence numbers; an ACK takes none.',
  },
  {
    ko: '마지막 ACK가 무엇을 확인하려던 것인지, 그 ACK를 받지 못한 쪽은 지금 무엇을 기다리는지 봅니다.',
    en: 'See what the last ACK was to acknowledge, and what the side that did not get it is waiting for now.',
  },
  {
    ko: '어느 쪽의 타이머가 만료되는지 정하고, 다시 보내는 것의 번호가 바뀌는지 따져 봅니다.',
    en: 'Decide whose timer expires, and whether what is sent again has a new number.',
  },
];
