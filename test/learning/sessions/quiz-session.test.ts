import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quizDraft, resultOf } from '../../../src/learning/sessions/quiz-result.ts';
import {
  acceptsAnswer,
  currentQuestion,
  type QuizAction,
  type QuizRules,
  type QuizState,
  questionMs,
  reduce,
  remainingMs,
  start,
} from '../../../src/learning/sessions/quiz-session.ts';
import { NOON } from '../events.ts';

interface Verdict {
  readonly correct: boolean;
}

const right: Verdict = { correct: true };
const wrong: Verdict = { correct: false };

const rules: QuizRules = {
  seed: 'x',
  questions: ['a@x-1', 'b@x-2', 'a@x-3', 'b@x-4'],
  limitMs: 60_000,
  feedback: 'end',
};

function play(actions: readonly QuizAction<Verdict>[], over: Partial<QuizRules> = {}): QuizState<Verdict> {
  return actions.reduce((state, action) => reduce(state, action), start<Verdict>({ ...rules, ...over }, NOON));
}

describe('a timed quiz', () => {
  it('runs from the first question to its result, with each question timed', () => {
    const state = play([
      { type: 'tick', now: NOON + 1000 },
      { type: 'typed', field: 'ack', value: '10' },
      { type: 'typed', field: 'ack', value: '101' },
      { type: 'judged', verdict: right, now: NOON + 5000 },
      { type: 'typed', field: 'seq', value: '7' },
      { type: 'judged', verdict: wrong, now: NOON + 12_000 },
      { type: 'skipped', now: NOON + 13_000 },
      { type: 'judged', verdict: right, now: NOON + 20_000 },
    ]);
    expect(currentQuestion(state)).toBeNull();
    expect(resultOf(state)).toEqual({
      seed: 'x',
      feedback: 'end',
      why: 'complete',
      asked: 4,
      answered: 3,
      correct: 2,
      skipped: 1,
      unreached: 0,
      score: 0.5,
      limitMs: 60_000,
      tookMs: 20_000,
      medianMs: 7000,
      outcomes: [
        { kind: 'answered', question: 'a@x-1', given: { ack: '101' }, verdict: right, tookMs: 5000 },
        { kind: 'answered', question: 'b@x-2', given: { seq: '7' }, verdict: wrong, tookMs: 7000 },
        { kind: 'skipped', question: 'a@x-3', tookMs: 1000 },
        { kind: 'answered', question: 'b@x-4', given: {}, verdict: right, tookMs: 7000 },
      ],
      mistakes: [
        { kind: 'answered', question: 'b@x-2', given: { seq: '7' }, verdict: wrong, tookMs: 7000 },
        { kind: 'skipped', question: 'a@x-3', tookMs: 1000 },
      ],
      practiseAgain: ['b@x-2', 'a@x-3'],
    });
    expect(quizDraft(resultOf(state)!)).toEqual({
      kind: 'quiz',
      seed: 'x',
      asked: 4,
      correct: 2,
      tookMs: 20_000,
      limitMs: 60_000,
    });
  });

  it('ends at its limit; the question on the screen counts as not answered', () => {
    const before = play([{ type: 'judged', verdict: right, now: NOON + 40_000 }]);
    expect(remainingMs(before, NOON + 59_999)).toBe(1);
    expect(acceptsAnswer(before, NOON + 59_999)).toBe(true);
    expect(acceptsAnswer(before, NOON + 60_000)).toBe(false);
    expect(questionMs(before, NOON + 45_000)).toBe(5000);
    for (const late of [
      { type: 'tick', now: NOON + 60_000 },
      { type: 'judged', verdict: right, now: NOON + 75_000 },
      { type: 'skipped', now: NOON + 75_000 },
    ] as const) {
      const result = resultOf(reduce(before, late))!;
      expect(result).toMatchObject({ why: 'time-over', answered: 1, correct: 1, unreached: 2, tookMs: 60_000 });
      expect(result.outcomes.at(-1)).toEqual({ kind: 'unanswered', question: 'b@x-2', tookMs: 20_000 });
      expect(result.practiseAgain).toEqual(['b@x-2']);
      expect(result.score).toBe(0.25);
    }
  });

  it('shows the verdict after each answer when asked to, while the time runs on', () => {
    const each = { feedback: 'each' } as const;
    const shown = play([{ type: 'judged', verdict: wrong, now: NOON + 1000 }], each);
    expect(shown.phase.kind).toBe('feedback');
    expect(currentQuestion(shown)).toBe('a@x-1');
    expect(remainingMs(shown, NOON + 30_000)).toBe(30_000);
    expect(reduce(shown, { type: 'judged', verdict: right, now: NOON + 2000 }).outcomes).toBe(shown.outcomes);
    const next = reduce(shown, { type: 'next', now: NOON + 31_000 });
    expect(currentQuestion(next)).toBe('b@x-2');
    expect(questionMs(next, NOON + 32_000)).toBe(1000);
    expect(currentQuestion(reduce(next, { type: 'skipped', now: NOON + 33_000 }))).toBe('a@x-3');
    expect(resultOf(reduce(shown, { type: 'tick', now: NOON + 60_000 }))).toMatchObject({
      why: 'time-over',
      answered: 1,
      unreached: 3,
      practiseAgain: ['a@x-1'],
    });
  });

  it('lets the feedback of the last question be read to its end', () => {
    const last = play([{ type: 'judged', verdict: wrong, now: NOON + 1000 }], {
      questions: ['a@x-1'],
      feedback: 'each',
    });
    const read = reduce(last, { type: 'tick', now: NOON + 90_000 });
    expect(read.phase.kind).toBe('feedback');
    expect(resultOf(reduce(read, { type: 'next', now: NOON + 95_000 }))).toMatchObject({
      why: 'complete',
      tookMs: 1000,
      correct: 0,
    });
  });

  it('can be left; what was answered counts', () => {
    const state = play([
      { type: 'judged', verdict: right, now: NOON + 4000 },
      { type: 'left', now: NOON + 6000 },
    ]);
    expect(resultOf(state)).toMatchObject({ why: 'left', correct: 1, unreached: 2, tookMs: 6000 });
    expect(resultOf(state)!.outcomes.at(-1)).toEqual({ kind: 'unanswered', question: 'b@x-2', tookMs: 2000 });
    expect(reduce(state, { type: 'tick', now: NOON + 90_000 })).toBe(state);
  });

  it('gives no time back when the clock goes back', () => {
    const state = play([
      { type: 'tick', now: NOON + 30_000 },
      { type: 'tick', now: NOON + 1000 },
    ]);
    expect(remainingMs(state, NOON + 1000)).toBe(30_000);
    expect(questionMs(state, NOON)).toBe(30_000);
  });

  it('is over at once without questions', () => {
    expect(resultOf(start<Verdict>({ ...rules, questions: [] }, NOON))).toMatchObject({
      asked: 0,
      score: 0,
      tookMs: 0,
    });
  });

  it('always adds up, whatever is pressed and whenever', () => {
    const presses = fc.array(
      fc.tuple(fc.constantFrom('tick', 'right', 'wrong', 'skipped', 'next', 'typed'), fc.nat({ max: 9000 })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(presses, fc.constantFrom('end' as const, 'each' as const), (steps, feedback) => {
        let now = NOON;
        let state = start<Verdict>({ ...rules, feedback }, NOON);
        for (const [press, wait] of steps) {
          now += wait;
          if (press === 'right' || press === 'wrong') {
            state = reduce(state, { type: 'judged', verdict: { correct: press === 'right' }, now });
          } else if (press === 'typed') state = reduce(state, { type: 'typed', field: 'ack', value: '1' });
          else state = reduce(state, { type: press as 'tick' | 'skipped' | 'next', now });
        }
        const result = resultOf(reduce(state, { type: 'left', now }))!;
        const { outcomes } = result;
        expect(outcomes.map(({ question }) => question)).toEqual(rules.questions.slice(0, outcomes.length));
        expect(outcomes.length + result.unreached).toBe(result.asked);
        expect(result.correct + result.mistakes.length).toBe(outcomes.length);
        expect(result.tookMs).toBeLessThanOrEqual(rules.limitMs);
        const spent = outcomes.reduce((sum, { tookMs }) => sum + tookMs, 0);
        if (feedback === 'end') expect(spent).toBe(result.tookMs);
        else expect(spent).toBeLessThanOrEqual(result.tookMs);
      }),
      { numRuns: 300 },
    );
  });
});
