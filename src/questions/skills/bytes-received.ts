import type { Random } from '../../simulator/random.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment } from '../captured/moment.ts';
import { scanStreams } from '../captured/stream-scan.ts';
import { allFields, numberField } from '../fields.ts';
import { bytesWithFin } from '../misconceptions/closing-rules.ts';
import { allNumbersAreData, lessAFin, unwrappedDifference, withHeldBytes } from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { arrivalsAt, dataFrom, deliveredBy, isPureAck, reactionTo, sendIndex, sentBy } from '../moments.ts';
import { drawHost, drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { difference, HOST, HOST_FIRST, withParticle } from '../words.ts';
import { BYTES_RECEIVED_HINTS } from './numbers-hints.ts';

type Shape = 'in-order' | 'both-ways' | 'gap' | 'fin';

interface Counted {
  readonly trace: Trace;
  readonly shape: Shape;
  /** The ACK whose number is to be read. */
  readonly ack: TracedSegment;
  /** The ISN it counts from, and the SYN that announced it; null where that is out of sight. */
  readonly isn: number;
  readonly syn: TracedSegment | null;
  readonly bytes: number;
  /** Bytes that wait above a gap at that moment. */
  readonly held: number;
  /** Data bytes the acknowledging side has sent itself. */
  readonly own: number;
}

function drawCounted(random: Random, host: HostName, shape: Shape): Counted | null {
  const receiver = peerOf(host);
  const sizes = drawSizes(random, shape === 'gap' ? 3 : random.int(1, 3));
  const answered = shape === 'both-ways' ? [{ host: receiver, sizes: drawSizes(random, 1) }] : [];
  const trace = play(random, {
    isn: drawIsns(random),
    turns: [...answered, { host, sizes }],
    faults: shape === 'gap' ? [{ from: host, match: 'data', nth: 2, effect: { kind: 'drop' } }] : [],
    closes: shape === 'fin' ? host : null,
  });
  const wanted = shape === 'gap' ? 'held-out-of-order' : shape === 'fin' ? 'fin-processed' : 'in-order';
  const arrival = arrivalsAt(trace, receiver).findLast(({ notes }) => notes.includes(wanted));
  const ack = arrival && reactionTo(trace, arrival.index);
  const [syn] = sentBy(trace, host);
  const after = arrival && trace.events[arrival.index];
  if (!ack || syn === undefined || after?.kind !== 'arrive') return null;
  return {
    trace,
    shape,
    ack,
    isn: syn.seq,
    syn,
    bytes: deliveredBy(trace, receiver, sendIndex(trace, ack.n)),
    held: (after.after?.held ?? []).reduce((total, [start, end]) => total + seqDistance(start, end), 0),
    own: dataFrom(trace, receiver).reduce((total, { len }) => total + len, 0),
  };
}

export const bytesReceived: Skill = {
  id: 'ack.bytes-received',
  title: { ko: 'ack로 보는 받은 바이트 수', en: 'Bytes received, read from an ack' },
  type: 8,
  level: 'easy',
  concepts: ['numbers'],
  after: ['ack.in-order'],
  pose: (random) => {
    const host = drawHost(random);
    const counted = drawCounted(random, host, random.pick(['in-order', 'both-ways', 'gap', 'fin'] as const));
    return counted && draft(counted);
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, countedOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.ack.n, moment.ack.n]);
    if (moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const ack = excerpt.at(moment.ack.n);
    const syn = sentBy(trace, peerOf(ack.from)).findLast(({ n, flags }) => n < ack.n && flags.includes('SYN')) ?? null;
    return inExcerpt(excerpt, draft({ ...moment, trace, ack, syn }));
  },
};

