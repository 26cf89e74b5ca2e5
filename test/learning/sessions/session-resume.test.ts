import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../../src/learning/account/account.ts';
import { emptyState, foldEvents } from '../../../src/learning/account/state.ts';
import type { EventDraft, LearningEvent } from '../../../src/learning/events/event.ts';
import type { JudgedByRules } from '../../../src/learning/sessions/judged.ts';
import {
  awaitsChoice,
  currentQuestion,
  type PracticeAction,
  type PracticeState,
  position,
  reduce,
  start,
} from '../../../src/learning/sessions/practice-session.ts';
import * as quizzes from '../../../src/learning/sessions/quiz-session.ts';
import { practiceChange, practiceStarted, quizStarted } from '../../../src/learning/sessions/session-log.ts';
import {
  lengthOf,
  OFFERED_MS,
  openSessions,
  practiceLeft,
  quizLeft,
} from '../../../src/learning/sessions/session-resume.ts';
import { answer, applied, MINUTE, NOON, quiz } from '../events.ts';

type State = PracticeState<JudgedByRules>;
type Action = PracticeAction<JudgedByRules>;

const everySkill = () => true;

/** A practice that logs as the screen does, in a log of its own. */
class Practice {
  state: State;
  readonly log: LearningEvent[] = [];
  now = NOON;
  private isLogged = false;

  constructor(questions: readonly string[], toChoose = 0) {
    this.state = start(questions, this.now, toChoose);
  }

  write(draft: EventDraft): void {
    this.now += 1000;
    this.log.push({ v: 1, id: `p${String(this.log.length).padStart(4, '0')}`, at: this.now, ...draft });
  }

  act(action: Action): void {
    const before = this.state;
    this.state = reduce(before, action);
    const change = this.isLogged ? practiceChange('s', before, action, this.state) : null;
    if (change !== null) this.write(change);
  }

  answer(correct: boolean): void {
    const { phase } = this.state;
    if (phase.kind !== 'asking') return;
    if (!this.isLogged) this.write(practiceStarted('s', this.state, true));
    this.isLogged = true;
    const rules = correct ? [] : ['M01'];
    const { question, hinted } = phase;
    const tookMs = 2000;
    this.write({
      kind: 'answer',
      question,
      correct,
      given: { ack: '1' },
      rules,
      hinted,
      tookMs,
      where: 'practice',
      grade: null,
    });
    this.act({ type: 'judged', verdict: { correct, rules }, now: phase.shownAt + tookMs });
  }

  next(type: 'next' | 'skipped'): void {
    if (awaitsChoice(this.state)) this.act({ type: 'chosen', question: `mixed.skill@${this.log.length}` });
    this.act({ type, now: this.now });
  }

  record(): SessionRecord | null {
    return foldEvents(this.log).sessions.practice;
  }
}

/** A practice gone on with from its record: what is on the screen, what was answered, how far it is. */
function again(record: SessionRecord): State {
  const { questions, toChoose, answers } = practiceLeft(record, everySkill);
  return start(questions, NOON, toChoose, answers);
}

const told = (state: State) => ({
  question: currentQuestion(state),
  of: position(state).of,
  toChoose: state.toChoose,
  answers: state.answers.map(({ given: _, ...rest }) => rest),
});

const steps = fc.array(
  fc.constantFrom<'right' | 'wrong' | 'hinted' | 'drill' | 'more'>(
    'right',
    'right',
    'wrong',
    'hinted',
    'drill',
    'more',
  ),
  { maxLength: 30 },
);

describe('a practice gone on with', () => {
  it('is where it was left, whenever that was', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (done, planned, toChoose) => {
        const names = Array.from({ length: planned + 1 }, (_, at) => `a.b@${at}`);
        const practice = new Practice(names, toChoose);
        for (const step of done) {
          if (practice.state.phase.kind === 'judged') practice.next('next');
          if (practice.state.phase.kind === 'finished') break;
          // With an unanswered question on the screen, going on must show that very question.
          const record = practice.record();
          if (record !== null) expect(told(again(record))).toEqual(told(practice.state));
          if (step === 'hinted') practice.act({ type: 'hinted' });
          if (step === 'more') practice.act({ type: 'extended', by: 2 });
          practice.answer(step !== 'wrong');
          if (step === 'drill') practice.act({ type: 'added', questions: ['d@1', 'd@2'], now: practice.now });
        }
        const record = practice.record();
        const { answers, phase } = practice.state;
        if (record === null) expect(answers).toEqual([]);
        else expect(again(record).answers.map(({ question }) => question)).toEqual(answers.map((one) => one.question));
        if (phase.kind === 'finished' && record !== null)
          expect(openSessions({ practice: record, quiz: null }, NOON)).toEqual([]);
      }),
    );
  });

  it('asks again what was passed over, after the others', () => {
    const practice = new Practice(['a@1', 'a@2', 'a@3', 'a@4']);
    practice.answer(true);
    practice.next('next');
    practice.next('skipped');
    practice.answer(false);
    const record = practice.record();
    const state = again(record!);
    expect(currentQuestion(state)).toBe('a@4');
    expect(state.questions).toEqual(['a@1', 'a@3', 'a@4', 'a@2']);
    expect(position(state)).toEqual({ number: 3, of: 4 });
  });

  it('asks a question a second time when that was asked for, and not otherwise', () => {
    const practice = new Practice(['a@1']);
    practice.answer(false);
    practice.next('next');
    expect(openSessions(foldEvents(practice.log).sessions, practice.now)).toEqual([]);
    practice.act({ type: 'added', questions: ['a@1'], now: practice.now });
    const open = openSessions(foldEvents(practice.log).sessions, practice.now);
    expect(open.map(lengthOf)).toEqual([{ answered: 1, of: 2 }]);
    expect(currentQuestion(again(open[0]!))).toBe('a@1');
  });

  it('counts once what two programs ask', () => {
    const practice = new Practice(['a@1', 'a@2']);
    practice.answer(true);
    practice.next('next');
    practice.answer(true);
    const twice = answer(practice.now + 5, { question: 'a@2', correct: false, grade: 1 });
    const state = foldEvents([...practice.log, twice]);
    expect(state.sessions.practice?.answered.map(({ question }) => question)).toEqual(['a@1', 'a@2']);
    expect(state.totals.answered).toBe(3);
  });

  it('leaves out skills that are no longer asked', () => {
    const practice = new Practice(['old@1', 'a@2', 'old@3', 'a@4']);
    practice.answer(true);
    const { questions, answers } = practiceLeft(practice.record()!, (skill) => skill !== 'old');
    expect(questions).toEqual(['a@2', 'a@4']);
    expect(answers).toEqual([]);
  });

  it('is not touched by what is answered elsewhere', () => {
    const practice = new Practice(['a@1', 'a@2'], 3);
    practice.answer(true);
    const others = [
      answer(practice.now + 1, { question: 'a@2', where: 'review' }),
      answer(practice.now + 2, { question: 'a@2', where: 'quiz' }),
      answer(practice.now + 3, { question: 'x@9' }),
    ];
    expect(foldEvents([...practice.log, ...others]).sessions.practice?.answered).toHaveLength(1);
  });
});

