import type { TracedSegment } from '../../trace/trace.ts';
import type { NextQuestion } from '../skills/handshake-loss.ts';
import { NO_TIMER_AT_CLIENT, timerStep } from '../skills/handshake-timer-step.ts';

/** What is said of a pause in a captured handshake (see Silence). Whether a segment or its answer was lost is not known. */
export function silenceWords(opens: TracedSegment, last: TracedSegment): NextQuestion {
  return opens.n === last.n ? withoutAnswer(last) : withoutAck(opens, last);
}

function withoutAnswer(syn: TracedSegment): NextQuestion {
  return {
    wrong: [
      ['N15', 'server-syn-ack'],
      ['M41', 'reset'],
    ],
    wrongSeq: [],
    prompt: {
      ko: `클라이언트의 SYN(seq=${syn.seq})에 답이 오지 않습니다. 그다음으로 보이는 세그먼트는 무엇이고, 그 seq는 얼마입니까?`,
      en: `No answer comes to the client's SYN (seq ${syn.seq}). Which segment is seen next, and which seq does it carry?`,
    },
    explanation: (next) => [
      {
        text: {
          ko: `SYN은 번호를 하나 차지하므로 확인 응답이 올 때까지 재전송 타이머가 지킵니다. SYN이 유실되었든 그 답이 유실되었든 클라이언트에게는 마찬가지입니다.`,
          en: 'A SYN takes a number, so a retransmission timer guards it until it is acknowledged. Whether the SYN or its answer was lost is all the same to the client.',
        },
        rfc: 'RFC 9293 §3.8.1',
      },
      timerStep('client', 'SYN', syn, next),
    ],
  };
}

function withoutAck(synAck: TracedSegment, ack: TracedSegment): NextQuestion {
  return {
    wrong: [
      ['N14', 'client-ack'],
      ['M41', 'reset'],
    ],
    wrongSeq: [['N14', ack.seq]],
    prompt: {
      ko: `클라이언트가 핸드셰이크를 마치는 ACK(seq=${ack.seq}, ack=${ack.ack})를 보냈습니다. 이 ACK를 서버가 받지 못하고 양쪽 모두 데이터를 보내지 않으면, 그다음에 전송되는 세그먼트는 무엇이고, 그 seq는 얼마입니까?`,
      en: `The client has sent the ACK that ends the handshake (seq ${ack.seq}, ack ${ack.ack}). If the server does not get it and neither side sends data, which segment is sent next, and which seq does it carry?`,
    },
    explanation: (next) => [NO_TIMER_AT_CLIENT, timerStep('server', 'SYN,ACK', synAck, next)],
  };
}