/** ACKs of a captured conversation that cover all their peer had sent since its SYN, of which nothing is missing. */
const countedOn = momentsOf((captured): readonly Omit<Counted, 'trace' | 'syn'>[] => {
  const found: Omit<Counted, 'trace' | 'syn'>[] = [];
  scanStreams(captured, (ack, own, peer) => {
    const { syn, next, gapless, bytes, fin } = peer;
    if (syn === null || !gapless || !isPureAck(ack) || ack.options.sack !== undefined || !isPlain(captured, ack))
      return;
    const control = fin ? 2 : 1;
    if (bytes === 0 || ack.ack !== next || seqDistance(syn.seq, ack.ack) !== bytes + control) return;
    const shape = fin ? 'fin' : 'in-order';
    found.push({ shape, ack, isn: syn.seq, bytes, held: 0, own: own.gapless ? own.bytes : 0 });
  });
  return found;
});

function draft(counted: Counted): QuestionDraft | null {
  const { trace, shape, ack, syn, isn, bytes, held, own } = counted;
  const receiver = ack.from;
  const host = peerOf(receiver);
  const distance = seqDistance(isn, ack.ack);
  const fin = shape === 'fin';
  const optional: (readonly [MisconceptionId, number])[] = [];
  if (own > 0) optional.push(['M12', own]);
  optional.push(...unwrappedDifference(isn, ack.ack));
  const fields = allFields([
    numberField({ id: 'bytes', label: { ko: '바이트 수', en: 'bytes' }, place: null }, bytes, {
      required: [
        ['N06', ack.ack],
        ['N07', allNumbersAreData(isn, ack.ack)],
        fin ? ['M09', bytesWithFin(isn, ack.ack)] : ['N08', lessAFin(isn, ack.ack)],
        ...(shape === 'gap' ? ([['N11', withHeldBytes(bytes, held)]] as const) : []),
      ],
      optional,
    }),
  ]);
  const until = untilSeen(trace, ack.n);
  return (
    fields && {
      prompt: {
        ko: `${HOST[host].ko}의 ISN은 ${isn}입니다. ${HOST[receiver].ko}가 방금 보낸 ACK(ack=${ack.ack})에 따르면 ${HOST[receiver].ko}가 빈 곳 없이 받은 데이터는 몇 바이트입니까?`,
        en: `The ${host}'s ISN is ${isn}. Going by the ACK (ack ${ack.ack}) that ${HOST[receiver].en} has just sent, how many bytes of data has it received without a gap?`,
      },
      conventions: [],
      trace,
      view: questionView(trace, {
        until,
        asked: [],
        alsoHidden: sentBy(trace, host)
          .filter(({ n, len }) => len > 0 && sendIndex(trace, n) < until)
          .map(({ n }) => ({ segment: n, part: 'len' })),
        // send(500 bytes) would answer it.
        marks: false,
        focus: syn === null ? [ack.n] : [syn.n, ack.n],
      }),
      fields,
      figures: [],
      hints: BYTES_RECEIVED_HINTS,
      explanation: [
        {
          text: {
            ko: `ack=${withParticle(ack.ack, '은/는')} 그 앞 번호까지 모두 받았다는 뜻입니다. ISN부터 세면 번호는 ${difference(ack.ack, isn)}개입니다.`,
            en: `ack ${ack.ack} says that every number before it has come: counted from the ISN, ${difference(ack.ack, isn)} numbers.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        fin
          ? {
              text: {
                ko: `그 가운데 SYN과 FIN이 하나씩 썼습니다. 데이터는 ${difference(distance, 1, 1)}바이트입니다.`,
                en: `The SYN and the FIN took one each. That leaves ${difference(distance, 1, 1)} bytes of data.`,
              },
              rfc: 'RFC 9293 §3.4',
            }
          : {
              text: {
                ko: `그 가운데 하나는 SYN이 썼습니다. 데이터는 ${difference(distance, 1)}바이트입니다.`,
                en: `The SYN took one of them. That leaves ${difference(distance, 1)} bytes of data.`,
              },
              rfc: 'RFC 9293 §3.4',
            },
        ...(shape === 'gap'
          ? [
              {
                text: {
                  ko: `빈 곳 뒤에서 먼저 도착한 ${held}바이트는 ack에 들어 있지 않습니다.`,
                  en: `${HOST_FIRST[receiver].en} holds another ${held} bytes above the gap; the ack does not cover those.`,
                },
                rfc: 'RFC 9293 §3.4',
              },
            ]
          : []),
      ],
    }
  );
}
