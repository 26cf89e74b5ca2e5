import { describe, expect, it } from 'vitest';
import type { InterviewQuestion, Point } from '../../../src/curriculum/module.ts';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { EventDraft, InterviewEvent, LearningEvent } from '../../../src/learning/events/event.ts';
import { lastAnswers, leftRun } from '../../../src/learning/sessions/interview-record.ts';
import {
  currentStep,
  draftOf,
  gradedOf,
  type InterviewAction,
  type InterviewState,
  reduceInterview,
  startInterview,
} from '../../../src/learning/sessions/interview-session.ts';
import { stepsOf, suggestedMarks } from '../../../src/learning/sessions/interview-steps.ts';
import { answer, interview, MINUTE, NOON } from '../events.ts';

function point(word: string | null): Point {
  const text = word ?? 'silent';
  return { text: { ko: text, en: text }, keywords: word === null ? null : { ko: [[word]], en: [[`${word}-en`]] } };
}

const QUESTION: InterviewQuestion = {
  id: 'why-not-zero',
  question: { ko: '왜?', en: 'Why?' },
  expected: { ko: '답', en: 'answer' },
  precise: { ko: '답', en: 'answer' },
  mustHave: [point('clock'), point(null), point('hash')],
  bonus: [point('275')],
  traps: [point('random')],
  followUps: [
    { question: { ko: '첫째', en: 'first' }, answer: { ko: '하나', en: 'one' }, keywords: point('one').keywords },
    { question: { ko: '둘째', en: 'second' }, answer: { ko: '둘', en: 'two' }, keywords: null },
  ],
  rfc: [],
};

const steps = stepsOf(QUESTION);
const RUN = { module: 'isn', question: 'why-not-zero', run: 'run-1' };

function play(actions: readonly InterviewAction[], from = startInterview(RUN, steps, NOON)): InterviewState {
  return actions.reduce(reduceInterview, from);
}

const written = (text: string, now = NOON + MINUTE): InterviewAction => ({ type: 'written', text, now });
const graded = (now = NOON + 2 * MINUTE): InterviewAction => ({ type: 'graded', now });
const tick = (list: 'must' | 'bonus' | 'traps', place: number): InterviewAction => ({ type: 'toggled', list, place });

/** The log after these drafts, each a minute after the one before. */
function logged(...drafts: readonly (EventDraft | null)[]): LearningEvent[] {
  return drafts.flatMap((draft, at): LearningEvent[] =>
    draft === null ? [] : [{ v: 1, id: `logged-${at}`, at: NOON + at * MINUTE, ...draft }],
  );
}

describe('an interview', () => {
  it('asks the question, then each follow-up, whose answer is its one point', () => {
    expect(steps.map(({ followUp, question }) => [followUp, question.en])).toEqual([
      [null, 'Why?'],
      [0, 'first'],
      [1, 'second'],
    ]);
    expect(steps[1]?.points).toEqual({
      must: [{ text: { ko: '하나', en: 'one' }, keywords: { ko: [['one']], en: [['one-en']] } }],
      bonus: [],
      traps: [],
    });
  });

  it('goes from writing to grading to the next step, and ends in the summary', () => {
    const first = play([written('my answer'), tick('must', 2), tick('must', 0), tick('traps', 0), tick('must', 2)]);
    expect(first.phase).toEqual({
      kind: 'checking',
      text: 'my answer',
      marks: { must: [0], bonus: [], traps: [0] },
      tookMs: MINUTE,
    });
    const second = play([graded()], first);
    expect(currentStep(second)?.followUp).toBe(0);
    expect(second.phase).toMatchObject({ kind: 'writing', text: '' });
    const end = play([written('x'), tick('must', 0), graded(), written(''), graded()], second);
    expect(end.phase).toEqual({ kind: 'summary' });
    expect(currentStep(end)).toBeNull();
    expect(end.graded.map(({ text, marks }) => [text, marks.must])).toEqual([
      ['my answer', [0]],
      ['x', [0]],
      ['', []],
    ]);
    expect(play([graded(), written('late'), tick('must', 0)], end)).toEqual(end);
  });

  it('lets an answer be edited, with its time added up and its marks made anew', () => {
    const again = play([written('a'), tick('bonus', 0), { type: 'rewrite', now: NOON + 5 * MINUTE }]);
    expect(again.phase).toMatchObject({ kind: 'writing', text: 'a' });
    expect(play([written('ab', NOON + 7 * MINUTE)], again).phase).toEqual({
      kind: 'checking',
      text: 'ab',
      marks: { must: [], bonus: [], traps: [] },
      tookMs: 3 * MINUTE,
    });
  });

  it('suggests points by the words of the answer, in either language, and ticks none', () => {
    const text = 'A CLOCK, hash-en and 275 of them';
    expect(suggestedMarks(text, steps[0]!)).toEqual({ must: [0, 2], bonus: [0], traps: [] });
    expect(suggestedMarks('', steps[0]!)).toEqual({ must: [], bonus: [], traps: [] });
    expect(play([written(text)]).phase).toMatchObject({ marks: { must: [], bonus: [], traps: [] } });
  });
});

