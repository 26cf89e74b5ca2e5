import type { Language, Text } from '../../language.ts';
import { type Progress, progressOf } from '../../learning/progress/progress.ts';
import { skillById } from '../../questions/catalogue.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { type Teachers, titleOfOwner } from '../../ui/item-title.ts';
import { type Line, lineText } from '../../ui/layout/line.ts';
import { memoryLines } from '../../ui/screens/progress-memory.ts';
import { mistakeLines } from '../../ui/screens/progress-mistakes.ts';
import { reviewLines } from '../../ui/screens/progress-reviews.ts';
import { timeLines } from '../../ui/screens/progress-time.ts';
import type { ProgressView } from '../../ui/screens/progress-view.ts';
import { durationEn, durationKo } from '../../ui/text/format.ts';
import { wordsOf } from '../../ui/text/words.ts';
import { glyphsFor } from '../../ui/theme.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { openReport, type ReportOptions } from '../report.ts';
import { tableLines } from '../table.ts';
import { percent, stats as text } from '../text/reports.ts';

/** Days of answers the plain report shows. */
const LAST_DAYS = 14;

/** Cells of a line of sentences: a mail and a narrow window take it. */
const WIDTH = 100;

/** `seqack stats`: the learner's progress as text, or as JSON (docs/formats.md). */
export async function stats(given: ReportOptions, globals: Globals): Promise<number> {
  const { form, language, state, now, catalogue, teachers, options } = await openReport(given, globals);
  const progress = progressOf(state, now, catalogue, options);
  if (form === 'json') await print(`${JSON.stringify({ version: 1, at: now, ...progress }, null, 2)}\n`);
  else await printLines(statsLines(progress, teachers, language));
  return 0;
}

/** The plain report, a line each. */
export function statsLines(progress: Progress, teachers: Teachers, language: Language): string[] {
  const { totals, bestQuiz, skills, heatmap } = progress;
  const say = (words: Text): string => words[language];
  const duration = (ms: number | null): string =>
    ms === null ? '-' : language === 'ko' ? durationKo(ms) : durationEn(ms);
  const isNew = totals.answered + totals.cards + totals.lessonsFinished + totals.interviews === 0;
  const lines = isNew
    ? [say(text.noneYet)]
    : [
        say(text.answers(totals.answered, progress.accuracy, progress.medianMs)),
        say(text.others(totals.cards, totals.lessonsFinished, totals.quizzes, totals.interviews)),
        say(text.habit(progress.streak, totals.timeMs)),
        ...restLines(progress, language),
      ];
  if (bestQuiz !== null) lines.push(say(text.bestQuiz(bestQuiz.correct, bestQuiz.asked, bestQuiz.tookMs)));

  const concepts = progress.modules.map(({ module, mastery, seen, items, due, suspended }) => [
    `  ${say(titleOfOwner(module, teachers))}`,
    percent(mastery),
    `${seen}/${items}`,
    String(due),
    suspended === 0 ? '' : say(text.suspendedOf(suspended)),
  ]);
  const conceptHead = [say(text.concepts), say(text.mastery), say(text.seen), say(text.due)];
  lines.push('', ...tableLines([conceptHead, ...concepts], ['left', 'right', 'right', 'right', 'left']));

  const practised = skills.filter(({ answered, suspended }) => answered > 0 || suspended);
  if (practised.length > 0) {
    const head = [say(text.skills), say(text.mastery), say(text.right), say(text.answered), say(text.usually)];
    const rows = practised.map(({ skill, mastery, accuracy, answered, medianMs, suspended }) => [
      `  ${skillById(skill)?.title[language] ?? skill}`,
      percent(mastery),
      percent(accuracy),
      String(answered),
      duration(medianMs),
      suspended ? say(text.suspended) : '',
    ]);
    lines.push('', ...tableLines([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'left']));
  }

  if (!isNew) {
    const view = viewOf(progress, teachers, language);
    for (const part of [memoryLines, reviewLines, timeLines, mistakeLines]) lines.push('', ...plain(part(view)));
  }

  if (!isNew) {
    const days = heatmap.slice(-LAST_DAYS).filter(({ answers }) => answers > 0);
    const rows = days.map(({ date, answers }) => [`  ${date}`, String(answers)]);
    if (rows.length > 0) lines.push('', say(text.lastDays), ...tableLines(rows, ['left', 'right']));
  }
  return lines;
}

/** What the screen tells a screen reader is plain text: sentences without plots. */
function viewOf(progress: Progress, teachers: Teachers, language: Language): ProgressView {
  return {
    progress,
    ...teachers,
    skills: new Map(progress.skills.map(({ skill }) => [skill, skillById(skill)?.title[language] ?? skill])),
    rule: (id) => (isMisconceptionId(id) ? `${id} ${misconception(id).name[language]}` : id),
    words: wordsOf(language),
    language,
    glyphs: glyphsFor({ ascii: false, linear: true }),
    width: WIDTH,
    linear: true,
  };
}

function plain(lines: readonly Line[]): string[] {
  return lines.map((one) => lineText(one).trimEnd());
}

/** Whether a day may be left out without ending the streak. */
function restLines({ restDay }: Progress, language: Language): string[] {
  const { progress: own } = wordsOf(language);
  if (restDay === null) return [];
  const said = restDay.kind === 'used' ? own.restUsed(restDay.on, restDay.again) : own.restAvailable;
  return [`${own.restDay}: ${said}`];
}
