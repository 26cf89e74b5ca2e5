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

const NOTHING_BACK = { now: 0, nextAt: null, today: 0, tomorrow: 0, week: 0 };

const outcome = { known: [], met: 0, due: 4, back: { ...NOTHING_BACK, now: 4, tomorrow: 2, week: 5 } };

describe('the summary', () => {
  test('says nothing when nothing was done', () => {
    expect(summaryLines(NOTHING_DONE, 60_000, outcome, 'en')).toEqual([]);
  });

  test('says what was done and what is left, in both languages', () => {
    const done = { ...NOTHING_DONE, answers: 3, right: 2, cards: 1 };
    expect(summaryLines(done, 6 * 60_000, { ...outcome, due: 0, back: NOTHING_BACK }, 'en')).toEqual([
      '3 questions answered, 2 right, 1 card reviewed in 6 minutes.',
      'Nothing more is due now.',
    ]);
    expect(summaryLines(done, 6 * 60_000, outcome, 'ko')).toEqual([
      '6분 동안 3문제 중 2문제 정답, 카드 1장 복습.',
      '지금 복습할 것이 4개 있습니다: seqack review',
      '다시 나오는 때: 내일 2개, 그 뒤 닷새 동안 5개.',
    ]);
  });

  test('says what has become known and what was met', () => {
    const done = { ...NOTHING_DONE, answers: 3, right: 3 };
    const learned = { ...outcome, known: ['The FIN', 'The ACK'], met: 2 };
    expect(summaryLines(done, 60_000, learned, 'en').slice(1, 3)).toEqual([
      'Known now: The FIN, The ACK.',
      '2 items met for the first time.',
    ]);
    expect(summaryLines(done, 60_000, learned, 'ko').slice(1, 3)).toEqual([
      '이제 익힌 유형: The FIN, The ACK.',
      '처음 만난 항목 2개.',
    ]);
  });
});
