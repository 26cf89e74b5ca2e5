import { describe, expect, it } from 'vitest';
import { emptyState, foldEvents } from '../../../src/learning/account/state.ts';
import { gradeAnswer, median, practiceGrade, usualMs } from '../../../src/learning/schedule/grading.ts';
import { defaultSchedule, memoryOf } from '../../../src/learning/schedule/schedule.ts';
import { answerDraft } from '../../../src/learning/sessions/answer-draft.ts';
import { answer, applied, HOUR, MINUTE, NOON } from '../events.ts';

const quick = { correct: true, hinted: false, tookMs: 8000, usualMs: 10_000 };

describe('grading', () => {
  it('gives again for wrong, hard for a hint or a slow answer, good for the rest', () => {
    expect(gradeAnswer(quick)).toBe(3);
    expect(gradeAnswer({ ...quick, correct: false })).toBe(1);
    expect(gradeAnswer({ ...quick, correct: false, hinted: true })).toBe(1);
    expect(gradeAnswer({ ...quick, hinted: true })).toBe(2);
    expect(gradeAnswer({ ...quick, tookMs: 20_000 })).toBe(3);
    expect(gradeAnswer({ ...quick, tookMs: 20_001 })).toBe(2);
    expect(gradeAnswer({ ...quick, usualMs: 1000, tookMs: 6000 })).toBe(3);
    expect(gradeAnswer({ ...quick, usualMs: null, tookMs: 600_000 })).toBe(3);
  });

  it('knows a usual time after five right answers without a hint, and follows the learner', () => {
    const answers = (times: readonly number[]) => times.map((tookMs, index) => answer(NOON + index, { tookMs }));
    expect(usualMs(foldEvents(answers([1, 2, 3, 4])), 'skill:ack.in-order')).toBeNull();
    expect(usualMs(foldEvents(answers([9000, 1000, 3000, 2000, 4000])), 'skill:ack.in-order')).toBe(3000);
    const others = [answer(NOON + 90, { correct: false, tookMs: 1 }), answer(NOON + 91, { hinted: true, tookMs: 1 })];
    const mixed = foldEvents([...answers([9000, 1000, 3000, 2000, 4000]), ...others]);
    expect(usualMs(mixed, 'skill:ack.in-order')).toBe(3000);
    const faster = answers([...Array<number>(20).fill(50_000), ...Array<number>(20).fill(5000)]);
    expect(usualMs(foldEvents(faster), 'skill:ack.in-order')).toBe(5000);
  });

  it('has a median for odd and even counts', () => {
    expect([median([]), median([4]), median([4, 2]), median([9, 1, 5])]).toEqual([null, 4, 3, 5]);
  });

  it('lets practice reach the schedule for new and due items, and for mistakes', () => {
    const state = foldEvents([answer(NOON)]);
    const memory = memoryOf(state, 'skill:ack.in-order', NOON)!;
    expect(memory.dueAt).toBe(NOON + 10 * MINUTE);
    expect(practiceGrade(3, null, NOON)).toBe(3);
    expect(practiceGrade(3, memory, memory.dueAt - 1)).toBeNull();
    expect(practiceGrade(2, memory, memory.dueAt)).toBe(2);
    expect(practiceGrade(1, memory, NOON + 1)).toBe(1);
  });

  it('makes the event of an answer, with the wrong rules it matched once each', () => {
    const given = { seq: '10', ack: '20', flags: 'SYN' };
    const wrong = {
      correct: false,
      fields: [
        { field: 'seq', outcome: 'wrong' as const, given: 10, rule: 'M03' as const, nearMiss: null },
        { field: 'ack', outcome: 'wrong' as const, given: 20, rule: 'M03' as const, nearMiss: null },
        { field: 'flags', outcome: 'wrong' as const, given: ['SYN' as const], rule: null, nearMiss: null },
      ],
    };
    const checked = { question: 'ack.in-order@k-9', given, verdict: wrong, hinted: true, tookMs: 100 };
    expect(answerDraft(emptyState(), checked, 'quiz', NOON)).toEqual({
      kind: 'answer',
      question: 'ack.in-order@k-9',
      correct: false,
      given,
      rules: ['M03'],
      hinted: true,
      tookMs: 100,
      where: 'quiz',
      grade: 1,
    });
  });

  it('counts every answer of a review, but twenty practised in a row only once', () => {
    const verdict = { correct: true, fields: [] };
    let state = emptyState();
    const grades: (number | null)[] = [];
    for (let i = 0; i < 20; i++) {
      const now = NOON + i * 20_000;
      const checked = { question: `seq.next@k-${i}`, given: {}, verdict, hinted: false, tookMs: 9000 };
      const draft = answerDraft(state, checked, 'practice', now, defaultSchedule);
      grades.push(draft.grade);
      expect(answerDraft(state, checked, 'review', now).grade).toBe(3);
      state = applied(state, { v: 1, id: `p${i}`, at: now, ...draft });
    }
    expect(grades).toEqual([3, ...Array<null>(19).fill(null)]);
    expect(memoryOf(state, 'skill:seq.next', NOON + HOUR)?.reps).toBe(1);
  });
});
