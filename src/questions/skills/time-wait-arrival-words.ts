import type { Text } from '../../language.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import type { ExplanationStep, Hints } from '../question.ts';
import { HOST, HOST_FIRST } from '../words.ts';

/** The words of a question about a segment in TIME-WAIT. `Case` is what the steps depend on. */
export interface TimeWaitWords<Case> {
  readonly prompt: (waiter: HostName, seq: number) => Text;
  readonly hints: Hints;
  readonly steps: (seq: number, rcvNxt: number, how: Case) => readonly ExplanationStep[];
}

const WHERE_TO_LOOK: Text = {
  ko: '상대의 FIN이 차지한 번호를 래더에서 찾아 RCV.NXT를 구하고, 도착한 세그먼트의 seq와 비교합니다.',
  en: "Find the number that the peer's FIN took, get RCV.NXT from it, and compare the seq that arrives.",
};

export const SYN_IN_TIME_WAIT: TimeWaitWords<boolean> = {
  prompt: (waiter, seq) => ({
    ko: `먼저 닫은 ${HOST[waiter].ko}가 TIME-WAIT에 있을 때 ${HOST[peerOf(waiter)].ko}가 같은 포트로 다시 연결합니다. 새 SYN의 seq는 ${seq}입니다. ${HOST[waiter].ko}의 RCV.NXT는 얼마이고, 이 SYN을 어떻게 처리합니까?`,
    en: `${HOST_FIRST[waiter].en} closed first and is in TIME-WAIT when ${HOST[peerOf(waiter)].en} connects again from the same port. The new SYN has seq ${seq}. What is ${HOST[waiter].en}'s RCV.NXT, and what does it do with this SYN?`,
  }),
  hints: [
    {
      ko: 'TIME-WAIT는 옛 세그먼트가 새 연결에 섞이는 것을 막습니다. 지난 연결보다 뒤의 번호에서 시작하는 연결은 섞일 염려가 없습니다.',
      en: 'TIME-WAIT keeps old segments out of a new connection. One that starts above all numbers of the last cannot be mixed up with it.',
    },
    WHERE_TO_LOOK,
    {
      ko: '(SYN의 seq - RCV.NXT) mod 2^32가 0보다 크고 2^31보다 작으면 뒤의 번호입니다.',
      en: "The SYN's seq comes after RCV.NXT if (seq - RCV.NXT) mod 2^32 is above 0 and below 2^31.",
    },
  ],
  steps: (seq, rcvNxt, later) => [
    {
      text: {
        ko: `(${seq} - ${rcvNxt}) mod 2^32 = ${seqDistance(rcvNxt, seq)}, 곧 2^31(2147483648)보다 ${later ? '작으므로 SYN의 번호가 뒤입니다' : '크므로 SYN의 번호가 앞입니다'}.`,
        en: `(${seq} - ${rcvNxt}) mod 2^32 = ${seqDistance(rcvNxt, seq)}, ${later ? 'below' : 'above'} 2^31 (2147483648): the SYN's number comes ${later ? 'after' : 'before'} RCV.NXT.`,
      },
      rfc: 'RFC 9293 §3.4',
    },
    later
      ? {
          text: {
            ko: '지난 연결의 어떤 번호보다도 뒤에서 시작하므로, 2MSL이 끝나지 않았어도 새 연결로 받을 수 있습니다(MAY-2). 자기 ISN도 지난 연결보다 뒤에서 고릅니다.',
            en: 'It starts above every number of the last connection, so it may open a new one although 2 MSL are not over (MAY-2). The ISN chosen in return lies above the last connection as well.',
          },
          rfc: 'RFC 9293 §3.6.1',
        }
      : {
          text: {
            ko: '옛 SYN의 사본일 수 있으므로 받지 않고, 지금의 SND.NXT와 RCV.NXT를 담은 ACK로 답합니다.',
            en: 'It may be a stray copy of an old SYN, so it opens nothing and is answered with an ACK of the present SND.NXT and RCV.NXT.',
          },
          rfc: 'RFC 9293 §3.10.7.4',
        },
  ],
};

