import type { Text } from '../../../language.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER } from '../../conventions.ts';
import { NEWRENO } from '../../conventions-fast-recovery.ts';
import { NO_SACK } from '../../conventions-recovery.ts';
import { allFields, numberField, numbersField } from '../../fields.ts';
import { everyLoss, everythingFrom } from '../../misconceptions/recovery-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { endOfAll, type PartialAck } from '../../situations/recovery-partial.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST } from '../../words.ts';

/** The question on a partial ACK; `begun` says what led to it, and `until` is where the ladder ends. */
export function draft(partial: PartialAck, begun: Text, until: number): QuestionDraft | null {
  const { trace, sender, lost } = partial;
  const fields = partialFields(partial);
  if (fields === null) return null;
  const who = HOST[sender];
  const receiver = HOST[peerOf(sender)];
  return {
    prompt: {
      ko: `${begun.ko} 이 재전송이 도착하자 ${receiver.ko}가 ACK를 보냅니다. 이 ACK가 도착하는 순간 ${who.ko}가 보내는 데이터 세그먼트의 seq를 모두 적으세요(없으면 '없음'). 그리고 빠른 회복은 ack가 몇 이상인 ACK가 와야 끝납니까?`,
      en: `${begun.en} The retransmission arrives and ${receiver.en} answers it with an ACK. Give the seq of every data segment that ${who.en} sends at the moment this ACK arrives (none if nothing is sent). And how high must the ack of an ACK be, at least, to end fast recovery?`,
    },
    conventions: [NEWRENO, NO_SACK, HOLDS_OUT_OF_ORDER, ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until,
      asked: [],
      marks: false,
      focus: lost.map(({ n }) => n),
    }),
    figures: [],
    fields,
    hints: [
      {
        ko: '빠른 회복 중에 새 데이터를 확인 응답하지만 들어갈 때 보내 둔 것을 모두 확인 응답하지는 못하는 ACK를 부분 ACK라고 합니다. NewReno는 이것을 다음 빈 곳도 유실되었다는 신호로 봅니다.',
        en: 'An ACK that covers new data but not all that was outstanding when fast recovery began is a partial ACK. NewReno takes it to say that the next hole is lost too.',
      },
      {
        ko: '첫 빈 곳이 채워지면 받는 쪽의 ack가 어디까지 나아가는지, 그리고 재전송하기 전까지 보낸 마지막 데이터가 어디서 끝나는지 찾습니다.',
        en: "Find how far the receiver's ack moves once the first hole is filled, and where the last data sent before the retransmission ends.",
      },
      {
        ko: '부분 ACK의 ack가 가리키는 세그먼트 하나를 곧바로 재전송합니다. 끝나는 ack = 빠른 회복에 들어갈 때까지 보낸 마지막 데이터의 seq + 길이(mod 2^32)',
        en: 'The one segment that the partial ACK names goes again at once. The ack that ends it = seq + length of the last data sent before fast recovery began (mod 2^32).',
      },
    ],
    explanation: steps(partial),
  };
}

function partialFields({ flight, added, lost, ack, resent }: PartialAck): readonly Field[] | null {
  const [, next, third] = lost;
  if (next === undefined) return null;
  const ends = endOfAll(flight);
  const beyond: readonly (readonly [MisconceptionId, number])[] = added.length === 0 ? [] : [['N166', endOfAll(added)]];
  return allFields([
    numbersField(
      { id: 'resent', label: { ko: '이 ACK가 왔을 때 보내는 seq', en: 'seq sent when this ACK arrives' }, place: null },
      resent.map(({ seq }) => seq),
      {
        required: [
          ['N171', []],
          ['M15', everythingFrom([...flight, ...added], next)],
        ],
        optional: third === undefined ? [] : [['N161', everyLoss([next, third])]],
      },
    ),
    numberField(
      {
        id: 'ends',
        label: { ko: '빠른 회복을 끝내는 가장 작은 ack', en: 'smallest ack that ends fast recovery' },
        place: null,
      },
      ends,
      {
        required: [['N172', ack], ...beyond],
        optional: [['M01', seqAdd(ends, -1)], ...(third === undefined ? [] : [['N172', third.seq] as const])],
      },
    ),
  ]);
}

function steps({ sender, flight, added, lost, again, ack, resent }: PartialAck): readonly ExplanationStep[] {
  const [, next, third] = lost;
  const last = flight.at(-1);
  const [fresh] = added;
  const ends = endOfAll(flight);
  const receiver = peerOf(sender);
  const sent = resent.map(({ seq }) => seq).join(', ');
  const more: readonly ExplanationStep[] =
    third === undefined
      ? []
      : [
          {
            text: {
              ko: `seq ${third.seq}도 유실되었지만 ${HOST[sender].ko}는 아직 모릅니다. ${next?.seq ?? ''}번이 채워진 뒤에 오는 다음 부분 ACK가 알려 줍니다.`,
              en: `${third.seq} is lost too, but ${HOST[sender].en} does not know yet: the next partial ACK will tell, once ${next?.seq ?? ''} has arrived.`,
            },
            rfc: 'RFC 6582 §3.2',
          },
        ];
  const later: readonly ExplanationStep[] =
    fresh === undefined
      ? []
      : [
          {
            text: {
              ko: `빠른 회복 중에 보낸 seq ${fresh.seq}인 세그먼트는 이 기준을 옮기지 않습니다.`,
              en: `The segment of seq ${fresh.seq}, sent during fast recovery, does not move that point.`,
            },
            rfc: 'RFC 6582 §3.2',
          },
        ];
  return [
    {
      text: {
        ko: `${again.seq}번이 채워져도 ${HOST[receiver].ko}에는 ${ack}번이 없으므로 ACK는 ack=${ack}입니다. 보내 둔 데이터를 모두 확인 응답하지 못하는 부분 ACK입니다.`,
        en: `With ${again.seq} filled in, ${HOST[receiver].en} still lacks ${ack}: the ACK says ack ${ack}. It does not cover all that was outstanding, so it is a partial ACK.`,
      },
      rfc: 'RFC 6582 §3.2',
    },
    {
      text: {
        ko: `부분 ACK를 받으면 중복 ACK나 타이머를 기다리지 않고 그 ack가 가리키는 세그먼트 하나를 곧바로 재전송합니다. seq는 ${sent}입니다.`,
        en: `On a partial ACK the one segment it names goes again at once, without waiting for duplicates or the timer: seq ${sent}.`,
      },
      rfc: 'RFC 6582 §3.2',
    },
    ...more,
    {
      text: {
        ko: `빠른 회복에 들어갈 때까지 보낸 마지막 데이터는 seq ${last?.seq ?? ''}부터 ${last?.len ?? ''}바이트이고 마지막 바이트의 번호(recover)는 ${seqAdd(ends, -1)}입니다. 이것까지 확인 응답하는 ACK, 곧 ack가 ${ends} 이상인 ACK가 와야 빠른 회복이 끝납니다.`,
        en: `The last data sent before fast recovery began is seq ${last?.seq ?? ''}, ${last?.len ?? ''} bytes; its last byte, recover, is ${seqAdd(ends, -1)}. Fast recovery ends with an ACK that covers it: ack ${ends} or more.`,
      },
      rfc: 'RFC 6582 §3.2',
    },
    ...later,
  ];
}
