import { peerOf } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import type { Roles } from './close-roles.ts';

/** Why who closed is an active closer, and waits. */
export function explain({ trace, first, active, until }: Roles) {
  const other = peerOf(first);
  const fin = trace.segments.find((segment) => isFin(segment) && segment.from === first);
  const answer = trace.segments.find((segment) => isFin(segment) && segment.from === other);
  const seq = { first: fin?.seq ?? 0, second: answer?.seq ?? 0 };
  const opening = {
    text: {
      ko: `첫 FIN은 ${HOST[first].ko}가 보낸 seq=${seq.first}입니다. 상대의 FIN을 받기 전에 보냈으므로 ${HOST[first].ko}는 능동 종료자입니다.`,
      en: `The first FIN comes from ${HOST[first].en} with seq ${seq.first}. Sent before any FIN had arrived there, it makes ${HOST[first].en} an active closer.`,
    },
    rfc: 'RFC 9293 §3.6',
  };
  if (active !== 'both') {
    return [
      opening,
      {
        text: {
          ko: `${HOST[other].ko}의 FIN(seq=${seq.second})은 ${HOST[first].ko}의 FIN이 도착한 다음에 나갔습니다. ${HOST[other].ko}는 수동 종료자이고 CLOSE-WAIT, LAST-ACK를 거쳐 바로 CLOSED가 됩니다.`,
          en: `${HOST_FIRST[other].en} sent its FIN (seq ${seq.second}) after that one had arrived: it is the passive closer and goes through CLOSE-WAIT and LAST-ACK straight to CLOSED.`,
        },
        rfc: 'RFC 9293 §3.6',
      },
      {
        text: {
          ko: `${HOST[first].ko}는 FIN(seq=${seq.second})에 ACK한 뒤 TIME-WAIT에서 2MSL을 기다립니다. 이 ACK가 유실되면 다시 보내야 하기 때문입니다.`,
          en: `${HOST_FIRST[first].en} acknowledges the FIN (seq ${seq.second}) and stays in TIME-WAIT for 2 MSL: should that ACK be lost, it must be sent again.`,
        },
        rfc: 'RFC 9293 §3.6.1',
      },
    ];
  }
  const lost = trace.events.slice(0, until).some((event) => event.kind === 'lost');
  return [
    opening,
    {
      text: {
        ko: `${lost ? `그 FIN이 유실되어 ${HOST[other].ko}도 상대의 FIN을 모르는 채` : `${HOST[other].ko}도 그 FIN이 도착하기 전에`} 자기 FIN(seq=${seq.second})을 보냈습니다. 그래서 둘 다 능동 종료자입니다(동시 종료).`,
        en: `${lost ? `That FIN was lost, and ${HOST[other].en} sent its own (seq ${seq.second}) knowing nothing of it` : `${HOST_FIRST[other].en} sent its own FIN (seq ${seq.second}) before that one arrived`}. So both are active closers: a simultaneous close.`,
      },
      rfc: 'RFC 9293 §3.6',
    },
    {
      text: {
        ko: '양쪽 모두 FIN-WAIT-1에서 상대의 FIN과 자기 FIN의 ACK를 받고 TIME-WAIT로 갑니다. 보통은 CLOSING을 거칩니다.',
        en: "From FIN-WAIT-1 each receives the peer's FIN and the ACK of its own, usually by way of CLOSING, and enters TIME-WAIT.",
      },
      rfc: 'RFC 9293 §3.6',
    },
  ];
}
