import { segmentAt } from '../../moments.ts';
import type { ExplanationStep } from '../../question.ts';
import type { LostAcks } from '../../situations/streams-lost-acks.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../../words.ts';

/** Places of segments in the burst. */
export type Places = readonly number[];

const NTH = [
  { ko: '첫', en: 'first' },
  { ko: '두', en: 'second' },
  { ko: '세', en: 'third' },
  { ko: '네', en: 'fourth' },
  { ko: '다섯', en: 'fifth' },
];

/** Which ACKs are lost, and the moment asked about. */
export function fateOf(lost: Places, count: number) {
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

/** From the ACKs that arrive to SND.UNA, and from there to what the timer does. */
export function explainLostAcks(
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
