import type { Text } from '../../language.ts';
import type { Hints } from '../../questions/question.ts';
import { HOST, HOST_FIRST } from '../../questions/words.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';

/** What is asked of a segment before the sandbox shows it. */
export const predictionWords = {
  prompt: (from: HostName): Text => ({
    ko: `${HOST[from].ko}가 이제 세그먼트를 보냅니다. 무엇을 보낼까요?`,
    en: `${HOST_FIRST[from].en} is about to send a segment. What will it be?`,
  }),
  isn: (from: HostName, iss: number): Text => ({
    ko: `${HOST[from].ko}의 ISN은 ${iss}입니다.`,
    en: `The ISN of ${HOST[from].en} is ${iss}.`,
  }),
  withoutAck: {
    ko: 'PSH와 URG는 묻지 않습니다. ACK를 켜지 않는 세그먼트라면 ack는 0으로 두세요.',
    en: 'PSH and URG are not asked for. For a segment without ACK, give 0 as its ack.',
  },
  hints: (from: HostName): Hints => [
    {
      ko: 'seq는 보내는 쪽이 다음에 쓸 번호(SND.NXT), ack는 그쪽이 다음에 받을 번호(RCV.NXT)입니다. 데이터 바이트마다, 그리고 SYN과 FIN에 번호가 하나씩 붙습니다.',
      en: 'seq is the next number the sender uses (SND.NXT), ack the next it expects (RCV.NXT). Each data byte takes a number, and so do SYN and FIN.',
    },
    {
      ko: `무엇이 이 세그먼트를 내보내는지 보세요: 애플리케이션의 호출인지, 도착한 세그먼트인지, 타이머인지. 재전송 타이머라면 이미 보낸 번호를 다시 씁니다.`,
      en: 'See what makes it go out: a call of the application, a segment that arrived, or a timer. The retransmission timer sends again what has its numbers already.',
    },
    {
      ko: `seq = ${HOST[from].ko}가 보낸 마지막 세그먼트의 seq + 그 길이(SYN, FIN은 1), ack = ${HOST[peerOf(from)].ko}에게서 빈 곳 없이 받은 마지막 번호 + 1. 길이는 남은 데이터, MSS, 상대의 윈도우 가운데 가장 작은 것입니다.`,
      en: `seq = the seq of ${HOST[from].en}'s last segment + its length (1 for SYN and FIN); ack = the last number received from ${HOST[peerOf(from)].en} without a gap + 1. The length is the least of the data left, the MSS and the peer's window.`,
    },
  ],
} as const;
