import { describe, expect, it } from 'vitest';
import {
  awaitsChoice,
  currentQuestion,
  type PracticeAction,
  position,
  reduce,
  start,
  summary,
} from '../../../src/learning/sessions/practice-session.ts';
import { NOON } from '../events.ts';

interface Verdict {
  readonly correct: boolean;
}

const play = (actions: readonly PracticeAction<Verdict>[], questions = ['a@1', 'b@2']) =>
  actions.reduce((state, action) => reduce(state, action), start<Verdict>(questions, NOON));

describe('practice', () => {
  it('asks, judges and goes on to its summary', () => {
    const judged = play([
      { type: 'typed', field: 'seq', value: '5' },
      { type: 'typed', field: 'ack', value: '9' },
      { type: 'judged', verdict: { correct: true }, now: NOON + 3000 },
    ]);
    expect(judged.phase).toEqual({
      kind: 'judged',
      answer: {
        question: 'a@1',
        given: { seq: '5', ack: '9' },
        verdict: { correct: true },
        hinted: false,
        tookMs: 3000,
      },
    });
    expect(position(judged)).toEqual({ number: 1, of: 2 });
    const second = reduce(judged, { type: 'next', now: NOON + 10_000 });
    expect(second.phase).toEqual({ kind: 'asking', question: 'b@2', shownAt: NOON + 10_000, typed: {}, hinted: false });
    expect(position(second)).toEqual({ number: 2, of: 2 });
    const hinted = reduce(reduce(second, { type: 'hinted' }), {
      type: 'judged',
      verdict: { correct: false },
      now: NOON + 12_000,
    });
    const done = reduce(hinted, { type: 'next', now: NOON + 13_000 });
    expect(done.phase.kind).toBe('finished');
    expect(done.answers.map(({ hinted: was }) => was)).toEqual([false, true]);
    expect(summary(done)).toEqual({ answered: 2, correct: 1, missed: ['b@2'] });
  });

  it('passes over a question, which is then none of its own', () => {
    const skipped = play([{ type: 'skipped', now: NOON + 500 }]);
    expect(currentQuestion(skipped)).toBe('b@2');
    expect(skipped.phase).toMatchObject({ shownAt: NOON + 500, typed: {}, hinted: false });
    expect(position(skipped)).toEqual({ number: 1, of: 1 });
    expect(reduce(skipped, { type: 'skipped', now: NOON + 900 }).phase.kind).toBe('finished');
    const judged = play([{ type: 'judged', verdict: { correct: true }, now: NOON + 1 }]);
    expect(reduce(judged, { type: 'skipped', now: NOON + 2 })).toBe(judged);
  });

  it('takes only what fits its phase', () => {
    const asking = play([{ type: 'next', now: NOON }]);
    expect(currentQuestion(asking)).toBe('a@1');
    const judged = play([{ type: 'judged', verdict: { correct: true }, now: NOON + 1 }]);
    expect(reduce(judged, { type: 'typed', field: 'ack', value: '1' })).toBe(judged);
    expect(reduce(judged, { type: 'hinted' })).toBe(judged);
    expect(reduce(judged, { type: 'judged', verdict: { correct: false }, now: NOON + 2 })).toBe(judged);
  });

  it('goes on with questions added, also after its end', () => {
    const more: PracticeAction<Verdict> = { type: 'added', questions: ['c@3'], now: NOON + 50 };
    expect(currentQuestion(play([more]))).toBe('a@1');
    const finished = play(
      [
        { type: 'judged', verdict: { correct: true }, now: NOON + 1 },
        { type: 'next', now: NOON + 2 },
      ],
      ['a@1'],
    );
    expect(finished.phase.kind).toBe('finished');
    expect(currentQuestion(reduce(finished, more))).toBe('c@3');
  });

  it('is chosen question by question when asked to be: counted from the start, asked in turn', () => {
    const judged: PracticeAction<Verdict> = { type: 'judged', verdict: { correct: true }, now: NOON + 1 };
    const begun = start<Verdict>(['a@1'], NOON, 2);
    expect(position(begun)).toEqual({ number: 1, of: 3 });
    expect(awaitsChoice(begun)).toBe(true);
    const chosen = reduce(reduce(begun, judged), { type: 'chosen', question: 'b@2' });
    expect(awaitsChoice(chosen)).toBe(false);
    const second = reduce(chosen, { type: 'next', now: NOON + 2 });
    expect(currentQuestion(second)).toBe('b@2');
    expect(position(second)).toEqual({ number: 2, of: 3 });
    // Passed over, it is none of its own; the next is asked in its place.
    const third = reduce(reduce(second, { type: 'chosen', question: 'c@3' }), { type: 'skipped', now: NOON + 3 });
    expect(currentQuestion(third)).toBe('c@3');
    expect(position(third)).toEqual({ number: 2, of: 2 });
    expect(awaitsChoice(third)).toBe(false);
    expect(reduce(third, { type: 'chosen', question: 'd@4' })).toBe(third);
    expect(awaitsChoice(reduce(third, { type: 'extended', by: 5 }))).toBe(true);
  });

  it('asks a drill before what is still to be chosen', () => {
    const judged: PracticeAction<Verdict> = { type: 'judged', verdict: { correct: false }, now: NOON + 1 };
    const added = reduce(reduce(start<Verdict>(['a@1'], NOON, 1), judged), {
      type: 'added',
      questions: ['a@2'],
      now: NOON + 2,
    });
    expect(awaitsChoice(added)).toBe(false);
    expect(awaitsChoice(reduce(added, { type: 'next', now: NOON + 3 }))).toBe(true);
    expect(position(added)).toEqual({ number: 1, of: 3 });
  });

  it('asks what was missed, or a drill, before the rest of a plan that was left early', () => {
    const judged: PracticeAction<Verdict> = { type: 'judged', verdict: { correct: false }, now: NOON + 1 };
    const again: PracticeAction<Verdict> = { type: 'added', questions: ['a@1'], now: NOON + 4 };
    const left = play([judged, { type: 'next', now: NOON + 2 }, { type: 'left' }], ['a@1', 'b@2', 'c@3']);
    expect(currentQuestion(reduce(left, again))).toBe('a@1');
    const drilled = play([judged, { ...again, questions: ['a@7'] }, { type: 'next', now: NOON + 5 }], ['a@1', 'b@2']);
    expect(currentQuestion(drilled)).toBe('a@7');
    expect(drilled.questions).toEqual(['a@1', 'a@7', 'b@2']);
    // The question on the screen is not taken away.
    expect(play([again], ['b@2', 'c@3']).questions).toEqual(['b@2', 'a@1', 'c@3']);
  });

  it('can be left, is over without questions, and never counts time below zero', () => {
    expect(play([{ type: 'left' }]).phase.kind).toBe('finished');
    expect(play([], []).phase.kind).toBe('finished');
    const judged = play([{ type: 'judged', verdict: { correct: true }, now: NOON - 5000 }]);
    expect(judged.answers[0]?.tookMs).toBe(0);
  });
});
