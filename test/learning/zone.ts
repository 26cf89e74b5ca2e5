import { DAY, HOUR } from './events.ts';

const QUARTER = HOUR / 4;

/** Local time in a zone, by the time zone data of Intl and not by the process's own: what study days are held against. */
export interface Zone {
  readonly name: string;
  /** The study day a moment belongs to: its local date, or from midnight to 04:00 the date before. */
  studyDay(at: number): number;
  /** A moment of the study day, by its kind. */
  moment(day: number, kind: MomentKind): number;
}

/** Moments around which a day counted wrongly would show. Those `before...` are the last millisecond before. */
export const MOMENT_KINDS = [
  'start',
  'beforeEnd',
  'beforeMidnight',
  'midnight',
  'beforeUtcMidnight',
  'utcMidnight',
  'middle',
] as const;

export type MomentKind = (typeof MOMENT_KINDS)[number];

export function zoneNamed(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  });
  const local = (at: number): { date: number; hour: number } => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return { date: Date.UTC(parts.year!, parts.month! - 1, parts.day!) / DAY, hour: parts.hour! };
  };
  // Intl is slow, and the same moments are asked for again and again.
  const studyDay = remembered((at: number): number => {
    const { date, hour } = local(at);
    // Five hours before a time from 00:00 to 03:59 is the evening, also when the clock was put back an hour.
    return hour >= 4 ? date : local(at - 5 * HOUR).date;
  });
  /** The first moment at which `reached`, which then stays so: clocks change, and days begin, at whole quarters of an hour. */
  const first = (around: number, reached: (at: number) => boolean): number => {
    let [low, high] = [Math.floor((around - DAY) / QUARTER), Math.ceil((around + DAY) / QUARTER)];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (reached(middle * QUARTER)) high = middle;
      else low = middle;
    }
    return high * QUARTER;
  };
  const start = remembered((day: number) => first(day * DAY, (at) => studyDay(at) >= day));
  const midnightOf = remembered((day: number) => first(start(day + 1), (at) => local(at).date > day));
  const moment = (day: number, kind: MomentKind): number => {
    const [from, to] = [start(day), start(day + 1)];
    const utcMidnight = Math.ceil(from / DAY) * DAY;
    switch (kind) {
      case 'start':
        return from;
      case 'beforeEnd':
        return to - 1;
      case 'beforeMidnight':
        return midnightOf(day) - 1;
      case 'midnight':
        return midnightOf(day);
      case 'beforeUtcMidnight':
        return Math.max(from, utcMidnight - 1);
      case 'utcMidnight':
        return Math.min(to - 1, utcMidnight);
      case 'middle':
        return Math.floor((from + to) / 2);
    }
  };
  return { name, studyDay, moment };
}

function remembered(work: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    const result = known.get(value) ?? work(value);
    known.set(value, result);
    return result;
  };
}

/** The moments of reviews on these study days, which do not go down; all of a day are around one moment, in order. */
export function momentsOn(zone: Zone, days: readonly number[], kinds: readonly MomentKind[]): number[] {
  return days.map((day, i) => {
    const firstOfDay = days.indexOf(day);
    const lastOfDay = days.lastIndexOf(day);
    const kind = kinds[firstOfDay % kinds.length] ?? 'middle';
    const at = zone.moment(day, kind);
    return kind.startsWith('before') ? at - (lastOfDay - i) : at + (i - firstOfDay);
  });
}
