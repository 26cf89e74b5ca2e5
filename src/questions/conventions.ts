import type { Text } from '../language.ts';

/*
 * What textbooks and systems disagree on, said wherever an answer depends on it.
 */

export const ABSOLUTE_NUMBERS: Text = {
  ko: '번호는 헤더에 실리는 절대 번호입니다.',
  en: 'Numbers are absolute, as the header carries them.',
};

export const NO_DELAYED_ACK: Text = {
  ko: '받는 쪽은 세그먼트마다 곧바로 ACK를 보냅니다(지연 ACK 없음).',
  en: 'The receiver acknowledges every segment at once (no delayed ACK).',
};

export const HOLDS_OUT_OF_ORDER: Text = {
  ko: '받는 쪽은 빈 곳 뒤의 데이터를 버리지 않고 보관합니다.',
  en: 'The receiver keeps data that arrives above a gap.',
};

export const RELATIVE_TO_ISN: Text = {
  ko: '상대 번호는 그 번호가 속한 방향의 ISN을 0으로 하여 셉니다(Wireshark와 같음).',
  en: 'A relative number counts from the ISN of the stream it belongs to as 0, as Wireshark shows it.',
};

export const INITIAL_RTO_ONE_SECOND: Text = {
  ko: '첫 재전송 타이머는 양쪽 모두 1초입니다(RFC 6298).',
  en: 'The first retransmission timeout is 1 second on both sides (RFC 6298).',
};

export const NOTHING_RETRANSMITTED: Text = {
  ko: '재전송은 없습니다.',
  en: 'Nothing is retransmitted.',
};

export const ANSWERS_AFTER_APPLICATION: Text = {
  ko: 'TCP는 FIN이 온 것을 애플리케이션에 먼저 알리고, 애플리케이션의 호출까지 처리한 다음에 답을 보냅니다.',
  en: 'A TCP tells its application of the FIN first and answers once it has carried out what the application asks.',
};

export const RFC_WHERE_SYSTEMS_DIFFER: Text = {
  ko: '운영체제마다 다르게 하는 부분은 RFC 9293을 따릅니다.',
  en: 'Where systems differ, the rules are those of RFC 9293.',
};

export const CLOSE_KEEPS_READING: Text = {
  ko: 'close는 RFC의 CLOSE입니다. 보내기만 끝내고 받기는 계속합니다(소켓의 shutdown(SHUT_WR)).',
  en: "close is the RFC's CLOSE: sending ends, receiving goes on (a socket's shutdown(SHUT_WR)).",
};
