import {
  FEWEST_REVIEWS,
  type ForecastVerdict,
  type Retention,
  type RetentionWindow,
} from '../../learning/progress/retention.ts';
import { BLANK, type Line, line, span } from '../layout/line.ts';
import { sharePlotLines } from '../layout/share-plot.ts';
import { type TableColumn, tableLine } from '../layout/table.ts';
import { cells } from '../layout/width.ts';
import type { StyleName } from '../theme.ts';
import { type ProgressView, said, section, sections } from './progress-view.ts';

/** What was recalled beside what FSRS forecast. */
export function memoryLines(view: ProgressView): Line[] {
  const { progress, words } = view;
  const { progress: own } = words;
  if (progress.calibration.reviews === 0) return sections(section(own.retention, said(view, own.noReviews, 'muted')));
  return sections(
    section(own.retention, [
      ...said(view, own.retentionAbout, 'muted'),
      ...retentionLines(view, ({ all }) => all),
      ...said(view, own.verdictRule(FEWEST_REVIEWS), 'muted'),
    ]),
    section(
      own.ages.young,
      retentionLines(view, ({ young }) => young),
    ),
    section(
      own.ages.mature,
      retentionLines(view, ({ mature }) => mature),
    ),
    section(own.calibration, [...plotLines(view), ...bandLines(view), ...errorLines(view)]),
  );
}

const STYLES: Readonly<Record<ForecastVerdict, StyleName>> = {
  'too-few': 'muted',
  'as-forecast': 'good',
  better: 'good',
  worse: 'warn',
};

/** The name, then numbers, then the verdict; without the difference where there is no room for it. */
interface MemoryTable {
  readonly columns: readonly TableColumn[];
  readonly head: Line;
  readonly hasDifference: boolean;
}

/** Cells of a name with the blanks before it, and of a number. */
const NAME = 14;
const WIDEST_NAME = 20;
const NUMBER = 6;

function tableOf(view: ProgressView, hasDifference = true): MemoryTable {
  const { width, words, glyphs } = view;
  const { progress: own } = words;
  const names = [own.reviewCount, own.recalled, own.forecasted, ...(hasDifference ? [own.difference] : [])];
  const verdict = Math.max(...Object.values(own.verdicts).map(cells));
  const numbers = names.map((name): TableColumn => ({ width: Math.max(NUMBER, cells(name)), side: 'right' }));
  const taken = numbers.reduce((sum, column) => sum + column.width + 1, verdict + 1);
  if (hasDifference && NAME + taken > width) return tableOf(view, false);
  const name = Math.max(NAME, Math.min(WIDEST_NAME, width - taken));
  const columns: readonly TableColumn[] = [
    { width: name, side: 'left' },
    ...numbers,
    { width: verdict, side: 'right' },
  ];
  const head = ['', ...names].map((text) => span(text, 'muted'));
  return { columns, head: tableLine(head, columns, glyphs.ellipsis), hasDifference };
}

function rowLine(view: ProgressView, table: MemoryTable, name: string, row: Retention): Line {
  const { shell, progress: own } = view.words;
  const { dot, ellipsis } = view.glyphs;
  const { reviews, retention, forecast, verdict } = row;
  const hasReviews = retention !== null && forecast !== null;
  const numbers = hasReviews ? [shell.percent(retention), shell.percent(forecast)] : [dot, dot];
  const points = hasReviews ? Math.round(retention * 100) - Math.round(forecast * 100) : 0;
  const difference = hasReviews ? `${points > 0 ? '+' : ''}${points}` : dot;
  return tableLine(
    [
      `  ${name}`,
      shell.number(reviews),
      ...numbers,
      ...(table.hasDifference ? [difference] : []),
      hasReviews ? span(own.verdicts[verdict], STYLES[verdict]) : '',
    ],
    table.columns,
    ellipsis,
  );
}

function retentionLines(view: ProgressView, of: (window: RetentionWindow) => Retention): Line[] {
  const { progress, words, linear } = view;
  const { progress: own } = words;
  if (!linear) {
    const table = tableOf(view);
    const rows = progress.retention.map((window) => rowLine(view, table, own.spans(window.days), of(window)));
    return [table.head, ...rows];
  }
  return progress.retention.flatMap((window) => {
    const { reviews, recalled, retention, forecast, verdict } = of(window);
    const name = own.spans(window.days);
    return said(
      view,
      retention === null || forecast === null
        ? own.noReviewsIn(name)
        : own.retentionSaid(name, recalled, reviews, retention, forecast, own.verdicts[verdict]),
    );
  });
}

function plotLines(view: ProgressView): Line[] {
  const { progress, words, width, glyphs, linear } = view;
  const { progress: own } = words;
  if (linear) return [];
  const points = progress.calibration.bands.flatMap(({ forecast, retention, reviews }) =>
    forecast === null || retention === null
      ? []
      : [{ across: forecast, up: retention, isReliable: reviews >= FEWEST_REVIEWS }],
  );
  const plot = sharePlotLines(points, width - 2, glyphs);
  if (plot.length === 0) return said(view, own.tooFewToPlot(FEWEST_REVIEWS), 'muted');
  return [
    line(`  ${own.calibrationPlot}`, 'muted'),
    ...plot.map((spans) => [span('  '), ...spans]),
    line(`  ${own.legend(glyphs.point, glyphs.fewPoint, glyphs.line, FEWEST_REVIEWS)}`, 'muted'),
    BLANK,
  ];
}

function bandLines(view: ProgressView): Line[] {
  const { progress, words, linear } = view;
  const { progress: own, shell } = words;
  const { bands } = progress.calibration;
  if (linear) {
    return bands.flatMap(({ from, to, recalled, reviews, retention, verdict }) =>
      said(view, own.bandSaid(from, to, recalled, reviews, retention ?? 0, own.verdicts[verdict])),
    );
  }
  const table = tableOf(view);
  const rows = bands.map((band) =>
    rowLine(view, table, `${Math.round(band.from * 100)}-${shell.percent(band.to)}`, band),
  );
  return [table.head, ...rows];
}

function errorLines(view: ProgressView): Line[] {
  const { rmse, logLoss, reviews } = view.progress.calibration;
  if (rmse === null || logLoss === null) return [];
  return said(view, view.words.progress.errors(rmse.toFixed(3), logLoss.toFixed(3), reviews), 'muted');
}
