import type { Language, Text } from '../../language.ts';
import { type Progress, progressOf } from '../../learning/progress.ts';
import { skillById } from '../../questions/catalogue.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { type Teachers, titleOfOwner } from '../../ui/item-title.ts';
import { durationEn, durationKo } from '../../ui/text/format.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { openReport, type ReportOptions } from '../report.ts';
import { tableLines } from '../table.ts';
import { percent, stats as text } from '../text/reports.ts';

/** Days of answers the plain report shows. */
const LAST_DAYS = 14;

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
  const { totals, bestQuiz, skills, wrongRules, heatmap } = progress;
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
      ];
  if (bestQuiz !== null) lines.push(say(text.bestQuiz(bestQuiz.correct, bestQuiz.asked, bestQuiz.tookMs)));

  const concepts = progress.modules.map(({ module, mastery, seen, items }) => [
    `  ${say(titleOfOwner(module, teachers))}`,
    percent(mastery),
    `${seen}/${items}`,
  ]);
  const conceptHead = [say(text.concepts), say(text.mastery), say(text.seen)];
  lines.push('', ...tableLines([conceptHead, ...concepts], ['left', 'right', 'right']));

  const practised = skills.filter(({ answered }) => answered > 0);
  if (practised.length > 0) {
    const head = [say(text.skills), say(text.mastery), say(text.right), say(text.answered), say(text.usually)];
    const rows = practised.map(({ skill, mastery, accuracy, answered, medianMs }) => [
      `  ${skillById(skill)?.title[language] ?? skill}`,
      percent(mastery),
      percent(accuracy),
      String(answered),
      duration(medianMs),
    ]);
    lines.push('', ...tableLines([head, ...rows], ['left', 'right', 'right', 'right', 'right']));
  }

  if (wrongRules.length > 0) {
    const rows = wrongRules.map(({ rule, count }) => [
      `  ${count}x`,
      rule,
      isMisconceptionId(rule) ? say(misconception(rule).name) : '',
    ]);
    lines.push('', say(text.wrongRules), ...tableLines(rows, ['right', 'left', 'left']));
  }

  if (!isNew) {
    const days = heatmap.slice(-LAST_DAYS).filter(({ answers }) => answers > 0);
    const rows = days.map(({ date, answers }) => [`  ${date}`, String(answers)]);
    if (rows.length > 0) lines.push('', say(text.lastDays), ...tableLines(rows, ['left', 'right']));
  }
  return lines;
}
