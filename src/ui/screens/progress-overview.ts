import { hanging } from '../components/question/entry-lines.ts';
import { heatmapLines } from '../layout/heatmap.ts';
import { BLANK, type Line, line, span } from '../layout/line.ts';
import { cells, padEnd } from '../layout/width.ts';
import { type ProgressView, said, section, sections } from './progress-view.ts';

/** The totals, and the days on which something was answered. */
export function overviewLines(view: ProgressView): Line[] {
  const { progress, words, width, glyphs, linear } = view;
  const { progress: own } = words;
  return sections(
    section(own.overview, [...(isEmpty(view) ? [...said(view, own.empty, 'accent'), BLANK] : []), ...factLines(view)]),
    section(
      own.calendar,
      linear
        ? [
            line(
              `  ${own.activeDays(progress.heatmap.filter(({ answers }) => answers > 0).length, progress.heatmap.length)}`,
            ),
          ]
        : heatmapLines(progress.heatmap, width, glyphs, own.weekdays, own.month),
    ),
  );
}

/** Whether nothing was done yet: then it is told how to begin. */
function isEmpty({ progress: { totals } }: ProgressView): boolean {
  return totals.answered + totals.cards + totals.lessonsFinished + totals.interviews === 0;
}

function factLines({ progress, modules, words, width, glyphs }: ProgressView): Line[] {
  const { progress: own, shell } = words;
  const { totals, restDay } = progress;
  const days = shell.days(progress.streak);
  const streak = restDay === null ? days : own.streakOf(days, restDay.kind === 'used' ? restDay.again : null);
  const facts: readonly (readonly [string, string])[] = [
    [own.streak, streak],
    [
      own.answered,
      own.answeredOf(
        totals.answered,
        totals.correct,
        progress.accuracy === null ? '' : shell.percent(progress.accuracy),
      ),
    ],
    [own.time, progress.medianMs === null ? glyphs.dot : own.perQuestion(shell.took(progress.medianMs))],
    [own.cards, shell.number(totals.cards)],
    [own.lessons, own.of(totals.lessonsFinished, modules.length)],
    [own.interviews, shell.number(totals.interviews)],
    [
      own.bestQuiz,
      progress.bestQuiz === null
        ? glyphs.dot
        : own.quiz(progress.bestQuiz.correct, progress.bestQuiz.asked, shell.took(progress.bestQuiz.tookMs)),
    ],
  ];
  return pairLines(facts, width);
}

/** Names and values in two columns; a value that has no room goes on below itself. */
export function pairLines(pairs: readonly (readonly [string, string])[], width: number): Line[] {
  const names = Math.max(...pairs.map(([name]) => cells(name)));
  return pairs.flatMap(([name, value]) =>
    hanging([span(padEnd(`  ${name}`, names + 4), 'muted')], [span(value)], width),
  );
}
