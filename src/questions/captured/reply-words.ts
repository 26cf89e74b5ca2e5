import type { Text } from '../../language.ts';
import type { Reply } from '../situations/reply.ts';
import { causeWords } from '../skills/segments/reply-words.ts';
import { bytes, HOST, HOST_FIRST } from '../words.ts';

/** What has happened to the host that is to reply, without what its application did: that is not in a capture. */
export function capturedCause(moment: Reply): Text {
  const { kind, cause } = moment;
  const peer = HOST[cause.from];
  switch (kind) {
    case 'fin':
      return {
        ko: `${peer.ko}가 보낸 것이 FIN(seq=${cause.seq})까지 모두 도착했습니다. 여러분은 아직 닫지 않습니다.`,
        en: `All that ${peer.en} has sent, its FIN (seq ${cause.seq}) included, has arrived. You do not close yet.`,
      };
    case 'own-fin':
      return {
        ko: `${peer.ko}의 FIN(seq=${cause.seq})을 받았고, 이제 여러분도 닫습니다.`,
        en: `${HOST_FIRST[cause.from].en}'s FIN (seq ${cause.seq}) has arrived, and now you close too.`,
      };
    case 'data':
      return {
        ko: `${peer.ko}의 데이터가 이 세그먼트(seq=${cause.seq}, ${cause.len}바이트)까지 빠짐없이 도착했습니다. 보낼 데이터는 없습니다.`,
        en: `All data of ${peer.en} up to and including this segment (seq ${cause.seq}, ${bytes(cause.len)}) has arrived. You have none to send.`,
      };
    default:
      return causeWords(moment);
  }
}
