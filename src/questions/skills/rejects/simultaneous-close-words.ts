import type { State } from '../../../tcp/state.ts';
import { type HostName, peerOf, type TracedSegment } from '../../../trace/trace.ts';
import type { ExplanationStep } from '../../question.ts';
import { HOST, HOST_FIRST } from '../../words.ts';

export function bothWait(host: HostName, fin: TracedSegment, state: State): readonly ExplanationStep[] {
  return [
    {
      text: {
        ko: `도착한 FIN 세그먼트(ack=${fin.ack})는 ${HOST[host].ko}의 FIN을 확인하지 않습니다. 두 FIN이 엇갈린 것입니다. 상대의 FIN은 받았지만 자기 FIN은 확인되지 않았으므로 ${state}이고, 확인되면 TIME-WAIT로 갑니다.`,
        en: `The FIN that arrived has ack ${fin.ack}, which does not acknowledge ${HOST[host].en}'s own: the two have crossed. The peer's FIN is here, its own not acknowledged: ${state}, until that ACK brings TIME-WAIT.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    },
    {
      text: {
        ko: '상대에게도 똑같은 일이 일어납니다. 둘 다 CLOSING을 거쳐 둘 다 TIME-WAIT로 갑니다.',
        en: 'The same happens at the peer: both pass through CLOSING, and both through TIME-WAIT.',
      },
      rfc: 'RFC 9293 §3.6',
    },
  ];
}

export function oneWaits(host: HostName, fin: TracedSegment, state: State): readonly ExplanationStep[] {
  return [
    {
      text: {
        ko: `도착한 FIN 세그먼트(ack=${fin.ack})가 ${HOST[host].ko}의 FIN도 확인 응답합니다. 상대는 그것을 받은 뒤에 닫았고, 엇갈린 것이 아닙니다. 자기 FIN이 확인되었으므로 CLOSING을 거치지 않고 곧바로 ${state}입니다.`,
        en: `The FIN that arrived, with ack ${fin.ack}, acknowledges ${HOST[host].en}'s own: the peer had received it before it closed, and nothing has crossed. With its own FIN acknowledged ${HOST[host].en} goes straight to ${state}, past CLOSING.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    },
    {
      text: {
        ko: `나중에 닫은 ${HOST[peerOf(host)].ko}는 LAST-ACK에서 이 ACK를 받고 CLOSED가 됩니다. 기다리는 쪽은 ${HOST[host].ko}뿐입니다.`,
        en: `${HOST_FIRST[peerOf(host)].en}, which closed second, goes from LAST-ACK to CLOSED on this ACK. Only ${HOST[host].en} waits.`,
      },
      rfc: 'RFC 9293 §3.6',
    },
  ];
}
