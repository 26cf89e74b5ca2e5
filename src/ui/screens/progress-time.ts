import { FEWEST_PACED } from '../../learning/progress/pace-trend.ts';
import { columnLines } from '../layout/columns.ts';
import { type Line, span } from '../layout/line.ts';
import { pairLines } from './progress-overview.ts';
import { type ProgressView, said, section, sections, titleOf } from './progress-view.ts';

/** The time spent, and how fast the answers come. */
export function timeLines(view: ProgressView): Line[] {
  const { words } = view;
  const { progress: own } = words;
  return sections(section(own.spent, spentLines(view)), section(own.pace, paceLines(view)), conceptSection(view));
}

function spentLines({ progress, words, width, glyphs }: ProgressView): Line[] {
  const { progress: own, shell } = words;
  const { todayMs, weekMs, perDayMs, daysStudied, totalMs } = progress.time;
  return pairLines(
    [
      [own.today, shell.span(todayMs)],
      [own.week, shell.span(weekMs)],
      [own.perDay, perDayMs === null ? glyphs.dot : own.perDayOf(shell.span(perDayMs), daysStudied)],
      [own.inAll, shell.span(totalMs)],
    ],
    width,
  );
}

function conceptSection(view: ProgressView): Line[] {
  const { progress, words } = view;
  const { progress: own, shell } = words;
  const spent = progress.modules.filter(({ timeMs }) => timeMs > 0).sort((a, b) => b.timeMs - a.timeMs);
  if (spent.length === 0) return [];
  return section(
    own.byConcept,
    pairLines(
      spent.map(({ module, timeMs }) => [titleOf(view, module), shell.span(timeMs)] as const),
      view.width,
    ),
  );
}

function paceLines(view: ProgressView): Line[] {
  const { progress, words, width, glyphs, linear } = view;
  const { progress: own } = words;
  const { weeks, change } = progress.pace;
  if (weeks.every(({ answers }) => answers === 0)) return said(view, own.noPace, 'muted');
  const verdict =
    change.kind === 'too-few'
      ? said(view, own.paceTooFew(FEWEST_PACED), 'muted')
      : said(view, own.paceChange[change.kind](own.seconds(change.medianMs), own.seconds(change.beforeMs)));
  if (linear) {
    const told = weeks.flatMap(({ date, answers, medianMs }) =>
      medianMs === null ? [] : said(view, own.paceSaid(date, own.seconds(medianMs), answers)),
    );
    return [...verdict, ...told];
  }
  const columns = weeks.map(({ date, medianMs }, at) => {
    const isNewMonth = weeks[at - 1]?.date.slice(5, 7) !== date.slice(5, 7);
    return { value: medianMs, label: isNewMonth ? own.month(Number(date.slice(5, 7))) : null, isMarked: false };
  });
  return [
    ...verdict,
    ...columnLines(columns, { width: width - 2, keep: 'last', isWhole: false, scale: own.seconds }, glyphs).map(
      (spans) => [span('  '), ...spans],
    ),
    ...said(view, own.paceAbout, 'muted'),
  ];
}
