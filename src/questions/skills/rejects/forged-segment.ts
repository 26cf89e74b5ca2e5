import type { Text } from '../../../language.ts';
import { seqAdd, seqDistance } from '../../../tcp/sequence.ts';
import { peerOf } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, RFC_WHERE_SYSTEMS_DIFFER } from '../../conventions.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import { edgeCountedIn, windowFromIsn } from '../../misconceptions/rejects-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep } from '../../question.ts';
import { drawForged, type Forged } from '../../situations/forged.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST, sum, withParticle } from '../../words.ts';

type Reaction = 'reset' | 'ack' | 'silent' | 'accept' | 'reset-peer';

const REACTIONS: Readonly<Record<Reaction, Text>> = {
  reset: { ko: '답하지 않고 연결을 끊습니다', en: 'gives up the connection, without an answer' },
  ack: { ko: 'ACK로 답하고 연결을 유지합니다', en: 'answers with an ACK and keeps the connection' },
  silent: { ko: '답하지 않고 버리며 연결을 유지합니다', en: 'drops it without an answer and keeps the connection' },
  accept: { ko: 'SYN,ACK로 답하고 새 연결을 엽니다', en: 'answers with SYN,ACK and opens a new connection' },
  'reset-peer': { ko: 'RST로 답하고 연결을 끊습니다', en: 'answers with a RST and gives up the connection' },
};

