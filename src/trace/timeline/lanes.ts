import type { HostName, TracedSegment } from '../trace.ts';

/**
 * A segment in flight goes straight down in a column of its own, from the row of its sending to that of its arrival.
 * Segments of one direction that keep their order take columns ever nearer to their sender and never meet; one that
 * overtakes another, or comes towards it, crosses its line once, as it does in the network.
 */
export interface Lane {
  readonly segment: TracedSegment;
  /** Column between the lifelines, 0 beside the client's. */
  readonly column: number;
  /** Row of its sending, and of its arrival: Infinity as long as that is not known. */
  readonly fromRow: number;
  toRow: number;
}

/** Columns that are left between a lane and the receiver's lifeline. */
const LAST = 4;
/** Columns between two lanes of one direction, where there is room. */
const APART = 3;
/** How far across a segment comes before it goes down, when nothing else is in flight. */
const USUAL = 0.78;

/** Columns counted from a sender's lifeline, and from the client's: the same for the client, mirrored for the server. */
export function columnFrom(sender: HostName, distance: number, middle: number): number {
  return sender === 'client' ? distance : middle - 1 - distance;
}

/**
 * The column, counted from the sender, for a segment whose label needs `least` columns; null where none is free.
 * `most` is the farthest it may be.
 */
export function freeLane(
  from: HostName,
  lanes: readonly Lane[],
  middle: number,
  least: number,
  most: number = middle - LAST,
): number | null {
  const distanceOf = ({ column }: Lane) => columnFrom(from, column, middle);
  const same = lanes.filter(({ segment }) => segment.from === from).map(distanceOf);
  const other = lanes.filter(({ segment }) => segment.from !== from).map(distanceOf);
  const nearest = Math.min(...same);
  const limit = Math.min(most, nearest - 2);
  const wanted = same.length === 0 ? Math.max(least, Math.round(middle * USUAL)) : nearest - APART;
  const isFree = (distance: number, apart: number) => other.every((one) => Math.abs(one - distance) > apart);
  // Beside one that comes towards it there is a column between, if there can be.
  for (const apart of [1, 0]) {
    const start = Math.min(limit, wanted);
    for (let distance = start; distance >= least; distance--) if (isFree(distance, apart)) return distance;
    for (let distance = start + 1; distance <= limit; distance++) {
      if (distance >= least && isFree(distance, apart)) return distance;
    }
  }
  return null;
}
