import type { Language, Text } from '../../language.ts';
import { type DueCounts, dueCounts } from '../../learning/progress/review-forecast.ts';
import { type DueNow, dueNow } from '../../learning/schedule/due.ts';
import { type HoldKind, setAsideItems } from '../../learning/schedule/holds.ts';
import { dateOf } from '../../learning/study-day.ts';
import { skills } from '../../questions/catalogue.ts';
import { itemTitle, type Teachers, titleOfOwner } from '../../ui/item-title.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { openReport, type ReportOptions } from '../report.ts';
import { tableLines } from '../table.ts';
import { due as text } from '../text/reports.ts';

/** `seqack due`: what comes back when, as text or as JSON (docs/formats.md). */
export async function due(given: ReportOptions, globals: Globals): Promise<number> {
  const { form, language, state, now, catalogue, teachers, options } = await openReport(given, globals);
  const { items, held } = dueNow(state, now, catalogue, options);
  const aside = countsOf(setAsideItems(state, now));
  const counts = dueCounts(state, now, catalogue, options);
  const today = state.rulesOfFold.studyDays.dayOf(now);
  const days = counts.nextDays.map((count, i) => ({ date: dateOf(today + i), items: count }));
  if (form === 'json') {
    const { now: all, fresh, today: untilTonight } = counts;
    const report = {
      version: 1,
      at: now,
      due: { now: all, fresh, today: untilTonight },
      held,
      setAside: aside,
      days,
      items,
    };
    await print(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    await printLines(dueLines({ items, held }, aside, counts, days, teachers, language));
  }
  return 0;
}

function countsOf(items: readonly { readonly hold: HoldKind }[]): Readonly<Record<HoldKind, number>> {
  const suspended = items.filter(({ hold }) => hold === 'suspended').length;
  return { suspended, buried: items.length - suspended };
}

/** The plain report, a line each. */
export function dueLines(
  { items, held }: DueNow,
  aside: Readonly<Record<HoldKind, number>>,
  counts: DueCounts,
  days: readonly { readonly date: string; readonly items: number }[],
  teachers: Teachers,
  language: Language,
): string[] {
  const say = (words: Text): string => words[language];
  const rows = items.map(({ item, kind, module, phase }) => [
    `  ${say(text[kind])}`,
    phase === 'new' ? say(text.fresh) : '',
    say(titleOfOwner(module, teachers)),
    say(itemTitle(item, teachers, skills)),
  ]);
  const waiting = held.reviews + held.fresh;
  const coming = days.map(({ date, items: count }) => [`  ${date}`, String(count)]);
  return [
    items.length === 0 ? say(text.nothing) : say(text.now(counts.now, counts.fresh)),
    ...tableLines(rows, ['left', 'left', 'left', 'left']),
    say(text.today(counts.today)),
    ...(waiting > 0 ? [say(text.held(waiting))] : []),
    ...(aside.suspended + aside.buried > 0 ? [say(text.setAside(aside.suspended, aside.buried))] : []),
    '',
    say(text.coming),
    ...tableLines(coming, ['left', 'right']),
  ];
}
