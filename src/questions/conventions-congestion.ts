import type { Text } from '../language.ts';

/*
 * Conventions of questions about the congestion window.
 */

export const SLOW_START_BY_RFC: Text = {
  ko: 'RFC 5681의 느린 시작을 따릅니다. 새로 확인 응답된 바이트 수로 세며, ssthresh는 여기 나오는 모든 cwnd보다 크다고 봅니다.',
  en: 'Slow start by RFC 5681, which counts the bytes newly acknowledged; ssthresh is above every cwnd that occurs here.',
};

export const GROWS_EVEN_WHEN_IDLE: Text = {
  ko: '보낼 데이터가 모자라 cwnd를 다 채우지 못했을 때도 cwnd는 똑같이 늘어납니다(RFC 7661은 적용하지 않음).',
  en: 'cwnd grows in the same way when there is too little data to fill it (RFC 7661 is not applied).',
};

export const HALF_ROUNDED_DOWN: Text = {
  ko: 'RFC 5681을 따르며, 절반이 정수가 아니면 내림합니다.',
  en: 'By RFC 5681; a half that is no whole number is rounded down.',
};

export const DELAYED_ACK: Text = {
  ko: '받는 쪽은 지연 ACK를 씁니다.',
  en: 'The receiver delays its ACKs.',
};

/*
 * The model of exams, in which a loss shows at the end of a round trip.
 */

export const ROUND_MODEL: Text = {
  ko: 'cwnd와 ssthresh의 단위는 세그먼트입니다. 라운드마다 cwnd만큼 보내며, 한 라운드는 한 왕복(RTT)입니다.',
  en: 'cwnd and ssthresh are in segments; a round is one round trip (RTT), in which cwnd segments are sent.',
};

export const ROUND_GROWTH: Text = {
  ko: '손실이 없으면 다음 라운드의 cwnd는, 지금의 cwnd가 ssthresh보다 작을 때는 min(2·cwnd, ssthresh), 그렇지 않을 때는 cwnd + 1입니다.',
  en: 'Without a loss the next round has a cwnd of min(2 cwnd, ssthresh) while cwnd is below ssthresh, else of cwnd + 1.',
};

export const ROUND_LOSS: Text = {
  ko: '손실은 그 라운드가 끝날 때 알게 됩니다. 새 ssthresh는 그 라운드 cwnd의 절반(내림, 2 이상)이고, 다음 라운드의 cwnd는 타임아웃이면 1, 중복 ACK 3개면 새 ssthresh와 같습니다(Reno, 빠른 회복 중의 +3은 셈하지 않음).',
  en: 'A loss shows at the end of its round: ssthresh becomes half of the cwnd of that round (rounded down, at least 2), and cwnd of the next round is 1 after a timeout, the new ssthresh after three duplicate ACKs (Reno, without its +3).',
};
