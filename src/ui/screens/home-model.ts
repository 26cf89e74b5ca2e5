import type { Module } from '../../curriculum/module.ts';
import type { SessionRecord } from '../../learning/account/account.ts';
import { questionKey } from '../../learning/account/interview-account.ts';
import type { LearnerState } from '../../learning/account/state.ts';
import type { Catalogue } from '../../learning/catalogue.ts';
import { type Progress, progressOf } from '../../learning/progress/progress.ts';
import { type DueNow, dueNow } from '../../learning/schedule/due.ts';
import { type ExamPlan, examPlan } from '../../learning/schedule/exam-plan.ts';
import { setAsideItems } from '../../learning/schedule/holds.ts';
import { lastAnswers } from '../../learning/sessions/interview-record.ts';
import { openSessions } from '../../learning/sessions/session-resume.ts';
import type { Settings } from '../../learning/settings.ts';
import { scheduleOptions } from '../schedule-options.ts';

/** What the home screen tells. */
export interface HomeModel {
  readonly progress: Progress;
  /** The practice or quiz left last that can be gone on with; null when there is none. */
  readonly left: SessionRecord | null;
  /** How long what is due now will take, ms. */
  readonly dueMs: number;
  /** What the daily limits keep back. */
  readonly held: DueNow['held'];
  /** Whether anything is set aside. */
  readonly hasSetAside: boolean;
  /** What is left to do before the exam or interview; null without one. */
  readonly exam: ExamPlan | null;
  /** The first lesson of the path that is not finished; null when all are. */
  readonly nextLesson: Module | null;
  /** The two concepts known least of those begun; none before anything was practised. */
  readonly weakest: readonly Module[];
  /** Interview questions answered at least once, of all. */
  readonly interviews: { readonly answered: number; readonly of: number };
}

/** How long an item takes when there is nothing to go by yet, ms. */
const CARD_MS = 12_000;
const SKILL_MS = 30_000;

/** A concept known better than this is not called weak. */
const STRONG = 0.85;

export function homeModel(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  settings: Settings,
  modules: readonly Module[],
): HomeModel {
  const options = scheduleOptions(settings);
  const progress = progressOf(state, now, catalogue, options);
  const skillMs = progress.medianMs ?? SKILL_MS;
  const answered = lastAnswers(state);
  const { items: due, held } = dueNow(state, now, catalogue, options);
  const weak = progress.modules
    .filter(({ module, seen, mastery }) => seen > 0 && mastery < STRONG && modules.some(({ id }) => id === module))
    .sort((a, b) => a.mastery - b.mastery)
    .slice(0, 2);
  return {
    progress,
    left: openSessions(state.sessions, now)[0] ?? null,
    dueMs: due.reduce((sum, { kind }) => sum + (kind === 'card' ? CARD_MS : skillMs), 0),
    held,
    hasSetAside: setAsideItems(state, now).length > 0,
    exam: examPlan(state, now, catalogue, options),
    nextLesson: modules.find(({ id }) => state.lessons.get(id)?.finishedAt == null) ?? null,
    weakest: weak.flatMap(({ module }) => modules.find(({ id }) => id === module) ?? []),
    interviews: {
      answered: modules
        .flatMap(({ id, interview }) => interview.map((question) => questionKey({ module: id, question: question.id })))
        .filter((key) => answered.has(key)).length,
      of: modules.reduce((sum, { interview }) => sum + interview.length, 0),
    },
  };
}
