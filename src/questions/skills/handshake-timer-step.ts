import type { HostName, TracedSegment } from '../../trace/trace.ts';
import type { ExplanationStep } from '../question.ts';

/** Why nothing of the client goes again when the ACK that ends the handshake is lost. */
export const NO_TIMER_AT_CLIENT: ExplanationStep = {
  text: {
    ko: '클라이언트는 이미 ESTABLISHED이고 ACK는 번호를 차지하지 않으므로 클라이언트에는 돌고 있는 타이머가 없습니다.',
    en: 'The client is ESTABLISHED already, and an ACK takes no number, so no timer runs at the client.',
  },
  rfc: 'RFC 9293 §3.4',
};

/** Whose timer sends `next` again what `original` was. */
export function timerStep(host: HostName, name: string, original: TracedSegment, next: TracedSegment): ExplanationStep {
  const who = host === 'client' ? { ko: '클라이언트', en: 'The client' } : { ko: '서버', en: 'The server' };
  return {
    text: {
      ko: `${who.ko}의 재전송 타이머가 ${Math.round(next.sentMs - original.sentMs)} ms 만에 만료되어 같은 번호(seq=${next.seq})로 ${name} 세그먼트를 다시 보냅니다.`,
      en: `${who.en}'s retransmission timer expires after ${Math.round(next.sentMs - original.sentMs)} ms, and the ${name} is sent again with the same seq ${next.seq}.`,
    },
    rfc: 'RFC 9293 §3.8.1',
  };
}
