import type { Language } from '../../language.ts';
import type { Progress } from '../../learning/progress.ts';
import { type Teachers, titleOfOwner } from '../item-title.ts';
import { bar } from '../layout/bar.ts';
import { heatmapLines } from '../layout/heatmap.ts';
import { BLANK, type Line, line, span } from '../layout/line.ts';
import { masteryLines } from '../layout/mastery.ts';
import { cells, padEnd, padStart } from '../layout/width.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';

export interface ProgressTitles {
  readonly teachers: Teachers;
  /** Titles of skills by id. */
  readonly skills: ReadonlyMap<string, string>;
  /** What a wrong rule is called; null for one this version does not know. */
  readonly rule: (id: string) => string | null;
}

/** Everything the progress screen tells, from what matters most to what matters least. */
export function progressLines(
  progress: Progress,
  { teachers, skills, rule }: ProgressTitles,
  words: Words,
  language: Language,
  { width, linear }: { readonly width: number; readonly linear: boolean },
  glyphs: Glyphs,
): Line[] {
  const { progress: own, shell } = words;
  const { totals, due } = progress;
  const section = (title: string, lines: readonly Line[]): Line[] => [line(title, 'strong'), ...lines, BLANK];

  const facts: readonly (readonly [string, string])[] = [
    [own.streak, shell.days(progress.streak)],
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
    [own.lessons, own.of(totals.lessonsFinished, teachers.modules.length)],
    [own.interviews, shell.number(totals.interviews)],
    [own.spent, shell.span(totals.timeMs)],
    [
      own.bestQuiz,
      progress.bestQuiz === null
        ? glyphs.dot
        : own.quiz(progress.bestQuiz.correct, progress.bestQuiz.asked, shell.took(progress.bestQuiz.tookMs)),
    ],
  ];
  const names = Math.max(...facts.map(([name]) => cells(name)));

  return [
    ...section(
      own.overview,
      facts.map(([name, value]) => [span(padEnd(`  ${name}`, names + 4), 'muted'), span(value)]),
    ),
    ...section(
      own.calendar,
      linear
        ? [
            line(
              `  ${own.activeDays(progress.heatmap.filter(({ answers }) => answers > 0).length, progress.heatmap.length)}`,
            ),
          ]
        : heatmapLines(progress.heatmap, width, glyphs, own.weekdays, own.month),
    ),
    ...section(own.forecast, forecastLines(due.nextDays, words, width, glyphs)),
    ...section(
      own.concepts,
      masteryLines(
        progress.modules.map(({ module, mastery }) => ({
          name: titleOfOwner(module, teachers)[language],
          share: mastery,
        })),
        { width: width - 2, height: progress.modules.length },
        glyphs,
        shell.percent,
      ).map((spans) => [span('  '), ...spans]),
    ),
    ...section(own.skills, skillLines(progress, skills, words, width, glyphs)),
    ...section(
      own.rules,
      progress.wrongRules.length === 0
        ? [line(`  ${own.noRules}`, 'muted')]
        : progress.wrongRules.flatMap(({ rule: id, count }): Line[] => {
            const name = rule(id);
            return name === null ? [] : [[span(padStart(own.times(count), 8), 'warn'), span(`  ${name}`)]];
          }),
    ),
  ].slice(0, -1);
}

function forecastLines(nextDays: readonly number[], { progress: own }: Words, width: number, glyphs: Glyphs): Line[] {
  const most = Math.max(1, ...nextDays);
  const names = nextDays.map((_, at) => own.inDays(at));
  const column = Math.max(...names.map(cells)) + 2;
  return nextDays.map((count, at): Line => {
    const barCells = Math.max(8, Math.min(40, width - column - 10));
    const [filled] = bar(count / most, barCells, glyphs);
    return [
      span(padEnd(`  ${names[at] ?? ''}`, column + 1), 'muted'),
      span(padStart(String(count), 4)),
      span(' '),
      ...(filled === undefined ? [] : [filled]),
    ];
  });
}

function skillLines(
  progress: Progress,
  titles: ReadonlyMap<string, string>,
  { progress: own, shell }: Words,
  width: number,
  glyphs: Glyphs,
): Line[] {
  const columns = { mastery: width < 70 ? 6 : 17, right: 10, time: 10 };
  const name = width - columns.mastery - columns.right - columns.time;
  const header: Line = [
    span(padEnd('', name)),
    span(padStart(own.mastery, columns.mastery), 'muted'),
    span(padStart(own.right, columns.right), 'muted'),
    span(padStart(own.median, columns.time), 'muted'),
  ];
  return [
    header,
    ...progress.skills.map((skill): Line => {
      const shown = skill.answered > 0 || skill.dueAt !== null;
      const percent = padStart(shown ? shell.percent(skill.mastery) : glyphs.dot, 6);
      return [
        span(padEnd(`  ${titles.get(skill.skill) ?? skill.skill}`, name, glyphs.ellipsis)),
        ...(columns.mastery > 6 ? [span(' '), ...bar(skill.mastery, 10, glyphs)] : []),
        span(percent, 'muted'),
        span(padStart(skill.answered === 0 ? glyphs.dot : `${skill.correct}/${skill.answered}`, columns.right)),
        span(padStart(skill.medianMs === null ? glyphs.dot : shell.took(skill.medianMs), columns.time), 'muted'),
      ];
    }),
  ];
}
