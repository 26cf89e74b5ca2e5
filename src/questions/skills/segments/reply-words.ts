import type { Text } from '../../../language.ts';
import { peerOf } from '../../../trace/trace.ts';
import type { ExplanationStep } from '../../question.ts';
import { numbersTaken } from '../../sequence-ends.ts';
import type { Reply, ReplyKind } from '../../situations/reply.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../../words.ts';

/** What has just happened to the host that is to reply. */
export function causeWords({ kind, cause }: Reply): Text {
  const peer = HOST[cause.from];
  const first = HOST_FIRST[cause.from];
  switch (kind) {
    case 'syn':
      return {
        ko: `LISTEN 상태에서 ${peer.ko}의 SYN(seq=${cause.seq})을 받았습니다.`,
        en: `You are in LISTEN, and ${peer.en}'s SYN (seq ${cause.seq}) has arrived.`,
      };
    case 'syn-ack':
      return {
        ko: `${peer.ko}의 SYN,ACK(seq=${cause.seq})를 받았습니다.`,
        en: `${first.en}'s SYN,ACK (seq ${cause.seq}) has arrived.`,
      };
    case 'data':
    case 'gap':
      return {
        ko: `${peer.ko}의 데이터 세그먼트(seq=${cause.seq}, ${cause.len}바이트)를 받았습니다.`,
        en: `${first.en}'s data segment (seq ${cause.seq}, ${dataBytes(cause.len)}) has arrived.`,
      };
    case 'fin':
      return {
        ko: `${peer.ko}의 FIN(seq=${cause.seq})을 받았습니다. 애플리케이션은 아직 close()를 부르지 않았습니다.`,
        en: `${first.en}'s FIN (seq ${cause.seq}) has arrived. Your application has not called close() yet.`,
      };
    case 'own-fin':
      return {
        ko: `${peer.ko}의 FIN(seq=${cause.seq})에는 이미 ACK로 답했고, 이제 애플리케이션이 close()를 불렀습니다.`,
        en: `You have acknowledged ${peer.en}'s FIN (seq ${cause.seq}), and now your application calls close().`,
      };
    case 'last-fin':
      return {
        ko: `먼저 FIN을 보내 ACK까지 받은 뒤, ${peer.ko}의 FIN(seq=${cause.seq})을 받았습니다.`,
        en: `You sent your FIN first and it was acknowledged; now ${peer.en}'s FIN (seq ${cause.seq}) has arrived.`,
      };
  }
}

/** How flags, seq and ack follow, a step each. */
export function replySteps(moment: Reply): readonly ExplanationStep[] {
  const { reply } = moment;
  return [
    { text: FLAGS_WHY[moment.kind], rfc: FLAGS_RFC[moment.kind] },
    {
      text: {
        ko: `seq는 ${SEQ_WHY[moment.kind].ko} ${reply.seq}입니다.`,
        en: `seq is ${SEQ_WHY[moment.kind].en}: ${reply.seq}.`,
      },
      rfc: 'RFC 9293 §3.4',
    },
    { text: ackWhy(moment), rfc: moment.kind === 'gap' ? 'RFC 5681 §4.2' : 'RFC 9293 §3.4' },
  ];
}

const ONLY_ACK: Text = {
  ko: '받은 것을 확인 응답하기만 하면 되므로 ACK만 켭니다.',
  en: 'There is nothing to do but acknowledge, so only ACK is set.',
};

const FLAGS_WHY: Readonly<Record<ReplyKind, Text>> = {
  syn: {
    ko: '자기 ISN을 알리는 SYN과 받은 SYN에 대한 ACK를 한 세그먼트에 켭니다.',
    en: 'SYN, to announce your ISN, and ACK, to acknowledge the SYN, go in one segment.',
  },
  'syn-ack': {
    ko: '자기 ISN은 첫 SYN에서 이미 알렸으므로 ACK만 켭니다.',
    en: 'Your first SYN announced your ISN already, so only ACK is set.',
  },
  data: ONLY_ACK,
  gap: ONLY_ACK,
  fin: {
    ko: '받은 FIN에는 바로 ACK로 답하지만, 자기 FIN은 애플리케이션이 close()를 부를 때까지 보내지 않으므로 ACK만 켭니다.',
    en: 'The FIN is acknowledged at once, but your own waits for your application to call close(): only ACK is set.',
  },
  'own-fin': {
    ko: '보낼 것이 더 없으므로 FIN을 켭니다. 연결이 성립한 뒤의 세그먼트에는 ACK도 늘 켭니다.',
    en: 'There is no more to send, so FIN is set; and ACK, as in every segment once a connection stands.',
  },
  'last-fin': {
    ko: '자기 FIN은 이미 확인 응답되었으므로 다시 보내지 않고 ACK만 켭니다.',
    en: 'Your own FIN has been acknowledged and does not go again: only ACK is set.',
  },
};

const FLAGS_RFC: Readonly<Record<ReplyKind, string>> = {
  syn: 'RFC 9293 §3.10.7.2',
  'syn-ack': 'RFC 9293 §3.10.7.3',
  data: 'RFC 9293 §3.10.7.4',
  gap: 'RFC 9293 §3.10.7.4',
  fin: 'RFC 9293 §3.6',
  'own-fin': 'RFC 9293 §3.10.4',
  'last-fin': 'RFC 9293 §3.10.7.4',
};

const NEXT_OWN: Text = {
  ko: '다음에 보낼 번호(SND.NXT),',
  en: 'your next number, SND.NXT; ACKs take none',
};

const SEQ_WHY: Readonly<Record<ReplyKind, Text>> = {
  syn: { ko: '문제에 주어진 자기 ISN,', en: 'your ISN, which is given' },
  'syn-ack': { ko: '자기 SYN 다음 번호,', en: 'the number after your SYN' },
  data: NEXT_OWN,
  gap: NEXT_OWN,
  fin: NEXT_OWN,
  'own-fin': {
    ko: '지금까지 보낸 것의 다음 번호(SND.NXT),',
    en: 'the number after all that you have sent, SND.NXT',
  },
  'last-fin': { ko: 'FIN이 번호를 하나 차지했으므로 그다음 번호,', en: 'the number after your FIN, which took one' },
};

function ackWhy({ kind, cause, reply }: Reply): Text {
  if (kind === 'gap')
    return {
      ko: `${cause.seq} 앞에 빈 곳이 있으므로 ack는 아직 받지 못한 첫 번호 ${reply.ack}에 머뭅니다(중복 ACK).`,
      en: `There is a gap below ${cause.seq}, so ack stays at the first number missing, ${reply.ack}: a duplicate ACK.`,
    };
  const takes = numbersTaken(cause);
  const peer = HOST[peerOf(reply.from)];
  return {
    ko: `ack는 ${peer.ko}에게서 다음에 받을 번호입니다: ${sum(cause.seq, takes)}.`,
    en: `ack is the next number expected of ${peer.en}: ${sum(cause.seq, takes)}.`,
  };
}
