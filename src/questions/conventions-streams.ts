import type { Text } from '../language.ts';

export const PIGGYBACKED: Text = {
  ko: '양쪽 모두 데이터에 대한 ACK를 따로 보내지 않고, 곧 보낼 데이터 세그먼트에 실어 보냅니다(피기백).',
  en: 'Neither side acknowledges data in a segment of its own: the data it is about to send carries the ACK (piggybacking).',
};

/** How a receiver delays its ACKs (RFC 9293 §3.8.6.3, RFC 5681 §4.2). */
export function delayedAcks(timerMs: number): readonly Text[] {
  return [
    {
      ko: `받는 쪽은 지연 ACK를 씁니다. 아직 확인 응답하지 않은 MSS 크기 세그먼트가 두 개가 되면 곧바로 ACK를 보내고, 하나뿐이면 그 세그먼트가 도착한 때부터 ${timerMs} ms를 기다렸다가 보냅니다.`,
      en: `The receiver delays its ACKs: once two full-sized segments are waiting for an ACK it sends one at once; a single one is acknowledged ${timerMs} ms after its arrival.`,
    },
    {
      ko: '빈 곳 뒤의 세그먼트와 빈 곳을 채우는 세그먼트에는 곧바로 ACK를 보냅니다. ACK가 나가면 기다리던 타이머는 멈춥니다.',
      en: 'A segment above a gap and one that fills a gap are acknowledged at once. Any ACK that is sent stops the timer.',
    },
    {
      ko: '받는 쪽에는 보낼 데이터가 없습니다.',
      en: 'The receiver has no data to send.',
    },
  ];
}

export const TIMER_ALONE: Text = {
  ko: '재전송은 RFC 6298의 재전송 타이머로만 시작합니다(SACK과 TLP 없음). 유실되지 않은 ACK는 모두 타이머가 만료되기 전에 도착합니다.',
  en: 'Only the retransmission timer of RFC 6298 can start a retransmission (no SACK, no tail loss probe). The ACKs that are not lost arrive before it expires.',
};

export const NOTHING_ELSE_LOST: Text = {
  ko: '그 밖의 유실은 없고, 더 보낼 새 데이터도 없습니다.',
  en: 'Nothing else is lost, and there is no new data to send.',
};