export const RESET_IN_TIME_WAIT: TimeWaitWords<'exact' | 'inside' | 'outside' | 'ignored'> = {
  prompt: (waiter, seq) => ({
    ko: `${HOST[waiter].ko}가 TIME-WAIT에 있을 때 ${HOST[peerOf(waiter)].ko}의 주소로 RST(seq=${seq})가 도착합니다. ${HOST[waiter].ko}의 RCV.NXT는 얼마이고, 이 RST를 어떻게 처리합니까?`,
    en: `${HOST_FIRST[waiter].en} is in TIME-WAIT when a RST (seq ${seq}) arrives that claims to be from ${HOST[peerOf(waiter)].en}. What is ${HOST[waiter].en}'s RCV.NXT, and what does it do with this RST?`,
  }),
  hints: [
    {
      ko: '적힌 관례를 먼저 봅니다. RFC 9293에서는 TIME-WAIT의 RST도 다른 상태처럼 번호로 판정합니다.',
      en: 'See the convention first. By RFC 9293 a RST in TIME-WAIT is judged by its number, as in other states.',
    },
    WHERE_TO_LOOK,
    {
      ko: 'seq가 RCV.NXT와 정확히 같은 경우, 윈도우 안이지만 다른 경우, 윈도우 밖인 경우로 나눕니다.',
      en: 'There are three cases: seq exactly at RCV.NXT, elsewhere in the window, or outside it.',
    },
  ],
  steps: (seq, rcvNxt, how) => [RESET_STEPS[how](seq, rcvNxt)],
};

const RESET_STEPS: Readonly<
  Record<'exact' | 'inside' | 'outside' | 'ignored', (seq: number, rcvNxt: number) => ExplanationStep>
> = {
  exact: (seq) => ({
    text: {
      ko: `RST의 seq(${seq})가 RCV.NXT와 정확히 같으므로 받아들이고, TIME-WAIT가 일찍 끝나 CLOSED가 됩니다. RFC 1337은 이를 막으려고 TIME-WAIT에서 RST를 무시하라고 권합니다.`,
      en: `The RST's seq ${seq} is exactly RCV.NXT, so it is taken and TIME-WAIT ends early, in CLOSED. That is why RFC 1337 advises to ignore a RST here.`,
    },
    rfc: 'RFC 9293 §3.10.7.4',
  }),
  inside: (seq, rcvNxt) => ({
    text: {
      ko: `RST의 seq(${seq})는 윈도우 안이지만 RCV.NXT(${rcvNxt})와 다릅니다. 위조일 수 있으므로 challenge ACK로 답하고 상태를 바꾸지 않습니다.`,
      en: `The RST's seq ${seq} is in the window but not RCV.NXT (${rcvNxt}). It may be forged: a challenge ACK goes out, and the state stays.`,
    },
    rfc: 'RFC 9293 §3.10.7.4',
  }),
  outside: (seq, rcvNxt) => ({
    text: {
      ko: `RST의 seq(${seq})는 RCV.NXT(${rcvNxt})보다 앞, 곧 윈도우 밖입니다. 받아들일 수 없는 RST는 답하지 않고 버립니다.`,
      en: `The RST's seq ${seq} lies before RCV.NXT (${rcvNxt}), outside the window. An unacceptable RST is dropped without an answer.`,
    },
    rfc: 'RFC 9293 §3.10.7.4',
  }),
  ignored: (seq) => ({
    text: {
      ko: `이 관례에서는 RST의 seq(${seq})가 무엇이든 TIME-WAIT에서는 무시하고 2MSL을 채웁니다.`,
      en: `By this convention a RST is ignored in TIME-WAIT, whatever its seq (${seq}); 2 MSL run to their end.`,
    },
    rfc: 'RFC 1337 §3',
  }),
};
