import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../../conventions.ts';
import { NOTHING_ELSE_LOST, TIMER_ALONE } from '../../conventions-streams.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { Option } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawLostAcks, type LostAcks } from '../../situations/streams-lost-acks.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { explainLostAcks, fateOf, type Places } from './lost-acks-words.ts';

export const lostAcks: Skill = {
  id: 'ack.lost',
  title: { ko: '유실된 ACK의 영향', en: 'What a lost ACK changes' },
  type: 23,
  level: 'medium',
  concepts: ['numbers'],
  after: ['ack.cumulative'],
  pose: (random) => {
    const drawn = drawLostAcks(random);
    if (drawn === null) return null;
    const { trace, sender, smss, segments, acks } = drawn;
    const [first] = segments;
    const last = segments.at(-1);
    if (first === undefined || last === undefined) return null;
    const end = endOf(last);
    const places = segments.map((_, place) => place);
    const lost = places.filter((place) => acks[place]?.fate === 'lost');
    const firstLost = lost[0] ?? 0;
    const una = acks.findLast(({ fate }) => fate === 'delivered')?.ack ?? first.seq;
    const open = places.filter((place) => place >= segments.findIndex(({ seq }) => seq === una) && una !== end);
    const again = trace.segments
      .filter(({ len, repeats }) => len > 0 && repeats !== null)
      .map(({ seq }) => segments.findIndex((segment) => segment.seq === seq));

    const wrongUna: (readonly [MisconceptionId, number])[] = [
      ['N112', segments[firstLost]?.seq ?? first.seq],
      ['N114', seqAdd(first.seq, smss * (places.length - lost.length))],
      ['M01', seqAdd(una, -1)],
    ];
    const knows: readonly (readonly [MisconceptionId, number])[] = una === end ? [] : [['N113', end]];
    // Where the two are the same segments, N115 says what was chosen, whatever led to it.
    const wrongAgain: (readonly [MisconceptionId, string])[] = [['N115', idOf(open)]];
    if (idOf(lost) !== idOf(open)) wrongAgain.push(['N111', idOf(lost)]);
    const silent: readonly (readonly [MisconceptionId, string])[] = una === end ? [] : [['N113', idOf([])]];
    const options = optionsOf(drawn, [
      again,
      lost,
      open,
      [],
      [firstLost],
      places.slice(firstLost),
      [places.length - 1],
      places,
    ]);
    const fields = allFields([
      numberField({ id: 'una', label: { ko: 'SND.UNA', en: 'SND.UNA' }, place: null }, una, {
        required: knows,
        optional: wrongUna,
      }),
      choiceField(
        { id: 'again', label: { ko: '다시 보내는 데이터', en: 'data sent again' }, place: null },
        options,
        idOf(again),
        { required: silent, optional: wrongAgain },
      ),
    ]);
    if (fields === null || fields.some(({ predictions }) => predictions.length === 0)) return null;
    const who = HOST[sender];
    const receiver = HOST[peerOf(sender)];
    const fate = fateOf(lost, segments.length);
    return {
      prompt: {
        ko: `${who.ko}가 MSS 크기(${smss}바이트)의 데이터 세그먼트 ${segments.length}개를 보냅니다. 데이터는 모두 순서대로 도착하지만, ${receiver.ko}가 보낸 ACK ${fate.ko} ${who.ko}의 SND.UNA는 얼마입니까? 그리고 ${who.ko}가 그 뒤에 다시 보내는 데이터는 무엇입니까?`,
        en: `${HOST_FIRST[sender].en} sends ${segments.length} full-sized data segments (MSS ${smss} bytes). All data arrives in order, but of the ACKs from ${receiver.en} ${fate.en} What is SND.UNA of ${who.en} then? And which data does ${who.en} send again after that?`,
      },
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, NOTHING_ELSE_LOST, TIMER_ALONE],
      trace,
      view: questionView(trace, {
        until: untilSettled(drawn),
        asked: [],
        alsoHidden: acks.map(({ n }) => ({ segment: n, part: 'ack' })),
        marks: false,
        focus: acks.filter(({ fate }) => fate === 'lost').map(({ n }) => n),
      }),
      figures: [],
      fields,
      hints: [
        {
          ko: 'ACK는 누적이라 뒤의 ACK 하나가 앞의 ACK가 알리려던 것까지 알립니다. ACK 자체는 재전송하지 않습니다.',
          en: 'ACKs are cumulative: a later one tells all that earlier ones would have told. ACKs themselves are not retransmitted.',
        },
        {
          ko: '도착한 ACK 가운데 가장 뒤의 것을 찾고, 그 뒤에 확인 응답되지 않은 데이터가 남는지 봅니다.',
          en: 'Find the latest ACK that arrives, and see whether any data is left beyond what it acknowledges.',
        },
        {
          ko: 'SND.UNA = 도착한 가장 뒤 ACK의 ack = 첫 seq + 그 ACK까지의 세그먼트 길이의 합. 남는 데이터가 있으면 타이머가 만료될 때 SND.UNA의 세그먼트 하나를 보냅니다.',
          en: 'SND.UNA = ack of the latest ACK that arrives = first seq + lengths of the segments up to it. If data is left, the timer sends one segment, the one at SND.UNA.',
        },
      ],
      explanation: explainLostAcks(drawn, una, end, open),
    };
  },
};

function idOf(places: Places): string {
  return places.length === 0 ? 'none' : places.map((place) => `s${place + 1}`).join('-');
}

/** The lists to choose from, each once, the shorter and earlier ones first whatever is right. */
function optionsOf({ segments }: LostAcks, lists: readonly Places[]): readonly Option[] {
  const byId = new Map(lists.map((places) => [idOf(places), places]));
  return [...byId]
    .sort(([, a], [, b]) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0) || idOf(a).localeCompare(idOf(b)))
    .map(([id, places]): Option => {
      const listed = `seq ${places.map((place) => segments[place]?.seq).join(', ')}`;
      const text = places.length === 0 ? { ko: '없음', en: 'none' } : { ko: listed, en: listed };
      return { id, text };
    });
}

/** Past the arrival, or the loss, of every ACK. */
function untilSettled({ trace, acks }: LostAcks): number {
  const ends = acks.map(({ n }) =>
    trace.events.findIndex((event) => (event.kind === 'arrive' || event.kind === 'lost') && event.segment === n),
  );
  return Math.max(...ends) + 1;
}
