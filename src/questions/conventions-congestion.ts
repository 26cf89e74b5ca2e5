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

export const DELAYED_ACK: Text = {
  ko: '받는 쪽은 지연 ACK를 씁니다.',
  en: 'The receiver delays its ACKs.',
};
