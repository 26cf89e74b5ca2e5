import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import type { Figure } from '../../figure.ts';
import { type Board, isLost, missing, pipeOf, RFC_6675 } from '../../misconceptions/sack-sending-rules.ts';
import type { Range } from '../../question.ts';
import { drawIsn } from '../../situations/conversation.ts';

/** A sender in the middle of a SACK-based recovery, with room for `count` segments. */
export interface Recovering {
  readonly board: Board;
  readonly una: number;
  readonly smss: number;
  readonly cwnd: number;
  readonly count: number;
}

/** The first hole, and at times further ones, have been sent again already. */
export function drawRecovering(random: Random): Recovering | null {
  const length = random.int(8, 13);
  const top = length - 1 - random.int(0, 3);
  const sacked = Array.from(
    { length },
    (_, index) => index === top || (index > 0 && index < top && random.chance(0.6)),
  );
  const newData = random.chance(0.75);
  const empty: Board = { sacked, resent: 0, newData };
  const lost = missing(empty).filter((index) => isLost(empty, index, RFC_6675.dupThresh));
  if (lost.length === 0) return null;
  const again = random.chance(0.6) ? 0 : random.int(0, lost.length - 1);
  const board: Board = { ...empty, resent: (lost[again] ?? 0) + 1 };
  const smss = random.int(100, 1460);
  const count = random.int(1, 3);
  const cwnd = (pipeOf(board, RFC_6675) + count) * smss + random.int(0, smss - 1);
  return { board, una: drawIsn(random), smss, cwnd, count };
}

/** The seq of a segment by its index. */
export function seqOf({ una, smss }: Recovering, index: number): number {
  return seqAdd(una, index * smss);
}

/** What is SACKed, in order. */
function sackedRanges(recovering: Recovering): readonly Range[] {
  const { sacked } = recovering.board;
  return sacked.flatMap((there, index): Range[] => {
    if (!there || sacked[index - 1] === true) return [];
    const length = sacked.slice(index).findIndex((one) => !one);
    const end = length < 0 ? sacked.length : index + length;
    return [[seqOf(recovering, index), seqOf(recovering, end)]];
  });
}

/** The sender's variables and its scoreboard. */
export function boardFigures(recovering: Recovering): readonly Figure[] {
  const { board, una, smss, cwnd } = recovering;
  return [
    {
      kind: 'values',
      title: null,
      values: [
        { name: 'SMSS', value: smss },
        { name: 'cwnd', value: cwnd },
        { name: 'SND.UNA (HighACK + 1)', value: una },
        { name: 'SND.NXT (HighData + 1)', value: seqOf(recovering, board.sacked.length) },
        { name: 'HighRxt', value: seqAdd(seqOf(recovering, board.resent), -1) },
      ],
    },
    {
      kind: 'table',
      title: { ko: 'SACK된 범위', en: 'SACKed ranges' },
      head: [
        { ko: '왼쪽 경계', en: 'left edge' },
        { ko: '오른쪽 경계', en: 'right edge' },
      ],
      rows: sackedRanges(recovering),
    },
  ];
}
