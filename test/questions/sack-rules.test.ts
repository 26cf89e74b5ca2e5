import { describe, expect, it } from 'vitest';
import {
  blockEach,
  heldRanges,
  highestFirst,
  holes,
  inclusiveEdges,
  lowestFirst,
  rangeAround,
} from '../../src/questions/misconceptions/sack-rules.ts';
import {
  ALL_HOLES_FIRST,
  type Board,
  everythingAbove,
  fromTheStart,
  NEW_DATA_FIRST,
  nextSegments,
  pipeOf,
  RFC_6675,
  TWO_ARE_ENOUGH,
  withoutResent,
} from '../../src/questions/misconceptions/sack-sending-rules.ts';
import type { TracedSegment } from '../../src/trace/trace.ts';

const arrival = (seq: number, len: number) => ({ seq, len, flags: ['ACK'] }) as unknown as TracedSegment;

describe('SACK blocks, right and wrong', () => {
  // RFC 2018 §7, third case: every second segment of 500 bytes from 5000 on is lost.
  const arrivals = [5500, 6500, 7500, 8500].map((seq) => arrival(seq, 500));
  const ranges = heldRanges(arrivals, 5000);

  it('has the range that grew last first', () => {
    expect(ranges).toEqual([
      [8500, 9000],
      [7500, 8000],
      [6500, 7000],
      [5500, 6000],
    ]);
    expect(heldRanges([...arrivals, arrival(6000, 500)], 5000)).toEqual([
      [5500, 7000],
      [8500, 9000],
      [7500, 8000],
    ]);
    expect(heldRanges([arrival(4500, 500), ...arrivals], 5000)).toEqual(ranges);
  });

  it('reckons across the wrap', () => {
    const wrapped = heldRanges([arrival(0xffff_ff00, 0x100), arrival(0, 10), arrival(50, 5)], 0xffff_fe00);
    expect(wrapped).toEqual([
      [50, 55],
      [0xffff_ff00, 10],
    ]);
    expect(lowestFirst(wrapped, 0xffff_fe00)).toEqual([
      [0xffff_ff00, 10],
      [50, 55],
    ]);
    expect(inclusiveEdges([[0xffff_ff00, 0]])).toEqual([[0xffff_ff00, 0xffff_ffff]]);
  });

  it('gives what wrong rules give', () => {
    const filled = [...arrivals, arrival(6000, 500)];
    const held = heldRanges(filled, 5000);
    expect(lowestFirst(held, 5000).map(([start]) => start)).toEqual([5500, 7500, 8500]);
    expect(highestFirst(held, 5000).map(([start]) => start)).toEqual([8500, 7500, 5500]);
    expect(holes(held, 5000)).toEqual([
      [5000, 5500],
      [7000, 7500],
      [8000, 8500],
    ]);
    expect(blockEach(filled, 5000)[0]).toEqual([6000, 6500]);
    expect(blockEach(filled, 5000)).toHaveLength(5);
  });

  it('finds the range around a duplicate above the ACK, and none around one below', () => {
    // RFC 2883 §4, the duplicate of an out-of-order segment.
    const held = heldRanges([arrival(4500, 500), arrival(5000, 500), arrival(5000, 500)], 4000);
    expect(held).toEqual([[4500, 5500]]);
    expect(rangeAround(held, [5000, 5500])).toEqual([4500, 5500]);
    expect(rangeAround(held, [3000, 3500])).toBeNull();
  });
});

describe('what a SACK-based recovery sends', () => {
  const board = (marks: string, resent: number, newData = true): Board => ({
    sacked: [...marks].map((mark) => mark === 's'),
    resent,
    newData,
  });
  // Holes 0, 2 and 5: 0 and 2 have three or more SACKed above them, 5 has two.
  const plain = board('.s.ss.ss..', 1);

  it('counts pipe by SetPipe', () => {
    expect(pipeOf(plain, RFC_6675)).toBe(4);
    expect(withoutResent(plain, 3)).toBe(3);
    expect(pipeOf(plain, TWO_ARE_ENOUGH)).toBe(3);
    expect(pipeOf(board('.ss', 1), RFC_6675)).toBe(2);
  });

  it('takes lost holes, then new data, and other holes for want of it', () => {
    expect(nextSegments(plain, RFC_6675, 3)).toEqual([2, 10, 11]);
    expect(nextSegments({ ...plain, newData: false }, RFC_6675, 2)).toEqual([2, 5]);
    expect(nextSegments({ ...plain, newData: false }, RFC_6675, 3)).toBeNull();
  });

  it('gives what wrong rules give', () => {
    expect(nextSegments(plain, TWO_ARE_ENOUGH, 3)).toEqual([2, 5, 10]);
    expect(nextSegments(plain, NEW_DATA_FIRST, 2)).toEqual([10, 11]);
    expect(nextSegments(plain, ALL_HOLES_FIRST, 3)).toEqual([2, 5, 10]);
    expect(nextSegments(fromTheStart(plain), RFC_6675, 2)).toEqual([0, 2]);
    expect(everythingAbove(plain, 3)).toEqual([1, 2, 3]);
  });
});
