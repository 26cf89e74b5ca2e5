import type { HeatmapDay } from '../../learning/progress/habit.ts';
import type { Glyphs } from '../theme.ts';
import { type Line, type Span, span } from './line.ts';
import { cells, padEnd } from './width.ts';

/**
 * Answers per day as a calendar: a column a week, a row a weekday from Monday, the newest week on the right, the months
 * above. `days` are in order of time. As many weeks as fit in `width`.
 */
export function heatmapLines(
  days: readonly HeatmapDay[],
  width: number,
  glyphs: Glyphs,
  weekdays: readonly string[],
  month: (number: number) => string,
): Line[] {
  const labels = 4;
  const weeks = weeksOf(days).slice(-Math.max(1, Math.floor((width - labels) / 2)));
  const most = Math.max(1, ...days.map(({ answers }) => answers));
  const rows = Array.from({ length: 7 }, (_, row): Line => {
    // Every other weekday has its name: all seven would be a wall.
    const name = row % 2 === 0 ? (weekdays[row] ?? '') : '';
    return [span(padEnd(name, labels), 'muted'), ...weeks.map((week) => square(week[row], most, glyphs))];
  });
  return [monthLine(weeks, labels, month), ...rows];
}

type Week = readonly (HeatmapDay | undefined)[];

/** Days in rows from Monday (0) to Sunday (6); the first and the last week may have gaps. */
function weeksOf(days: readonly HeatmapDay[]): Week[] {
  const weeks: (HeatmapDay | undefined)[][] = [];
  for (const day of days) {
    const row = (day.weekday + 6) % 7;
    if (row === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => undefined));
    const week = weeks.at(-1);
    if (week !== undefined) week[row] = day;
  }
  return weeks;
}

function square(day: HeatmapDay | undefined, most: number, { shades }: Glyphs): Span {
  if (day === undefined) return span('  ');
  const step = day.answers === 0 ? 0 : Math.min(4, 1 + Math.floor((day.answers / most) * 3.999));
  const shade = [shades[0], shades[1], shades[2], shades[3], shades[4]][step] ?? shades[0];
  return span(`${shade} `, step === 0 ? 'muted' : 'good');
}

/** The name of each month over the first week that begins in it; one that would run into the next is left out. */
function monthLine(weeks: readonly Week[], labels: number, month: (number: number) => string): Line {
  const names: { readonly at: number; readonly name: string }[] = [];
  let last = 0;
  weeks.forEach((week, at) => {
    const first = week.find((day) => day !== undefined);
    const number = first === undefined ? last : Number(first.date.slice(5, 7));
    if (number !== last) names.push({ at, name: month(number) });
    last = number;
  });
  let text = ' '.repeat(labels);
  names.forEach(({ at, name }, index) => {
    const end = names[index + 1]?.at ?? weeks.length;
    if (cells(name) < (end - at) * 2) text = padEnd(text, labels + at * 2) + name;
  });
  return [span(text, 'muted')];
}
