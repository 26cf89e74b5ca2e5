import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../captured/moment.ts';
import { type Neighbours, neighboursOn, SHAPES, type Shape } from '../captured/neighbours.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { finOneLater } from '../misconceptions/gaps-rules.ts';
import { ackTakesNumber } from '../misconceptions/handshake-rules.ts';
import {
  acrossDirections,
  afterRetransmitted,
  lastByteSent,
  oneForTheSegment,
  oneMoreThanData,
  unwrapped,
  withHeaders,
  withTcpHeader,
} from '../misconceptions/numbers-rules.ts';
import { dataFrom, isPureAck, sentBy } from '../moments.ts';
import type { Candidates } from '../predictions.ts';
import type { ExplanationStep, Hints } from '../question.ts';
import { drawHost, drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { NEXT_SEQUENCE_HINTS, SAME_BYTES_HINTS } from './numbers-hints.ts';

interface Pair extends Said {
  readonly trace: Trace;
  /** The segment before, of the same host, and the one asked about. */
  readonly before: TracedSegment;
  readonly asked: TracedSegment;
}

/** What a shape of this question differs in. */
interface Said {
  readonly wrong: Candidates<number>;
  readonly prompt: Text;
  readonly hints: Hints;
  readonly explanation: readonly ExplanationStep[];
  /** Whether the answer must not be read off another segment. */
  readonly secret: boolean;
}

export const nextSequence: Skill = {
  id: 'seq.next',
  title: { ko: '다음 세그먼트의 seq', en: 'The seq of the next segment' },
  type: 6,
  level: 'easy',
  concepts: ['numbers'],
  after: ['seq.first-data'],
  pose: (random) => {
    const shape = random.pick([nextData, nextData, finAfterData, afterPureAck, retransmission]);
    const pair = shape(random, drawHost(random));
    return pair && draft(pair);
  },
  poseOn: (captured, random) => {
    const shape = random.pick(SHAPES);
    const moment = pickMoment(
      random,
      neighboursOn(captured).filter((pair) => pair.shape === shape),
    );
    const excerpt = moment && excerptAround(captured, [moment.before.n, moment.asked.n]);
    if (moment === null || excerpt === null) return null;
    const before = excerpt.at(moment.before.n);
    const asked = excerpt.at(moment.asked.n);
    const said = CAPTURED_WORDS[shape]({ before, asked, other: moment.other });
    return inExcerpt(excerpt, draft({ trace: excerpt.captured.trace, before, asked, ...said }));
  },
};

function draft({ trace, asked, before, wrong, prompt, hints, explanation, secret }: Pair): QuestionDraft | null {
  const place = { segment: asked.n, part: 'seq' } as const;
  const fields = allFields([numberField({ id: 'seq', label: LABELS.seq, place }, asked.seq, wrong)]);
  return (
    fields && {
      prompt,
      conventions: [ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, asked.n),
        asked: [place],
        secret: secret ? [asked.seq] : [],
        focus: [before.n, asked.n],
      }),
      fields,
      figures: [],
      hints,
      explanation,
    }
  );
}

/** New data after data, perhaps with the other side talking in between. */
function nextData(random: Random, host: HostName): Pair | null {
  const [a = 0, b = 0, other = 0] = drawSizes(random, 3);
  const between = random.chance(0.5);
  const inARow = !between && random.chance(0.5);
  const talk = between ? [{ host: peerOf(host), sizes: [other] }] : [];
  const trace = play(random, {
    isn: drawIsns(random),
    turns: inARow ? [{ host, sizes: [a, b] }] : [{ host, sizes: [a] }, ...talk, { host, sizes: [b] }],
  });
  const [before, asked] = dataFrom(trace, host);
  if (before === undefined || asked === undefined) return null;
  return { trace, before, asked, ...afterDataWords({ before, asked, other: between ? other : 0 }) };
}

