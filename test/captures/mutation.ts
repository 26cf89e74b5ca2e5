import type { Random } from '../../src/simulator/random.ts';
import { joined } from './writing.ts';

/** A file to begin with, and where its records begin. */
export interface Seed {
  readonly name: string;
  readonly file: Uint8Array;
  /** Each record's first byte, the header of the file as the first; the end of the file last. */
  readonly marks: readonly number[];
}

export function seedOf(name: string, file: Uint8Array): Seed {
  return { name, file, marks: marksOf(file) };
}

/** Where the records of a whole file begin, as its lengths say. */
function marksOf(file: Uint8Array): readonly number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const marks = [0];
  if (view.getUint32(0) === 0x0a0d_0d0a) {
    let little = true;
    for (let at = 0; at < file.length; marks.push(at)) {
      if (view.getUint32(at) === 0x0a0d_0d0a) little = view.getUint32(at + 8, true) === 0x1a2b_3c4d;
      at += view.getUint32(at + 4, little);
    }
    return marks;
  }
  const little = file[0] !== 0xa1;
  const header = view.getUint32(0, little) === 0xa1b2_cd34 ? 24 : 16;
  for (let at = 24; at < file.length; at += header + view.getUint32(at + 8, little)) marks.push(at);
  return [...marks, file.length];
}

/** What people and disks do to files; `mutate` does some of it. */
type Mutation = (file: Uint8Array, seed: Seed, random: Random) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  flipped,
  flipped,
  renumbered,
  renumbered,
  renumbered,
  cut,
  repeated,
  dropped,
  swapped,
  inserted,
  padded,
];

/** The file with one change or several. */
export function mutate(seed: Seed, random: Random): Uint8Array {
  let file: Uint8Array = seed.file;
  for (let left = random.int(1, 4); left > 0; left--) file = random.pick(MUTATIONS)(file, seed, random);
  return file;
}

/** Bits, or whole bytes, anywhere. */
function flipped(file: Uint8Array, _: Seed, random: Random): Uint8Array {
  const changed = file.slice();
  if (file.length === 0) return changed;
  for (let left = random.int(1, 8); left > 0; left--) {
    const at = random.int(0, file.length - 1);
    changed[at] = random.chance(0.5) ? random.int(0, 255) : changed[at]! ^ (1 << random.int(0, 7));
  }
  return changed;
}

const EXTREMES = [
  0, 1, 2, 3, 7, 19, 20, 27, 28, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff, 262_144, 262_145,
];

/** A number of two or four bytes, in either order, mostly where headers stand. */
function renumbered(file: Uint8Array, { marks }: Seed, random: Random): Uint8Array {
  const changed = file.slice();
  if (file.length < 8) return changed;
  const view = new DataView(changed.buffer);
  const at = random.chance(0.8) ? random.pick(marks) + random.int(0, 95) : random.int(0, file.length - 4);
  if (at > file.length - 4) return changed;
  const little = random.chance(0.5);
  const wide = random.chance(0.5);
  const old = wide ? view.getUint32(at, little) : view.getUint16(at, little);
  const value = random.pick([
    random.pick(EXTREMES),
    old + random.int(-70, 70),
    random.int(0, 0x7fff_ffff),
    file.length - at,
  ]);
  if (wide) view.setUint32(at, value, little);
  else view.setUint16(at, value, little);
  return changed;
}

function cut(file: Uint8Array, { marks }: Seed, random: Random): Uint8Array {
  const end = random.chance(0.5) ? random.int(0, file.length) : random.pick(marks) + random.int(-3, 30);
  return file.slice(0, Math.max(0, end));
}

/** The bytes of some records in turn, as the file was before any change. */
function records({ marks }: Seed, random: Random): readonly [number, number] {
  const first = random.int(0, marks.length - 2);
  const last = Math.min(marks.length - 1, first + random.int(1, 3));
  return [marks[first]!, marks[last]!];
}

function repeated(file: Uint8Array, seed: Seed, random: Random): Uint8Array {
  const [start, end] = records(seed, random);
  const copies = Array.from({ length: random.int(1, 20) }, () => seed.file.subarray(start, end));
  return joined([file.subarray(0, end), ...copies, file.subarray(end)]);
}

function dropped(file: Uint8Array, seed: Seed, random: Random): Uint8Array {
  const [start, end] = records(seed, random);
  return joined([file.subarray(0, start), file.subarray(end)]);
}

function swapped(file: Uint8Array, seed: Seed, random: Random): Uint8Array {
  const [start, end] = records(seed, random);
  const [to] = records(seed, random);
  const without = joined([file.subarray(0, start), file.subarray(end)]);
  return joined([without.subarray(0, to), file.subarray(start, end), without.subarray(to)]);
}

/** Chance, zeros or control characters in the middle. */
function inserted(file: Uint8Array, _: Seed, random: Random): Uint8Array {
  const fill = random.pick([0, 0x1b, 0xff, -1]);
  const bytes = Uint8Array.from({ length: random.int(1, 40) }, () => (fill < 0 ? random.int(0, 255) : fill));
  const at = random.int(0, file.length);
  return joined([file.subarray(0, at), bytes, file.subarray(at)]);
}

/** What a disk leaves behind a file that was not closed. */
function padded(file: Uint8Array, _: Seed, random: Random): Uint8Array {
  return joined([file, new Uint8Array(random.int(1, 600))]);
}
