import type { Text } from '../../../language.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { recoveriesOn } from '../../captured/recoveries.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { NO_SACK } from '../../conventions-recovery.ts';
import { allFields, numberField, numbersField } from '../../fields.ts';
import { everyLoss, everythingFrom, nthAfter, nthArrivalAfter } from '../../misconceptions/recovery-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { segmentAt, sendIndex } from '../../moments.ts';
import { drawLoss, untilFlightSent } from '../../situations/recovery.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';

/** What set off the first retransmission, and all that left with it. */
interface Retransmission {
  /** The data segment whose arrival made the receiver send the ACK that set it off. */
  readonly trigger: TracedSegment;
  readonly sent: readonly TracedSegment[];
}

function firstRetransmission(trace: Trace): Retransmission | null {
  const again = trace.segments.find((segment) => segment.len > 0 && segment.repeats !== null);
  if (again === undefined) return null;
  const sending = trace.events.findIndex((event) => event.kind === 'send' && event.segment === again.n);
  const cause = trace.events
    .slice(0, sending)
    .findLast((event) => event.host === again.from && (event.kind === 'arrive' || event.kind === 'timer'));
  if (cause?.kind !== 'arrive') return null;
  const ackSent = trace.events.findIndex((event) => event.kind === 'send' && event.segment === cause.segment);
  const arrived = trace.events
    .slice(0, ackSent)
    .findLast((event) => event.kind === 'arrive' && event.host === peerOf(again.from));
  if (arrived?.kind !== 'arrive') return null;
  const sent = trace.segments.filter((s) => s.from === again.from && s.n >= again.n && s.sentMs === again.sentMs);
  return { trigger: segmentAt(trace, arrived.segment), sent };
}

export const fastRetransmit: Skill = {
  id: 'recovery.fast-retransmit',
  title: { ko: '빠른 재전송의 시점과 대상', en: 'Fast retransmit: when, and what' },
  type: 41,
  level: 'medium',
  concepts: ['late-segment', 'numbers'],
  after: ['ack.above-gap'],
  pose: (random) => {
    const count = random.int(6, 10);
    const first = random.int(1, count - 4);
    const lostNumbers = random.chance(0.5) ? [first] : [first, random.int(first + 1, count)];
    const { trace, sender, data, lost } = drawLoss(random, { segments: count, lost: lostNumbers });
    const retransmission = firstRetransmission(trace);
    const last = data.at(-1);
    if (retransmission === null || last === undefined) return null;
    const { trigger, sent } = retransmission;
    const flight = { trace, sender, data, lost, trigger, resent: sent.map(({ seq }) => seq) };
    return draft({
      ...flight,
      begun: {
        ko: `${HOST[sender].ko}가 데이터를 모두 내보냈고 유실로 표시된 세그먼트만 도착하지 않습니다. 나머지는 차례대로 도착하고 ACK는 하나도 유실되지 않습니다.`,
        en: `${HOST_FIRST[sender].en} has sent all its data; only the segments marked as lost fail to arrive. The rest arrive in order and no ACK is lost.`,
      },
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER, NO_SACK],
      until: untilFlightSent(trace, last),
    });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, recoveriesOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.lost[0].n, moment.again.n]);
    if (moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const within = ({ n }: TracedSegment): TracedSegment => excerpt.at(n);
    const { flight, again, trigger, firstDuplicate } = moment;
    const data = flight.map((one) => ({ ...within(one), fate: one.fate }));
    const lost = data.filter(({ fate }) => fate === 'lost');
    const names = lost.map(({ seq }) => seq).join(', ');
    return inExcerpt(
      excerpt,
      draft({
        ...{ trace, sender: again.from, data, lost },
        ...{ trigger: within(trigger), resent: [again.seq] },
        begun: {
          ko: `${HOST[again.from].ko}의 데이터 가운데 seq가 ${names}인 세그먼트만 도착하지 않고, 나머지는 차례대로 도착하며 ACK는 하나도 유실되지 않습니다.`,
          en: `Of the data of ${HOST[again.from].en} only ${lost.length === 1 ? 'the segment' : 'the segments'} of seq ${names} ${lost.length === 1 ? 'fails' : 'fail'} to arrive. The rest arrive in order and no ACK is lost.`,
        },
        conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
        until: sendIndex(trace, within(firstDuplicate).n),
      }),
    );
  },
};

/** A flight, its losses and the retransmission that they bring. */
interface Asked {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly data: readonly TracedSegment[];
  readonly lost: readonly TracedSegment[];
  readonly trigger: TracedSegment;
  /** The seq of all that is sent then. */
  readonly resent: readonly number[];
  /** How the prompt begins. */
  readonly begun: Text;
  readonly conventions: readonly Text[];
  readonly until: number;
}

