import { peerOf } from '../../../trace/trace.ts';
import { answerTo } from '../../closing-moments.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { AS_MANY_BLOCKS_AS_FIT, RANGE_NOTATION } from '../../conventions-recovery.ts';
import { allFields, rangesField } from '../../fields.ts';
import { inclusive, newestAlone, oldestFirst, withAcknowledged } from '../../misconceptions/recovery-rules.ts';
import { arrivalsAt } from '../../moments.ts';
import type { Place } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawLoss } from '../../situations/recovery.ts';
import type { Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST } from '../../words.ts';

export const sackBlocks: Skill = {
  id: 'recovery.sack-blocks',
  title: { ko: 'ACK에 싣는 SACK 블록', en: 'The SACK blocks of an ACK' },
  type: 46,
  level: 'hard',
  concepts: ['late-segment', 'numbers'],
  after: ['ack.above-gap'],
  pose: (random) => {
    const count = random.int(6, 9);
    // Every second segment at most is lost, so that what arrives between two losses is a block of its own.
    const lostNumbers: number[] = [];
    for (let nth = random.int(1, 2); nth < count; nth += random.int(2, 3)) lostNumbers.push(nth);
    const { trace, sender, data, lost } = drawLoss(random, {
      segments: count,
      lost: lostNumbers,
      conventions: { sack: true },
    });
    const [hole] = lost;
    if (hole === undefined) return null;
    const receiver = peerOf(sender);
    const moments = arrivalsAt(trace, receiver).flatMap((arrival) => {
      const answer = arrival.segment.repeats === null ? answerTo(trace, arrival) : null;
      const blocks = answer?.options.sack ?? [];
      return answer !== null && blocks.length > 1 ? [{ arrived: arrival.segment, answer, blocks }] : [];
    });
    if (moments.length === 0) return null;
    const { arrived, answer, blocks } = random.pick(moments);
    const place: Place = { segment: answer.n, part: 'sack' };
    const first = data[0];
    const below = first === undefined || first === hole ? null : ([first.seq, hole.seq] as const);
    const [newest, ...others] = blocks;
    if (newest === undefined) return null;
    const fields = allFields([
      rangesField({ id: 'sack', label: { ko: 'SACK 블록', en: 'SACK blocks' }, place }, blocks, {
        required: [
          ['M44', oldestFirst(blocks)],
          ['N163', inclusive(blocks)],
          ['N164', newestAlone([arrived.seq, endOf(arrived)])],
        ],
        optional: below === null ? [] : [['N165', withAcknowledged(blocks, below)]],
      }),
    ]);
    if (fields === null) return null;
    const earlier = trace.segments.filter((s) => s.from === receiver && s.n < answer.n && s.options.sack !== undefined);
    const write = (ranges: typeof blocks) => ranges.map((range) => range.join('-')).join(', ');
    return {
      prompt: {
        ko: `${HOST[sender].ko}가 보낸 세그먼트 가운데 유실된 것을 빼고는 차례대로 도착합니다. seq=${arrived.seq}인 데이터가 도착했을 때 ${HOST[receiver].ko}가 곧바로 보내는 ACK에는 어떤 SACK 블록이 어떤 순서로 실립니까?`,
        en: `Apart from those lost, the segments of ${HOST[sender].en} arrive in order. When the data with seq ${arrived.seq} arrive, which SACK blocks does the ACK carry that ${HOST[receiver].en} sends at once, and in which order?`,
      },
      conventions: [ABSOLUTE_NUMBERS, RANGE_NOTATION, AS_MANY_BLOCKS_AS_FIT, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, answer.n),
        asked: [place],
        alsoHidden: earlier.map((s): Place => ({ segment: s.n, part: 'sack' })),
        focus: [arrived.n, answer.n],
      }),
      fields,
      figures: [],
      hints: [
        {
          ko: '블록 하나는 빈 곳 뒤에 끊김 없이 받아 둔 데이터이고, 오른쪽 끝은 그 데이터의 다음 번호입니다. 방금 온 데이터가 든 블록을 맨 앞에 씁니다.',
          en: 'A block is data held above a gap without a break; its right edge is the number after it. The block with the newest data comes first.',
        },
        {
          ko: '유실된 세그먼트를 경계로 삼아, 이 순간까지 도착한 데이터를 덩어리로 나눕니다.',
          en: 'The lost segments part what has arrived by this moment into pieces.',
        },
        {
          ko: '첫 유실보다 위에 있는 덩어리마다 첫 seq와 마지막 세그먼트의 seq + 길이를 적고, 최근에 보고한 것부터 늘어놓습니다.',
          en: 'For each piece above the first loss take its first seq, and the seq + length of its last segment; list the most recently reported first.',
        },
      ],
      explanation: [
        {
          text: {
            ko: `${hole.seq}번이 빠져 있으므로 ack는 ${answer.ack}에 머물고, 그보다 위에 받아 둔 데이터만 SACK 블록이 됩니다.`,
            en: `${hole.seq} is missing, so the ack stays at ${answer.ack}; only data held above it goes into SACK blocks.`,
          },
          rfc: 'RFC 2018 §3',
        },
        {
          text: {
            ko: `방금 온 ${arrived.seq}번이 든 블록이 맨 앞입니다. ${write([newest])}이며, 오른쪽 끝은 아직 받지 않은 다음 번호입니다.`,
            en: `The block with ${arrived.seq}, which has just arrived, comes first: ${write([newest])}. Its right edge is the number after its last byte.`,
          },
          rfc: 'RFC 2018 §4',
        },
        {
          text: {
            ko: `그 뒤에는 앞서 보고한 블록을 최근 것부터 다시 싣습니다. ${write(others)} 순서입니다.`,
            en: `The blocks reported before follow, the most recent first: ${write(others)}.`,
          },
          rfc: 'RFC 2018 §4',
        },
      ],
    };
  },
};
