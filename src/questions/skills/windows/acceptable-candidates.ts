import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import type { MisconceptionId } from '../../misconceptions.ts';

/** A segment offered as an answer; offsets count from RCV.NXT. */
export interface Candidate {
  readonly start: number;
  readonly len: number;
  /** Who would pick it, or null: nobody does by a rule. */
  readonly rule: MisconceptionId | null;
  readonly right: boolean;
  /** Whether it is acceptable, and why. */
  readonly why: Text;
}

/** Why a segment is acceptable or not, as the explanation says it. */
export const WHY = {
  inside: {
    ko: '첫 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
    en: 'its first number is in the window, so it is acceptable',
  },
  old: {
    ko: '마지막 번호가 RCV.NXT 바로 앞이라 모두 이미 받은 데이터입니다',
    en: 'its last number is just below RCV.NXT: all of it is old',
  },
  below: {
    ko: '마지막 번호까지 RCV.NXT보다 앞이라 모두 이미 받은 데이터입니다',
    en: 'even its last number is below RCV.NXT: all of it is old',
  },
  above: { ko: '처음부터 윈도우 너머에 있습니다', en: 'it starts beyond the window' },
  shut: { ko: '윈도우가 0이면 데이터는 받아들일 수 없습니다', en: 'no data is acceptable at a zero window' },
  edge: {
    ko: 'RCV.NXT + RCV.WND에서 시작하므로 윈도우 밖입니다',
    en: 'it starts at RCV.NXT + RCV.WND, outside the window',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Four segments for a window of some size, of which one or none is acceptable. */
export function drawCandidates(random: Random, wnd: number): readonly Candidate[] {
  const size = (): number => random.int(2, 1460);
  const old = size();
  const above = wnd + random.int(1, 3000);
  const wrong: Candidate[] = [
    {
      start: -old,
      len: old,
      rule: 'N124',
      right: false,
      why: WHY.old,
    },
    {
      start: above,
      len: size(),
      rule: 'N125',
      right: false,
      why: WHY.above,
    },
  ];
  if (wnd === 0) {
    return [
      ...wrong,
      {
        start: 0,
        len: size(),
        rule: 'N125',
        right: false,
        why: WHY.shut,
      },
      drawEmpty(random),
    ];
  }
  const edge: Candidate = {
    start: wnd,
    len: random.chance(0.3) ? 0 : size(),
    rule: 'M21',
    right: false,
    why: WHY.edge,
  };
  return [...wrong, edge, drawFourth(random, wnd)];
}

/** An empty segment that meets a zero window: acceptable at RCV.NXT and nowhere else. */
function drawEmpty(random: Random): Candidate {
  const start = random.chance(0.7) ? 0 : random.pick([-1, 1]);
  const why =
    start === 0
      ? {
          ko: '데이터가 없고 seq가 RCV.NXT이므로 받아들일 수 있습니다',
          en: 'it is empty and its seq is RCV.NXT, so it is acceptable',
        }
      : { ko: '데이터가 없지만 seq가 RCV.NXT와 다릅니다', en: 'it is empty, but its seq is not RCV.NXT' };
  return { start, len: 0, rule: null, right: start === 0, why };
}

function drawFourth(random: Random, wnd: number): Candidate {
  const len = random.int(2, Math.min(1460, wnd - 1));
  const cut = random.int(1, len - 1);
  switch (random.pick(['inside', 'left', 'left', 'right', 'right', 'last', 'below'] as const)) {
    case 'inside':
      return { start: random.int(0, wnd - len), len, rule: null, right: true, why: WHY.inside };
    case 'left':
      return {
        start: -cut,
        len,
        rule: null,
        right: true,
        why: {
          ko: '앞부분은 이미 받았지만 마지막 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
          en: 'it begins with old data, but its last number is in the window, so it is acceptable',
        },
      };
    case 'right':
      return {
        start: wnd - cut,
        len,
        rule: null,
        right: true,
        why: {
          ko: '끝부분은 윈도우를 넘지만 첫 번호가 윈도우 안에 있으므로 받아들일 수 있습니다',
          en: 'it reaches beyond the window, but its first number is inside, so it is acceptable',
        },
      };
    case 'last':
      return {
        start: wnd - 1,
        len: 0,
        rule: null,
        right: true,
        why: {
          ko: '데이터가 없고 seq가 윈도우의 마지막 번호이므로 받아들일 수 있습니다',
          en: 'it is empty and its seq is the last number of the window, so it is acceptable',
        },
      };
    case 'below':
      return {
        start: -1,
        len: 0,
        rule: null,
        right: false,
        why: { ko: '데이터가 없고 seq가 RCV.NXT보다 앞입니다', en: 'it is empty and its seq is below RCV.NXT' },
      };
  }
}