function afterDataWords({ before, asked, other }: Neighbours): Said {
  const host = asked.from;
  const end = seqAdd(before.seq, before.len);
  return {
    wrong: {
      required: [...wrongAfterData(before), ['M02', oneMoreThanData(end)]],
      optional: [
        ['M11', asked.ack],
        ...withHeaders(end),
        ...(other > 0 ? ([['M12', acrossDirections(end, other)]] as const) : []),
        ...unwrapped(before.seq, before.len),
      ],
    },
    prompt: {
      ko: `${HOST[host].ko}가 데이터 ${before.len}바이트(seq=${before.seq})를 보낸 뒤 새 데이터 ${asked.len}바이트를 보냅니다. 두 번째 데이터 세그먼트의 seq는 얼마입니까?`,
      en: `${HOST_FIRST[host].en} has sent ${before.len} bytes of data (seq ${before.seq}) and then sends ${asked.len} new bytes. Which seq does this second data segment carry?`,
    },
    hints: NEXT_SEQUENCE_HINTS,
    explanation: [
      bytesStep(before),
      {
        text: {
          ko: `다음 새 바이트의 번호는 ${sum(before.seq, before.len)}입니다.${other > 0 ? ' 상대가 보낸 것은 이 번호에 영향을 주지 않습니다.' : ''}`,
          en: `The next new byte is number ${sum(before.seq, before.len)}${other > 0 ? '; what the peer sends does not affect it' : ''}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
    secret: true,
  };
}

/** The FIN after data. */
function finAfterData(random: Random, host: HostName): Pair | null {
  const trace = play(random, {
    isn: drawIsns(random),
    turns: [{ host, sizes: drawSizes(random, random.int(1, 2)) }],
    closes: host,
  });
  const before = dataFrom(trace, host).at(-1);
  const asked = sentBy(trace, host).find((segment) => segment.flags.includes('FIN'));
  if (before === undefined || asked === undefined) return null;
  return { trace, before, asked, ...finWords({ before, asked }) };
}

function finWords({ before, asked }: Pick<Neighbours, 'before' | 'asked'>): Said {
  const host = asked.from;
  return {
    wrong: {
      required: [['M10', before.seq], ...wrongAfterData(before), ['N49', finOneLater(asked.seq)]],
      optional: [['M11', asked.ack], ...unwrapped(before.seq, before.len)],
    },
    prompt: {
      ko: `${HOST[host].ko}가 데이터 ${before.len}바이트(seq=${before.seq})를 보낸 뒤 연결을 닫습니다. 데이터 없이 보내는 FIN,ACK의 seq는 얼마입니까?`,
      en: `${HOST_FIRST[host].en} has sent ${before.len} bytes of data (seq ${before.seq}) and closes. Which seq does its FIN,ACK, sent without data, carry?`,
    },
    hints: NEXT_SEQUENCE_HINTS,
    explanation: [
      bytesStep(before),
      {
        text: {
          ko: `FIN은 마지막 바이트 바로 다음 번호를 차지합니다: ${sum(before.seq, before.len)}.`,
          en: `The FIN takes the number right after the last byte: ${sum(before.seq, before.len)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
    secret: true,
  };
}

/** Data after a pure ACK, which took no number. */
function afterPureAck(random: Random, host: HostName): Pair | null {
  const [a = 0, b = 0, other = 0] = drawSizes(random, 3);
  const spoke = random.chance(0.5);
  const first = spoke ? [{ host, sizes: [a] }] : [];
  const trace = play(random, {
    isn: drawIsns(random),
    turns: [...first, { host: peerOf(host), sizes: [other] }, { host, sizes: [b] }],
  });
  const asked = dataFrom(trace, host).at(-1);
  const before = asked && sentBy(trace, host).findLast((segment) => segment.n < asked.n);
  if (asked === undefined || before === undefined || !isPureAck(before)) return null;
  return { trace, before, asked, ...afterAckWords({ before, asked, other }) };
}

function afterAckWords({ before, asked, other }: Neighbours): Said {
  const host = asked.from;
  return {
    wrong: {
      required: [
        ['M07', ackTakesNumber(before.seq)],
        ['M12', acrossDirections(before.seq, other)],
        ['M11', asked.ack],
      ],
      optional: [['M18', withTcpHeader(before.seq)]],
    },
    prompt: {
      ko: `${HOST[host].ko}가 마지막으로 보낸 것은 데이터 없는 ACK(seq=${before.seq})입니다. 이어서 보내는 데이터 ${asked.len}바이트의 seq는 얼마입니까?`,
      en: `The last segment ${HOST[host].en} sent is an ACK without data (seq ${before.seq}). Which seq do the ${asked.len} data bytes it sends next carry?`,
    },
    hints: NEXT_SEQUENCE_HINTS,
    explanation: [
      {
        text: {
          ko: `ACK(seq=${before.seq})에는 데이터도 SYN도 FIN도 없으므로 번호를 차지하지 않습니다.`,
          en: `The ACK (seq ${before.seq}) holds no data, no SYN and no FIN, so it takes no number.`,
        },
        rfc: 'RFC 9293 §3.5',
      },
      {
        text: {
          ko: `다음에 보낼 번호(SND.NXT)는 그대로 ${asked.seq}입니다.`,
          en: `The next number to send (SND.NXT) is still ${asked.seq}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
    secret: false,
  };
}

/** The same bytes again after a timeout. */
function retransmission(random: Random, host: HostName): Pair | null {
  const nth = random.int(1, 2);
  const sizes = drawSizes(random, nth);
  const trace = play(random, {
    isn: drawIsns(random),
    turns: sizes.map((size) => ({ host, sizes: [size] })),
    faults: [{ from: host, match: 'data', nth, effect: { kind: 'drop' } }],
  });
  const before = dataFrom(trace, host)[nth - 1];
  const asked = before && sentBy(trace, host).find((segment) => segment.repeats === before.n);
  if (before === undefined || asked === undefined) return null;
  return {
    trace,
    before,
    asked,
    ...againWords({ before, asked }),
    prompt: {
      ko: `${HOST[host].ko}가 보낸 데이터 ${before.len}바이트(seq=${before.seq})가 유실되어 재전송 타이머가 만료되었습니다. 같은 데이터를 다시 보내는 세그먼트의 seq는 얼마입니까?`,
      en: `${before.len} bytes of data from ${HOST[host].en} (seq ${before.seq}) were lost and its retransmission timer has expired. Which seq does the segment that sends the same data again carry?`,
    },
  };
}

/** Of a captured retransmission only that is known: it carries the same data. */
function againWords({ before, asked }: Pick<Neighbours, 'before' | 'asked'>): Said {
  const host = asked.from;
  return {
    wrong: {
      required: [
        ['M17', afterRetransmitted(before)],
        ['M03', oneForTheSegment(before.seq)],
      ],
      optional: [['M11', asked.ack], ...unwrapped(before.seq, before.len)],
    },
    prompt: {
      ko: `${HOST[host].ko}가 데이터 ${before.len}바이트(seq=${before.seq})를 보낸 뒤 같은 데이터를 다시 보냅니다(재전송). 다시 보내는 세그먼트의 seq는 얼마입니까?`,
      en: `${HOST_FIRST[host].en} has sent ${before.len} bytes of data (seq ${before.seq}) and sends the same data again (a retransmission). Which seq does the segment sent again carry?`,
    },
    hints: SAME_BYTES_HINTS,
    explanation: [
      bytesStep(before),
      {
        text: {
          ko: `재전송은 같은 바이트를 다시 보내는 것이므로 seq도 그대로 ${asked.seq}입니다.`,
          en: `A retransmission sends the same bytes again, so its seq is still ${asked.seq}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
    ],
    secret: false,
  };
}

const CAPTURED_WORDS: Readonly<Record<Shape, (pair: Neighbours) => Said>> = {
  data: afterDataWords,
  fin: finWords,
  'after-ack': afterAckWords,
  again: againWords,
};

/** Slips after a data segment, whatever is sent next. */
function wrongAfterData({ seq, len }: TracedSegment): Candidates<number>['required'] {
  return [
    ['N48', lastByteSent(seqAdd(seq, len))],
    ['M03', oneForTheSegment(seq)],
  ];
}

function bytesStep(segment: TracedSegment): ExplanationStep {
  const last = seqAdd(segment.seq, segment.len - 1);
  return {
    text: {
      ko: `seq=${segment.seq}, ${segment.len}바이트인 세그먼트는 ${segment.seq}번부터 ${last}번까지를 씁니다.`,
      en: `The segment with seq ${segment.seq} and ${segment.len} bytes uses numbers ${segment.seq} to ${last}.`,
    },
    rfc: 'RFC 9293 §3.4',
  };
}
