import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pipe } from '../../../src/tcp/recovery/pipe.ts';
import { DUP_THRESH, Scoreboard } from '../../../src/tcp/recovery/scoreboard.ts';
import { seqAdd } from '../../../src/tcp/sequence.ts';
import { opened } from '../opened.ts';

/** The scoreboard as RFC 6675 §3 describes it: octet by octet. `base` is SND.UNA, near the wrap as often as not. */
const SPAN = 60;
const SMSS = 5;

const bases = fc.constantFrom(0, 1000, 0xffff_ffff - SPAN / 2, 0x7fff_fff0);
const blocks = fc.array(fc.tuple(fc.integer({ min: 1, max: SPAN - 1 }), fc.integer({ min: 1, max: 12 })), {
  maxLength: 14,
});

function both(base: number, given: readonly (readonly [number, number])[]) {
  const board = new Scoreboard();
  const octets = new Set<number>();
  for (const [from, length] of given) {
    const to = Math.min(SPAN, from + length);
    const before = octets.size;
    for (let octet = from; octet < to; octet++) octets.add(octet);
    expect(board.add(seqAdd(base, from), seqAdd(base, to))).toBe(octets.size - before);
  }
  return { board, octets };
}

/** IsLost (RFC 6675 §4), by its words. */
function isLost(octets: ReadonlySet<number>, seq: number): boolean {
  let pieces = 0;
  let bytes = 0;
  for (let octet = seq + 1; octet < SPAN; octet++) {
    if (!octets.has(octet)) continue;
    bytes += 1;
    if (!octets.has(octet - 1) || octet === seq + 1) pieces += 1;
  }
  return pieces >= DUP_THRESH || bytes > (DUP_THRESH - 1) * SMSS;
}

describe('the scoreboard against a set of octets', () => {
  test('what is SACKed, counted and asked for', () => {
    fc.assert(
      fc.property(bases, blocks, fc.integer({ min: 0, max: SPAN }), (base, given, at) => {
        const { board, octets } = both(base, given);
        expect(board.bytes).toBe(octets.size);
        const told = board.ranges().flatMap(([start, end]) => {
          const from = (start - base) >>> 0;
          return Array.from({ length: (end - start) >>> 0 }, (_, i) => from + i);
        });
        expect(told).toEqual([...octets].sort((a, b) => a - b));
        expect(board.bytesBelow(seqAdd(base, at))).toBe([...octets].filter((octet) => octet < at).length);
        let hole = at;
        while (octets.has(hole)) hole += 1;
        expect(board.nextHole(seqAdd(base, at))).toBe(seqAdd(base, hole));
        let top = SPAN;
        while (octets.has(top - 1)) top -= 1;
        expect(board.topHole(seqAdd(base, SPAN))).toBe(seqAdd(base, top));
      }),
    );
  });

  test('a cumulative ACK takes away what lies below it', () => {
    fc.assert(
      fc.property(bases, blocks, fc.integer({ min: 0, max: SPAN }), (base, given, una) => {
        const { board, octets } = both(base, given);
        board.advance(seqAdd(base, una));
        const left = [...octets].filter((octet) => octet >= una);
        expect(board.bytes).toBe(left.length);
        expect(board.bytesBelow(seqAdd(base, SPAN))).toBe(left.length);
      }),
    );
  });

  test('IsLost holds for the missing octets below the loss edge, and for no other', () => {
    fc.assert(
      fc.property(bases, blocks, (base, given) => {
        const { board, octets } = both(base, given);
        const edge = board.lossEdge(SMSS);
        const below = edge === null ? 0 : (edge - base) >>> 0;
        for (let octet = 0; octet < SPAN; octet++) {
          if (!octets.has(octet)) expect(octet < below, `octet ${octet}`).toBe(isLost(octets, octet));
        }
      }),
    );
  });

  test('SetPipe (RFC 6675 §4) octet by octet', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0, max: SPAN }), (given, rexmitted) => {
        const { tcb } = opened('ESTABLISHED');
        const { board, octets } = both(tcb.snd.una, given);
        Object.assign(tcb, { scoreboard: board });
        tcb.snd.nxt = seqAdd(tcb.snd.una, SPAN);
        tcb.snd.mss = SMSS;
        const highRxt = seqAdd(tcb.snd.una, rexmitted);
        tcb.recovery = { kind: 'sack', recover: tcb.snd.nxt, highRxt, rescueRxt: highRxt };
        let expected = 0;
        for (let octet = 0; octet < SPAN; octet++) {
          if (octets.has(octet)) continue;
          if (!isLost(octets, octet)) expected += 1;
          if (octet < rexmitted) expected += 1;
        }
        expect(pipe(tcb)).toBe(expected);
      }),
    );
  });
});
