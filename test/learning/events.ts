import fc from 'fast-check';
import { applyEvents, type LearnerState } from '../../src/learning/account/state.ts';
import type {
  AnswerEvent,
  CardEvent,
  Grade,
  InterviewEvent,
  ItemEvent,
  ItemId,
  LearningEvent,
  LessonEvent,
  QuizEvent,
  SessionEvent,
  SessionPlan,
  UndoEvent,
} from '../../src/learning/events/event.ts';

/** The state with one more event, which must not be older than what the state keeps one by one. */
export function applied(state: LearnerState, ...events: readonly LearningEvent[]): LearnerState {
  const next = applyEvents(state, events);
  if (next === null) throw new RangeError('older than what the state keeps one by one');
  return next;
}

/** 2026-03-02 12:00 UTC, a Monday. */
export const NOON = Date.UTC(2026, 2, 2, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let made = 0;

function base(at: number): { v: 1; id: string; at: number } {
  return { v: 1, id: `event-${++made}`, at };
}

export function answer(at: number, over: Partial<AnswerEvent> = {}): AnswerEvent {
  return {
    ...base(at),
    kind: 'answer',
    question: 'ack.in-order@s-1',
    correct: true,
    given: { ack: '1501' },
    rules: [],
    hinted: false,
    tookMs: 9000,
    where: 'practice',
    grade: 3,
    ...over,
  };
}

export function card(at: number, grade: Grade, item: ItemId = 'card:handshake/why-three'): CardEvent {
  return { ...base(at), kind: 'card', item, grade, tookMs: 4000, where: 'review' };
}

export function undo(at: number, undoes: string): UndoEvent {
  return { ...base(at), kind: 'undo', undoes };
}

export function lesson(at: number, module: string, what: LessonEvent['what']): LessonEvent {
  return { ...base(at), kind: 'lesson', module, what };
}

export function quiz(at: number, correct: number, asked: number, tookMs = 60_000): QuizEvent {
  return { ...base(at), kind: 'quiz', seed: 'x', asked, correct, tookMs, limitMs: 300_000 };
}

export function interview(at: number, over: Partial<InterviewEvent> = {}): InterviewEvent {
  return {
    ...base(at),
    kind: 'interview',
    what: 'graded',
    module: 'isn',
    question: 'why-not-zero',
    followUp: null,
    run: 'run-1',
    text: '포트는 다시 쓰입니다.\nM + F',
    marks: { must: [0, 2], bonus: [], traps: [1] },
    of: { must: 3, bonus: 3, traps: 3 },
    tookMs: 90_000,
    ...over,
  };
}

export function session(at: number, over: Partial<Extract<SessionPlan, { of: 'practice' }>> = {}): SessionEvent {
  const plan = { of: 'practice', questions: ['ack.in-order@s-1'], toChoose: 2, scheduled: true, ...over } as const;
  return { ...base(at), kind: 'session', session: `session-${at}`, what: 'started', plan };
}

export function setAside(at: number, item: ItemId, what: ItemEvent['what']): ItemEvent {
  return { ...base(at), kind: 'item', item, what };
}

const grades = fc.constantFrom<Grade>(1, 2, 3, 4);
const when = fc.integer({ min: NOON - 30 * DAY, max: NOON });

/** A history of some length, with undos of events that are in it, and of a few that are not. */
export const histories: fc.Arbitrary<LearningEvent[]> = fc
  .array(
    fc.oneof(
      fc
        .tuple(when, fc.constantFrom<ItemId>('card:a/1', 'card:a/2', 'card:b/1'), grades)
        .map(([at, item, grade]): LearningEvent => card(at, grade, item)),
      fc
        .tuple(when, fc.constantFrom('ack.in-order@1', 'ack.in-order@2', 'seq.next@1'), fc.option(grades))
        .map(([at, question, grade]): LearningEvent => answer(at, { question, grade, correct: grade !== 1 })),
      fc
        .tuple(when, fc.constantFrom('tcp', 'close'), fc.constantFrom('opened' as const, 'finished' as const))
        .map(([at, module, what]): LearningEvent => lesson(at, module, what)),
      fc
        .tuple(
          when,
          fc.constantFrom<ItemId>('card:a/1', 'skill:seq.next'),
          fc.constantFrom('suspended' as const, 'buried' as const, 'resumed' as const),
        )
        .map(([at, item, what]): LearningEvent => setAside(at, item, what)),
      when.map((at): LearningEvent => session(at)),
      fc.tuple(when, fc.nat({ max: 10 })).map(([at, correct]): LearningEvent => quiz(at, correct, 10)),
      fc
        .tuple(when, fc.constantFrom('draft' as const, 'graded' as const), fc.option(fc.nat({ max: 2 })))
        .map(([at, what, followUp]): LearningEvent => interview(at, { what, followUp })),
    ),
    { maxLength: 40 },
  )
  .chain((events) =>
    fc
      .array(fc.nat({ max: events.length + 2 }), { maxLength: 6 })
      .map((targets) => [
        ...events,
        ...targets.map((index) => undo(NOON + index, events[index]?.id ?? 'an id never logged')),
      ]),
  );