describe('what is logged of an interview', () => {
  it('holds the text, the marks and how many points there were', () => {
    const state = play([written('답\n둘째 줄'), tick('must', 1)]);
    expect(gradedOf(state)).toEqual({
      kind: 'interview',
      what: 'graded',
      ...RUN,
      followUp: null,
      text: '답\n둘째 줄',
      marks: { must: [1], bonus: [], traps: [] },
      of: { must: 3, bonus: 1, traps: 1 },
      tookMs: MINUTE,
    });
    expect(draftOf(state, 'what stands in no field', NOON)).toMatchObject({ what: 'draft', text: '답\n둘째 줄' });
    expect(gradedOf(play([]))).toBeNull();
    expect(draftOf(play([]), 'half a sen', NOON + 1000)).toMatchObject({
      what: 'draft',
      text: 'half a sen',
      marks: null,
      tookMs: 1000,
    });
  });

  it('leads back to the very place that was left', () => {
    const now = NOON + 60 * MINUTE;
    const resumed = (...drafts: readonly (EventDraft | null)[]) =>
      leftRun(foldEvents(logged(...drafts)), RUN, steps, now);
    expect(resumed()).toBeNull();
    expect(resumed(draftOf(play([]), '', NOON))).toBeNull();

    // While writing: the newest text.
    const writing = resumed(draftOf(play([]), 'ha', NOON), draftOf(play([]), 'half', NOON + 5000));
    expect(writing).toEqual({
      run: 'run-1',
      graded: [],
      phase: { kind: 'writing', text: 'half', shownAt: now, spentMs: 5000 },
    });

    // While grading: text and marks.
    const checking = play([written('done'), tick('must', 1)]);
    const ticked = resumed(draftOf(checking, '', NOON));
    expect(startInterview(RUN, steps, now, ticked)).toEqual(checking);

    // After the first answer, with nothing or something written of the next.
    const next = play([graded()], checking);
    const between = resumed(gradedOf(checking));
    expect(between).toMatchObject({ graded: [{ text: 'done', marks: { must: [1] } }], phase: null });
    expect(startInterview(RUN, steps, now, between).phase).toMatchObject({ kind: 'writing', text: '', shownAt: now });
    const later = resumed(gradedOf(checking), draftOf(next, 'fol', NOON + 3 * MINUTE));
    expect(later).toMatchObject({ graded: [{ text: 'done' }], phase: { kind: 'writing', text: 'fol' } });

    // To the end: there is nothing to go on with.
    const [one, two] = [play([written('1')], next), play([written('1'), graded(), written('2')], next)];
    expect(resumed(gradedOf(checking), gradedOf(one), gradedOf(two))).toBeNull();
  });

  it('goes on with the newest going only', () => {
    const old = interview(NOON, { run: 'old', what: 'draft', text: 'old', marks: null });
    const done = [null, 0, 1].map((followUp) => interview(NOON + 1, { run: 'new', followUp }));
    expect(leftRun(foldEvents([old]), RUN, steps, NOON)?.run).toBe('old');
    expect(leftRun(foldEvents([old, ...done]), RUN, steps, NOON)).toBeNull();
    expect(leftRun(foldEvents([old, ...done]), { ...RUN, question: 'other' }, steps, NOON)).toBeNull();
  });

  it('survives a change of the content', () => {
    const draft = interview(NOON, { what: 'draft', text: 'kept', marks: { must: [7], bonus: [], traps: [] } });
    const state = foldEvents([draft]);
    // Other points than then: the text comes back, the ticks do not.
    expect(leftRun(state, RUN, steps, NOON)?.phase).toMatchObject({ kind: 'writing', text: 'kept' });
    const shorter = foldEvents([interview(NOON, { marks: { must: [0, 7], bonus: [], traps: [9] } })]);
    expect(leftRun(shorter, RUN, steps, NOON)?.graded[0]?.marks).toEqual({ must: [0], bonus: [], traps: [] });
  });

  it('tells how the newest answer to a question went, drafts and follow-ups aside', () => {
    const events: (InterviewEvent | LearningEvent)[] = [
      interview(NOON),
      interview(NOON + 1, { marks: { must: [1], bonus: [0], traps: [] } }),
      interview(NOON + 2, { followUp: 0, marks: { must: [0], bonus: [], traps: [] } }),
      interview(NOON + 3, { what: 'draft', marks: null }),
      answer(NOON + 4),
    ];
    expect([...lastAnswers(foldEvents(events))]).toEqual([['isn/why-not-zero', { at: NOON + 1, had: 1, of: 3 }]]);
  });
});
