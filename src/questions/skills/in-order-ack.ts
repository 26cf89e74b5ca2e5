import type { Text } from '../../language.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment } from '../captured/moment.ts';
import { scanStreams } from '../captured/stream-scan.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import {
  acrossDirections,
  lastByteReceived,
  oneForTheSegment,
  oneMoreThanData,
  unwrapped,
  withHeaders,
} from '../misconceptions/numbers-rules.ts';
import { arrivalOf, dataFrom, isPureAck, reactionTo } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { drawHost, drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { IN_ORDER_HINTS } from './numbers-hints.ts';

export const inOrderAck: Skill = {
  id: 'ack.in-order',
  title: { ko: '순서대로 온 데이터의 ACK', en: 'The ACK of data in order' },
  type: 5,
  level: 'easy',
  concepts: ['numbers'],
  after: ['seq.first-data'],
  pose: (random) => {
    const host = drawHost(random);
    const receiver = peerOf(host);
    const sizes = drawSizes(random, random.int(1, 3));
    const [other = 0] = drawSizes(random, 1);
    const inARow = random.chance(0.5);
    const turns = inARow ? [{ host, sizes }] : sizes.map((size) => ({ host, sizes: [size] }));
    const trace = play(random, {
      isn: drawIsns(random),
      turns: random.chance(0.5) ? [{ host: receiver, sizes: [other] }, ...turns] : turns,
    });
    const data = random.pick(dataFrom(trace, host));
    const arrival = arrivalOf(trace, data.n);
    const ack = arrival && reactionTo(trace, arrival.index);
    return ack && draft({ trace, data, ack }, IN_ORDER);
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, acknowledgedOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.data.n, moment.ack.n]);
    if (moment === null || excerpt === null) return null;
    const within = { trace: excerpt.captured.trace, data: excerpt.at(moment.data.n), ack: excerpt.at(moment.ack.n) };
    return inExcerpt(excerpt, draft(within, ALL_ARRIVED));
  },
};

interface Acknowledged {
  readonly data: TracedSegment;
  readonly ack: TracedSegment;
}

/** Pure ACKs of a captured conversation that cover all that their peer had sent by then, which ended with data. */
const acknowledgedOn = momentsOf((captured): readonly Acknowledged[] => {
  const found: Acknowledged[] = [];
  scanStreams(captured, (ack, _own, peer) => {
    const data = peer.lastNumbered;
    if (data === null || data.len === 0 || data.flags.includes('SYN') || data.flags.includes('FIN')) return;
    if (!isPureAck(ack) || ack.ack !== peer.next || endOf(data) !== ack.ack || peer.acked === ack.ack) return;
    if (!peer.gapless || ack.options.sack !== undefined) return;
    if (isPlain(captured, data) && isPlain(captured, ack)) found.push({ data, ack });
  });
  return found;
});

/** How the question begins, and what its answer depends on. */
interface Said {
  readonly arrived: (data: TracedSegment) => Text;
  readonly conventions: readonly Text[];
}

const IN_ORDER: Said = {
  arrived: (data) => ({
    ko: `${HOST[data.from].ko}의 데이터 세그먼트(seq=${data.seq}, ${data.len}바이트)가 순서대로 도착했습니다. 이 세그먼트에 대해`,
    en: `A data segment of ${HOST[data.from].en} (seq ${data.seq}, ${data.len} bytes) has arrived in order`,
  }),
  conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK],
};

/** Of a captured receiver it is not known how long it waits with its ACKs; what has arrived by then is said instead. */
const ALL_ARRIVED: Said = {
  arrived: (data) => ({
    ko: `${HOST[data.from].ko}의 데이터가 이 세그먼트(seq=${data.seq}, ${data.len}바이트)까지 빠짐없이 도착했습니다. 이에 대해`,
    en: `All data of ${HOST[data.from].en} up to and including this segment (seq ${data.seq}, ${data.len} bytes) has arrived`,
  }),
  conventions: [ABSOLUTE_NUMBERS],
};

function draft(
  { trace, data, ack }: Acknowledged & { readonly trace: Trace },
  { arrived, conventions }: Said,
): QuestionDraft | null {
  const host = data.from;
  const receiver = peerOf(host);
  const begun = arrived(data);
  const place = { segment: ack.n, part: 'ack' } as const;
  const end = seqAdd(data.seq, data.len);
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, ack.ack, {
      required: [
        ['M01', lastByteReceived(end)],
        ['M02', oneMoreThanData(end)],
        ['M03', oneForTheSegment(data.seq)],
        ['M11', ack.seq],
      ],
      optional: [['M12', acrossDirections(ack.seq, data.len)], ...withHeaders(end), ...unwrapped(data.seq, data.len)],
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${begun.ko} ${HOST[receiver].ko}가 보내는 ACK의 ack 번호는 얼마입니까?`,
        en: `${begun.en}, and ${HOST[receiver].en} answers it with an ACK. Which ack number does that ACK carry?`,
      },
      conventions,
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, ack.n),
        asked: [place],
        secret: [ack.ack],
        focus: [data.n, ack.n],
      }),
      fields,
      figures: [],
      hints: IN_ORDER_HINTS,
      explanation: [
        {
          text: {
            ko: `이 세그먼트는 ${data.seq}번부터 ${seqAdd(end, -1)}번까지 ${data.len}바이트를 실어 왔습니다.`,
            en: `The segment brought ${data.len} bytes, numbers ${data.seq} to ${seqAdd(end, -1)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `앞에 빠진 바이트가 없으므로 다음에 받을 번호(RCV.NXT)는 ${sum(data.seq, data.len)}입니다.`,
            en: `No earlier byte is missing, so the next one expected (RCV.NXT) is ${sum(data.seq, data.len)}.`,
          },
          rfc: 'RFC 9293 §3.10.7.4',
        },
        {
          text: {
            ko: `${HOST[receiver].ko}의 ACK는 seq=${ack.seq}, ack=${ack.ack}입니다.`,
            en: `${HOST_FIRST[receiver].en}'s ACK carries seq ${ack.seq} and ack ${ack.ack}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
      ],
    }
  );
}
