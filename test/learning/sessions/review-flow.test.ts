import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../src/learning/account/history.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { Grade } from '../../../src/learning/events/event.ts';
import { type LearningStore, openStore } from '../../../src/learning/log/store.ts';
import { dueItems } from '../../../src/learning/schedule/due.ts';
import { defaultSchedule, memoryOf } from '../../../src/learning/schedule/schedule.ts';
import { answerDraft } from '../../../src/learning/sessions/answer-draft.ts';
import { LEARN_AHEAD_MS, type ReviewState, reduce, start } from '../../../src/learning/sessions/review-session.ts';
import type { Verdict } from '../../../src/questions/diagnosis.ts';
import { temporaryFolder } from '../child.ts';
import { NOON } from '../events.ts';

const catalogue: Catalogue = {
  modules: [{ id: 'a', cards: ['card:a/1', 'card:a/2', 'card:a/3'], skills: ['skill:ack.in-order', 'skill:seq.next'] }],
};

/** A review as the screen runs it: store, schedule and session together, a new answer every 7 seconds. */
class Learner {
  now = NOON;
  readonly store: LearningStore;
  session: ReviewState<Verdict>;

  constructor(folder: string) {
    let made = 0;
    this.store = openStore({ folder, now: () => this.now, newId: () => `id-${++made}` });
    const due = dueItems(this.store.state, this.now, catalogue).map(({ item }) => item);
    this.session = start<Verdict>(due, 's', this.now);
  }

  #dueAt(item: Parameters<typeof memoryOf>[1]): number {
    return memoryOf(this.store.state, item, this.now)?.dueAt ?? this.now;
  }

  give(grade: Grade): void {
    this.now += 7000;
    const { phase } = this.session;
    if (phase.kind === 'front') {
      this.session = reduce(this.session, { type: 'revealed' });
      this.store.append({ kind: 'card', item: phase.item, grade, tookMs: 7000, where: 'review' });
      const dueAt = this.#dueAt(phase.item);
      this.session = reduce(this.session, { type: 'graded', grade, dueAt, leech: null, now: this.now });
    } else if (phase.kind === 'question') {
      const verdict: Verdict = { correct: grade !== 1, fields: [] };
      const checked = { question: phase.question, given: {}, verdict, hinted: grade === 2, tookMs: 7000 };
      const draft = answerDraft(this.store.state, checked, 'review', this.now, defaultSchedule);
      this.store.append(draft);
      const dueAt = this.#dueAt(phase.item);
      this.session = reduce(this.session, {
        type: 'judged',
        verdict,
        grade: draft.grade,
        dueAt,
        leech: null,
        now: this.now,
      });
      this.session = reduce(this.session, { type: 'next', now: this.now });
    }
  }

  undo(): void {
    this.session = reduce(this.session, { type: 'undone', now: this.now });
    this.store.undoLast();
    if (this.session.phase.kind === 'revealed') {
      const { item, shownAt } = this.session.phase;
      this.session = { ...this.session, phase: { kind: 'front', item, shownAt } };
    }
  }
}

describe('a review from the first card to the last', () => {
  it('ends, with every item known for longer than the session', () => {
    const slips = fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { maxLength: 25 });
    fc.assert(
      fc.property(slips, (grades) => {
        const learner = new Learner(temporaryFolder());
        for (const grade of grades) learner.give(grade);
        let more = 0;
        while (learner.session.phase.kind !== 'finished' && more++ < 50) learner.give(3);
        expect(learner.session.phase.kind).toBe('finished');
        expect(learner.store.state.items.size).toBe(5);
        for (const item of learner.store.state.items.keys()) {
          expect(memoryOf(learner.store.state, item, learner.now)!.dueAt).toBeGreaterThan(learner.now);
        }
        expect(learner.session.answers.length).toBe([...newestFirst(learner.store.state.recent)].length);
        expect(learner.session.answers.at(-1)!.dueAt).toBeGreaterThan(learner.now + LEARN_AHEAD_MS);
      }),
      { numRuns: 12 },
    );
  });

  it('is, after undos, what it would have been without the slips', () => {
    const straight = new Learner(temporaryFolder());
    for (let i = 0; i < 4; i++) straight.give(3);

    const slipping = new Learner(temporaryFolder());
    slipping.give(3);
    slipping.give(1);
    slipping.undo();
    slipping.now -= 7000;
    slipping.give(3);
    slipping.give(3);
    slipping.give(1);
    slipping.give(4);
    slipping.undo();
    slipping.undo();
    slipping.now -= 14_000;
    slipping.give(3);

    expect(slipping.session.queue).toEqual(straight.session.queue);
    expect(slipping.session.waiting).toEqual(straight.session.waiting);
    expect(slipping.session.answers.map(({ item, grade, dueAt }) => [item, grade, dueAt])).toEqual(
      straight.session.answers.map(({ item, grade, dueAt }) => [item, grade, dueAt]),
    );
    for (const item of straight.store.state.items.keys()) {
      expect(memoryOf(slipping.store.state, item, slipping.now)).toEqual(
        memoryOf(straight.store.state, item, straight.now),
      );
    }
  });
});
