import type { Text } from '../../../language.ts';
import { type HostName, peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { mixedRunsOn, receivedUpTo } from '../../captured/mixed-runs.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { sendIndex } from '../../moments.ts';
import { drawPermuted, type Permuted } from '../../situations/streams-permuted.ts';
import type { Skill } from '../../skill.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { draft } from './permuted-draft.ts';

export const permutedAcks: Skill = {
  id: 'ack.permuted',
  title: { ko: '뒤섞여 도착한 세그먼트의 ACK 목록', en: 'Every ACK of a permuted arrival' },
  type: 21,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.gap-filled', 'ack.duplicate-segment'],
  pose: (random) => {
    const permuted = drawPermuted(random);
    if (permuted === null) return null;
    const { trace, sender, segments, arrivals, acks } = permuted;
    const [sent] = segments;
    if (sent === undefined) return null;
    const receiver = peerOf(sender);
    const fate = fateOf(permuted);
    return draft({
      trace,
      first: sent.seq,
      arrivals,
      answer: acks.map(({ ack }) => ack),
      until: sendIndex(trace, sent.n),
      prompt: {
        ko: `${HOST[sender].ko}가 데이터 세그먼트 ${segments.length}개를 잇달아 보냅니다. 첫 세그먼트의 seq는 ${sent.seq}이고 길이는 차례로 ${lengths(segments)}바이트입니다. ${fate.ko} 표는 세그먼트가 ${HOST[receiver].ko}에 도착한 순서입니다. ${listThem(receiver).ko}`,
        en: `${HOST_FIRST[sender].en} sends ${segments.length} data segments in a row: the first has seq ${sent.seq}, and they carry ${lengths(segments)} bytes in turn. ${fate.en} The table has them in the order in which they reach ${HOST[receiver].en}. ${listThem(receiver).en}`,
      },
    });
  },
  poseOn: (captured, random) => {
    const run = pickMoment(random, mixedRunsOn(captured));
    const begun = run?.[0];
    const last = run?.at(-1);
    if (!run || begun === undefined || last?.answer == null) return null;
    const excerpt = excerptAround(captured, [begun.segment.n, last.answer.n]);
    if (excerpt === null) return null;
    const { trace } = excerpt.captured;
    const sender = begun.segment.from;
    const receiver = peerOf(sender);
    return inExcerpt(
      excerpt,
      draft({
        trace,
        first: begun.rcvNxt,
        arrivals: run.map(({ segment }) => segment),
        answer: run.flatMap(({ answer }) => answer?.ack ?? []),
        until: sendIndex(trace, excerpt.at(begun.segment.n).n),
        prompt: {
          ko: `${receivedUpTo(sender, begun.rcvNxt).ko} 이제 표의 세그먼트가 표의 순서로 도착합니다. ${listThem(receiver).ko}`,
          en: `${receivedUpTo(sender, begun.rcvNxt).en} Now the segments of the table arrive, in that order. ${listThem(receiver).en}`,
        },
      }),
    );
  },
};

function listThem(receiver: HostName): Text {
  return {
    ko: `그동안 ${HOST[receiver].ko}가 보내는 ACK의 ack를 보내는 순서대로 모두 적으세요.`,
    en: `Give the ack of every ACK that ${HOST[receiver].en} sends meanwhile, in order.`,
  };
}

function lengths(segments: readonly TracedSegment[]): string {
  return segments.map(({ len }) => len).join(', ');
}

function fateOf({ lost, copied }: Permuted) {
  if (lost !== null) {
    return { ko: `${lost + 1}번째는 유실됩니다.`, en: `Number ${lost + 1} of them is lost.` };
  }
  if (copied !== null) {
    return {
      ko: `${copied + 1}번째는 네트워크에서 복제되어 두 번 도착합니다.`,
      en: `The network duplicates number ${copied + 1}, so it arrives twice.`,
    };
  }
  return { ko: '유실되는 것은 없습니다.', en: 'None of them is lost.' };
}
