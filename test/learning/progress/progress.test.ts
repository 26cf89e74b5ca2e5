import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoldRules } from '../../../src/learning/account/fold-rules.ts';
import { foldEvents } from '../../../src/learning/account/state.ts';
import { type Catalogue, catalogueOf, itemsOf } from '../../../src/learning/catalogue.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { masteryOf } from '../../../src/learning/progress/mastery.ts';
import { progressOf } from '../../../src/learning/progress/progress.ts';
import { defaultSchedule, type ScheduleOptions } from '../../../src/learning/schedule/schedule.ts';
import { answer, card, DAY, HOUR, histories, interview, lesson, MINUTE, NOON, quiz, undo } from '../events.ts';

/** Study days in UTC, from 04:00. */
const utc: FoldRules = {
  studyDays: {
    dayOf: (at) => Math.floor((at - 4 * HOUR) / DAY),
    startOf: (day) => day * DAY + 4 * HOUR,
  },
  weights: null,
};
const plain: ScheduleOptions = { ...defaultSchedule, fuzz: false };

const catalogue: Catalogue = {
  modules: [
    { id: 'a', cards: ['card:a/1', 'card:a/2'], skills: ['skill:ack.in-order'] },
    { id: 'b', cards: ['card:b/1'], skills: ['skill:ack.in-order', 'skill:seq.next'] },
    { id: 'empty', cards: [], skills: [] },
  ],
};

const at = (events: readonly LearningEvent[], now = NOON) => progressOf(foldEvents(events, utc), now, catalogue, plain);

