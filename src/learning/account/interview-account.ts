import type { InterviewEvent } from '../events/event.ts';
import type { InterviewRecord } from './account.ts';

/** The name a question has across modules: `module/question`. */
export function questionKey({ module, question }: Pick<InterviewEvent, 'module' | 'question'>): string {
  return `${module}/${question}`;
}

/** The record of a question with one more answer, which is the newest; the question it is of is not looked at. */
export function withInterview(record: InterviewRecord | null, event: InterviewEvent): InterviewRecord {
  const last =
    event.what === 'graded' && event.followUp === null
      ? { at: event.at, had: event.marks?.must.length ?? 0, of: event.of.must }
      : (record?.last ?? null);
  const ofRun = record?.run.filter(({ run }) => run === event.run) ?? [];
  const others = ofRun.filter(({ what, followUp }) => what !== event.what || followUp !== event.followUp);
  return { last, run: [event, ...others] };
}