export const forgedSegment: Skill = {
  id: 'reject.forged-segment',
  title: { ko: 'ESTABLISHED에 온 RST나 SYN', en: 'A RST or SYN for an open connection' },
  type: 55,
  level: 'hard',
  concepts: ['isn', 'numbers', 'states'],
  after: ['reject.rst-fields', 'window.acceptable'],
  pose: (random) => {
    const forged = drawForged(random);
    if (forged === null) return null;
    const { trace, arrival, before } = forged;
    const { segment } = arrival;
    const { rcvNxt, rcvWnd } = before;
    const reaction = reactionOf(forged);
    const isReset = segment.flags.includes('RST');
    const shown: readonly Reaction[] = isReset ? ['reset', 'ack', 'silent'] : ['ack', 'accept', 'reset-peer', 'silent'];
    const options = random.shuffle(shown).map((id) => ({ id, text: REACTIONS[id] }));
    const fields = allFields([
      numberField(
        { id: 'last', label: { ko: '윈도우의 마지막 번호', en: 'last number in the window' }, place: null },
        seqAdd(rcvNxt, rcvWnd - 1),
        {
          required: [
            ['N188', edgeCountedIn(before)],
            ['N189', windowFromIsn(before)],
          ],
          optional: [['M11', seqAdd(before.sndNxt, rcvWnd - 1)], ...unwrapped(rcvNxt, rcvWnd - 1)],
        },
      ),
      choiceField({ id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null }, options, reaction, {
        required: wrongReactions(isReset, reaction),
      }),
    ]);
    if (fields === null) return null;
    const host = peerOf(segment.from);
    const kind = isReset ? 'RST' : 'SYN';
    return {
      prompt: {
        ko: `경로 밖의 공격자가 ${HOST[segment.from].ko}가 보낸 것처럼 꾸민 ${kind}(seq=${segment.seq})${isReset ? '가' : '이'} ESTABLISHED인 ${HOST[host].ko}에 도착합니다. ${HOST[host].ko}의 수신 윈도우에 드는 마지막 번호는 얼마이고, ${HOST[host].ko}는 이 ${kind}${isReset ? '를' : '을'} 어떻게 처리합니까?`,
        en: `A ${kind} (seq ${segment.seq}), forged off the path to look as if it came from ${HOST[segment.from].en}, reaches ${HOST[host].en}, which is ESTABLISHED. Which is the last number in ${HOST[host].en}'s receive window, and what does ${HOST[host].en} do with this ${kind}?`,
      },
      conventions: [ABSOLUTE_NUMBERS, RFC_WHERE_SYSTEMS_DIFFER],
      trace,
      view: questionView(trace, {
        until: arrival.index + 1,
        asked: [],
        hiddenStates: [host],
        focus: [segment.n],
      }),
      fields,
      figures: [
        {
          kind: 'values',
          title: { ko: HOST[host].ko, en: HOST_FIRST[host].en },
          values: [{ name: 'RCV.WND', value: { ko: `${rcvWnd}바이트`, en: `${rcvWnd} bytes` } }],
        },
      ],
      hints: [
        {
          ko: '위조한 RST나 SYN이 맞는 번호인지 윈도우로 판정합니다. RST는 RCV.NXT와 정확히 같은지도 봅니다.',
          en: 'A RST or SYN is judged by the window; a RST also by whether it is exactly at RCV.NXT.',
        },
        {
          ko: '그 호스트가 빈 곳 없이 받은 마지막 세그먼트에서 RCV.NXT를 구하고, 위조된 seq와 비교합니다.',
          en: 'Find RCV.NXT from what that host has received without a gap, and compare the forged seq with it.',
        },
        {
          ko: '윈도우의 마지막 번호는 RCV.NXT + RCV.WND - 1입니다. RST라면 RCV.NXT인지, 윈도우 안인지, 밖인지의 세 경우로 나뉩니다.',
          en: 'The last number is RCV.NXT + RCV.WND - 1. For a RST there are three cases: at RCV.NXT, elsewhere inside, outside.',
        },
      ],
      explanation: [
        {
          text: {
            ko: `RCV.NXT는 ${rcvNxt}이므로 윈도우는 거기서 ${sum(rcvNxt, rcvWnd - 1)}까지입니다.`,
            en: `RCV.NXT is ${rcvNxt}, so the window reaches from there to ${sum(rcvNxt, rcvWnd - 1)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        ...verdict(isReset, seqDistance(rcvNxt, segment.seq), rcvWnd, segment.seq),
      ],
    };
  },
};

/** What the trace says the target did. */
function reactionOf({ arrival, answer }: Forged): Reaction {
  if (arrival.notes.includes('reset')) return answer === null ? 'reset' : 'reset-peer';
  if (answer === null) return 'silent';
  return answer.flags.includes('SYN') ? 'accept' : 'ack';
}

function wrongReactions(isReset: boolean, right: Reaction): readonly (readonly [MisconceptionId, Reaction])[] {
  const wrong: readonly (readonly [MisconceptionId, Reaction])[] = isReset
    ? [
        ['N190', 'reset'],
        ['N192', 'ack'],
        ['N195', 'silent'],
      ]
    : [
        ['N193', 'accept'],
        ['N194', 'reset-peer'],
        ['N195', 'silent'],
      ];
  return wrong.filter(([, reaction]) => reaction !== right);
}

function verdict(isReset: boolean, distance: number, window: number, seq: number): readonly ExplanationStep[] {
  const inside = distance < window;
  if (!isReset) {
    return [
      {
        text: {
          ko: `SYN(seq=${seq})은 윈도우 ${inside ? '안에 있습니다. 연결을 맺은 뒤에 온 SYN이므로 challenge ACK로' : '밖에 있습니다. 받아들일 수 없는 세그먼트이므로 ACK로'} 답합니다. 어느 쪽이든 연결은 그대로입니다.`,
          en: `The SYN (seq ${seq}) lies ${inside ? 'inside the window: a SYN on a synchronized connection earns a challenge ACK' : 'outside the window: an unacceptable segment is answered with an ACK'}. Either way the connection stays.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: '상대가 정말 다운되어 새로 연결하는 것이라면 이 ACK에 RST로 답하고, 그 RST가 옛 연결을 지웁니다. 공격자는 이 ACK를 보지 못합니다.',
          en: 'Had the peer really crashed and started anew, it would answer that ACK with a RST and so clear the old connection. An attacker off the path does not see the ACK.',
        },
        rfc: 'RFC 5961 §4.2',
      },
    ];
  }
  if (distance === 0) {
    return [
      {
        text: {
          ko: `RST의 seq ${withParticle(seq, '은/는')} RCV.NXT와 정확히 같습니다. 그래서 연결을 끊고, RST에는 답하지 않습니다.`,
          en: `The RST's seq ${seq} is exactly RCV.NXT: the connection is reset, and a RST is never answered by another.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ];
  }
  return [
    {
      text: inside
        ? {
            ko: `RST의 seq ${withParticle(seq, '은/는')} 윈도우 안에 있지만 RCV.NXT보다 ${distance}만큼 뒤입니다. 끊지 않고 challenge ACK를 보냅니다. 상대가 정말 끊었다면 이 ACK에 RCV.NXT와 같은 번호의 RST로 답할 것입니다.`,
            en: `The RST's seq ${seq} lies in the window but ${distance} beyond RCV.NXT. It does not reset: a challenge ACK goes out. A peer that did reset answers that with a RST exactly at RCV.NXT.`,
          }
        : {
            ko: `RST의 seq ${withParticle(seq, '은/는')} 윈도우 밖에 있습니다. 받아들일 수 없는 세그먼트에는 ACK로 답하지만 RST만은 예외로, 답 없이 버립니다.`,
            en: `The RST's seq ${seq} lies outside the window. Unacceptable segments are answered with an ACK, but a RST is not: it is dropped.`,
          },
      rfc: 'RFC 9293 §3.10.7.4',
    },
  ];
}