describe('progress', () => {
  it('is all zero before anything was done', () => {
    const progress = at([]);
    expect(progress.modules.map(({ mastery, seen, items }) => [mastery, seen, items])).toEqual([
      [0, 0, 3],
      [0, 0, 3],
      [0, 0, 0],
    ]);
    expect(progress.skills.map(({ skill, module, accuracy, dueAt }) => [skill, module, accuracy, dueAt])).toEqual([
      ['ack.in-order', 'a', null, null],
      ['seq.next', 'b', null, null],
    ]);
    expect(progress).toMatchObject({ accuracy: null, medianMs: null, streak: 0, wrongRules: [], bestQuiz: null });
    expect(progress.due).toEqual({ now: 5, fresh: 5, today: 5, nextDays: [0, 0, 0, 0, 0, 0, 0] });
    expect(progress.heatmap.length).toBe(182);
    expect(progress.heatmap.every(({ answers }) => answers === 0)).toBe(true);
    expect(progress.totals).toEqual({
      answered: 0,
      correct: 0,
      cards: 0,
      quizzes: 0,
      lessonsFinished: 0,
      interviews: 0,
      timeMs: 0,
    });
  });

  it('has a mastery that grows with what is known, falls by itself, and is lost with a mistake', () => {
    const learned = [card(NOON, 4, 'card:a/1'), card(NOON, 4, 'card:a/2'), answer(NOON)];
    const masteryAfter = (days: number, events: LearningEvent[] = learned) =>
      at(events, NOON + days * DAY).modules[0]!.mastery;
    expect(masteryAfter(0, learned.slice(0, 1))).toBeCloseTo(1 / 3);
    expect(masteryAfter(0)).toBe(1);
    const decay = [0, 2, 10, 60, 300].map((days) => masteryAfter(days));
    expect(decay).toEqual([...decay].sort((x, y) => y - x));
    expect(masteryAfter(300)).toBeLessThan(0.75);
    expect(masteryAfter(300)).toBeGreaterThan(0);
    expect(masteryAfter(0, [...learned, card(NOON + 1, 1, 'card:a/1')])).toBeCloseTo(2 / 3);
    const relearned = [...learned, card(NOON + 1, 1, 'card:a/1'), card(NOON + 10 * MINUTE, 3, 'card:a/1')];
    expect(at(relearned, NOON + HOUR).modules[0]!.mastery).toBe(1);
  });

  it('keeps mastery between 0 and 1, and 0 for what was never seen, over random histories', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 400 }), (events, days) => {
        const state = foldEvents(events, utc);
        for (const { item } of itemsOf(catalogue)) {
          const mastery = masteryOf(state, item, NOON + days * DAY);
          expect(mastery).toBeGreaterThanOrEqual(0);
          expect(mastery).toBeLessThanOrEqual(1);
          if (!state.items.has(item)) expect(mastery).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts answers, accuracy and times, in all and by skill', () => {
    const taken = answer(NOON, { correct: false, grade: 1, tookMs: 99_000 });
    const progress = at([
      answer(NOON - 3, { tookMs: 4000 }),
      answer(NOON - 2, { tookMs: 6000, correct: false, grade: 1 }),
      answer(NOON - 1, { tookMs: 20_000, question: 'seq.next@1' }),
      card(NOON, 3, 'card:a/1'),
      lesson(NOON, 'a', 'opened'),
      lesson(NOON, 'a', 'finished'),
      taken,
      undo(NOON + 1, taken.id),
      interview(NOON + 2),
      interview(NOON + 3, { followUp: 0, tookMs: 10_000 }),
      interview(NOON + 4, { what: 'draft', tookMs: 5000 }),
    ]);
    expect(progress.totals).toEqual({
      answered: 3,
      correct: 2,
      cards: 1,
      quizzes: 0,
      lessonsFinished: 1,
      interviews: 1,
      timeMs: 134_000,
    });
    expect(progress.accuracy).toBeCloseTo(2 / 3);
    expect(progress.medianMs).toBe(6000);
    expect(progress.skills[0]).toMatchObject({ answered: 2, correct: 1, accuracy: 0.5, medianMs: 5000 });
    expect(progress.skills[1]).toMatchObject({ answered: 1, accuracy: 1, medianMs: 20_000 });
    expect(progress.modules[0]).toMatchObject({ openedAt: NOON, finishedAt: NOON, seen: 2 });
  });

  it('ranks the wrong rules of the last 90 days', () => {
    const wrong = (time: number, ...rules: string[]) => answer(time, { correct: false, grade: 1, rules });
    const progress = at([
      wrong(NOON - 91 * DAY, 'M13'),
      wrong(NOON - 89 * DAY, 'M13'),
      wrong(NOON - 5 * DAY, 'M03', 'M07'),
      wrong(NOON - 4 * DAY, 'M03'),
      wrong(NOON - 3 * DAY, 'M07'),
      wrong(NOON - 2 * DAY, 'M03'),
    ]);
    expect(progress.wrongRules.map(({ rule, count, lastAt }) => ({ rule, count, lastAt }))).toEqual([
      { rule: 'M03', count: 3, lastAt: NOON - 2 * DAY },
      { rule: 'M07', count: 2, lastAt: NOON - 3 * DAY },
      { rule: 'M13', count: 1, lastAt: NOON - 89 * DAY },
    ]);
  });

  it('draws the heatmap by study day, 26 weeks up to today', () => {
    // 2026-03-02 03:59 belongs to Sunday the 1st, 04:00 to Monday the 2nd.
    const four = Date.UTC(2026, 2, 2, 4);
    const { heatmap } = at([
      answer(four - 1),
      card(four, 3, 'card:a/1'),
      answer(four + HOUR),
      lesson(four, 'a', 'opened'),
      answer(NOON - 181 * DAY),
      answer(NOON - 182 * DAY),
      answer(NOON + 3 * DAY),
    ]);
    expect(heatmap.at(-1)).toEqual({ date: '2026-03-02', weekday: 1, answers: 2 });
    expect(heatmap.at(-2)).toEqual({ date: '2026-03-01', weekday: 0, answers: 1 });
    expect(heatmap[0]).toEqual({ date: '2025-09-02', weekday: 2, answers: 1 });
    expect(heatmap.reduce((sum, { answers }) => sum + answers, 0)).toBe(4);
  });

  it('counts study days in a row, and lets today begin late', () => {
    const streak = (...daysAgo: number[]) => at(daysAgo.map((days) => answer(NOON - days * DAY))).streak;
    expect(streak()).toBe(0);
    expect(streak(0)).toBe(1);
    expect(streak(0, 0, 1, 2, 2)).toBe(3);
    expect(streak(1, 2)).toBe(2);
    expect(streak(3, 4)).toBe(0);
    expect(streak(0, 1, 4, 5)).toBe(2);
    expect(at([lesson(NOON, 'a', 'opened')]).streak).toBe(0);
    expect(at([answer(NOON + 2 * DAY), answer(NOON)]).streak).toBe(1);
    // An evening of interview answers is one of study too.
    expect(at([interview(NOON - DAY), answer(NOON)]).streak).toBe(2);
    // 03:00 still is yesterday.
    expect(at([answer(Date.UTC(2026, 2, 2, 3)), answer(NOON)]).streak).toBe(2);
  });

  it('says what is due now, later today and in the days after', () => {
    const progress = at(
      [
        card(NOON - DAY, 4, 'card:a/1'),
        card(NOON, 3, 'card:a/2'),
        card(NOON - 20 * DAY, 4, 'card:b/1'),
        answer(NOON - MINUTE),
      ],
      NOON,
    );
    // a/1 comes back 8 days after yesterday, a/2 and the skill in minutes, b/1 is overdue, seq.next is new.
    expect(progress.due).toEqual({ now: 2, fresh: 1, today: 4, nextDays: [3, 0, 0, 0, 0, 0, 0] });
    const tomorrow = at([card(NOON - 7 * DAY, 4, 'card:a/1')], NOON);
    expect(tomorrow.due.nextDays).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });

  it('finds the best quiz', () => {
    const best = (...quizzes: LearningEvent[]) => at(quizzes).bestQuiz?.id;
    const half = quiz(NOON, 5, 10);
    const better = quiz(NOON + 1, 6, 10);
    const longer = quiz(NOON + 2, 12, 20);
    const faster = quiz(NOON + 3, 12, 20, 50_000);
    expect(best(half, better)).toBe(better.id);
    expect(best(better, half)).toBe(better.id);
    expect(best(better, longer)).toBe(longer.id);
    expect(best(longer, faster, half)).toBe(faster.id);
    expect(best(quiz(NOON, 0, 0))).toBeDefined();
  });
});

describe('the catalogue', () => {
  it('names items by module and keeps the order of the path', () => {
    const text = { ko: '', en: '' };
    const one = { id: 'close', order: 2, cards: [{ id: 'c1', front: text, back: text, rfc: [] }], skills: ['x.y'] };
    const two = { id: 'tcp', order: 1, cards: [], skills: ['x.y', 'x.z'] };
    expect(itemsOf(catalogueOf([one, two]))).toEqual([
      { item: 'skill:x.y', module: 'tcp' },
      { item: 'skill:x.z', module: 'tcp' },
      { item: 'card:close/c1', module: 'close' },
    ]);
  });
});
