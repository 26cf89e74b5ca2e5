import type { ExamPlan } from '../../learning/exam-plan.ts';
import type { Words } from '../text/en.ts';

/** Days after the exam for which it is still told that it is over. */
const TOLD_DAYS = 3;

/** What there is to say of the exam or interview of that date ('2026-12-12') in one line; null when there is nothing more. */
export function examLine(plan: ExamPlan, date: string, { exam: words, settings, shell }: Words): string | null {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const on = shell.date(new Date(year, month - 1, day, 12).getTime());
  switch (plan.kind) {
    case 'over':
      return plan.daysAgo > TOLD_DAYS ? null : words.over(on);
    case 'today':
      return words.today;
    case 'ahead': {
      const { perDay, isHeavy, shortage } = plan;
      if (perDay === 0) return words.ready(on);
      if (isHeavy) return words.heavy(on, perDay);
      if (shortage !== null) return words.raise(on, settings.names[shortage.limit], shortage.needs);
      return words.enough(on, perDay);
    }
  }
}
