import { columnLines } from '../layout/columns.ts';
import { BLANK, type Line, span } from '../layout/line.ts';
import { cells, padEnd, padStart } from '../layout/width.ts';
import { type ProgressView, said, section, sections } from './progress-view.ts';

/** Days told one by one beside the plot. */
const TOLD_DAYS = 7;

/** When what was learned comes back. */
export function reviewLines(view: ProgressView): Line[] {
  const { progress, words } = view;
  const { progress: own } = words;
  const { forecast, due } = progress;
  const isEmpty = forecast.days.every(({ items }) => items === 0);
  return sections(
    section(own.forecast, [
      ...(isEmpty
        ? said(view, own.nothingComesBack, 'muted')
        : [...said(view, own.forecastAbout, 'muted'), ...dayLines(view)]),
      ...(forecast.overdue > 0 ? said(view, own.overdue(forecast.overdue)) : []),
      ...(forecast.later > 0 ? said(view, own.later(forecast.later)) : []),
      ...(due.fresh > 0 ? said(view, own.freshNow(due.fresh)) : []),
      ...(forecast.exam === null ? [] : said(view, `${examMark(view)}${own.exam(forecast.exam)}`)),
    ]),
  );
}

function examMark({ glyphs }: ProgressView): string {
  return glyphs.less === '' ? '' : `${glyphs.less} `;
}

function dayLines(view: ProgressView): Line[] {
  const { progress, words, width, glyphs, linear } = view;
  const { progress: own, shell } = words;
  const { days, exam } = progress.forecast;
  if (linear) {
    return days.flatMap(({ date, items }) => (items === 0 ? [] : said(view, own.comesBack(date, items))));
  }
  const columns = days.map(({ date, items }, at) => ({
    value: items,
    label: date === exam ? glyphs.less : at % 7 === 0 ? own.chartDay(date) : null,
    isMarked: date === exam,
  }));
  const names = days.slice(0, TOLD_DAYS).map((_, at) => own.inDays(at));
  const longest = Math.max(...names.map(cells));
  return [
    ...columnLines(columns, { width: width - 2, keep: 'first', isWhole: true, scale: shell.number }, glyphs).map(
      (spans) => [span('  '), ...spans],
    ),
    BLANK,
    ...names.map(
      (name, at): Line => [
        span(padEnd(`  ${name}`, longest + 3), 'muted'),
        span(padStart(shell.number(days[at]?.items ?? 0), 5)),
      ],
    ),
  ];
}
