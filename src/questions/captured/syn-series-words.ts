import type { Text } from '../../language.ts';
import type { ExplanationStep } from '../question.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import type { SynSeries } from './syn-series.ts';

/** Times are asked for as they follow from the first timeout: those of real segments have some ms more. */
export function capturedPrompt({ loss, first, rto }: SynSeries, again: number): Text {
  const name = loss === 'ack' ? 'SYN,ACK' : 'SYN';
  return {
    ko: `${HOST[first.from].ko}가 보낸 ${name}(seq=${first.seq})에 답이 오지 않아, 같은 세그먼트를 ${again}번 더 보냅니다. 처음에는 ${rto} ms(반올림) 뒤에 다시 보냅니다. 이것을 처음의 재전송 타임아웃(RTO)으로 보고 첫 전송을 0 ms로 하면, 다시 보내는 시각은 각각 몇 ms입니까? ${again}번의 시각을 차례로 적으세요.`,
    en: `${HOST_FIRST[first.from].en}'s ${name} (seq ${first.seq}) gets no answer and is sent ${again} more times. The first wait turns out to be ${rto} ms, rounded. Take that for the first retransmission timeout (RTO), and the first sending for 0 ms: at which times is it sent again? Give all ${again} times in order, in ms.`,
  };
}

/** What the segments have instead. */
export function realTimes({ real }: SynSeries, reckoned: readonly number[]): ExplanationStep {
  const times = real.slice(0, reckoned.length).map((ms) => Math.round(ms));
  const exact = times.join() === reckoned.join();
  return {
    text: {
      ko: `실제 시각은 ${times.join(', ')} ms입니다.${exact ? '' : ' 타이머가 꼭 제때에 만료되지는 않으므로 계산한 값과 조금 다릅니다.'}`,
      en: `The times really were ${times.join(', ')} ms${exact ? '' : ': timers do not fire exactly on time'}.`,
    },
    rfc: 'RFC 6298 §5.5',
  };
}
