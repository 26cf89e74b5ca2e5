import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { SEQUENCE_SPACE, seqAdd } from '../../../tcp/sequence.ts';

/** Two 32-bit numbers: the one that is known, and the one that is judged against it. */
export interface Pair {
  readonly known: number;
  readonly judged: number;
  /** The shorter way between them: 1 .. 2^31 - 1. */
  readonly distance: number;
  readonly newer: boolean;
  /** Whether 0 lies on that way, so that the larger number is the earlier one. */
  readonly wraps: boolean;
}

const HALF = SEQUENCE_SPACE / 2;

/** A pair at most `furthest` apart, in either order; most have the wrap between them. */
export function drawPair(random: Random, furthest: number): Pair {
  const distance = random.int(2, random.chance(0.5) ? Math.min(furthest, 99_999) : furthest);
  const newer = random.chance(0.5);
  const wraps = random.chance(0.65);
  const earlier = wraps
    ? SEQUENCE_SPACE - random.int(1, distance)
    : random.int(1, SEQUENCE_SPACE - 1 - distance - random.int(0, 9));
  const later = seqAdd(earlier, distance);
  const [known, judged] = newer ? [earlier, later] : [later, earlier];
  return { known, judged, distance, newer, wraps };
}

/** What the two numbers are, and what it means that one is the newer. */
export interface Comparison {
  readonly furthest: number;
  readonly known: string;
  readonly judged: string;
  readonly prompt: Text;
  readonly orderLabel: Text;
  readonly label: Text;
  readonly newer: Text;
  readonly older: Text;
  /** Said at the end of the explanation: what follows. */
  readonly newerMeans: Text;
  readonly olderMeans: Text;
  readonly rfc: string;
}

export const COMPARISONS: readonly [Comparison, Comparison, Comparison] = [
  {
    furthest: HALF - 1000,
    known: 'a',
    judged: 'b',
    prompt: {
      ko: '32비트 순서 번호 a와 b가 주어져 있습니다. b는 a보다 뒤의 번호입니까, 앞의 번호입니까? 그리고 둘은 얼마나 떨어져 있습니까?',
      en: 'Two 32-bit sequence numbers a and b are given. Is b newer (later) or older than a, and how far apart are they?',
    },
    orderLabel: { ko: 'b의 순서', en: 'b is' },
    label: { ko: '떨어진 거리(번호 개수)', en: 'how far apart' },
    newer: { ko: 'a보다 뒤(새 번호)', en: 'newer than a' },
    older: { ko: 'a보다 앞(옛 번호)', en: 'older than a' },
    newerMeans: { ko: 'b가 a보다 뒤의 번호입니다', en: 'b is the newer one' },
    olderMeans: { ko: 'b가 a보다 앞의 번호입니다', en: 'b is the older one' },
    rfc: 'RFC 9293 §3.4',
  },
  {
    furthest: 999_999,
    known: 'RCV.NXT',
    judged: 'SEG.SEQ',
    prompt: {
      ko: '데이터 세그먼트가 도착했습니다. 세그먼트의 첫 바이트는 RCV.NXT보다 앞의 번호(이미 받은 바이트)입니까, 뒤의 번호(사이에 빈 곳이 있음)입니까? 그리고 RCV.NXT에서 몇 바이트 떨어져 있습니까?',
      en: 'A data segment arrives. Does its first byte come before RCV.NXT (already received) or after it (there is a gap in between), and how many bytes is it away from RCV.NXT?',
    },
    orderLabel: { ko: '첫 바이트의 위치', en: 'first byte' },
    label: { ko: 'RCV.NXT와의 거리(바이트)', en: 'bytes away from RCV.NXT' },
    newer: { ko: 'RCV.NXT보다 뒤(빈 곳이 있음)', en: 'after RCV.NXT: there is a gap' },
    older: { ko: 'RCV.NXT보다 앞(이미 받음)', en: 'before RCV.NXT: already received' },
    newerMeans: {
      ko: '이 세그먼트는 RCV.NXT 뒤에 있고 그 사이는 빈 곳입니다',
      en: 'the segment lies beyond RCV.NXT, with a gap in between',
    },
    olderMeans: {
      ko: '이 세그먼트는 RCV.NXT 앞, 곧 이미 받은 바이트에서 시작합니다',
      en: 'the segment begins before RCV.NXT, with a byte received already',
    },
    rfc: 'RFC 9293 §3.4',
  },
  {
    furthest: HALF - 1000,
    known: 'TS.Recent',
    judged: 'SEG.TSval',
    prompt: {
      ko: '타임스탬프 옵션을 쓰는 연결에 데이터 세그먼트가 도착했습니다. PAWS는 이 세그먼트를 통과시킵니까, 버립니까? 그리고 SEG.TSval은 TS.Recent에서 몇 틱 떨어져 있습니까?',
      en: 'A data segment arrives on a connection that uses the timestamps option. Does PAWS let it pass or drop it, and by how many ticks does SEG.TSval differ from TS.Recent?',
    },
    orderLabel: { ko: 'PAWS의 판정', en: 'PAWS' },
    label: { ko: '떨어진 틱 수', en: 'ticks apart' },
    newer: { ko: '통과(TSval이 더 새것)', en: 'passes: its TSval is newer' },
    older: { ko: '버림(TSval이 더 오래됨)', en: 'dropped: its TSval is older' },
    newerMeans: {
      ko: 'TSval이 TS.Recent보다 새것이고 세그먼트는 PAWS를 통과합니다',
      en: 'TSval is the newer one and the segment passes PAWS',
    },
    olderMeans: {
      ko: 'TSval이 TS.Recent보다 오래된 것이고 PAWS는 세그먼트를 버립니다',
      en: 'TSval is the older one and PAWS drops the segment',
    },
    rfc: 'RFC 7323 §5.2',
  },
];