const RULES: quizzes.QuizRules = {
  seed: 'q',
  questions: ['a@q-1', 'b@q-2', 'c@q-3'],
  limitMs: 5 * MINUTE,
  feedback: 'end',
};

/** The log of a quiz with its first question answered after so many ms. */
function quizLog(tookMs: number): LearningEvent[] {
  return [
    { v: 1, id: 'q0', at: NOON, ...quizStarted('s', RULES) },
    answer(NOON + 1, { question: 'a@q-1', where: 'quiz', tookMs, correct: false, rules: ['M01'], given: { ack: '7' } }),
  ];
}

describe('a quiz gone on with', () => {
  it('has the time that was left, and what was typed for its result', () => {
    const { sessions } = foldEvents(quizLog(70_000));
    const left = quizLeft(sessions.quiz!, everySkill)!;
    expect(left.usedMs).toBe(70_000);
    expect(left.answered).toMatchObject([{ question: 'a@q-1', correct: false, rules: ['M01'], given: { ack: '7' } }]);
    const before = { outcomes: [{ kind: 'skipped', question: 'a@q-1', tookMs: 70_000 } as const], usedMs: left.usedMs };
    const state = quizzes.start(left.rules, NOON + 3 * 60 * MINUTE, before);
    expect(quizzes.currentQuestion(state)).toBe('b@q-2');
    expect(quizzes.remainingMs(state, NOON + 3 * 60 * MINUTE)).toBe(5 * MINUTE - 70_000);
    expect(quizzes.questionMs(state, NOON + 3 * 60 * MINUTE)).toBe(0);
  });

  it('counts the time of the open question when it was left in order, and never gives any back', () => {
    const paused = (at: number, usedMs: number): LearningEvent => ({
      v: 1,
      id: `pause-${at}`,
      at,
      kind: 'session',
      session: 's',
      what: 'paused',
      usedMs,
    });
    const second = answer(NOON + 300, { question: 'b@q-2', where: 'quiz', tookMs: 10_000 });
    const { sessions } = foldEvents([
      ...quizLog(70_000),
      paused(NOON + 100, 95_000),
      paused(NOON + 200, 80_000),
      second,
    ]);
    expect(sessions.quiz?.usedMs).toBe(105_000);
  });

  it('is over with its result, and only by its own', () => {
    const log = quizLog(1000);
    expect(foldEvents([...log, { ...quiz(NOON + 9, 1, 3), seed: 'q' }]).sessions.quiz?.ended).toBe(true);
    expect(foldEvents([...log, { ...quiz(NOON + 9, 1, 3), seed: 'other' }]).sessions.quiz?.ended).toBe(false);
  });

  it('is offered until its result is there, even with every question answered', () => {
    const rest = ['b@q-2', 'c@q-3'].map((question, at) => answer(NOON + 10 + at, { question, where: 'quiz' }));
    const { sessions } = foldEvents([...quizLog(1000), ...rest]);
    expect(openSessions(sessions, NOON + 50)).toHaveLength(1);
    expect(openSessions(sessions, NOON + 11 + OFFERED_MS)).toHaveLength(1);
    expect(openSessions(sessions, NOON + 12 + OFFERED_MS)).toEqual([]);
  });

  it('stays beside a practice begun meanwhile; the one touched last is offered first', () => {
    const practice = new Practice(['a@1', 'a@2']);
    practice.answer(true);
    const state = foldEvents([...quizLog(1000), ...practice.log]);
    expect(openSessions(state.sessions, practice.now).map(({ started }) => started.plan.of)).toEqual([
      'practice',
      'quiz',
    ]);
    const other: LearningEvent = { v: 1, id: 'z', at: practice.now + 5, ...quizStarted('t', RULES) };
    const begun = applied(state, other);
    expect(openSessions(begun.sessions, practice.now).map(({ started }) => started.session)).toEqual(['t', 's']);
    expect(openSessions(emptyState().sessions, NOON)).toEqual([]);
  });
});
