/** A flip card `card:module/id`, or a skill `skill:id`: what the schedule brings back. */
export type ItemId = `card:${string}/${string}` | `skill:${string}`;

/** FSRS grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

interface EventBase {
  /** Version of the log line's form. */
  readonly v: 1;
  /** Unique across machines and processes. */
  readonly id: string;
  /** When it happened, ms since the epoch. */
  readonly at: number;
}

/** A machine-checked answer to a question. */
export interface AnswerEvent extends EventBase {
  readonly kind: 'answer';
  /** `skill@seed` */
  readonly question: string;
  readonly correct: boolean;
  /** What was typed, per field id. */
  readonly given: Readonly<Record<string, string>>;
  /** Ids of the wrong rules the answer matched (M01 ...). */
  readonly rules: readonly string[];
  readonly hinted: boolean;
  /** Time from the question's first frame to the answer, ms. */
  readonly tookMs: number;
  readonly where: 'practice' | 'review' | 'quiz';
  /** The grade given to the schedule; null when the answer does not count for it. */
  readonly grade: Grade | null;
}

/** A flip card graded by its learner. */
export interface CardEvent extends EventBase {
  readonly kind: 'card';
  readonly item: ItemId;
  readonly grade: Grade;
  readonly tookMs: number;
  /** In practice the grade does not reach the schedule. Lines written before there was practice of cards say neither. */
  readonly where: 'review' | 'practice';
}

/** An item is set aside, for good or for the rest of its study day, or taken up again. */
export interface ItemEvent extends EventBase {
  readonly kind: 'item';
  readonly item: ItemId;
  readonly what: 'suspended' | 'buried' | 'resumed';
}

/** What a session goes over, so that it can be gone on with after the program has ended. */
export type SessionPlan =
  | {
      readonly of: 'practice';
      /** Names `skill@seed` in the order they are asked. */
      readonly questions: readonly string[];
      /** Questions after these that are chosen as it goes on. */
      readonly toChoose: number;
      /** Whether the answers reach the schedule. */
      readonly scheduled: boolean;
    }
  | {
      readonly of: 'quiz';
      readonly questions: readonly string[];
      readonly seed: string;
      readonly limitMs: number;
      readonly feedback: 'end' | 'each';
    };

/**
 * A practice or a quiz begins (written with its first answer), gets more questions, stands still, or is over. A finished
 * quiz has an event of its own, which ends its session.
 */
export type SessionEvent = EventBase & { readonly kind: 'session'; readonly session: string } & (
    | { readonly what: 'started'; readonly plan: SessionPlan }
    /** To a practice: questions at the end of its plan, and how many are to be chosen after them. */
    | { readonly what: 'added'; readonly questions: readonly string[]; readonly toChoose: number }
    /** A quiz was left with so much of its time used, ms. */
    | { readonly what: 'paused'; readonly usedMs: number }
    | { readonly what: 'ended' }
  );

/** Takes an earlier answer, card grade or setting aside back; the log itself is only ever added to. */
export interface UndoEvent extends EventBase {
  readonly kind: 'undo';
  readonly undoes: string;
}

export interface LessonEvent extends EventBase {
  readonly kind: 'lesson';
  readonly module: string;
  readonly what: 'opened' | 'finished';
}

/** A finished timed quiz. Its answers are AnswerEvents of their own. */
export interface QuizEvent extends EventBase {
  readonly kind: 'quiz';
  readonly seed: string;
  readonly asked: number;
  readonly correct: number;
  readonly tookMs: number;
  readonly limitMs: number;
}

/** Places in the three lists of an interview question, each from 0. */
export interface Marks {
  readonly must: readonly number[];
  readonly bonus: readonly number[];
  readonly traps: readonly number[];
}

/** A free answer to an interview question or to one of its follow-ups. */
export interface InterviewEvent extends EventBase {
  readonly kind: 'interview';
  /** What was written so far when it was left or rested; or the whole, graded by the learner. */
  readonly what: 'draft' | 'graded';
  readonly module: string;
  readonly question: string;
  /** Its place among the follow-ups, from 0; null for the question itself. */
  readonly followUp: number | null;
  /** Ties the answers to a question and to its follow-ups together: one going through them. */
  readonly run: string;
  readonly text: string;
  /** What the learner ticked; null in a draft that is still being written. */
  readonly marks: Marks | null;
  /** How many points there were to tick. */
  readonly of: { readonly must: number; readonly bonus: number; readonly traps: number };
  readonly tookMs: number;
}

export type LearningEvent =
  | AnswerEvent
  | CardEvent
  | ItemEvent
  | UndoEvent
  | LessonEvent
  | QuizEvent
  | InterviewEvent
  | SessionEvent;

/** An event that says how well an item was known: what the schedule and the progress rest on. */
export type ReviewEvent = AnswerEvent | CardEvent;

/** An event that can be taken back, as far as that needs to know it. */
export type UndoableEvent = Omit<AnswerEvent, 'given'> | CardEvent | ItemEvent;

/** An event as a screen reports it; the store adds version, id and time. */
export type EventDraft = LearningEvent extends infer Event
  ? Event extends LearningEvent
    ? Omit<Event, 'v' | 'id' | 'at'>
    : never
  : never;

/** Whether the event grades an item. */
export function isReview<Event extends { readonly kind: LearningEvent['kind'] }>(
  event: Event,
): event is Extract<Event, { readonly kind: 'answer' | 'card' }> {
  return event.kind === 'answer' || event.kind === 'card';
}

/** Whether the event can be taken back. */
export function isUndoable<Event extends { readonly kind: LearningEvent['kind'] }>(
  event: Event,
): event is Extract<Event, { readonly kind: 'answer' | 'card' | 'item' }> {
  return isReview(event) || event.kind === 'item';
}

/** The skill a question name (`skill@seed`) belongs to. */
export function skillOf(question: string): string {
  const at = question.indexOf('@');
  return at < 0 ? question : question.slice(0, at);
}

/** The item an event is about. */
export function itemOf(
  event: Pick<CardEvent | ItemEvent, 'kind' | 'item'> | Pick<AnswerEvent, 'kind' | 'question'>,
): ItemId {
  return event.kind === 'answer' ? `skill:${skillOf(event.question)}` : event.item;
}
