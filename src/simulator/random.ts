import { hash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that a seed settles completely: the same seed gives the same draws on every machine. */
export interface Random {
  /** An integer in [min, max], both included; max - min < 2^32. */
  int(min: number, max: number): number;
  /** True with probability p (0..1), in steps of 2^-32. */
  chance(p: number): boolean;
  /** One of the items. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** The items in another order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream named by `label`; draws from one never shift the other. */
  fork(label: string): Random;
}

/** A Random for a seed of any text. */
export function randomFrom(seed: string): Random {
  // Many streams are forked and few drawn from, and seeding one costs more than a draw.
  let seeded: Generator | null = null;
  const generator = (): Generator => {
    seeded ??= generatorFrom(seed);
    return seeded;
  };
  const int = (min: number, max: number): number => uniformInt(generator(), min, max);
  return {
    int,
    // The generator's numbers are the integers from -2^31 to 2^31 - 1.
    chance: (p) => generator().next() + 0x8000_0000 < p * 0x1_0000_0000,
    pick(items) {
      if (items.length === 0) throw new RangeError('pick from an empty list');
      return items[int(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle(items) {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
    fork: (label) => randomFrom(`${seed}/${label}`),
  };
}

type Generator = ReturnType<typeof xoroshiro128plusFromState>;

function generatorFrom(seed: string): Generator {
  const digest = hash('sha256', seed, 'buffer');
  return xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
}
