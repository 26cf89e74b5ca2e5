import { seqAdd } from '../../../tcp/sequence.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { FULL_SEGMENTS_ONLY, LIMITED_TRANSMIT } from '../../conventions-fast-recovery.ts';
import { NO_SACK } from '../../conventions-recovery.ts';
import { allFields, numbersField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { drawEarlyDuplicates, type EarlyDuplicates } from '../../situations/recovery-limited.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';

export const limitedTransmit: Skill = {
  id: 'recovery.limited-transmit',
  title: { ko: '제한 전송: 처음 두 중복 ACK', en: 'Limited transmit: duplicates one and two' },
  type: 43,
  level: 'hard',
  concepts: ['late-segment', 'numbers'],
  after: ['recovery.fast-retransmit', 'window.usable'],
  pose: (random) => {
    const early = drawEarlyDuplicates(random);
    if (early === null) return null;
    const { trace, sender, smss, hole, arrival, cwnd, rwnd } = early;
    const fields = sentFields(early);
    if (fields === null) return null;
    const who = HOST[sender];
    return {
      prompt: {
        ko: `${who.ko}의 애플리케이션이 보내 달라고 맡긴 데이터가 아직 많이 남아 있습니다. 보이는 세그먼트는 첫 번째 중복 ACK가 도착하기 직전까지 보낸 것입니다. 이제 유실로 표시된 세그먼트 때문에 생긴 중복 ACK가 ${who.ko}에 하나씩 도착합니다. 첫 번째 중복 ACK가 도착했을 때와 두 번째 중복 ACK가 도착했을 때 ${who.ko}가 보내는 데이터 세그먼트의 seq를 각각 모두 적으세요. 보내는 것이 없으면 '없음'이라고 적으세요.`,
        en: `The application of ${who.en} has handed over much more data than has been sent. Shown is what was sent before the first duplicate ACK arrived; now the duplicate ACKs that the lost segment has caused reach ${who.en} one by one. Give the seq of every data segment that ${who.en} sends when the first duplicate ACK arrives, and when the second one does; write none where it sends nothing.`,
      },
      conventions: [LIMITED_TRANSMIT, FULL_SEGMENTS_ONLY, NO_SACK, ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, { until: arrival, asked: [], marks: false, focus: [hole.n] }),
      figures: [
        {
          kind: 'values',
          title: { ko: '첫 번째 중복 ACK가 도착하기 직전', en: 'Just before the first duplicate ACK arrives' },
          values: [
            { name: 'SMSS', value: smss },
            { name: 'cwnd', value: cwnd },
            { name: { ko: 'rwnd (ACK가 알리는 윈도우)', en: 'rwnd (as the ACKs advertise)' }, value: rwnd },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: '제한 전송은 처음 두 중복 ACK마다 새 데이터 세그먼트를 하나씩 보내게 합니다. 빠진 세그먼트는 세 번째 중복 ACK에서 재전송합니다.',
          en: 'Limited transmit sends one segment of new data for each of the first two duplicate ACKs. The missing segment goes again on the third.',
        },
        {
          ko: '아직 ACK되지 않은 데이터의 양을 세고, 새 세그먼트를 더해도 상대가 알린 윈도우 안인지 봅니다.',
          en: "Count the data not yet acknowledged and see whether one segment more still fits the peer's window.",
        },
        {
          ko: '전송 중인 양 + SMSS ≤ rwnd이고 cwnd + 2·SMSS 이하이면, 지금까지 보낸 데이터의 다음 번호(SND.NXT)부터 한 세그먼트를 보냅니다. 두 번째도 같은 식으로 따집니다.',
          en: 'If what is in flight + SMSS is at most rwnd and at most cwnd + 2*SMSS, one segment from SND.NXT on goes. The same sum settles the second.',
        },
      ],
      explanation: steps(early),
    };
  },
};

function sentFields({ smss, hole, next, sent }: EarlyDuplicates): readonly Field[] | null {
  const [first, second] = sent;
  const after = seqAdd(next, smss);
  type Wrong = readonly (readonly [MisconceptionId, readonly number[]])[];
  const atFirst: Wrong = first.length === 0 ? [['N167', [next]]] : [['N168', []]];
  const both: Wrong = second.length === 0 ? [] : [['N170', [next, after]]];
  const atSecond: Wrong = second.length === 0 ? [['N167', [after]]] : [['N168', []]];
  return allFields([
    numbersField(
      {
        id: 'first',
        label: { ko: '첫 번째 중복 ACK에 보내는 seq', en: 'seq sent on the first duplicate ACK' },
        place: null,
      },
      first.map(({ seq }) => seq),
      { required: [...atFirst, ['N169', [hole.seq]], ...both] },
    ),
    numbersField(
      {
        id: 'second',
        label: { ko: '두 번째 중복 ACK에 보내는 seq', en: 'seq sent on the second duplicate ACK' },
        place: null,
      },
      second.map(({ seq }) => seq),
      { required: [...atSecond, ['M16', [hole.seq]]] },
    ),
  ]);
}

function steps(early: EarlyDuplicates): readonly ExplanationStep[] {
  const { sender, smss, hole, next, flight, cwnd, rwnd, sent } = early;
  const [first, second] = sent;
  return [
    {
      text: {
        ko: `처음 두 중복 ACK는 세그먼트가 하나씩 네트워크를 떠났다는 뜻이므로 새 세그먼트를 하나씩 보낼 수 있습니다. cwnd는 그대로 두고, 전송 중인 데이터는 cwnd + 2 SMSS = ${cwnd + 2 * smss}바이트와 rwnd를 넘지 않아야 합니다.`,
        en: `Each of the first two duplicates tells of a segment that has left the network, so one new segment may go for each. cwnd stays as it is; what is in flight must exceed neither cwnd + 2 SMSS = ${cwnd + 2 * smss} bytes nor rwnd.`,
      },
      rfc: 'RFC 3042 §2',
    },
    {
      text: {
        ko: `${HOST[sender].ko}에 마지막으로 온 ack는 ${hole.seq}이고 다음에 보낼 번호는 ${next}이므로, 전송 중인 데이터는 ${flight}바이트입니다.`,
        en: `The last ack to reach ${HOST[sender].en} is ${hole.seq} and the next number to send is ${next}: ${flight} bytes are in flight.`,
      },
      rfc: 'RFC 9293 §3.3.1',
    },
    {
      text: outcome('first', first.at(0)?.seq ?? null, flight + smss, rwnd),
      rfc: 'RFC 3042 §2',
    },
    {
      text: outcome('second', second.at(0)?.seq ?? null, flight + smss * (first.length + 1), rwnd),
      rfc: 'RFC 3042 §2',
    },
    {
      text: {
        ko: `${HOST[sender].ko}는 ${hole.seq}번을 아직 다시 보내지 않습니다. 중복 ACK 두 개까지는 순서가 바뀐 것일 수도 있기 때문입니다.`,
        en: `${HOST_FIRST[sender].en} does not retransmit ${hole.seq} yet: up to two duplicates may come of mere reordering.`,
      },
      rfc: 'RFC 5681 §3.2',
    },
  ];
}

/** What a duplicate ACK brings when `size` bytes would be in flight after one segment more. */
function outcome(which: 'first' | 'second', seq: number | null, size: number, rwnd: number): ExplanationStep['text'] {
  const ordinal = { first: '첫 번째', second: '두 번째' }[which];
  return seq === null
    ? {
        ko: `${ordinal} 중복 ACK: 한 세그먼트를 더 보내면 ${size}바이트가 되어 rwnd ${rwnd}바이트를 넘으므로 아무것도 보내지 않습니다.`,
        en: `The ${which} duplicate: one segment more would make ${size} bytes, beyond the rwnd of ${rwnd}, so nothing is sent.`,
      }
    : {
        ko: `${ordinal} 중복 ACK: 한 세그먼트를 더 보내도 ${size}바이트로 rwnd ${rwnd}바이트를 넘지 않으므로 seq ${seq}번을 보냅니다.`,
        en: `The ${which} duplicate: one segment more makes ${size} bytes, within the rwnd of ${rwnd}, so seq ${seq} is sent.`,
      };
}
