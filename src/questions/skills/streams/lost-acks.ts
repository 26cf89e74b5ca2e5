import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../../conventions.ts';
import { NOTHING_ELSE_LOST, TIMER_ALONE } from '../../conventions-streams.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { segmentAt } from '../../moments.ts';
import type { ExplanationStep, Option } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawLostAcks, type LostAcks } from '../../situations/streams-lost-acks.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../../words.ts';

/** Places of segments in the burst. */
type Places = readonly number[];

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
      explanation: explain(drawn, una, end, open),
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

const NTH = [
  { ko: '첫', en: 'first' },
  { ko: '두', en: 'second' },
  { ko: '세', en: 'third' },
  { ko: '네', en: 'fourth' },
  { ko: '다섯', en: 'fifth' },
];

/** Which ACKs are lost, and the moment asked about. */
function fateOf(lost: Places, count: number) {
  if (lost.length === count) {
    return { ko: `${count}개가 모두 유실됩니다. 이때`, en: `all ${count} are lost.` };
  }
  const names = lost.flatMap((place) => NTH[place] ?? []);
  const en = names.map((name) => name.en);
  const listed = en.length > 1 ? `${en.slice(0, -1).join(', ')} and ${en.at(-1)} are` : `${en[0]} is`;
  return {
    ko: `가운데 ${names.map((name) => `${name.ko} 번째`).join(', ')} 것이 유실됩니다. 나머지 ACK가 모두 도착한 뒤`,
    en: `the ${listed} lost. The others arrive.`,
  };
}

/** Past the arrival, or the loss, of every ACK. */
function untilSettled({ trace, acks }: LostAcks): number {
  const ends = acks.map(({ n }) =>
    trace.events.findIndex((event) => (event.kind === 'arrive' || event.kind === 'lost') && event.segment === n),
  );
  return Math.max(...ends) + 1;
}

function explain(
  { trace, sender, smss, segments, acks }: LostAcks,
  una: number,
  end: number,
  open: Places,
): readonly ExplanationStep[] {
  const arrived = acks.findLast(({ fate }) => fate === 'delivered');
  const covered = segments.length - open.length;
  const who = { ko: HOST[sender].ko, en: HOST_FIRST[sender].en };
  const begin = segments[0]?.seq ?? 0;
  const through = sum(begin, ...segments.slice(0, covered).map(({ len }) => len));
  const una0: ExplanationStep =
    arrived === undefined
      ? {
          text: {
            ko: `도착한 ACK가 하나도 없으므로 SND.UNA는 첫 세그먼트의 seq인 ${una} 그대로입니다.`,
            en: `No ACK arrives, so SND.UNA stays at the seq of the first segment, ${una}.`,
          },
          rfc: 'RFC 9293 §3.4',
        }
      : {
          text: {
            ko: `도착한 가장 뒤의 ACK는 ${NTH[covered - 1]?.ko} 번째 세그먼트의 것으로 ack = ${through}입니다. 그 앞의 데이터를 모두 확인 응답하므로 SND.UNA = ${una}입니다.`,
            en: `The latest ACK that arrives is that of segment ${covered}: ack = ${through}. It covers all data before it, so SND.UNA = ${una}.`,
          },
          rfc: 'RFC 9293 §3.4',
        };
  const [next] = open;
  const resent = next === undefined ? undefined : segments[next];
  if (resent === undefined) {
    return [
      una0,
      {
        text: {
          ko: '유실된 ACK가 알리려던 것까지 모두 확인 응답되었습니다. 남은 데이터가 없으므로 재전송 타이머는 꺼지고 다시 보내는 것은 없습니다.',
          en: 'What the lost ACKs would have told is acknowledged all the same. No data is outstanding, so the timer is turned off and nothing is sent again.',
        },
        rfc: 'RFC 6298 §5',
      },
    ];
  }
  const left = smss * open.length;
  const reply = segmentAt(trace, acks.at(-1)?.n ?? 1).from;
  return [
    una0,
    {
      text: {
        ko: `${who.ko}는 확인 응답되지 않은 ${left}바이트가 도착했는지 알 수 없습니다. 재전송 타이머가 만료되면 그중 가장 앞의 세그먼트(seq=${resent.seq}) 하나를 다시 보냅니다.`,
        en: `${who.en} cannot know that ${arrived === undefined ? 'its' : 'the other'} ${dataBytes(left)} have arrived. When the timer expires it sends again the earliest segment not acknowledged, that with seq ${resent.seq}, and no other.`,
      },
      rfc: 'RFC 6298 §5',
    },
    {
      text: {
        ko: `${HOST[reply].ko}는 이미 받은 데이터라 버리고 지금의 RCV.NXT를 ACK(ack=${end})로 알립니다. 이 ACK가 모두를 확인 응답하므로 더 보내는 것은 없습니다.`,
        en: `${HOST_FIRST[reply].en} has it already, drops it and answers with its present RCV.NXT: ack ${end}. That covers everything, so nothing more is sent again.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    },
  ];
}
