import { modules } from 'seqack:content';
import type { Language, Text } from '../../language.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { type ExamPlan, examPlan } from '../../learning/schedule/exam-plan.ts';
import { dayOfDate } from '../../learning/study-day.ts';
import { scheduleOptions } from '../../ui/schedule-options.ts';
import { wordsOf } from '../../ui/text/words.ts';
import { decksAtStart } from '../decks-at-start.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { openOwnSettings, openRecord, tellProblems } from '../record.ts';
import type { ReportOptions } from '../report.ts';
import { errors, forms } from '../text/errors.ts';
import { exam as text } from '../text/reports.ts';

/**
 * `seqack exam [DATE|none]`: sets the date of an exam or an interview, or forgets it, and tells what has to be done until
 * then, as text or as JSON (docs/formats.md). Throws a usage Failure for what is no date, or one that is over.
 */
export async function exam(typed: string | null, given: ReportOptions, globals: Globals): Promise<number> {
  if (given.plain && given.json) throw usage(errors.together('--plain', '--json'));
  const own = openOwnSettings(globals);
  const { settings, language } = own;
  const store = openRecord(globals, own);
  const { studyDays } = store.state.rulesOfFold;
  const now = Date.now();
  if (typed !== null) {
    const before = settings.problems.length;
    settings.set({ examDate: typed === 'none' ? null : readDate(typed, studyDays.dayOf(now)) });
    await settings.saved();
    if (settings.problems.length > before) {
      tellProblems(language, settings);
      return 1;
    }
  }
  tellProblems(language, settings, store);
  store.rest();
  const { examDate: date } = settings.get();
  const plan = examPlan(
    store.state,
    now,
    catalogueOf(modules, (await decksAtStart(globals, false)).decks),
    scheduleOptions(settings.get()),
  );
  if (given.json) {
    const report = { version: 1, at: now, exam: date === null || plan === null ? null : { date, ...plan } };
    await print(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    await printLines(date === null || plan === null ? [text.none[language]] : examLines(date, plan, language));
  }
  return 0;
}

function readDate(typed: string, today: number): string {
  const day = dayOfDate(typed);
  if (day === null) throw usage(errors.badForm('DATE', typed, forms.date));
  if (day < today) throw usage(errors.badForm('DATE', typed, forms.laterDate));
  return typed;
}

/** The plain report, a line each. */
export function examLines(date: string, plan: ExamPlan, language: Language): string[] {
  const say = (words: Text): string => words[language];
  switch (plan.kind) {
    case 'over':
      return [say(text.over(date))];
    case 'today':
      return [say(text.today(date))];
    case 'ahead': {
      const { daysLeft, unmet, items, newPerDay, perDay, shortage, isHeavy, recall } = plan;
      const limits = wordsOf(language).settings.names;
      return [
        say(text.ahead(date, daysLeft)),
        say(text.unmet(unmet, items)),
        say(text.newPerDay(newPerDay)),
        say(text.perDay(perDay)),
        say(text.recall(recall)),
        ...(isHeavy ? [say(text.heavy(perDay))] : []),
        ...(shortage === null ? [] : [say(text.raise(limits[shortage.limit], shortage.needs))]),
      ];
    }
  }
}
