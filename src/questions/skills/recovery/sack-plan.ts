import type { Random } from '../../../simulator/random.ts';
import type { FlightPlan } from '../../situations/sack.ts';

/** How a flight with holes is laid out, in segments. */
interface Layout {
  /** Whether each segment is lost, in the order sent. */
  readonly lost: readonly boolean[];
  /** The first lost segment: its index. */
  readonly firstHole: number;
}

/** Some that arrive in order, then holes of one segment and ranges of one or two by turns. */
function drawLayout(random: Random, ranges: number): Layout {
  const leading = random.int(0, 1);
  const lost = Array.from({ length: leading }, () => false);
  for (let range = 0; range < ranges; range++) {
    lost.push(true, false);
    if (ranges < 4 && random.chance(0.35)) lost.push(false);
  }
  return { lost, firstHole: leading };
}

/** All that is not lost arrives in the order sent. */
export function planInOrder(random: Random): FlightPlan {
  const { lost } = drawLayout(random, random.int(2, 4));
  let place = 0;
  const places = lost.map((gone) => (gone ? null : place++));
  return { places, copy: null, timestamps: random.chance(0.5), dsack: false };
}

/**
 * What is not lost arrives in another order than sent. At times the first hole was only late and is filled last, so
 * that the ACK moves on.
 */
export function planReordered(random: Random): FlightPlan {
  const { lost, firstHole } = drawLayout(random, random.int(3, 5));
  const ranges = lost.filter(Boolean).length;
  const fills = ranges >= 3 && random.chance(0.3);
  const sent = lost.flatMap((gone, index) => (gone ? [] : [index]));
  const order = [...sent.slice(0, firstHole), ...random.shuffle(sent.slice(firstHole))];
  if (fills) order.push(firstHole);
  const places = lost.map((_, index) => {
    const place = order.indexOf(index);
    return place < 0 ? null : place;
  });
  return { places, copy: null, timestamps: random.chance(0.5), dsack: false };
}

/**
 * What is not lost arrives in the order sent, or above the first hole in another, and then a copy of a segment that
 * has arrived before: below the ACK, with or without holes above, or above it.
 */
export function planCopy(random: Random): FlightPlan {
  const ranges = random.int(0, 3);
  const { lost } = drawLayout(random, ranges);
  const leading = random.int(ranges === 0 ? 2 : 1, 3);
  const all = [...Array.from({ length: leading }, () => false), ...lost];
  const firstHole = all.indexOf(true);
  const sent = all.flatMap((gone, index) => (gone ? [] : [index]));
  const below = sent.filter((index) => firstHole < 0 || index < firstHole);
  const above = sent.filter((index) => !below.includes(index));
  const order = [...below, ...(random.chance(0.5) ? random.shuffle(above) : above)];
  const places = all.map((_, index) => {
    const place = order.indexOf(index);
    return place < 0 ? null : place;
  });
  const index = random.pick(above.length > 0 && random.chance(0.6) ? above : below);
  return { places, copy: { index, place: order.length }, timestamps: random.chance(0.5), dsack: true };
}