function draft({ trace, sender, data, lost, trigger, resent, begun, conventions, until }: Asked): QuestionDraft | null {
  const [hole] = lost;
  const second = nthArrivalAfter(data, hole, 2);
  if (hole === undefined || second === null) return null;
  const skipsNone = nthAfter(data, hole, 3);
  const both: readonly (readonly [MisconceptionId, readonly number[]])[] =
    lost.length > 1 ? [['N161', everyLoss(lost)]] : [];
  const fields = allFields([
    numberField(
      {
        id: 'trigger',
        label: { ko: '재전송을 일으킨 ACK를 부른 데이터의 seq', en: 'seq of the data whose ACK sets it off' },
        place: null,
      },
      trigger.seq,
      {
        required: [['M16', second.seq]],
        optional: skipsNone === null ? [] : [['N162', skipsNone.seq]],
      },
    ),
    numbersField(
      { id: 'resent', label: { ko: '그때 보내는 데이터의 seq', en: 'seq of all data sent then' }, place: null },
      resent,
      { required: [['M15', everythingFrom(data, hole)], ...both] },
    ),
  ]);
  if (fields === null) return null;
  const arrived = data.filter((s) => s.n > hole.n && s.n <= trigger.n && !lost.includes(s)).map((s) => s.seq);
  const who = HOST[sender];
  const receiver = HOST[peerOf(sender)];
  return {
    prompt: {
      ko: `${begun.ko} ${who.ko}는 ACK를 받다가 재전송 타이머보다 먼저 재전송을 시작합니다. 그 재전송을 일으킨 ACK는 어느 데이터 세그먼트가 도착했을 때 ${receiver.ko}가 보낸 것이며, 그 ACK를 받는 순간 ${who.ko}가 보내는 데이터는 무엇입니까? 보내는 세그먼트의 seq를 모두 적으세요.`,
      en: `${begun.en} ACKs make ${who.en} retransmit before its timer expires. On the arrival of which data segment did ${receiver.en} send the ACK that sets this off, and which data does ${who.en} send at the moment that ACK arrives? Give the seq of every segment sent.`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until,
      asked: [],
      focus: lost.map((segment) => segment.n),
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: '같은 번호를 다시 알리는 ACK가 세 개 오면 타이머를 기다리지 않고 재전송합니다. 그 번호를 처음 알린 ACK는 중복 ACK로 세지 않습니다.',
        en: 'Three ACKs that repeat a number bring a retransmission without waiting for the timer. The ACK that named the number first is no duplicate.',
      },
      {
        ko: '첫 번째로 유실된 세그먼트보다 뒤에 있고 실제로 도착하는 세그먼트만 중복 ACK를 하나씩 부릅니다.',
        en: 'Each segment after the first loss that does arrive brings one duplicate ACK.',
      },
      {
        ko: '첫 유실 뒤에 도착하는 세그먼트를 세 개까지 셉니다. 다시 보내는 것은 중복 ACK가 가리키는 번호의 세그먼트입니다.',
        en: 'Count three arrivals after the first loss. What goes again is the segment the duplicate ACKs name.',
      },
    ],
    explanation: [
      {
        text: {
          ko: `${receiver.ko}에 ${hole.seq}번이 없으므로 그 뒤의 세그먼트가 도착할 때마다 ack=${hole.seq}인 중복 ACK를 곧바로 보냅니다.`,
          en: `${HOST_FIRST[peerOf(sender)].en} lacks ${hole.seq}, so each later segment that arrives brings a duplicate ACK of ${hole.seq} at once.`,
        },
        rfc: 'RFC 5681 §4.2',
      },
      {
        text: {
          ko: `중복 ACK를 부르는 도착은 차례대로 seq ${arrived.join(', ')}입니다. 세 번째 중복 ACK는 ${trigger.seq}번이 도착했을 때 나갑니다.`,
          en: `The arrivals that bring duplicates are, in order, seq ${arrived.join(', ')}. The third duplicate ACK is that for ${trigger.seq}.`,
        },
        rfc: 'RFC 5681 §3.2',
      },
      {
        text: {
          ko: `그때 빠진 것으로 보이는 세그먼트 하나만 다시 보냅니다. seq는 ${resent.join(', ')}입니다.`,
          en: `Then only the one segment that appears to be missing goes again: seq ${resent.join(', ')}.`,
        },
        rfc: 'RFC 5681 §3.2',
      },
    ],
  };
}
