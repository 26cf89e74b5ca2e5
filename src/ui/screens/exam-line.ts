import type { ExamPlan } from '../../learning/schedule/exam-plan.ts';
import { cells } from '../layout/width.ts';
import type { Words } from '../text/en.ts';

/** Days after the exam for which it is still told that it is over. */
const TOLD_DAYS = 3;

/**
 * What there is to say of the exam or interview of that date ('2026-12-12') in one line, in short when the whole of it
 * takes more than `width` cells; null when there is nothing more to say.
 */
export function examLine(
  plan: ExamPlan,
  date: string,
  width: number,
  { exam: words, settings, shell }: Words,
): string | null {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const named = shell.date(new Date(year, month - 1, day, 12).getTime());
  if (plan.kind === 'over') return plan.daysAgo > TOLD_DAYS ? null : words.over(named);
  if (plan.kind === 'today') return words.today;
  const { perDay, isHeavy, shortage } = plan;
  const lines = words.on(named).map((on) => {
    if (perDay === 0) return words.ready(on);
    if (isHeavy) return words.heavy(on, perDay);
    if (shortage !== null) return words.raise(on, settings.names[shortage.limit], shortage.needs);
    return words.enough(on, perDay);
  });
  return lines.find((line) => cells(line) <= width) ?? lines.at(-1) ?? null;
}
