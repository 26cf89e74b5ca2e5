/*
 * What a sender in a SACK-based recovery may send (RFC 6675 §4, §5), and the wrong rules about it. Everything is counted
 * in full-sized segments from SND.UNA on: so many SACKed segments above a hole are more than (so many - 1) * SMSS octets.
 */

/** A sender's scoreboard. */
export interface Board {
  /** Whether each segment outstanding is SACKed; the first is not. */
  readonly sacked: readonly boolean[];
  /** Segments from SND.UNA up to HighRxt. */
  readonly resent: number;
  readonly newData: boolean;
}

/** Which of the rules are followed; the right ones are RFC_6675. */
export interface Sender {
  readonly dupThresh: number;
  /** What NextSeg tries in turn: lost holes (rule 1), new data (rule 2), other holes (rule 3). */
  readonly order: readonly ('lost' | 'new' | 'hole')[];
}

export const RFC_6675: Sender = { dupThresh: 3, order: ['lost', 'new', 'hole'] };
/** N211. */
export const TWO_ARE_ENOUGH: Sender = { ...RFC_6675, dupThresh: 2 };
/** N212. */
export const NEW_DATA_FIRST: Sender = { ...RFC_6675, order: ['new', 'lost', 'hole'] };
/** N213. */
export const ALL_HOLES_FIRST: Sender = { ...RFC_6675, order: ['lost', 'hole', 'new'] };

/** IsLost for the segment at `index`. */
export function isLost({ sacked }: Board, index: number, dupThresh: number): boolean {
  return sacked.slice(index + 1).filter(Boolean).length >= dupThresh;
}

/** Segments not SACKed, by index. */
export function missing({ sacked }: Board): readonly number[] {
  return sacked.flatMap((there, index) => (there ? [] : [index]));
}

/** SetPipe, in segments. */
export function pipeOf(board: Board, { dupThresh }: Sender): number {
  return withoutResent(board, dupThresh) + missing(board).filter((index) => index < board.resent).length;
}

/** N210: pipe without what has been sent again. */
export function withoutResent(board: Board, dupThresh: number): number {
  return missing(board).filter((index) => !isLost(board, index, dupThresh)).length;
}

/** What is sent in turn, by index, `count` segments: those from SND.NXT on are new. Null when the rules give out. */
export function nextSegments(board: Board, sender: Sender, count: number): readonly number[] | null {
  const { sacked, newData } = board;
  const top = sacked.lastIndexOf(true);
  const sent: number[] = [];
  let { resent } = board;
  let next = sacked.length;
  while (sent.length < count) {
    const holes = missing(board).filter((index) => index >= resent && index < top);
    const found = {
      lost: holes.find((index) => isLost(board, index, sender.dupThresh)),
      new: newData ? next : undefined,
      hole: holes[0],
    };
    const rule = sender.order.find((one) => found[one] !== undefined);
    const chosen = rule === undefined ? undefined : found[rule];
    if (chosen === undefined) return null;
    if (rule === 'new') next += 1;
    else resent = chosen + 1;
    sent.push(chosen);
  }
  return sent;
}

/** M15: from HighRxt on all that was sent, SACKed or not. */
export function everythingAbove({ resent }: Board, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => resent + index);
}

/** N214: as though nothing had been sent again. */
export function fromTheStart(board: Board): Board {
  return { ...board, resent: 0 };
}
