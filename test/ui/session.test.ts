import { describe, expect, test } from 'vitest';
import { NOTHING_DONE, summaryLines, tallyingStore } from '../../src/ui/session.ts';
import { world } from './world.tsx';

const ANSWER = {
  kind: 'answer',
  question: 'ack.in-order@a',
  given: {},
  rules: [],
  hinted: false,
  tookMs: 1000,
  where: 'practice',
  grade: 3,
} as const;

describe('the tally of a session', () => {
  test('counts what goes through the store, and what is taken back', () => {
    const { store, tally } = tallyingStore(world().services.store);
    store.append({ ...ANSWER, correct: true });
    store.append({ ...ANSWER, correct: false });
    store.append({ kind: 'card', item: 'card:handshake/one', grade: 3, tookMs: 500, where: 'review' });
    store.append({ kind: 'lesson', module: 'handshake', what: 'opened' });
    store.append({ kind: 'lesson', module: 'handshake', what: 'finished' });
    store.append({ kind: 'quiz', seed: 'x', asked: 5, correct: 4, tookMs: 1, limitMs: 2 });
    expect(tally()).toEqual({ answers: 2, right: 1, cards: 1, lessons: 1, quizzes: 1, interviews: 0 });
    store.undoLast();
    expect(tally()).toMatchObject({ answers: 2, cards: 0 });
    store.undoLast();
    expect(tally()).toMatchObject({ answers: 1, right: 1 });
  });

  test('changes nothing when there is nothing to take back', () => {
    const { store, tally } = tallyingStore(world().services.store);
    expect(store.undoLast()).toBeNull();
    expect(tally()).toEqual(NOTHING_DONE);
  });
});

describe('the summary', () => {
  test('says nothing when nothing was done', () => {
    expect(summaryLines(NOTHING_DONE, 60_000, 5, 'en')).toEqual([]);
  });

  test('says what was done and what is left, in both languages', () => {
    const done = { ...NOTHING_DONE, answers: 3, right: 2, cards: 1 };
    expect(summaryLines(done, 6 * 60_000, 0, 'en')).toEqual([
      '3 questions answered, 2 right, 1 card reviewed in 6 minutes.',
      'Nothing more is due now.',
    ]);
    expect(summaryLines(done, 6 * 60_000, 4, 'ko')).toEqual([
      '6분 동안 3문제 중 2문제 정답, 카드 1장 복습.',
      '지금 복습할 것이 4개 있습니다: seqack review',
    ]);
  });
});
