import type { Random } from '../../simulator/random.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { allFields, numberField } from '../fields.ts';
import { bytesWithFin } from '../misconceptions/closing-rules.ts';
import { allNumbersAreData, lessAFin, unwrappedDifference, withHeldBytes } from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { arrivalsAt, dataFrom, deliveredBy, reactionTo, sendIndex, sentBy } from '../moments.ts';
import { drawHost, drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { difference, HOST, HOST_FIRST, withParticle } from '../words.ts';
import { BYTES_RECEIVED_HINTS } from './numbers-hints.ts';

type Shape = 'in-order' | 'both-ways' | 'gap' | 'fin';

interface Counted {
  readonly trace: Trace;
  /** The ACK whose number is to be read. */
  readonly ack: TracedSegment;
  readonly syn: TracedSegment;
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
    ack,
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
    const receiver = peerOf(host);
    const shape = random.pick(['in-order', 'both-ways', 'gap', 'fin'] as const);
    const counted = drawCounted(random, host, shape);
    if (counted === null) return null;
    const { trace, ack, syn, bytes, held, own } = counted;
    const distance = seqDistance(syn.seq, ack.ack);
    const fin = shape === 'fin';
    const optional: (readonly [MisconceptionId, number])[] = [];
    if (own > 0) optional.push(['M12', own]);
    optional.push(...unwrappedDifference(syn.seq, ack.ack));
    const fields = allFields([
      numberField({ id: 'bytes', label: { ko: '바이트 수', en: 'bytes' }, place: null }, bytes, {
        required: [
          ['N06', ack.ack],
          ['N07', allNumbersAreData(syn.seq, ack.ack)],
          fin ? ['M09', bytesWithFin(syn.seq, ack.ack)] : ['N08', lessAFin(syn.seq, ack.ack)],
          ...(shape === 'gap' ? ([['N11', withHeldBytes(bytes, held)]] as const) : []),
        ],
        optional,
      }),
    ]);
    const until = untilSeen(trace, ack.n);
    return (
      fields && {
        prompt: {
          ko: `${HOST[host].ko}의 ISN은 ${syn.seq}입니다. ${HOST[receiver].ko}가 방금 보낸 ACK(ack=${ack.ack})에 따르면 ${HOST[receiver].ko}가 빈 곳 없이 받은 데이터는 몇 바이트입니까?`,
          en: `The ${host}'s ISN is ${syn.seq}. Going by the ACK (ack ${ack.ack}) that ${HOST[receiver].en} has just sent, how many bytes of data has it received without a gap?`,
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
          focus: [syn.n, ack.n],
        }),
        fields,
        figures: [],
        hints: BYTES_RECEIVED_HINTS,
        explanation: [
          {
            text: {
              ko: `ack=${withParticle(ack.ack, '은/는')} 그 앞 번호까지 모두 받았다는 뜻입니다. ISN부터 세면 번호는 ${difference(ack.ack, syn.seq)}개입니다.`,
              en: `ack ${ack.ack} says that every number before it has come: counted from the ISN, ${difference(ack.ack, syn.seq)} numbers.`,
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
  },
};
